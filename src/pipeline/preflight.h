// SPDX-License-Identifier: Apache-2.0
//
// Preflight: looks before the mill starts. Probes every input, reads the heads of a sample of
// them, learns which fields they have, estimates the work, and refuses what cannot be milled.
//
// Threads:  inputs are probed side by side; nothing is written.
// Order:    inputs keep theirs; the sample is spread evenly over them.
// Memory:   128 heads of 64 KiB.
// Failure:  an input that cannot be read or is no JSONL is left out with a warning, one of which
//           most lines have no text is warned of; Code::usage where nothing is left, or where no
//           input has an article with text among the lines looked at.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "doc/field_map.h"
#include "doc/site.h"
#include "pipeline/inputs.h"
#include "pressmill/plan.h"

namespace pressmill::pipeline {

struct FieldFill {
  std::string name;          // the member that was used
  std::uint64_t filled = 0;  // of `Preflight::sampled` records
};

struct SampleRecord {
  std::string id, title, date, site, text;  // shortened for the screen
};

struct Preflight {
  std::vector<Input> inputs;         // what will be read
  std::vector<std::string> skipped;  // messages of inputs that will not
  std::uint64_t left_out = 0;        // hidden files and the like, in folders
  std::uint64_t passed_by = 0;       // links to folders, pipes and the like, in folders
  std::uint64_t repeated = 0;
  std::array<std::vector<FieldFill>, doc::kRoleCount> fields;
  std::uint64_t sampled = 0;    // lines looked at
  std::uint64_t malformed = 0;  // of them
  std::uint64_t with_day = 0;
  std::uint64_t with_site = 0;
  std::vector<SampleRecord> samples;  // at most three
  std::uint64_t file_bytes = 0;
  std::uint64_t estimated_bytes = 0;  // decompressed
  std::uint64_t estimated_articles = 0;
};

struct PreflightSettings {
  const Plan& plan;
  const doc::FieldMap& fields;
  const doc::Aliases* aliases = nullptr;
};

Result<Preflight> preflight(const PreflightSettings& settings, InputList list,
                            Diagnostics& diagnostics);

// The plan in words, for the terminal: inputs, fields, samples, estimates.
std::string plan_text(const Preflight& found, const Plan& plan, unsigned threads,
                      std::uint64_t memory_bytes);

}  // namespace pressmill::pipeline
