// SPDX-License-Identifier: Apache-2.0
//
// The program's version.

#pragma once

#include <string_view>

namespace pressmill::pipeline {

// CMakeLists.txt has the same number; a test compares them.
constexpr std::string_view version() {
  return "0.1.0";
}

}  // namespace pressmill::pipeline
