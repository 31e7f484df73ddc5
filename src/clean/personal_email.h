// SPDX-License-Identifier: Apache-2.0
//
// E-mail addresses in a text, as people write them (RFC 5322's dot-atom, RFC 6531 beyond ASCII).
//
// The domain needs two labels, the last one of letters; what ends like the name of a file
// (photo@2x.png) is none. A part in ASCII ends where letters of another script begin, since texts
// without spaces put them side by side. "name [at] host [dot] com" is an address, too, where the
// "at" stands in brackets. Not the user of a web address ("https://name@host/"), not handles.
//
// Threads:  pure functions.
// Memory:   none; looks at some 320 bytes to either side.
// Needs:    valid UTF-8.

#pragma once

#include <optional>
#include <string_view>

#include "clean/personal_span.h"

namespace pressmill::clean {

// The address whose @, or whose U+FF20, ends at `end`.
std::optional<TextSpan> find_email(std::string_view text, std::size_t end);
// The address whose "[at]" has its a at `at`, a bracket before it.
std::optional<TextSpan> find_spelt_email(std::string_view text, std::size_t at);

}  // namespace pressmill::clean
