// SPDX-License-Identifier: Apache-2.0
//
// The lines that emit wrote, printed again from the store: whoever wants to see a few articles
// while the run still has its store reads a frame for each, not a part from its start.
//
// Threads:  one caller.
// Memory:   a segment's cards and verdicts, and the line at hand.
// Failure:  Code::input for damaged files.

#pragma once

#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

// Calls visit(i, line) for each of `rows`, in order; lines come without their ends. Needs: rows of
// the run that rise, and that emit is through.
Status print_emitted(const RunState& run, const SegmentTable& table,
                     const std::vector<std::uint64_t>& rows,
                     const std::function<Status(std::size_t, std::string_view)>& visit);

}  // namespace pressmill::pipeline
