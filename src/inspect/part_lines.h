// SPDX-License-Identifier: Apache-2.0
//
// Some lines of a part of kept or dropped.
//
// A part is one frame, so its start has to be decoded, but not what stands behind the last line
// that is wanted. At most 256 MiB: a fraction of a second.
//
// Threads:  one caller.
// Memory:   1 MiB, and the line at hand.
// Failure:  Code::input, also where the part ends early.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::inspect {

// Calls visit(i, line) for each of `numbers`, in order; lines count from 1 and come without their
// ends. Needs: numbers that rise; equal ones are fine.
Status read_lines(const std::string& path, const std::vector<std::uint64_t>& numbers,
                  const std::function<Status(std::size_t, std::string_view)>& visit);

}  // namespace pressmill::inspect
