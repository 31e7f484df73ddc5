// SPDX-License-Identifier: Apache-2.0
//
// The removals of a run as one numbered list, without reading them: which article or line is
// number i.
//
// OUT/index/run counts them by segment and reason; only the segments of the numbers asked for are
// opened. In a segment articles come before lines, reason by reason, each in ordinal order.
//
// Threads:  one caller.
// Failure:  Code::usage for a reason that there is none; Code::input for damaged files.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "inspect/finished_run.h"

namespace pressmill::inspect {

// A reason of articles, or a rule of lines.
struct RemovalKind {
  bool is_line = false;
  std::uint8_t number = 0;  // dedup::Reason or clean::LineRule
  // Of reason quality: this rule of the recipe alone; kAnyRule for all.
  std::size_t rule = kAnyRule;
  static constexpr std::size_t kAnyRule = SIZE_MAX;
};

struct Removal {
  RemovalKind kind;
  std::uint64_t row = 0;
  std::size_t at = 0;  // of a line: its place among those taken from its article
};

// `reason`: all, articles, lines, or the name of a reason, of a rule of lines, or of one of the
// run's recipe.
Result<std::vector<RemovalKind>> removal_kinds(const FinishedRun& run, const std::string& reason);

class Removals {
 public:
  static Result<Removals> open(const FinishedRun& run, std::vector<RemovalKind> kinds);

  std::uint64_t count() const { return count_; }
  // Needs: numbers that rise, below count(). In their order.
  Result<std::vector<Removal>> at(const std::vector<std::uint64_t>& numbers) const;

  // The same, each kind numbered by itself: removals of each kind, and those that are number
  // numbers[k][...] of kind k, kind after kind. Each segment is read once, however many kinds are
  // looked for in it. Needs: numbers of a kind rise; no kind is of a single rule.
  std::vector<std::uint64_t> counts() const;
  Result<std::vector<Removal>> at_by_kind(
      const std::vector<std::vector<std::uint64_t>>& numbers) const;

 private:
  Removals(const FinishedRun& run, std::vector<RemovalKind> kinds)
      : run_(run), kinds_(std::move(kinds)) {}
  std::uint64_t count_in(std::size_t segment, RemovalKind kind) const;

  const FinishedRun& run_;
  std::vector<RemovalKind> kinds_;
  std::vector<std::uint64_t> by_rule_;  // by segment, where one rule is asked for
  std::uint64_t count_ = 0;
};

}  // namespace pressmill::inspect
