// SPDX-License-Identifier: Apache-2.0
//
// News statistics to JSON.

#include "report/json_news.h"

#include <fmt/format.h>

#include <algorithm>

namespace pressmill::report {

namespace {

using doc::JsonWriter;

constexpr std::string_view kNoSite = "-";

void put_or_null(JsonWriter& json, const char* key, const std::string& text,
                 std::string_view none = "") {
  if (text == none)
    json.key(key).null();
  else
    json.member(key, text);
}

void put_site(JsonWriter& json, const char* key, const std::string& site) {
  put_or_null(json, key, site, kNoSite);
}

void put_copying(JsonWriter& json, const CopyingSummary& copying) {
  json.key("copying").begin_object().key("pairs").begin_array();
  const std::size_t shown = std::min(copying.pairs.size(), kPairsInJson);
  std::uint64_t left_out = copying.articles_left_out;
  for (std::size_t i = 0; i < copying.pairs.size(); ++i) {
    const CopyingPair& pair = copying.pairs[i];
    if (i >= shown) {
      left_out += pair.all();
      continue;
    }
    json.begin_object();
    put_site(json, "site", pair.site);
    put_site(json, "from_site", pair.from_site);
    json.member("exact", pair.exact)
        .member("near", pair.near)
        .member("contained", pair.contained)
        .member("contains", pair.contains)
        .key("median_lag_days");
    if (pair.median_lag_days)
      json.number(*pair.median_lag_days);
    else
      json.null();
    json.end_object();
  }
  json.end_array()
      .member("pairs_left_out", copying.pairs_left_out + copying.pairs.size() - shown)
      .member("articles_left_out", left_out)
      .end_object();
}

void put_originality(JsonWriter& json, const std::vector<SiteOriginality>& sites) {
  json.key("originality").begin_array();
  for (const SiteOriginality& site : sites) {
    json.begin_object();
    put_site(json, "site", site.site);
    json.member("articles", site.articles)
        .member("original", site.original)
        .member_raw("share", doc::ratio4(site.original, site.articles))
        .end_object();
  }
  json.end_array();
}

// Sites with most removed lines, in order of name.
std::vector<const SiteFurniture*> most_furniture(const std::vector<SiteFurniture>& sites) {
  std::vector<const SiteFurniture*> most;
  for (const SiteFurniture& site : sites) most.push_back(&site);
  std::stable_sort(most.begin(), most.end(), [](const SiteFurniture* a, const SiteFurniture* b) {
    return a->removed > b->removed;
  });
  if (most.size() > kFurnitureSitesInJson) most.resize(kFurnitureSitesInJson);
  std::sort(most.begin(), most.end(),
            [](const SiteFurniture* a, const SiteFurniture* b) { return a->site < b->site; });
  return most;
}

void put_furniture(JsonWriter& json, const std::vector<SiteFurniture>& sites) {
  json.key("furniture").begin_array();
  for (const SiteFurniture* site : most_furniture(sites)) {
    json.begin_object();
    put_site(json, "site", site->site);
    json.member("removed", site->removed).key("lines").begin_array();
    for (std::size_t i = 0; i < site->lines.size() && i < kFurnitureLinesInJson; ++i)
      json.begin_object()
          .member("line", site->lines[i].line)
          .member("removed", site->lines[i].removed)
          .member("rule", site->lines[i].rule)
          .end_object();
    json.end_array().end_object();
  }
  json.end_array();
}

void put_gap(JsonWriter& json, const std::vector<Gap>& gaps) {
  json.key("longest_gap");
  if (gaps.empty()) {
    json.null();
    return;
  }
  json.begin_object()
      .member("from", gaps.front().from)
      .member("to", gaps.front().to)
      .member("days", gaps.front().days)
      .key("unusual")
      .boolean(gaps.front().unusual)
      .end_object();
}

void put_coverage(JsonWriter& json, const std::vector<SiteCoverage>& sites) {
  json.key("coverage").begin_array();
  for (const SiteCoverage& site : sites) {
    json.begin_object();
    put_site(json, "site", site.site);
    json.member("first_day", site.first_day)
        .member("last_day", site.last_day)
        .member("days_with_articles", site.days_with_articles)
        .member("days", site.days)
        .key("usual_gap");
    if (site.usual_gap)
      json.number(*site.usual_gap);
    else
      json.null();
    put_gap(json, site.gaps);
    put_or_null(json, "silent_since", site.silent_since);
    json.end_object();
  }
  json.end_array();
}

void put_look(JsonWriter& json, const std::vector<Finding>& look) {
  json.key("look").begin_array();
  for (const Finding& f : look) {
    json.begin_object().member("kind", f.kind).member("text", f.text);
    if (!f.site.empty()) json.member("site", f.site);
    if (!f.lang.empty()) json.member("lang", f.lang);
    if (!f.rule.empty()) json.member("rule", f.rule);
    json.member("count", f.count).member("of", f.of);
    if (!f.command.empty()) json.member("command", f.command);
    json.end_object();
  }
  json.end_array();
}

void put_changes(JsonWriter& json, const char* key, const char* name,
                 const std::vector<Change>& changes) {
  json.key(key).begin_array();
  for (const Change& change : changes) {
    json.begin_object();
    put_or_null(json, name, change.name);
    json.member("before", change.before).member("now", change.now).end_object();
  }
  json.end_array();
}

void put_sites(JsonWriter& json, const char* key, const std::vector<SiteArticles>& sites) {
  json.key(key).begin_array();
  for (const SiteArticles& site : sites)
    json.begin_object().member("site", site.site).member("articles", site.articles).end_object();
  json.end_array();
}

const Change* find(const std::vector<Change>& changes, std::string_view name) {
  for (const Change& change : changes)
    if (change.name == name) return &change;
  return nullptr;
}

// Means of all articles that came in, empty ones too.
void put_words_per_article(JsonWriter& json, const Comparison& c) {
  const Change* words = find(c.volume, "words");
  const Change* articles = find(c.volume, "articles");
  const auto put = [&](const char* key, std::uint64_t part, std::uint64_t whole) {
    json.key(key);
    if (whole == 0)
      json.null();
    else
      json.raw(fmt::format("{:.4f}", static_cast<double>(part) / static_cast<double>(whole)));
  };
  json.key("words_per_article").begin_object();
  put("before", words->before, articles->before);
  put("now", words->now, articles->now);
  json.end_object();
}

}  // namespace

void put_comparison(JsonWriter& json, const Comparison& c) {
  json.begin_object()
      .member("version_before", c.version_before)
      .member("mode_before", c.mode_before)
      .member("mode_now", c.mode_now);
  put_changes(json, "volume", "name", c.volume);
  put_words_per_article(json, c);
  put_changes(json, "reasons", "reason", c.reasons);
  put_changes(json, "malformed", "reason", c.malformed);
  put_changes(json, "languages", "lang", c.languages);
  json.key("sites")
      .begin_object()
      .member("before", c.sites_before)
      .member("now", c.sites_now)
      .member("new", c.new_sites)
      .member("vanished", c.vanished_sites);
  put_changes(json, "changed", "site", c.sites);
  put_sites(json, "largest_new", c.largest_new);
  put_sites(json, "largest_vanished", c.largest_vanished);
  json.end_object().end_object();
}

void put_news(JsonWriter& json, const Summary& summary) {
  const NewsSummary& news = summary.news;
  json.member("mode", news.stats_only ? "stats" : "run");
  put_copying(json, news.copying);
  put_originality(json, news.originality);
  put_furniture(json, news.furniture);
  put_coverage(json, news.coverage);
  put_look(json, news.look);
  if (!news.baseline) return;
  json.key("baseline");
  put_comparison(json, *news.baseline);
}

}  // namespace pressmill::report
