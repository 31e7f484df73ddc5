// SPDX-License-Identifier: Apache-2.0
//
// What the passes of one run share: the plan, the inputs, where things lie, whom to tell.
//
// One object, made by passes.cc, handed down by reference; there are no globals. Passes write
// only what is theirs: files of their own, journal lines, diagnostics, progress.
//
// Threads:  plan, paths and inputs are const once the passes begin; the rest locks for itself.

#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "clean/recipe.h"
#include "doc/field_map.h"
#include "doc/site.h"
#include "pipeline/inputs.h"
#include "pipeline/journal.h"
#include "pipeline/progress.h"
#include "pipeline/segments.h"
#include "pressmill/plan.h"
#include "pressmill/run.h"

namespace pressmill::pipeline {

// Where a run keeps its files; docs/outputs.md explains each.
struct Paths {
  std::string out;
  std::string work;

  std::string manifest() const { return out + "/manifest.json"; }
  std::string log() const { return out + "/log.jsonl"; }
  std::string journal() const { return work + "/journal"; }
  std::string progress() const { return work + "/progress.json"; }
  std::string spool() const { return work + "/stdin"; }
  std::string store(SegmentKey key) const { return work + "/refine/" + key.name() + ".store"; }
  std::string malformed(SegmentKey key) const {
    return work + "/refine/" + key.name() + ".malformed";
  }
  std::string removed(SegmentKey key) const { return work + "/refine/" + key.name() + ".removed"; }
  // Cards are kept after the run, so they are written where they stay.
  std::string cards(SegmentKey key) const { return out + "/index/" + key.name() + ".cards"; }
  std::string verdicts(SegmentKey key) const { return work + "/match/" + key.name() + ".verdicts"; }
  std::string match_scratch() const { return work + "/match/sort-"; }
  std::string members(std::uint64_t unit) const {
    return work + "/emit/members-" + std::to_string(unit);
  }
  std::string part(const char* folder, std::uint64_t number) const;
};

struct RunState {
  const Plan& plan;
  const Observer& observer;
  Paths paths;
  std::vector<Input> inputs;
  doc::FieldMap fields;
  clean::Recipe recipe;
  const doc::Aliases* aliases = nullptr;
  unsigned threads = 1;
  std::uint64_t memory_bytes = 0;
  Diagnostics& diagnostics;
  std::unique_ptr<Journal> journal;
  ProgressMeter& progress;
  std::vector<PassFacts> passes{};  // that are done

  bool stop_wanted() const { return observer.stop && observer.stop(); }
};

inline Error stopped() {
  return {Code::stopped, "interrupted; run the same command again: it resumes"};
}

}  // namespace pressmill::pipeline
