// SPDX-License-Identifier: Apache-2.0
//
// What the benchmarks work on: made-up news of tools/corpusgen, the same in every run.
//
// Threads:  one; samples are made when first asked for and kept.

#pragma once

#include <cstddef>
#include <memory>
#include <string>

namespace pressmill::bench {

using Sample = std::shared_ptr<const std::string>;

inline constexpr const char* kLanguageNames[] = {"english", "spanish", "arabic", "chinese"};

// Texts of articles, one behind the other; language is one of kLanguageNames.
Sample sample_text(const std::string& language, std::size_t bytes);
// JSON lines of all sites and languages, nothing planted; whole lines, so a little less.
Sample sample_lines(std::size_t bytes);

}  // namespace pressmill::bench
