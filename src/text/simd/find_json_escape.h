// SPDX-License-Identifier: Apache-2.0
//
// Where a JSON string next needs an escape: a quote, a backslash or a byte below 0x20.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <string_view>

namespace pressmill::text {

// The index of the first such byte; bytes.size() where there is none.
std::size_t find_json_escape(std::string_view bytes);

namespace scalar {  // the definition; also the tail of the kernel
std::size_t find_json_escape(std::string_view bytes);
}  // namespace scalar

}  // namespace pressmill::text
