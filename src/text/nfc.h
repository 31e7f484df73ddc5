// SPDX-License-Identifier: Apache-2.0
//
// Unicode normalisation form C, for texts that the quick check could not clear.
//
// Threads:  pure functions.
// Failure:  only for want of memory (std::bad_alloc).

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Needs: valid UTF-8.
bool is_nfc(std::string_view text);

// Sets `out` to the text in NFC. Needs: valid UTF-8 that does not lie in `out`.
void to_nfc(std::string_view text, std::string& out);

}  // namespace pressmill::text
