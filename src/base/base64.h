// SPDX-License-Identifier: Apache-2.0
//
// Base64 (RFC 4648, with padding), for raw bytes inside JSON.

#pragma once

#include <string>
#include <string_view>

namespace pressmill {

std::string to_base64(std::string_view bytes);

}  // namespace pressmill
