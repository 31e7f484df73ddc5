// SPDX-License-Identifier: Apache-2.0
//
// What a character that is no part of a word says about a line: that a sentence ends, that a
// list goes on, that a menu is cut into items.
//
// Threads:  pure.

#pragma once

#include <cstdint>

namespace pressmill::clean {

enum class Sign : std::uint8_t {
  space,
  sentence_end,  // . ! ? and those of other scripts
  ellipsis,      // the single character; three full stops are seen by the line
  comma,
  colon,
  quote,
  bracket,
  dash,
  separator,  // | / • · » › > between the items of a menu
  money,      // % and currencies
  handle,     // @ #
  copyright,  // © ® ™
  other,
};

Sign sign_of(char32_t c);

}  // namespace pressmill::clean
