// SPDX-License-Identifier: Apache-2.0
//
// News statistics to CSV.

#include "report/tables_news.h"

#include <fmt/format.h>

#include <iterator>

#include "doc/json_writer.h"
#include "stats/csv.h"

namespace pressmill::report {

namespace {

using stats::append_csv;

std::string copying(const std::vector<CopyingPair>& pairs) {
  std::string out = "site,from_site,articles,exact,near,contained,contains,median_lag_days\n";
  for (const CopyingPair& pair : pairs) {
    append_csv(out, pair.site);
    out += ',';
    append_csv(out, pair.from_site);
    fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},", pair.all(), pair.exact, pair.near,
                   pair.contained, pair.contains);
    if (pair.median_lag_days) out += std::to_string(*pair.median_lag_days);
    out += '\n';
  }
  return out;
}

// Of figures that contradict each other, as a damaged stats.json may have them, none.
std::string share(std::uint64_t count, std::uint64_t of) {
  return of == 0 || count > of ? "" : doc::ratio4(count, of);
}

std::string originality(const std::vector<SiteOriginality>& sites) {
  std::string out = "site,articles,original,share\n";
  for (const SiteOriginality& site : sites) {
    append_csv(out, site.site);
    out += fmt::format(",{},{},{}\n", site.articles, site.original,
                       share(site.original, site.articles));
  }
  return out;
}

std::string furniture(const std::vector<SiteFurniture>& sites) {
  std::string out = "site,rank,removed,rule,line\n";
  for (const SiteFurniture& site : sites)
    for (std::size_t i = 0; i < site.lines.size(); ++i) {
      append_csv(out, site.site);
      out += fmt::format(",{},{},{},", i + 1, site.lines[i].removed, site.lines[i].rule);
      append_csv(out, site.lines[i].line);
      out += '\n';
    }
  return out;
}

std::string coverage(const std::vector<SiteCoverage>& sites) {
  std::string out =
      "site,first_day,last_day,days_with_articles,days,usual_gap,longest_gap,longest_gap_from,"
      "longest_gap_to,unusual,silent_since,silent_days\n";
  for (const SiteCoverage& site : sites) {
    append_csv(out, site.site);
    fmt::format_to(std::back_inserter(out), ",{},{},{},{},", site.first_day, site.last_day,
                   site.days_with_articles, site.days);
    if (site.usual_gap) out += std::to_string(*site.usual_gap);
    if (site.gaps.empty()) {
      out += ",0,,,0,";
    } else {
      const Gap& gap = site.gaps.front();
      fmt::format_to(std::back_inserter(out), ",{},{},{},{},", gap.days, gap.from, gap.to,
                     gap.unusual ? 1 : 0);
    }
    fmt::format_to(std::back_inserter(out), "{},{}\n", site.silent_since, site.silent_days);
  }
  return out;
}

std::string gaps(const std::vector<SiteCoverage>& sites) {
  std::string out = "site,kind,from,to,days,usual_gap,unusual\n";
  const auto put = [&](const SiteCoverage& site, const char* kind, const std::string& from,
                       const std::string& to, std::uint64_t days, bool unusual) {
    append_csv(out, site.site);
    fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},{}\n", kind, from, to, days,
                   site.usual_gap ? std::to_string(*site.usual_gap) : "", unusual ? 1 : 0);
  };
  for (const SiteCoverage& site : sites) {
    for (const Gap& gap : site.gaps) put(site, "gap", gap.from, gap.to, gap.days, gap.unusual);
    if (!site.silent_since.empty())
      put(site, "silent", site.silent_since, "", site.silent_days, true);
  }
  return out;
}

std::string look(const std::vector<Finding>& findings) {
  std::string out = "rank,kind,site,lang,rule,count,of,text,command\n";
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& f = findings[i];
    out += fmt::format("{},{},", i + 1, f.kind);
    append_csv(out, f.site);
    out += fmt::format(",{},{},{},{},", f.lang, f.rule, f.count, f.of);
    append_csv(out, f.text);
    out += ',';
    append_csv(out, f.command);
    out += '\n';
  }
  return out;
}

std::string rules(const char* key, const std::vector<RuleCount>& counts) {
  std::string out = fmt::format(
      "{},kind,rule,count,of,share,count_elsewhere,of_elsewhere,share_elsewhere,z,"
      "outlier\n",
      key);
  for (const RuleCount& c : counts) {
    append_csv(out, c.group);
    out += fmt::format(",{},{},{},{},{},{},{},{},{:.2f},{}\n", c.kind, c.rule, c.count, c.of,
                       share(c.count, c.of), c.count_elsewhere, c.of_elsewhere,
                       share(c.count_elsewhere, c.of_elsewhere), c.z, c.outlier ? 1 : 0);
  }
  return out;
}

}  // namespace

void add_news_tables(const Summary& summary, std::vector<Table>& tables) {
  const NewsSummary& news = summary.news;
  tables.push_back({"copying.csv", [&news] { return copying(news.copying.pairs); }});
  tables.push_back({"originality.csv", [&news] { return originality(news.originality); }});
  tables.push_back({"coverage.csv", [&news] { return coverage(news.coverage); }});
  tables.push_back({"gaps.csv", [&news] { return gaps(news.coverage); }});
  tables.push_back({"look.csv", [&news] { return look(news.look); }});
  tables.push_back({"rules_by_site.csv", [&news] { return rules("site", news.rules_by_site); }});
  tables.push_back({"rules_by_lang.csv", [&news] { return rules("lang", news.rules_by_lang); }});
  if (news.has_furniture)
    tables.push_back({"furniture.csv", [&news] { return furniture(news.furniture); }});
}

}  // namespace pressmill::report
