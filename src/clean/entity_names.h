// SPDX-License-Identifier: Apache-2.0
//
// The character that a named reference of HTML ("&eacute;") stands for.
//
// Threads:  constant data.

#pragma once

#include <string_view>

namespace pressmill::clean {

// 0 for an unknown name. Names are case-sensitive.
char32_t entity_char(std::string_view name);

}  // namespace pressmill::clean
