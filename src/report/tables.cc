// SPDX-License-Identifier: Apache-2.0
//
// Summary to CSV.

#include "report/tables.h"

#include <fmt/format.h>

#include <iterator>

#include "report/months.h"
#include "report/tables_measures.h"
#include "report/tables_news.h"
#include "report/tables_words.h"
#include "stats/csv.h"

namespace pressmill::report {

namespace {

constexpr const char* kFlowColumns =
    "articles,kept,dropped,words,kept_words,chars,kept_chars,text_bytes,kept_text_bytes,"
    "lines,kept_lines";

void append_flow(std::string& out, const Flow& f) {
  fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},{},{},{},{},{},{}\n", f.in.articles,
                 f.kept.articles, f.in.articles - f.kept.articles, f.in.words, f.kept.words,
                 f.in.chars, f.kept.chars, f.in.text_bytes, f.kept.text_bytes, f.in.lines,
                 f.kept.lines);
}

std::string groups(const char* key, const std::map<std::string, Flow>& rows) {
  std::string out = fmt::format("{},{}\n", key, kFlowColumns);
  for (const auto& [name, flow] : rows) {
    stats::append_csv(out, name);
    append_flow(out, flow);
  }
  return out;
}

std::string site_days(const std::vector<SiteDay>& rows) {
  std::string out = fmt::format("site,day,{}\n", kFlowColumns);
  for (const SiteDay& row : rows) {
    stats::append_csv(out, row.site);
    out += ',' + row.day;
    append_flow(out, row.flow);
  }
  return out;
}

std::string reasons(const Summary& summary) {
  std::string out = "kind,reason,count\n";
  for (const auto& [reason, count] : summary.dropped)
    out += fmt::format("dropped,{},{}\n", reason, count);
  for (const auto& [reason, count] : summary.malformed)
    out += fmt::format("malformed,{},{}\n", reason, count);
  for (const auto& [rule, count] : summary.cleaning.lines)
    out += fmt::format("line,{},{}\n", rule, count);
  for (const auto& [rule, count] : summary.quality.found)
    out += fmt::format("quality,{},{}\n", rule, count);
  return out;
}

std::string clusters(const std::map<std::uint64_t, std::uint64_t>& sizes) {
  std::string out = "size,clusters,articles\n";
  for (const auto& [size, count] : sizes)
    out += fmt::format("{},{},{}\n", size, count, size * count);
  return out;
}

// Similarities from that hundredth to below the next.
std::string similarities(const ClusterSummary& in_clusters) {
  std::string out = "kind,similarity,articles\n";
  for (const auto& [kind, counts] : in_clusters.similarities)
    for (const auto& [from, count] : counts)
      out += fmt::format("{},{}.{:02},{}\n", kind, from / 100, from % 100, count);
  return out;
}

std::string inputs(const std::vector<InputSummary>& rows) {
  std::string out =
      "input,codec,file_bytes,bytes,lines,blank,malformed,not_sampled,articles,kept,dropped,"
      "damage\n";
  for (const InputSummary& row : rows) {
    stats::append_csv(out, row.name);
    fmt::format_to(std::back_inserter(out), ",{},{},{},{},{},{},{},{},{},{},", row.codec,
                   row.file_bytes, row.bytes, row.lines, row.blank, row.malformed, row.not_sampled,
                   row.articles, row.kept, row.dropped);
    stats::append_csv(out, row.damage);
    out += '\n';
  }
  return out;
}

}  // namespace

std::vector<Table> tables(const Summary& summary) {
  const Summary& s = summary;
  std::vector<Table> all = {{"inputs.csv", [&s] { return inputs(s.inputs); }},
                            {"sites.csv", [&s] { return groups("site", s.sites); }},
                            {"days.csv", [&s] { return groups("day", s.days); }},
                            {"months.csv", [&s] { return groups("month", months_of(s.days)); }},
                            {"site_days.csv", [&s] { return site_days(s.site_days); }},
                            {"languages.csv", [&s] { return groups("lang", s.languages); }},
                            {"reasons.csv", [&s] { return reasons(s); }},
                            {"clusters.csv", [&s] { return clusters(s.in_clusters.sizes); }},
                            {"similarities.csv", [&s] { return similarities(s.in_clusters); }}};
  add_news_tables(summary, all);
  add_measure_tables(summary, all);
  add_word_tables(summary, all);
  return all;
}

}  // namespace pressmill::report
