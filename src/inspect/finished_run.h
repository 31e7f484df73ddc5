// SPDX-License-Identifier: Apache-2.0
//
// A finished run, read from its OUT alone: which articles an id or a place means.
//
// Opening it reads the manifest and OUT/index/run; a look-up reads a few pairs of OUT/index/ids,
// a few values of a file of cards. Nothing grows with the corpus but the list of inputs.
//
// A run that is through with emit but not yet done can be looked at by itself: of_emitted().
//
// Threads:  const once opened.
// Failure:  Code::usage where there is no run or no such article, Code::busy while it runs,
//           Code::refused where it was stopped; Code::input for damaged files.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "doc/field_map.h"
#include "doc/json_value.h"
#include "pipeline/run_index.h"

namespace pressmill::inspect {

// What the settings of the run say, as far as it matters here.
struct RunSettings {
  bool dropped_ids = false;   // dropped articles have no text
  bool lines_written = true;  // --clean on and --audit lines
  bool repair = true;
  unsigned shingle_words = 0;  // by which articles were compared; 0: they were not
  std::string fields;
  std::vector<std::string> rules;  // of the recipe, in order
};

struct Found {
  std::vector<std::uint64_t> rows;  // in ordinal order
  std::uint64_t all = 0;            // how many there are; rows holds the first of them
};

// Hands over the lines of kept and dropped for these rows, as pipeline::print_emitted() does.
using EmittedLines =
    std::function<Status(const std::vector<std::uint64_t>& rows,
                         const std::function<Status(std::size_t, std::string_view)>& visit)>;

class FinishedRun {
 public:
  static Result<FinishedRun> open(const std::string& out);
  // A run that goes on, seen from inside. Needs: emit is through; `run` and `table` outlive it.
  static Result<FinishedRun> of_emitted(const pipeline::RunState& run,
                                        const pipeline::SegmentTable& table);

  const pipeline::Paths& paths() const { return paths_; }
  const pipeline::RunIndex& index() const { return index_; }
  const std::vector<std::string>& inputs() const { return inputs_; }
  const RunSettings& settings() const { return settings_; }
  const doc::FieldMap& fields() const { return fields_; }
  // Empty where lines have to be looked for in the parts.
  const EmittedLines& emitted() const { return emitted_; }

  // Articles with this id, or at this INPUT:LINE; Code::usage with what may help where there are
  // none. At most `most` rows.
  Result<Found> find(const std::string& id, std::uint64_t most) const;

 private:
  // Takes over what the settings say, reads the index. Needs: paths_.
  Status load(const doc::JsonValue& settings);
  Result<Found> find_id(const std::string& id, std::uint64_t most) const;
  Result<bool> has_id(std::uint64_t row, const std::string& id) const;
  // The row at this place; `all` 0 where it holds no article.
  Result<Found> find_place(std::string_view input, std::uint64_t line) const;
  Result<Found> find_in_segment(const pipeline::SegmentRows& segment, std::uint32_t input,
                                std::uint64_t line) const;
  Error not_found(const std::string& id) const;
  Result<std::vector<std::string>> near_ids(const std::string& id) const;

  pipeline::Paths paths_;
  pipeline::RunIndex index_;
  std::vector<std::string> inputs_;  // names, sorted but for "-", which is last
  RunSettings settings_;
  doc::FieldMap fields_;
  EmittedLines emitted_;
};

}  // namespace pressmill::inspect
