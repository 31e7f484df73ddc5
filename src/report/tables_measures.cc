// SPDX-License-Identifier: Apache-2.0
//
// Measures to CSV.

#include "report/tables_measures.h"

#include <fmt/format.h>

#include <iterator>

#include "report/measure_text.h"
#include "stats/csv.h"

namespace pressmill::report {

namespace {

constexpr const char* kSpreadColumns[] = {"articles", "mean", "min", "max", "p01", "p05",
                                          "p25",      "p50",  "p75", "p95", "p99"};

void append_spread(std::string& out, const MeasureSpread& spread, bool is_fraction) {
  const auto value = [&](std::uint32_t v) {
    return spread.articles == 0 ? "" : measure_value(v, is_fraction);
  };
  fmt::format_to(std::back_inserter(out), ",{},{},{},{}", spread.articles,
                 measure_mean(spread.sum, spread.articles, is_fraction), value(spread.min),
                 value(spread.max));
  for (const std::uint32_t quantile : spread.quantiles) out += "," + value(quantile);
}

std::string measures(const MeasuresSummary& summary) {
  std::string out = "measure,unit,also";
  for (const char* prefix : {"", "kept_"})
    for (const char* column : kSpreadColumns) out += fmt::format(",{}{}", prefix, column);
  out += '\n';
  for (const MeasureSummary& measure : summary.all) {
    out += measure.name + "," + measure.unit + ",";
    for (const std::string& name : measure.also)
      out += (&name == measure.also.data() ? "" : " ") + name;
    append_spread(out, measure.in, measure.is_fraction());
    append_spread(out, measure.kept, measure.is_fraction());
    out += '\n';
  }
  return out;
}

std::string histograms(const MeasuresSummary& summary) {
  std::string out = "measure,from,to,articles,kept\n";
  for (const MeasureSummary& measure : summary.all)
    for (const HistogramBin& bin : measure.histogram)
      fmt::format_to(std::back_inserter(out), "{},{},{},{},{}\n", measure.name,
                     measure_value(bin.from, measure.is_fraction()),
                     measure_value(bin.to, measure.is_fraction()), bin.in, bin.kept);
  return out;
}

void append_group_spread(std::string& out, const GroupSpread& spread, bool has_median,
                         bool is_fraction) {
  const bool is_known = has_median && spread.articles > 0;
  out += ',';
  out += std::to_string(spread.articles);
  out += ',';
  out += measure_mean(spread.sum, spread.articles, is_fraction);
  out += ',';
  if (is_known) out += measure_value(spread.median, is_fraction);
}

std::string by_group(const char* kind, const std::vector<GroupMeasures>& groups,
                     const MeasuresSummary& summary) {
  std::string out =
      fmt::format("{},measure,articles,mean,p50,kept_articles,kept_mean,kept_p50\n", kind);
  for (const GroupMeasures& group : groups)
    for (std::size_t i = 0; i < summary.of_groups.size(); ++i) {
      const MeasureSummary& measure = summary.all[summary.of_groups[i]];
      stats::append_csv(out, group.name);
      out += ',';
      out += measure.name;
      append_group_spread(out, group.in[i], group.has_medians, measure.is_fraction());
      append_group_spread(out, group.kept[i], group.has_medians, measure.is_fraction());
      out += '\n';
    }
  return out;
}

}  // namespace

void add_measure_tables(const Summary& summary, std::vector<Table>& tables) {
  const MeasuresSummary& m = summary.measures;
  const auto add_groups = [&](const char* kind, const std::vector<GroupMeasures>& groups) {
    tables.push_back({fmt::format("measures_by_{}.csv", kind),
                      [kind, &groups, &m] { return by_group(kind, groups, m); }});
  };
  tables.push_back({"measures.csv", [&m] { return measures(m); }});
  tables.push_back({"histograms.csv", [&m] { return histograms(m); }});
  add_groups("site", m.sites);
  add_groups("lang", m.languages);
  add_groups("month", m.months);
  add_groups("day", m.days);
  add_groups("input", m.inputs);
}

}  // namespace pressmill::report
