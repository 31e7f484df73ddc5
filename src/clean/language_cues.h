// SPDX-License-Identifier: Apache-2.0
//
// A text's language by its commonest words, where they leave no doubt: every fourth word of an
// English article is one of fifty.
//
// It costs a fifth of what CLD2 takes for three short samples, and all words that were counted have
// a say. No answer means nothing but that CLD2 is to be asked: of another language, a short text,
// two languages in one. What was measured, and what goes wrong, docs/decisions/0014 says.
//
// Threads:  pure functions; the table behind them is built at first use.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/text_scan.h"
#include "clean/word_counts.h"

namespace pressmill::clean {

struct CuedLanguage {
  std::string_view code;  // ISO 639-1; empty: the words do not tell
  // Of the telling words those that are its own, beside the next language's. Below 80 there is no
  // answer.
  std::uint8_t percent = 0;
};

// Needs: `counts` are those of the text's words.
CuedLanguage language_of_cues(const ScannedText& text, const WordCounts& counts);

// For tests: the words of each list, and the codes that are answered with.
std::vector<std::string_view> cue_lists();
std::vector<std::string_view> cued_languages();

}  // namespace pressmill::clean
