// SPDX-License-Identifier: Apache-2.0
//
// What --version prints: the program and the libraries that answers depend on.

#pragma once

#include <string>

namespace pressmill::cli {

std::string version_text();

}  // namespace pressmill::cli
