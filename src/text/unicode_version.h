// SPDX-License-Identifier: Apache-2.0
//
// Which Unicode the character classes and NFC follow: part of what answers depend on.

#pragma once

#include <string>

namespace pressmill::text {

std::string unicode_version();  // "15.0 (ICU 72.1)"

}  // namespace pressmill::text
