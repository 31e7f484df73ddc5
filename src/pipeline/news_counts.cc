// SPDX-License-Identifier: Apache-2.0
//
// Counting articles, then naming, judging and sorting what was counted.

#include "pipeline/news_counts.h"

#include <algorithm>
#include <utility>

#include "clean/line_rules.h"
#include "clean/recipe.h"
#include "doc/day.h"
#include "doc/site.h"
#include "pipeline/furniture.h"
#include "pipeline/look.h"
#include "stats/coverage.h"

namespace pressmill::pipeline {

namespace {

using dedup::Reason;

static_assert(dedup::kReasonCount <= kFirstRecipeRule);

std::uint8_t reason_slot(Reason reason, std::uint64_t rules) {
  if (reason != Reason::quality) return static_cast<std::uint8_t>(reason);
  return static_cast<std::uint8_t>(kFirstRecipeRule + clean::deciding_rule(rules));
}

// Articles and lines of the groups that rules speak of.
class GroupSizes {
 public:
  explicit GroupSizes(const RuleCells& cells) {
    cells.each([this](const RuleCells::Key& key, std::uint64_t count) {
      Less& less = less_[key.group];
      if (key.kind == RuleKind::line) less.lines += count;
      if (key.kind != RuleKind::dropped) return;
      const auto reason = static_cast<Reason>(key.rule);
      if (reason == Reason::empty) less.empty += count;
      if (reason != Reason::exact && reason != Reason::near && reason != Reason::contained)
        less.not_compared += count;
    });
  }

  std::uint64_t of(std::uint64_t group, const Flow& flow, RuleKind kind) const {
    switch (kind) {
      case RuleKind::dropped:
        return flow.in.articles;
      case RuleKind::quality:
        return flow.in.articles - less(group).empty;
      case RuleKind::line:
        return flow.in.lines + less(group).lines;
    }
    return 0;
  }
  // That took part in match.
  std::uint64_t compared(std::uint64_t group, const Flow& flow) const {
    return flow.in.articles - less(group).not_compared;
  }

