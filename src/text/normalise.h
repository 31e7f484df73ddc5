// SPDX-License-Identifier: Apache-2.0
//
// The form in which every text is compared and delivered.
//
//   line ends   CR LF, CR, U+0085, U+2028, U+2029, vertical tab and form feed become \n.
//   controls    U+0000..U+001F but \n and tab, U+007F and U+0080..U+009F go.
//   invisibles  soft hyphens, byte order marks, word joiners, direction marks and the like go
//               (normalise_table.cc lists them). ZWJ and ZWNJ stay; U+200B stays directly after a
//               Thai, Lao, Khmer or Myanmar letter, where it separates words; tag characters stay
//               in flags.
//   spaces      tabs, no-break spaces and all other widths become plain spaces; of several one
//               stays, at the edges of a line none.
//   blank lines at the text's start and end go; inside they stay, as paragraphs mean something.
//   NFC         comes last: characters composed, marks in canonical order.
//
// Nothing that NFC does makes work for the steps before it, so that a normal text stays as it is:
// normalise(normalise(x)) == normalise(x). Almost every character is inert under all of this,
// and the common text has been normal all along; finding that out is what must be fast.
//
// Threads:  pure functions; the tables behind them are built at first use, once.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::text {

// What was changed, by kind. A character counts once, under the kind it is of; CR LF is one.
struct NormaliseCounts {
  std::uint64_t controls = 0;    // taken away
  std::uint64_t invisibles = 0;  // taken away
  std::uint64_t spaces = 0;      // replaced by a plain space, or taken away
  std::uint64_t line_ends = 0;   // replaced by \n, or taken away at the text's edges
  std::uint64_t composed = 0;    // texts, not characters, that were not in NFC

  NormaliseCounts& operator+=(const NormaliseCounts& other);
  bool operator==(const NormaliseCounts&) const = default;
};

// Sets `out` to the normal form and returns true; or returns false, `out` and `counts` untouched,
// where the text is in normal form already. Counts are added to.
// Needs: valid UTF-8 that does not lie in `out`.
bool normalise(std::string_view text, std::string& out, NormaliseCounts& counts);

}  // namespace pressmill::text
