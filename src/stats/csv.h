// SPDX-License-Identifier: Apache-2.0
//
// Fields of CSV files (RFC 4180).

#pragma once

#include <string>
#include <string_view>

namespace pressmill::stats {

// Appends the field, quoted only where it holds a comma, a quote or a line end, or where a
// reader may trim it or take it for a missing value.
void append_csv(std::string& out, std::string_view field);

}  // namespace pressmill::stats
