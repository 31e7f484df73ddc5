// SPDX-License-Identifier: Apache-2.0
//
// Where a text next has a character that a legacy encoding has, too: what mojibake is made of.
//
// By its first bytes: C2 to D2 begin the letters of Europe and the controls beyond ASCII, E2 signs,
// EF A3 and EF AC an apple and two ligatures. Some characters that no encoding has begin so, too.
// ASCII and the scripts of Asia and Africa never do.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::text {

// The index of the first such byte; text.size() where there is none. Needs: valid UTF-8.
std::size_t find_legacy_lead(std::string_view text);

namespace scalar {  // the definition; also the tail of the kernel
std::size_t find_legacy_lead(std::string_view text);
}  // namespace scalar

}  // namespace pressmill::text
