// SPDX-License-Identifier: Apache-2.0
//
// lines.jsonl.zst: which lines went from which article, and why.
//
// Order:    articles in ordinal order, lines in the order of their text.
// Threads:  one caller.
// Failure:  Code::output, Code::input for damaged scratch.

#pragma once

#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

Status write_removed_lines(RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
