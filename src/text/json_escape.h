// SPDX-License-Identifier: Apache-2.0
//
// Text to JSON string.
//
// Escapes what RFC 8259 asks for and nothing else: the quote, the backslash and the controls
// below U+0020, by their short forms where they have one. All other characters stand as they
// are, so that an article keeps its bytes.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Appends the text between quotes. Needs: valid UTF-8, or the result is no JSON.
void append_json_string(std::string& out, std::string_view utf8);

}  // namespace pressmill::text