 private:
  struct Less {
    std::uint64_t empty = 0;
    std::uint64_t not_compared = 0;  // what was dropped before match
    std::uint64_t lines = 0;         // removed
  };
  const Less& less(std::uint64_t group) const {
    static const Less kNone;
    const auto it = less_.find(group);
    return it == less_.end() ? kNone : it->second;
  }
  std::unordered_map<std::uint64_t, Less> less_;
};

std::string rule_name(const RunState& run, RuleKind kind, std::uint8_t rule) {
  if (kind == RuleKind::line)
    return std::string(clean::rule_name(static_cast<clean::LineRule>(rule)));
  if (kind == RuleKind::quality) return run.recipe.rules()[rule].reason;
  if (rule >= kFirstRecipeRule) return run.recipe.rules()[rule - kFirstRecipeRule].reason;
  return std::string(dedup::reason_name(static_cast<Reason>(rule)));
}

// `groups`: a map from group to Flow.
template <class Groups, class Name>
std::vector<RuleCountAt> list_rules(const RunState& run, const RuleCells& cells,
                                    const Groups& groups, Name name_of) {
  const GroupSizes sizes(cells);
  const auto of = [&](std::uint64_t group, RuleKind kind) {
    const auto it = groups.find(group);
    return it == groups.end() ? 0 : sizes.of(group, it->second, kind);
  };
  std::vector<std::uint64_t> of_all(kRuleKinds);
  for (const auto& [group, flow] : groups)
    for (std::size_t kind = 0; kind < kRuleKinds; ++kind)
      of_all[kind] += of(group, static_cast<RuleKind>(kind));
  return cells.list(
      {name_of, [&](RuleKind kind, std::uint8_t rule) { return rule_name(run, kind, rule); }, of},
      of_all);
}

std::vector<SiteOriginality> originality(
    const RunState& run, const SegmentTable& table, const stats::CorpusStats& articles,
    const RuleCells& cells, const std::unordered_map<std::uint64_t, std::uint64_t>& from_others) {
  std::vector<SiteOriginality> all;
  if (!run.plan.compare) return all;
  const GroupSizes sizes(cells);
  for (const auto& [site, flow] : articles.sites) {
    SiteOriginality one;
    one.site = table.site_name(site);
    if (one.site == doc::kNoSite) continue;  // whose articles they are like is not known
    one.articles = sizes.compared(site, flow);
    const auto others = from_others.find(site);
    one.original = one.articles - (others == from_others.end() ? 0 : others->second);
    if (one.articles > 0) all.push_back(std::move(one));
  }
  std::sort(all.begin(), all.end(),
            [](const SiteOriginality& a, const SiteOriginality& b) { return a.site < b.site; });
  return all;
}

SiteCoverage named(const std::string& site, const stats::Coverage& found) {
  SiteCoverage coverage;
  coverage.site = site;
  coverage.first_day = doc::format_day(found.span.first);
  coverage.last_day = doc::format_day(found.span.last);
  coverage.days_with_articles = found.days;
  coverage.days = static_cast<std::uint64_t>(std::int64_t{found.span.last} - found.span.first + 1);
  if (found.usual_gap) coverage.usual_gap = static_cast<std::uint64_t>(*found.usual_gap);
  for (const stats::SilentDays& gap : found.gaps)
    coverage.gaps.push_back({doc::format_day(gap.days.first), doc::format_day(gap.days.last),
                             static_cast<std::uint64_t>(gap.length()), gap.unusual});
  if (found.silent) {
    coverage.silent_since = doc::format_day(found.silent->first);
    coverage.silent_days =
        static_cast<std::uint64_t>(std::int64_t{found.silent->last} - found.silent->first + 1);
  }
  return coverage;
}

// The days that count, and how many articles lie outside them.
std::optional<stats::DaySpan> find_core(const stats::CorpusStats& articles, Summary& summary) {
  std::map<std::int32_t, std::uint64_t> dated;
  for (const auto& [day, flow] : articles.days)
    if (day != dedup::kNoDay) dated[day] = flow.in.articles;
  const auto core = stats::core_of(dated);
  if (!core) return core;
  summary.dates_first = doc::format_day(core->first);
  summary.dates_last = doc::format_day(core->last);
  for (const auto& [day, count] : dated) {
    summary.dates_before += day < core->first ? count : 0;
    summary.dates_after += day > core->last ? count : 0;
  }
  return core;
}

std::vector<SiteCoverage> coverage(const SegmentTable& table, const stats::CorpusStats& articles,
                                   const std::optional<stats::DaySpan>& core) {
  std::unordered_map<std::uint64_t, std::vector<std::int32_t>> days;
  for (const auto& [key, flow] : articles.site_days)
    if (key.second != dedup::kNoDay) days[key.first].push_back(key.second);
  std::vector<SiteCoverage> all;
  for (auto& [site, of_site] : days) {
    std::sort(of_site.begin(), of_site.end());
    all.push_back(named(table.site_name(site), stats::coverage_of(of_site, *core)));
  }
  std::sort(all.begin(), all.end(),
            [](const SiteCoverage& a, const SiteCoverage& b) { return a.site < b.site; });
  return all;
}

std::vector<RuleCount> taken(std::vector<RuleCountAt>& rules) {
  std::vector<RuleCount> counts;
  counts.reserve(rules.size());
  for (RuleCountAt& at : rules) counts.push_back(std::move(at.count));
  rules = {};
  return counts;
}

}  // namespace

void NewsCounts::add(const dedup::CardTable& cards, std::size_t at, std::uint64_t row,
                     const dedup::Verdict& verdict) {
  const std::uint64_t rules = cards.rules[at];
  const auto add_rule = [&](RuleKind kind, std::uint8_t rule) {
    by_site.add({cards.site[at], kind, rule}, row);
    by_lang.add({cards.lang[at], kind, rule}, row);
  };
  if (verdict.reason != Reason::kept)
    add_rule(RuleKind::dropped, reason_slot(verdict.reason, rules));
  if (rules != 0)
    add_rule(RuleKind::quality, static_cast<std::uint8_t>(clean::deciding_rule(rules)));
  if (cards.guarded[at] != 0) guarded_row = std::min(guarded_row, row);
  if (cards.day[at] == dedup::kNoDay) undated_row = std::min(undated_row, row);
  if (verdict.is_copy())
    copies_.push_back(
        {verdict.of, row, cards.site[at], cards.day[at], static_cast<std::uint32_t>(verdict.kind)});
}

void NewsCounts::merge(const NewsCounts& other) {
  by_site.merge(other.by_site);
  by_lang.merge(other.by_lang);
  guarded_row = std::min(guarded_row, other.guarded_row);
  undated_row = std::min(undated_row, other.undated_row);
}

std::vector<CopyEntry> NewsCounts::take_copies() {
  return std::exchange(copies_, {});
}

Status add_news(RunState& run, const SegmentTable& table, const MatchResult& matched,
                const stats::CorpusStats& articles, NewsCounts& counts, CopyingCounts& copying,
                Summary& summary) {
  NewsSummary& news = summary.news;
  news.stats_only = run.plan.stats_only;
  auto copies = copying.finish();
  if (!copies) return copies.error();
  news.copying = std::move(copies->summary);
  news.originality = originality(run, table, articles, counts.by_site, copies->from_others);
  news.has_furniture = run.plan.clean && run.plan.audit_lines;
  if (news.has_furniture) {
    auto furniture = count_furniture(run, table);
    if (!furniture) return furniture.error();
    news.furniture = std::move(furniture->sites);
    counts.by_site.merge(furniture->by_site);
    counts.by_lang.merge(furniture->by_lang);
  }
  news.coverage = coverage(table, articles, find_core(articles, summary));
  LookFacts facts;
  facts.by_site = list_rules(run, counts.by_site, articles.sites,
                             [&](std::uint64_t site) { return table.site_name(site); });
  facts.by_lang = list_rules(run, counts.by_lang, articles.languages, dedup::unpack_lang);
  facts.from_one = std::move(copies->from_one);
  facts.guarded_row = counts.guarded_row;
  facts.undated_row = counts.undated_row;
  facts.repeated_row = matched.repeated_row;
  for (const auto& [count, row] : facts.by_site)
    if (count.kind == kind_name(RuleKind::dropped))
      summary.site_reasons[count.group][count.rule] += count.count;
  auto look = look_at(run, table, summary, facts);
  if (!look) return look.error();
  news.look = std::move(*look);
  news.rules_by_site = taken(facts.by_site);
  news.rules_by_lang = taken(facts.by_lang);
  return {};
}

}  // namespace pressmill::pipeline
