// SPDX-License-Identifier: Apache-2.0
//
// Stop words: the commonest words of each language. Sentences are full of them, furniture is not.
//
// Threads:  constant data.

#pragma once

#include <span>
#include <string_view>

namespace pressmill::clean {

struct StopWords {
  std::string_view lang;   // ISO 639-1
  std::string_view words;  // separated by spaces
};

std::span<const StopWords> stop_word_lists();

}  // namespace pressmill::clean
