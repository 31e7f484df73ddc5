// SPDX-License-Identifier: Apache-2.0
//
// Which signs end a sentence, quote, or begin a list item, in every script.
//
// signs.h sorts signs by what they say about a single line's look; this is about sentences, and
// knows more scripts.
//
// Threads:  pure.

#pragma once

#include <cstdint>

namespace pressmill::clean {

// Signs beyond ASCII.
enum class WideSign : std::uint8_t {
  other,
  sentence_end,  // Unicode's Sentence_Terminal, and the shad of Tibetan
  ellipsis,
  quote,
  bracket,
  white,       // white space, all of Unicode's
  zero_width,  // space without a width, which parts words and is no white space
  garbage,     // the replacement character, private use, controls
};

WideSign wide_sign(char32_t c);

// White space beyond ASCII: WideSign::white.
bool is_wide_white(char32_t c);

// Gopher's bullet and its relatives, and the hyphen.
bool is_bullet(char32_t c);

}  // namespace pressmill::clean
