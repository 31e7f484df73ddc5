// SPDX-License-Identifier: Apache-2.0
//
// Rules of thumb, each with its sentence.

#include "pipeline/look.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <utility>

#include "base/human.h"
#include "base/shell.h"
#include "doc/raw_json.h"
#include "pipeline/article_refs.h"
#include "pipeline/look_order.h"
#include "stats/csv.h"

namespace pressmill::pipeline {

namespace {

constexpr std::string_view kNoSite = "-";
// Of a group, for what is said of all of it to mean anything.
constexpr std::uint64_t kLeastGroup = 10;
constexpr std::uint64_t kUndatedShare = 10;     // more than one in so many articles
constexpr std::uint64_t kMalformedShare = 100;  // one in so many lines
constexpr std::uint64_t kMillion = 1'000'000;
constexpr std::string_view kLanguage = "language";  // the reason

bool is_plain(std::string_view id) {
  constexpr std::size_t kLongest = 80;
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:/@%+=,-";
  return !id.empty() && id.size() <= kLongest && id.front() != '-' &&
         id.find_first_not_of(kPlain) == std::string_view::npos;
}

std::string literal_in_regex(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (std::string_view(".[]*^$\\").find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

std::string csv_field(std::string_view text) {
  std::string field;
  stats::append_csv(field, text);
  return field;
}

class Findings {
 public:
  explicit Findings(const Summary& summary, const LookFacts& facts)
      : summary_(summary), facts_(facts) {}

  std::vector<FindingAt> find() {
    unreadable();
    nothing_kept();
    malformed();
    dropped_groups(facts_.by_site, summary_.sites, true);
    dropped_groups(facts_.by_lang, summary_.languages, false);
    outliers(facts_.by_site, summary_.sites, true);
    outliers(facts_.by_lang, summary_.languages, false);
    copies_of_one();
    gaps();
    guarded();
    undated();
    odd_dates();
    others();
    return in_order(std::move(found_));
  }

 private:
  void add(Finding finding, std::uint64_t weight, std::uint64_t row = UINT64_MAX) {
    found_.push_back({std::move(finding), weight, row});
  }

  static std::string of(bool is_site, const std::string& group) {
    return is_site ? group : fmt::format("language {}", group);
  }
  static bool is_known(const std::string& group) { return !group.empty() && group != kNoSite; }
  static bool is_whole(const Flow& flow) {
    return flow.in.articles >= kLeastGroup && flow.kept.articles == 0;
  }

  void unreadable() {
    for (const InputSummary& input : summary_.inputs) {
      if (input.damage.empty()) continue;
      Finding f;
      f.kind = "unreadable";
      f.text = fmt::format("{} could not be read to its end: {}.", input.name, input.damage);
      f.count = input.articles;
      add(std::move(f), input.articles);  // how much is missing nobody knows
    }
  }

  // A file of another schema among good ones: the rest of the run hides it.
  void nothing_kept() {
    if (summary_.total.kept.articles == 0) return;
    for (const InputSummary& input : summary_.inputs) {
      const std::uint64_t lines = input.malformed + input.articles;
      if (input.kept > 0 || lines < kLeastGroup) continue;
      Finding f;
      f.kind = "nothing_kept";
      f.text = fmt::format("Nothing of {} was kept: {}, {} malformed, {} dropped.", input.name,
                           counted(lines, "line"), human_count(input.malformed),
                           human_count(input.dropped));
      f.count = f.of = lines;
      f.command =
          fmt::format("zstdcat OUT/{} | grep -m 3 -F -- {}",
                      2 * input.malformed > lines ? "malformed.jsonl.zst" : "articles.csv.zst",
                      shell_quoted(input.name));
      add(std::move(f), lines);
    }
  }

  void malformed() {
    const std::uint64_t malformed = summary_.malformed_lines();
    const std::uint64_t lines = malformed + summary_.total.in.articles;
    if (malformed * kMalformedShare < lines || malformed == 0) return;
    Finding f;
    f.kind = "malformed";
    f.text = fmt::format("{} of the lines are no articles.", human_share(malformed, lines));
    f.count = malformed;
    f.of = lines;
    f.command = "zstdcat OUT/malformed.jsonl.zst | head";
    add(std::move(f), malformed);
  }

  void dropped_groups(const std::vector<RuleCountAt>& rules,
                      const std::map<std::string, Flow>& groups, bool is_site) {
    std::map<std::string, const RuleCountAt*> main;  // reason of each group that went whole
    for (const RuleCountAt& rule : rules) {
      const auto flow = groups.find(rule.count.group);
      if (rule.count.kind != "dropped" || flow == groups.end() || !is_whole(flow->second) ||
          !is_known(rule.count.group))
        continue;
      const RuleCountAt*& most = main[rule.count.group];
      if (most == nullptr || rule.count.count > most->count.count) most = &rule;
    }
    for (const auto& [group, rule] : main) {
      Finding f;
      f.kind = is_site ? "site_dropped" : "language_dropped";
      (is_site ? f.site : f.lang) = group;
      f.rule = rule->count.rule;
      f.count = f.of = rule->count.of;
      f.text = fmt::format("All {} of {} were dropped{} {}.", counted(f.of, "article"),
                           of(is_site, group),
                           rule->count.count == f.of ? "" : ", " + human_count(rule->count.count),
                           f.rule == kLanguage ? "for their language" : "as " + f.rule);
      if (summary_.news.stats_only)  // nothing else is dropped there
        f.text =
            fmt::format("None of the {} of {} has a text.", human_count(f.of), of(is_site, group));
      add(std::move(f), rule->count.of, rule->row);
    }
  }

  void outliers(const std::vector<RuleCountAt>& rules, const std::map<std::string, Flow>& groups,
                bool is_site) {
    for (const RuleCountAt& rule : rules) {
      const RuleCount& c = rule.count;
      if (!c.outlier || !is_known(c.group) || is_whole(groups.at(c.group))) continue;
      // What a rule of the recipe dropped it also found.
      if (c.kind == "dropped" && summary_.quality.found.contains(c.rule)) continue;
      Finding f;
      f.kind = is_site ? "rule_by_site" : "rule_by_language";
      (is_site ? f.site : f.lang) = c.group;
      f.rule = c.rule;
      f.count = c.count;
      f.of = c.of;
      // A run mends and cleans before it judges.
      const bool is_as_it_came = summary_.news.stats_only && c.kind == "quality";
      f.text = fmt::format(
          "{} {} {} {} of the {} of {}{}, elsewhere {}.", c.kind == "dropped" ? "Reason" : "Rule",
          c.rule, c.kind == "quality" ? "finds" : "takes", human_share(c.count, c.of),
          counted(c.of, c.kind == "line" ? "line" : "article"), of(is_site, c.group),
          is_as_it_came ? ", as they came" : "", human_share(c.count_elsewhere, c.of_elsewhere));
      // Of all lines, or of all articles: the one is not the other.
      add(std::move(f), c.count * kMillion / (c.of + c.of_elsewhere), rule.row);
    }
  }

  static std::string when(const SiteCopies& copies) {
    if (!copies.median_lag_days) return "";
    const std::int64_t lag = *copies.median_lag_days;
    if (lag == 0) return ", mostly on the same day";
    return fmt::format(", {} {} by the median",
                       counted(static_cast<std::uint64_t>(lag > 0 ? lag : -lag), "day"),
                       lag > 0 ? "later" : "earlier");
  }

  void copies_of_one() {
    for (const SiteCopies& copies : facts_.from_one) {
      if (!is_known(copies.site) || !is_known(copies.from_site) || copies.articles < kLeastGroup)
        continue;
      const auto site = std::lower_bound(
          summary_.news.originality.begin(), summary_.news.originality.end(), copies.site,
          [](const SiteOriginality& o, const std::string& name) { return o.site < name; });
      if (site == summary_.news.originality.end() || copies.articles * 2 < site->articles) continue;
      Finding f;
      f.kind = "copies_of";
      f.site = copies.site;
      f.count = copies.articles;
      f.of = site->articles;
      f.text =
          fmt::format("{} of the {} of {} are like articles of {}{}.", human_share(f.count, f.of),
                      counted(f.of, "article"), f.site, copies.from_site, when(copies));
      add(std::move(f), copies.articles, copies.row);
    }
  }

  void gap(const char* kind, const SiteCoverage& site, std::uint64_t days, std::string text) {
    Finding f;
    f.kind = kind;
    f.site = site.site;
    f.count = days;
    f.of = site.days;
    f.text = std::move(text);
    f.command = fmt::format("grep -- {} OUT/tables/gaps.csv",
                            shell_quoted("^" + literal_in_regex(csv_field(site.site)) + ","));
    // As many articles as the site has on so many days, but no more than it has.
    const std::uint64_t articles = summary_.sites.at(site.site).in.articles;
    const double missing = static_cast<double>(articles) / static_cast<double>(site.days) *
                           static_cast<double>(std::min(days, site.days));
    add(std::move(f), static_cast<std::uint64_t>(missing));
  }

  void gaps() {
    for (const SiteCoverage& site : summary_.news.coverage) {
      if (!is_known(site.site)) continue;
      if (!site.gaps.empty() && site.gaps.front().unusual) {
        const Gap& g = site.gaps.front();
        gap("gap", site, g.days,
            fmt::format("{} has no articles for {}, from {} to {}; {}.", site.site,
                        counted(g.days, "day"), g.from, g.to,
                        *site.usual_gap == 0 ? "as a rule there are some every day"
                                             : "as a rule the next come within " +
                                                   counted(*site.usual_gap + 1, "day")));
      }
      if (!site.silent_since.empty())
        gap("silent", site, site.silent_days,
            fmt::format("{} has no articles since {}, {} before the others end.", site.site,
                        site.silent_since, counted(site.silent_days, "day")));
    }
  }

  void guarded() {
    const CleaningSummary& cleaning = summary_.cleaning;
    if (cleaning.guarded == 0) return;
    const auto most =
        std::max_element(cleaning.guarded_sites.begin(), cleaning.guarded_sites.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    Finding f;
    f.kind = "guarded";
    f.count = cleaning.guarded;
    f.of = summary_.total.in.articles;
    f.text = fmt::format(
        "Cleaning would have taken too much of {}, so it took nothing; {} of {} ({}).",
        counted(f.count, "article"),
        2 * most->second > f.count ? "most are" : "of no site are there more than",
        is_known(most->first) ? most->first : "no known site", human_count(most->second));
    add(std::move(f), cleaning.guarded, facts_.guarded_row);
  }

  void undated() {
    const auto none = summary_.days.find("");
    if (none == summary_.days.end()) return;
    const std::uint64_t articles = none->second.in.articles;
    const std::uint64_t all = summary_.total.in.articles;
    if (articles * kUndatedShare <= all) return;
    Finding f;
    f.kind = "undated";
    f.count = articles;
    f.of = all;
    f.text = fmt::format("{} of the articles have no day that is understood; {}.",
                         human_share(articles, all),
                         summary_.dates_unparsable > 0
                             ? fmt::format("{} a date field that is not; where days "
                                           "and months could be either, --date-order "
                                           "tells",
                                           summary_.dates_unparsable == 1
                                               ? "1 has"
                                               : human_count(summary_.dates_unparsable) + " have")
                             : "--fields date=NAME names the field");
    add(std::move(f), articles, facts_.undated_row);
  }

  void odd_dates() {
    const std::uint64_t before = summary_.dates_before;
    const std::uint64_t after = summary_.dates_after;
    if (before + after == 0) return;
    Finding f;
    f.kind = "odd_dates";
    f.count = before + after;
    f.of = summary_.total.in.articles;
    std::string where;
    if (before > 0) where = fmt::format("{} before {}", human_count(before), summary_.dates_first);
    if (after > 0)
      where += fmt::format("{}{} after {}", before > 0 ? ", " : "", human_count(after),
                           summary_.dates_last);
    f.text = fmt::format("{} {} dated apart from all others: {}.", counted(f.count, "article"),
                         f.count == 1 ? "is" : "are", where);
    f.command = before > after ? "head OUT/tables/days.csv" : "tail OUT/tables/days.csv";
    add(std::move(f), before + after);
  }

  void others() {
    if (summary_.repeated_ids > 0) {
      Finding f;
      f.kind = "repeated_ids";
      f.count = summary_.repeated_ids;
      f.of = summary_.total.in.articles;
      f.text = fmt::format("{} {} the id of an earlier one.", counted(f.count, "article"),
                           f.count == 1 ? "has" : "have");
      add(std::move(f), summary_.repeated_ids, facts_.repeated_row);
    }
    if (summary_.near.unverified > 0) {
      Finding f;
      f.kind = "unverified";
      f.count = summary_.near.unverified;
      f.text = fmt::format(
          "{} that may be alike were not compared, beyond the budget; their "
          "articles are kept.",
          counted(f.count, "pair"));
      add(std::move(f), summary_.near.unverified);
    }
  }

  // The largest of each kind, then the second largest of each, and so on: sizes of different kinds
  // are of different units.
  const Summary& summary_;
  const LookFacts& facts_;
  std::vector<FindingAt> found_;
};

}  // namespace

std::vector<FindingAt> find_remarkable(const Summary& summary, const LookFacts& facts) {
  return Findings(summary, facts).find();
}

Result<std::vector<Finding>> look_at(const RunState& run, const SegmentTable& table,
                                     const Summary& summary, const LookFacts& facts) {
  ArticleRefs refs(run, table);
  std::vector<Finding> all;
  for (FindingAt& at : find_remarkable(summary, facts)) {
    if (at.row != UINT64_MAX && !run.plan.stats_only) {
      auto ref = refs.find(at.row);
      if (!ref) return ref.error();
      const std::string id = doc::unquoted(ref->id);
      at.finding.command = fmt::format(
          "pressmill explain OUT {}",
          is_plain(id)
              ? id
              : shell_quoted(fmt::format("{}:{}", run.inputs[ref->input].name, ref->line)));
    }
    all.push_back(std::move(at.finding));
  }
  return all;
}

}  // namespace pressmill::pipeline
