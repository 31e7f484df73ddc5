// SPDX-License-Identifier: Apache-2.0
//
// Numbers to segments, segments to rows and lines.

#include "inspect/removals.h"

#include <fmt/format.h>

#include <map>

#include "dedup/verdict.h"
#include "inspect/terminal.h"
#include "pipeline/removed_lines.h"

namespace pressmill::inspect {

namespace {

using Segment = pipeline::IndexedSegment;

std::uint64_t count_in(const Segment& segment, RemovalKind kind) {
  return kind.is_line ? segment.rows.lines_removed[kind.number] : segment.reasons[kind.number];
}

// What is wanted of one segment: the k-th of a kind, and where in the answer it goes.
struct Wanted {
  std::map<std::uint64_t, std::size_t> articles[pipeline::kReasonSlots];
  std::map<std::uint64_t, std::size_t> lines[dedup::kLineRuleSlots];
  bool any_article = false;
  bool any_line = false;
};

class SegmentSearch {
 public:
  SegmentSearch(const FinishedRun& run, const Segment& segment, std::vector<Removal>& found)
      : run_(run), segment_(segment), found_(found) {}

  void want(RemovalKind kind, std::uint64_t k, std::size_t slot) {
    (kind.is_line ? wanted_.lines : wanted_.articles)[kind.number][k] = slot;
    (kind.is_line ? wanted_.any_line : wanted_.any_article) = true;
    ++open_;
  }

  Status search() {
    if (wanted_.any_article)
      if (Status s = search_articles(); !s) return s;
    if (wanted_.any_line)
      if (Status s = search_lines(); !s) return s;
    if (open_ == 0) return {};
    return Error(Code::input, "holds fewer removals than the index says; run again with --fresh",
                 Place{.path = run_.paths().removed(segment_.rows.key)});
  }

 private:
  Status search_articles() {
    auto verdicts = dedup::VerdictReader::open(run_.paths().verdicts(segment_.rows.key));
    if (!verdicts) return verdicts.error();
    auto reasons = verdicts->reasons();
    if (!reasons) return reasons.error();
    std::array<std::uint64_t, pipeline::kReasonSlots> seen{};
    for (std::size_t row = 0; row < reasons->size(); ++row) {
      const std::uint8_t reason = (*reasons)[row];
      if (reason >= seen.size()) continue;
      take(wanted_.articles[reason], seen[reason]++,
           {{false, reason}, segment_.rows.first_row + row, 0});
    }
    return {};
  }

  Status search_lines() {
    std::array<std::uint64_t, dedup::kLineRuleSlots> seen{};
    return pipeline::each_removed(
        run_.paths().removed(segment_.rows.key), [&](const pipeline::RemovedLines& removed) {
          for (std::size_t i = 0; i < removed.lines.size() && !removed.guarded; ++i) {
            const auto rule = static_cast<std::uint8_t>(removed.lines[i].rule);
            take(wanted_.lines[rule], seen[rule]++,
                 {{true, rule}, segment_.rows.first_row + removed.row, i});
          }
          return Status();
        });
  }

  void take(const std::map<std::uint64_t, std::size_t>& wanted, std::uint64_t k,
            const Removal& removal) {
    const auto it = wanted.find(k);
    if (it == wanted.end()) return;
    found_[it->second] = removal;
    --open_;
  }

  const FinishedRun& run_;
  const Segment& segment_;
  std::vector<Removal>& found_;
  Wanted wanted_;
  std::uint64_t open_ = 0;
};

std::string known_reasons() {
  std::string names = "all, articles, lines";
  for (std::size_t i = 1; i < dedup::kReasonCount; ++i)
    names += fmt::format(", {}", dedup::reason_name(static_cast<dedup::Reason>(i)));
  for (std::size_t i = 1; i < clean::kLineRules; ++i)
    names += fmt::format(", {}", clean::rule_name(static_cast<clean::LineRule>(i)));
  return names;
}

}  // namespace

Result<std::vector<RemovalKind>> removal_kinds(const FinishedRun& run, const std::string& reason) {
  std::vector<RemovalKind> kinds;
  for (std::size_t i = 1; i < dedup::kReasonCount; ++i)
    if (reason == "all" || reason == "articles" ||
        reason == dedup::reason_name(static_cast<dedup::Reason>(i)))
      kinds.push_back({false, static_cast<std::uint8_t>(i)});
  const std::size_t articles = kinds.size();
  for (std::size_t i = 1; i < clean::kLineRules; ++i)
    if (reason == "all" || reason == "lines" ||
        reason == clean::rule_name(static_cast<clean::LineRule>(i)))
      kinds.push_back({true, static_cast<std::uint8_t>(i)});
  if (kinds.empty())
    return Error(
        Code::usage,
        fmt::format("no reason is called {}; there are {}{}", printable(reason), known_reasons(),
                    reason == "malformed" ? "; malformed.jsonl.zst has all malformed lines" : ""));
  if (run.settings().lines_written) return kinds;
  kinds.resize(articles);
  if (kinds.empty())
    return Error(Code::usage,
                 "this run did not write down which lines went (--audit off or --clean off)",
                 Place{.path = run.paths().out});
  return kinds;
}

Removals::Removals(const FinishedRun& run, std::vector<RemovalKind> kinds)
    : run_(run), kinds_(std::move(kinds)) {
  for (const Segment& segment : run.index().segments)
    for (const RemovalKind kind : kinds_) count_ += count_in(segment, kind);
}

Result<std::vector<Removal>> Removals::at(const std::vector<std::uint64_t>& numbers) const {
  std::vector<Removal> found(numbers.size());
  std::size_t next = 0;
  std::uint64_t before = 0;  // removals that stand before the segment and kind under way
  for (const Segment& segment : run_.index().segments) {
    const std::size_t first = next;
    SegmentSearch search(run_, segment, found);
    for (const RemovalKind kind : kinds_) {
      const std::uint64_t end = before + count_in(segment, kind);
      for (; next < numbers.size() && numbers[next] < end; ++next)
        search.want(kind, numbers[next] - before, next);
      before = end;
    }
    if (next > first)
      if (Status s = search.search(); !s) return s.error();
    if (next == numbers.size()) break;
  }
  return found;
}

}  // namespace pressmill::inspect
