// SPDX-License-Identifier: Apache-2.0
//
// Names of files as UTF-8. POSIX names are bytes; what we write is UTF-8 throughout.
//
// A byte that belongs to no UTF-8 is written \xE9: four characters, digits in upper case. So that
// this can be undone and no two names become one, a backslash that stands before x and two such
// digits is itself written \x5C. All other names, that is nearly all, stay as they are.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Valid UTF-8 for any bytes.
std::string escape_bytes(std::string_view bytes);

// escape_bytes() undone; what it never writes stays as it is.
std::string unescape_bytes(std::string_view text);

// For messages, which quote names that are escaped already and paths that are not: valid text
// stays, whatever stands in it. Cannot be undone.
std::string escape_message(std::string_view bytes);

}  // namespace pressmill::text
