// SPDX-License-Identifier: Apache-2.0
//
// News statistics as JSON.

#include "report/json_news.h"

#include <fmt/format.h>

#include <charconv>

#include "doc/site.h"

namespace pressmill::report {

namespace {

using doc::kNoSite;

constexpr auto kPair = [](auto& io, auto& pair) {
  io.or_null("site", pair.site, kNoSite)
      .or_null("from_site", pair.from_site, kNoSite)
      .field("exact", pair.exact)
      .field("near", pair.near)
      .field("contained", pair.contained)
      .field("contains", pair.contains)
      .or_null("median_lag_days", pair.median_lag_days);
};

constexpr auto kCopying = [](auto& io, auto& copying) {
  io.lines("pairs", copying.pairs, kPair)
      .field("pairs_left_out", copying.pairs_left_out)
      .field("articles_left_out", copying.articles_left_out);
};

constexpr auto kOriginality = [](auto& io, auto& site) {
  io.or_null("site", site.site, kNoSite)
      .field("articles", site.articles)
      .field("original", site.original)
      .derived("share", [&] { return doc::ratio4(site.original, site.articles); });
};

constexpr auto kFurnitureLine = [](auto& io, auto& line) {
  io.field("line", line.line).field("removed", line.removed).field("rule", line.rule);
};

constexpr auto kFurniture = [](auto& io, auto& site) {
  io.or_null("site", site.site, kNoSite)
      .field("removed", site.removed)
      .lines("lines", site.lines, kFurnitureLine);
};

constexpr auto kGap = [](auto& io, auto& gap) {
  io.field("from", gap.from)
      .field("to", gap.to)
      .field("days", gap.days)
      .flag("unusual", gap.unusual);
};

// The longest gap by itself: it is what most ask for.
template <class Io, class Site>
void gap_fields(Io& io, Site& site) {
  if constexpr (kReads<Io>) {
    Gap longest;
    io.object("longest_gap", longest, kGap);
    if (longest.days > 0) site.gaps.push_back(longest);
    io.lines("other_gaps", site.gaps, kGap);
  } else {
    if (site.gaps.empty())
      io.null("longest_gap");
    else
      io.object("longest_gap", site.gaps.front(), kGap);
    if (site.gaps.size() > 1)
      io.lines("other_gaps", std::vector(site.gaps.begin() + 1, site.gaps.end()), kGap);
  }
}

constexpr auto kCoverage = [](auto& io, auto& site) {
  io.or_null("site", site.site, kNoSite)
      .field("first_day", site.first_day)
      .field("last_day", site.last_day)
      .field("days_with_articles", site.days_with_articles)
      .field("days", site.days)
      .or_null("usual_gap", site.usual_gap);
  gap_fields(io, site);
  io.or_null("silent_since", site.silent_since).field("silent_days", site.silent_days);
};

// Two decimals, as in the tables.
template <class Io, class Count>
void deviation(Io& io, Count& rule) {
  std::string digits;
  if constexpr (!kReads<Io>) digits = fmt::format("{:.2f}", rule.z);
  io.token("z", digits);
  if constexpr (kReads<Io>) std::from_chars(digits.data(), digits.data() + digits.size(), rule.z);
}

// Of languages an empty group is unknown, of sites "-".
template <class Io, class Rules>
void rule_fields(Io& io, const char* list, const char* key, std::string_view none, Rules& rules) {
  io.lines(list, rules, [&](auto& line, auto& rule) {
    line.or_null(key, rule.group, none)
        .field("kind", rule.kind)
        .field("rule", rule.rule)
        .field("count", rule.count)
        .field("of", rule.of)
        .field("count_elsewhere", rule.count_elsewhere)
        .field("of_elsewhere", rule.of_elsewhere);
    deviation(line, rule);
    line.flag("outlier", rule.outlier);
  });
}

constexpr auto kFinding = [](auto& io, auto& finding) {
  io.field("kind", finding.kind)
      .field("text", finding.text)
      .unless_empty("site", finding.site)
      .unless_empty("lang", finding.lang)
      .unless_empty("rule", finding.rule)
      .field("count", finding.count)
      .field("of", finding.of)
      .unless_empty("command", finding.command);
};

template <class Io, class Changes>
void change_fields(Io& io, const char* list, const char* name, Changes& changes) {
  io.list(list, changes, [name](auto& row, auto& change) {
    row.or_null(name, change.name).field("before", change.before).field("now", change.now);
  });
}

constexpr auto kSiteArticles = [](auto& io, auto& site) {
  io.field("site", site.site).field("articles", site.articles);
};

const Change* find(const std::vector<Change>& changes, std::string_view name) {
  for (const Change& change : changes)
    if (change.name == name) return &change;
  return nullptr;
}

std::string mean_or_null(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return "null";
  return fmt::format("{:.4f}", static_cast<double>(part) / static_cast<double>(whole));
}

// Means of all articles that came in, empty ones too.
constexpr auto kWordsPerArticle = [](auto& io, auto& volume) {
  io.derived("before", [&] {
    return mean_or_null(find(volume, "words")->before, find(volume, "articles")->before);
  });
  io.derived("now", [&] {
    return mean_or_null(find(volume, "words")->now, find(volume, "articles")->now);
  });
};

constexpr auto kSites = [](auto& io, auto& c) {
  io.field("before", c.sites_before)
      .field("now", c.sites_now)
      .field("new", c.new_sites)
      .field("vanished", c.vanished_sites);
  change_fields(io, "changed", "site", c.sites);
  io.list("largest_new", c.largest_new, kSiteArticles)
      .list("largest_vanished", c.largest_vanished, kSiteArticles);
};

constexpr auto kComparison = [](auto& io, auto& c) {
  io.unless_empty("out_before", c.out_before)
      .field("version_before", c.version_before)
      .field("mode_before", c.mode_before)
      .field("mode_now", c.mode_now);
  change_fields(io, "volume", "name", c.volume);
  io.object("words_per_article", c.volume, kWordsPerArticle);
  change_fields(io, "reasons", "reason", c.reasons);
  change_fields(io, "malformed", "reason", c.malformed);
  change_fields(io, "languages", "lang", c.languages);
  io.object("sites", c, kSites);
};

template <class Io, class News>
void lists(Io& io, News& news) {
  io.lines("coverage", news.coverage, kCoverage);
  rule_fields(io, "rules_by_site", "site", kNoSite, news.rules_by_site);
  rule_fields(io, "rules_by_lang", "lang", "", news.rules_by_lang);
  io.list("look", news.look, kFinding);
}

}  // namespace

void put_comparison(FieldWriter& io, const Comparison& comparison) {
  kComparison(io, comparison);
}

void put_news(FieldWriter& io, const Summary& summary) {
  const NewsSummary& news = summary.news;
  io.field("mode", std::string(news.stats_only ? "stats" : "run"))
      .object("copying", news.copying, kCopying)
      .lines("originality", news.originality, kOriginality);
  if (news.has_furniture)
    io.list("furniture", news.furniture, kFurniture);
  else
    io.null("furniture");
  lists(io, news);
  if (news.baseline) io.object("baseline", *news.baseline, kComparison);
}

void read_news(FieldReader& io, Summary& summary) {
  NewsSummary& news = summary.news;
  std::string mode;
  io.field("mode", mode)
      .object("copying", news.copying, kCopying)
      .list("originality", news.originality, kOriginality)
      .list("furniture", news.furniture, kFurniture);
  news.stats_only = mode == "stats";
  news.has_furniture = io.is_list("furniture");
  lists(io, news);
  if (io.has("baseline")) io.object("baseline", news.baseline.emplace(), kComparison);
}

}  // namespace pressmill::report
