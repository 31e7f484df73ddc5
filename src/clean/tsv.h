// SPDX-License-Identifier: Apache-2.0
//
// Files that people edit: rows of fields parted by tabs, comments behind '#'.
//
// Threads:  pure.
// Failure:  Code::usage with path and line: these files are named on the command line.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "pressmill/error.h"

namespace pressmill::clean {

// Calls visit(fields) for each row, with as many fields as the row has, at most `most`: tabs
// beyond are part of the last. Blank lines and lines that begin with '#' are passed over ("\#"
// begins a row with '#'); a row that is `header` is, too. Errors of visit() get the row's place.
Status each_row(const std::string& path, std::size_t most, std::string_view header,
                const std::function<Status(std::span<const std::string_view>)>& visit);

}  // namespace pressmill::clean
