// SPDX-License-Identifier: Apache-2.0
//
// From units to clusters.jsonl: members are printed where their text is at hand, in row order,
// then brought into the order of clusters by sorting small fixed-size entries.
//
// Members file: entries of u64 cluster, u64 row, u32 survivor?, u32 why, u64 length, then the
// JSON. Scratch only: never kept, so not versioned.
//
// Threads:  a writer has one owner; write_clusters one caller.
// Memory:   the sort's budget; members are read back one by one.

#pragma once

#include <cstdint>
#include <string_view>

#include "dedup/verdict.h"
#include "io/atomic_file.h"
#include "pipeline/emit_units.h"
#include "pipeline/run_state.h"

namespace pressmill::pipeline {

class MemberWriter {
 public:
  static Result<MemberWriter> create(const std::string& path);
  Status add(const dedup::Verdict& verdict, std::uint64_t row, bool survivor,
             std::string_view json);
  // The unit is journalled as done after this, so the file is synced.
  Status close() { return file_.commit(); }

 private:
  explicit MemberWriter(io::AtomicFile file) : file_(std::move(file)) {}
  io::AtomicFile file_;
};

// Writes OUT/clusters.jsonl.zst and OUT/index/clusters from the members of all units.
Status write_clusters(RunState& run, const std::vector<EmitUnit>& units);

}  // namespace pressmill::pipeline
