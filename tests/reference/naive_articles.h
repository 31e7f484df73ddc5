// SPDX-License-Identifier: Apache-2.0
//
// Distinct articles by comparing every mark with every other: the twin of clean::DistinctArticles.

#pragma once

#include <cstdint>
#include <vector>

#include "clean/distinct_articles.h"

namespace pressmill::reference {

// Are they marks of one article? Two lines of three are the same.
bool is_same_article(const clean::ArticleMark& a, const clean::ArticleMark& b);

// Articles among `marks` that are none of `others`.
std::uint32_t distinct_articles(const std::vector<clean::ArticleMark>& marks,
                                const std::vector<clean::ArticleMark>& others);

}  // namespace pressmill::reference
