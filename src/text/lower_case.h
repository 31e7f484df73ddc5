// SPDX-License-Identifier: Apache-2.0
//
// Lower case, character by character, for what is shown: marks stay, unlike in folded_char.h.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Appends the text with each character in Unicode's simple lower case. Needs: valid UTF-8.
void append_lower_case(std::string& out, std::string_view text);

}  // namespace pressmill::text
