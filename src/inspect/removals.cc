// SPDX-License-Identifier: Apache-2.0
//
// Numbers to segments, segments to rows and lines.

#include "inspect/removals.h"

#include <fmt/format.h>

#include <map>

#include "clean/recipe.h"
#include "dedup/card.h"
#include "dedup/verdict.h"
#include "inspect/terminal.h"
#include "pipeline/removed_lines.h"

namespace pressmill::inspect {

namespace {

using Segment = pipeline::IndexedSegment;

// Calls visit(row of the segment) for each article that went for this rule of the recipe.
template <class Visit>
Status each_of_rule(const FinishedRun& run, const Segment& segment, std::size_t rule, Visit visit) {
  auto verdicts = dedup::VerdictReader::open(run.paths().verdicts(segment.rows.key));
  if (!verdicts) return verdicts.error();
  auto reasons = verdicts->reasons();
  if (!reasons) return reasons.error();
  auto cards = dedup::CardReader::open(run.paths().cards(segment.rows.key));
  if (!cards) return cards.error();
  auto rules = cards->column<std::uint64_t>("rules");
  if (!rules) return rules.error();
  for (std::size_t row = 0; row < reasons->size() && row < rules->size(); ++row)
    if ((*reasons)[row] == static_cast<std::uint8_t>(dedup::Reason::quality) &&
        (*rules)[row] != 0 && clean::deciding_rule((*rules)[row]) == rule)
      visit(row);
  return {};
}

// What is wanted of one segment: the k-th of a kind, and where in the answer it goes.
struct Wanted {
  std::map<std::uint64_t, std::size_t> articles[pipeline::kReasonSlots];
  std::map<std::uint64_t, std::size_t> lines[dedup::kLineRuleSlots];
  std::size_t rule = RemovalKind::kAnyRule;  // then articles are those of this rule
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
    wanted_.rule = kind.rule;
    ++open_;
  }

  Status search() {
    if (wanted_.any_article)
      if (Status s = wanted_.rule == RemovalKind::kAnyRule ? search_articles() : search_rule(); !s)
        return s;
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

  Status search_rule() {
    const auto reason = static_cast<std::uint8_t>(dedup::Reason::quality);
    std::uint64_t seen = 0;
    return each_of_rule(run_, segment_, wanted_.rule, [&](std::size_t row) {
      take(wanted_.articles[reason], seen++,
           {{false, reason, wanted_.rule}, segment_.rows.first_row + row, 0});
    });
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

std::string known_reasons(const FinishedRun& run) {
  std::string names = "all, articles, lines";
  for (std::size_t i = 1; i < dedup::kReasonCount; ++i)
    names += fmt::format(", {}", dedup::reason_name(static_cast<dedup::Reason>(i)));
  for (std::size_t i = 1; i < clean::kLineRules; ++i)
    names += fmt::format(", {}", clean::rule_name(static_cast<clean::LineRule>(i)));
  for (const std::string& rule : run.settings().rules) names += ", " + rule;
  return names;
}

}  // namespace

Result<std::vector<RemovalKind>> removal_kinds(const FinishedRun& run, const std::string& reason) {
  std::vector<RemovalKind> kinds;
  for (std::size_t i = 1; i < dedup::kReasonCount; ++i)
    if (reason == "all" || reason == "articles" ||
        reason == dedup::reason_name(static_cast<dedup::Reason>(i)))
      kinds.push_back({false, static_cast<std::uint8_t>(i)});
  const auto& rules = run.settings().rules;
  for (std::size_t i = 0; i < rules.size(); ++i)
    if (reason == rules[i])
      kinds.push_back({false, static_cast<std::uint8_t>(dedup::Reason::quality), i});
  const std::size_t articles = kinds.size();
  for (std::size_t i = 1; i < clean::kLineRules; ++i)
    if (reason == "all" || reason == "lines" ||
        reason == clean::rule_name(static_cast<clean::LineRule>(i)))
      kinds.push_back({true, static_cast<std::uint8_t>(i)});
  if (kinds.empty())
    return Error(
        Code::usage,
        fmt::format("no reason is called {}; there are {}{}", printable(reason), known_reasons(run),
                    reason == "malformed" ? "; malformed.jsonl.zst has all malformed lines" : ""));
  if (run.settings().lines_written) return kinds;
  kinds.resize(articles);
  if (kinds.empty())
    return Error(Code::usage,
                 "this run did not write down which lines went (--audit off or --clean off)",
                 Place{.path = run.paths().out});
  return kinds;
}

Result<Removals> Removals::open(const FinishedRun& run, std::vector<RemovalKind> kinds) {
  Removals removals(run, std::move(kinds));
  const auto& segments = run.index().segments;
  for (const RemovalKind kind : removals.kinds_)
    for (std::size_t i = 0; i < segments.size(); ++i) {
      if (kind.rule != RemovalKind::kAnyRule) {
        std::uint64_t count = 0;
        Status s = each_of_rule(run, segments[i], kind.rule, [&](std::size_t) { ++count; });
        if (!s) return s.error();
        removals.by_rule_.push_back(count);
      }
      removals.count_ += removals.count_in(i, kind);
    }
  return removals;
}

std::uint64_t Removals::count_in(std::size_t segment, RemovalKind kind) const {
  if (kind.rule != RemovalKind::kAnyRule) return by_rule_[segment];
  const Segment& at = run_.index().segments[segment];
  return kind.is_line ? at.rows.lines_removed[kind.number] : at.reasons[kind.number];
}

Result<std::vector<Removal>> Removals::at(const std::vector<std::uint64_t>& numbers) const {
  std::vector<Removal> found(numbers.size());
  std::size_t next = 0;
  std::uint64_t before = 0;  // removals that stand before the segment and kind under way
  const auto& segments = run_.index().segments;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    const std::size_t first = next;
    SegmentSearch search(run_, segments[i], found);
    for (const RemovalKind kind : kinds_) {
      const std::uint64_t end = before + count_in(i, kind);
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

std::vector<std::uint64_t> Removals::counts() const {
  std::vector<std::uint64_t> counts(kinds_.size());
  for (std::size_t k = 0; k < kinds_.size(); ++k)
    for (std::size_t i = 0; i < run_.index().segments.size(); ++i)
      counts[k] += count_in(i, kinds_[k]);
  return counts;
}

Result<std::vector<Removal>> Removals::at_by_kind(
    const std::vector<std::vector<std::uint64_t>>& numbers) const {
  struct Progress {
    std::size_t next = 0;      // of the kind's numbers
    std::size_t slot = 0;      // of the next one in the answer
    std::uint64_t before = 0;  // of this kind, before the segment under way
  };
  std::vector<Progress> progress(kinds_.size());
  std::size_t all = 0;
  for (std::size_t k = 0; k < kinds_.size(); all += numbers[k++].size()) progress[k].slot = all;
  std::vector<Removal> found(all);
  const auto& segments = run_.index().segments;
  for (std::size_t i = 0; i < segments.size(); ++i) {
    SegmentSearch search(run_, segments[i], found);
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      Progress& at = progress[k];
      const std::uint64_t end = at.before + count_in(i, kinds_[k]);
      for (; at.next < numbers[k].size() && numbers[k][at.next] < end; ++at.next)
        search.want(kinds_[k], numbers[k][at.next] - at.before, at.slot++);
      at.before = end;
    }
    if (Status s = search.search(); !s) return s.error();
  }
  return found;
}

}  // namespace pressmill::inspect
