// SPDX-License-Identifier: Apache-2.0
//
// A text's language by its commonest words, where they leave no doubt: every fourth word of an
// English article is one of fifty.
//
// It costs less than a tenth of what CLD2 takes for three short samples, and the whole text has a
// say. No answer means nothing but that CLD2 is to be asked: of another language, a short text,
// two languages in one. What was measured, docs/decisions/0010 says.
//
// Threads:  pure functions; the table behind them is built at first use.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "clean/text_scan.h"
#include "clean/word_counts.h"

namespace pressmill::clean {

struct CuedLanguage {
  std::string_view code;     // ISO 639-1; empty: the words do not tell
  std::uint8_t percent = 0;  // of the telling words that are its own, not the next language's
};

// Needs: `counts` are those of `words`.
CuedLanguage language_of_cues(std::span<const ScannedWord> words, const WordCounts& counts);

}  // namespace pressmill::clean
