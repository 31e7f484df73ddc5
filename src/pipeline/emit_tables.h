// SPDX-License-Identifier: Apache-2.0
//
// The two files that account for every line: articles.csv, one row per record, and
// malformed.jsonl, the lines that are none. Both come from cards and work files, not the store.
//
// articles.csv is RFC 4180: a header, "\n" line ends, fields quoted where they must be; DuckDB,
// pandas and R read it as it is. Columns in docs/outputs.md.
//
// Threads:  one caller each; they may run beside each other and beside units.
// Order:    ordinal order.

#pragma once

#include "pipeline/run_state.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

Status write_articles_csv(RunState& run, const SegmentTable& table);
// Also tells the user of each line: the first ten of a kind on the screen, all in the log.
Status write_malformed(RunState& run, const SegmentTable& table);

}  // namespace pressmill::pipeline
