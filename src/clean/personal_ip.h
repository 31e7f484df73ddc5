// SPDX-License-Identifier: Apache-2.0
//
// Public IP addresses in a text.
//
// IPv4 in four decimals; not where a word before them says that they are a version, and small
// numbers ("4.2.1.3", a paragraph) only where one says that they are an address. IPv6 in every
// form of RFC 4291, with the IPv4 tail and a zone, too; that only what is given out counts keeps
// times, MAC addresses and code out.
//
// Threads:  pure functions.
// Memory:   none; looks at some 50 bytes to either side.

#pragma once

#include <optional>
#include <string_view>

#include "clean/personal_span.h"

namespace pressmill::clean {

// The address that has a digit behind a point, or a hexadecimal digit or colon behind a colon,
// at `at`.
std::optional<TextSpan> find_ipv4(std::string_view text, std::size_t at);
std::optional<TextSpan> find_ipv6(std::string_view text, std::size_t at);

}  // namespace pressmill::clean
