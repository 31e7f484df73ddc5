// SPDX-License-Identifier: Apache-2.0
//
// Unicode normalisation form C, for texts that the quick check could not clear.
//
// ICU puts marks in order by inserting one after the other, which takes quadratic time where a
// base carries thousands of them: hours for a hostile line of some megabytes. So to_nfc() hands
// ICU marks that are in order already.
//
// Threads:  pure functions.
// Failure:  only for want of memory (std::bad_alloc).

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Needs: valid UTF-8, its marks in canonical order and no character that NFC never has, or the
// answer is right but may take long.
bool is_nfc(std::string_view text);

// Sets `out` to the text in NFC. Needs: valid UTF-8, below 2 GiB, that does not lie in `out`.
void to_nfc(std::string_view text, std::string& out);

}  // namespace pressmill::text
