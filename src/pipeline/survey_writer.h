// SPDX-License-Identifier: Apache-2.0
//
// The last, ordered stage of the survey: appends what workers found to the file of its segment.
//
// Threads:  one caller at a time (a serial stage).
// Failure:  Code::output, at once; nothing half-written is journalled.

#pragma once

#include <optional>

#include "io/store.h"
#include "pipeline/run_state.h"
#include "pipeline/ticket.h"

namespace pressmill::pipeline {

class SurveyWriter {
 public:
  explicit SurveyWriter(RunState& run) : run_(run) {}

  Status append(Ticket& ticket);
  // Finishes the segment under way, or throws it away where reading was stopped.
  Status finish(bool complete);

 private:
  struct Open {
    SegmentKey key;
    io::StoreWriter store;
    std::uint64_t articles = 0;
    bool last = false;
  };
  Status append_part(SurveyedPart& part);

  RunState& run_;
  std::optional<Open> open_;
};

}  // namespace pressmill::pipeline
