// SPDX-License-Identifier: Apache-2.0
//
// A table that is made when it is asked for: of a corpus of many sites some are large, and they are
// written one after another.
//
// Threads:  a value.

#pragma once

#include <functional>
#include <string>

namespace pressmill::report {

struct Table {
  std::string name;                   // of its file
  std::function<std::string()> make;  // its content; needs the summary that it is of
};

}  // namespace pressmill::report
