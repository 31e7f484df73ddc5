// SPDX-License-Identifier: Apache-2.0
//
// Measures to CSV.

#include "report/tables_measures.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>
#include <vector>

#include "report/measure_text.h"
#include "stats/csv.h"
#include "text/measures.h"

namespace pressmill::report {

namespace {

constexpr const char* kSpreadColumns[] = {"articles", "mean", "min", "max", "p01", "p05",
                                          "p25",      "p50",  "p75", "p95", "p99"};

// Fields of CSV, a comma before each; empty where there are no articles.
class Fields {
 public:
  Fields(std::string& out, std::uint64_t articles, bool is_fraction)
      : out_(out), articles_(articles), is_fraction_(is_fraction) {
    out_ += ',';
    text::append_digits(out_, articles, false);
  }
  void mean(std::uint64_t sum) {
    out_ += ',';
    if (articles_ > 0) append_mean(out_, sum, articles_, is_fraction_);
  }
  void value(std::uint32_t value, bool is_known = true) {
    out_ += ',';
    if (articles_ > 0 && is_known) text::append_digits(out_, value, is_fraction_);
  }

 private:
  std::string& out_;
  std::uint64_t articles_;
  bool is_fraction_;
};

void append_spread(std::string& out, const MeasureSpread& spread, bool is_fraction) {
  Fields fields(out, spread.articles, is_fraction);
  fields.mean(spread.sum);
  fields.value(spread.min);
  fields.value(spread.max);
  for (const std::uint32_t quantile : spread.quantiles) fields.value(quantile);
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

// Fields of one of a group's measures: `place` is its own among the group's, `few` among the few,
// kNotFew where it is none of those.
constexpr std::size_t kNotFew = SIZE_MAX;
void append_group_spread(std::string& out, const GroupSpread& spread, std::size_t place,
                         std::size_t few, bool is_fraction) {
  Fields fields(out, spread.articles[place], is_fraction);
  fields.mean(spread.sums[place]);
  const bool has_median = few < spread.medians.size();
  fields.value(has_median ? spread.medians[few] : 0, has_median);
}

// Where each measure is among the few.
std::vector<std::size_t> places_of_few(const MeasuresSummary& summary) {
  std::vector<std::size_t> places(summary.all.size(), kNotFew);
  for (std::size_t i = 0; i < summary.by.few.size(); ++i) places[summary.by.few[i]] = i;
  return places;
}

std::string by_group(std::string_view kind, const std::vector<GroupMeasures>& groups,
                     const MeasuresSummary& summary) {
  const bool has_days = &groups == &summary.by.site_days;
  const std::vector<std::size_t> few_of = places_of_few(summary);
  std::string out = fmt::format("{}{},measure,articles,mean,p50,kept_articles,kept_mean,kept_p50\n",
                                kind, has_days ? ",day" : "");
  for (const GroupMeasures& group : groups) {
    const bool all_stays = group.kept == group.in;
    std::string name;
    stats::append_csv(name, group.name);
    if (has_days) name.append(",").append(group.day);
    for (std::size_t i = 0; i < summary.all.size(); ++i) {
      const std::size_t place = group.has_all ? i : few_of[i];
      if (place == kNotFew) continue;
      const MeasureSummary& measure = summary.all[i];
      out.append(name).append(",").append(measure.name);
      const std::size_t begin = out.size();
      append_group_spread(out, group.in, place, few_of[i], measure.is_fraction());
      if (all_stays)
        out.append(out, begin);
      else
        append_group_spread(out, group.kept, place, few_of[i], measure.is_fraction());
      out += '\n';
    }
  }
  return out;
}

}  // namespace

void add_measure_tables(const Summary& summary, std::vector<Table>& tables) {
  const MeasuresSummary& m = summary.measures;
  const auto add_groups = [&](std::string_view name, std::string_view kind,
                              const std::vector<GroupMeasures>& groups) {
    tables.push_back({fmt::format("measures_by_{}.csv", name),
                      [kind, &groups, &m] { return by_group(kind, groups, m); }});
  };
  tables.push_back({"measures.csv", [&m] { return measures(m); }});
  tables.push_back({"histograms.csv", [&m] { return histograms(m); }});
  add_groups("site", "site", m.by.sites);
  add_groups("lang", "lang", m.by.languages);
  add_groups("month", "month", m.by.months);
  add_groups("day", "day", m.by.days);
  add_groups("input", "input", m.by.inputs);
  add_groups("site_day", "site", m.by.site_days);
}

}  // namespace pressmill::report
