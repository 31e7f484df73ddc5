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
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "clean/furniture_list.h"
#include "clean/recipe.h"
#include "clean/site_memory.h"
#include "dedup/lsh.h"
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
  bool keeps_index = true;  // else it is scratch: nobody reads it later

  std::string manifest() const { return out + "/manifest.json"; }
  std::string log() const { return out + "/log.jsonl"; }
  std::string journal() const { return work + "/journal"; }
  std::string progress() const { return work + "/progress.json"; }
  std::string spool() const { return work + "/stdin"; }
  std::string survey(SegmentKey key) const { return work + "/survey/" + key.name() + ".store"; }
  // --site-memory as it was when the run began, and as it is when the run is done.
  std::string memory_before() const { return out + "/index/site-memory-before.tsv"; }
  std::string memory_after() const { return out + "/index/site-memory.tsv"; }
  std::string survey_scratch() const { return work + "/survey/sort-"; }
  std::string store(SegmentKey key) const { return work + "/refine/" + key.name() + ".store"; }
  std::string malformed(SegmentKey key) const {
    return work + "/refine/" + key.name() + ".malformed";
  }
  std::string sketches(SegmentKey key) const {
    return work + "/refine/" + key.name() + ".sketches";
  }
  // What is kept after the run, for later nights, explain and sample, is written where it stays.
  std::string index(const std::string& name) const {
    return (keeps_index ? out : work) + "/index/" + name;
  }
  std::string cards(SegmentKey key) const { return index(key.name() + ".cards"); }
  std::string signatures(SegmentKey key) const { return index(key.name() + ".signatures"); }
  std::string removed(SegmentKey key) const { return index(key.name() + ".removed"); }
  std::string verdicts(SegmentKey key) const { return index(key.name() + ".verdicts"); }
  std::string run_index() const { return index("run"); }
  std::string ids() const { return index("ids"); }
  std::string clusters() const { return index("clusters"); }
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
  // What the survey learned, and what a person says; null where there is nothing.
  const clean::SiteMemory* memory = nullptr;
  const clean::FurnitureList* furniture = nullptr;
  // How candidates are found; nothing where only exact copies are looked for, or none.
  std::optional<dedup::Lsh> lsh{};

  bool stop_wanted() const { return observer.stop && observer.stop(); }
};

inline Error stopped() {
  return {Code::stopped, "interrupted; run the same command again: it resumes"};
}

}  // namespace pressmill::pipeline
