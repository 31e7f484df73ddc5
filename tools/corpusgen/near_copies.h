// SPDX-License-Identifier: Apache-2.0
//
// Planted: near copies. A story's body with words replaced or left out at spread positions, so
// many that its word-5-gram Jaccard comes close to a chosen value.
//
// An edit in the middle of a text costs it five shingles. k edits of replaced words among n
// shingles leave n - 5k in common out of n + 5k; solving for k gives the number of edits. What
// comes out is near the chosen value, not equal to it (edits are whole): truth has the exact one,
// computed from the finished texts.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <vector>

#include "tools/corpusgen/languages.h"
#include "tools/corpusgen/random.h"
#include "tools/corpusgen/sites.h"
#include "tools/corpusgen/story.h"

namespace pressmill::corpusgen {

// How many edits bring a body of so many words to the similarity, given in ten-thousandths.
std::uint64_t edits_for(std::size_t words, std::uint32_t similarity);

// Edits the body in place; at least one word changes.
void spin_story(std::uint32_t similarity, const LanguageModel& model, const Site& site,
                Random& random, Story& story);

}  // namespace pressmill::corpusgen
