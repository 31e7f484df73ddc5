// SPDX-License-Identifier: Apache-2.0
//
// A line each for a measure's figures, one for its histogram, and one for each group.

#include "report/json_measures.h"

#include <fmt/format.h>

#include "doc/site.h"
#include "report/measure_text.h"

namespace pressmill::report {

namespace {

// Of no article: null, all but the number and the sum.
template <class Io, class Spread>
void spread_fields(Io& io, Spread& spread, bool is_fraction) {
  static constexpr const char* kNames[] = {"p01", "p05", "p25", "p50", "p75", "p95", "p99"};
  static_assert(std::size(kNames) == kQuantileRanks.size());
  io.field("articles", spread.articles).figure("sum", spread.sum, is_fraction);
  const bool is_known = spread.articles > 0;
  io.derived("mean", [&] {
    return is_known ? measure_mean(spread.sum, spread.articles, is_fraction) : "null";
  });
  io.figure_or_null("min", spread.min, is_fraction, is_known);
  io.figure_or_null("max", spread.max, is_fraction, is_known);
  for (std::size_t i = 0; i < kQuantileRanks.size(); ++i)
    io.figure_or_null(kNames[i], spread.quantiles[i], is_fraction, is_known);
}

constexpr auto kMeasure = [](auto& io, auto& measure) {
  io.field("name", measure.name).field("unit", measure.unit).texts("also", measure.also);
  const bool is_fraction = measure.is_fraction();
  const auto spread = [is_fraction](auto& line, auto& of) { spread_fields(line, of, is_fraction); };
  io.line("in", measure.in, spread)
      .line("kept", measure.kept, spread)
      .derived("error", [] { return fmt::format("{:.4f}", kQuantileError); })
      .one_line("histogram", measure.histogram, [is_fraction](auto& line, auto& bin) {
        line.figure("from", bin.from, is_fraction).figure("to", bin.to, is_fraction);
        line.field("in", bin.in).field("kept", bin.kept);
      });
};

// The few by name.
template <class Io, class Few>
void names_of_few(Io& io, Few& few, const std::vector<MeasureSummary>& all) {
  std::vector<std::string> names;
  if constexpr (!kReads<Io>)
    for (const std::size_t place : few) names.push_back(all[place].name);
  io.texts("few", names);
  if constexpr (kReads<Io>) {
    for (const std::string& name : names)
      for (std::size_t place = 0; place < all.size(); ++place)
        if (all[place].name == name) few.push_back(place);
  }
}

// Which of all measures a group's columns hold, and of which kind each is.
struct Columns {
  const std::vector<MeasureSummary>& all;
  const std::vector<std::size_t>& few;

  // Of a file that somebody wrote, columns may be of any length.
  void complete(GroupSpread& spread, bool has_all) const {
    spread.articles.resize(has_all ? all.size() : few.size());
    spread.sums.resize(spread.articles.size());
    if (!spread.medians.empty()) spread.medians.resize(few.size());
  }
  bool is_fraction(std::size_t place, bool is_few) const {
    const std::size_t measure = is_few ? (place < few.size() ? few[place] : SIZE_MAX) : place;
    return measure < all.size() && all[measure].is_fraction();
  }
};

template <class Io, class Spread>
void group_columns(Io& io, Spread& spread, const Columns& columns, bool has_all) {
  io.figures("articles", spread.articles, [](std::size_t) { return false; });
  io.figures("sum", spread.sums,
             [&](std::size_t place) { return columns.is_fraction(place, !has_all); });
  if (kReads<Io> || !spread.medians.empty())
    io.figures("p50", spread.medians,
               [&](std::size_t place) { return columns.is_fraction(place, true); });
}

constexpr bool is_site(std::string_view key) {
  return key == "site";
}

// Of most groups all stays: what stays is told where it differs.
template <class Io, class Groups>
void groups(Io& io, const char* list, const char* key, const char* day, const Columns& columns,
            Groups& of_kind) {
  io.lines(list, of_kind, [&](auto& row, auto& group) {
    row.or_null(key, group.name, is_site(key) ? doc::kNoSite : "");
    if (day != nullptr) row.or_null(day, group.day);
    row.flag("all", group.has_all);
    const auto spread = [&](auto& inner, auto& of) {
      group_columns(inner, of, columns, group.has_all);
      if constexpr (kReads<Io>) columns.complete(of, group.has_all);
    };
    row.object("in", group.in, spread);
    if constexpr (kReads<Io>) {
      if (row.has("kept"))
        row.object("kept", group.kept, spread);
      else
        group.kept = group.in;
    } else if (!(group.kept == group.in)) {
      row.object("kept", group.kept, spread);
    }
  });
}

template <class Io, class By>
void by_group(Io& io, By& by, const std::vector<MeasureSummary>& all) {
  names_of_few(io, by.few, all);
  const Columns columns{all, by.few};
  groups(io, "sites", "site", nullptr, columns, by.sites);
  groups(io, "languages", "lang", nullptr, columns, by.languages);
  groups(io, "months", "month", nullptr, columns, by.months);
  groups(io, "days", "day", nullptr, columns, by.days);
  groups(io, "inputs", "input", nullptr, columns, by.inputs);
  groups(io, "site_days", "site", "day", columns, by.site_days);
}

}  // namespace

void put_measures(FieldWriter& io, const Summary& summary) {
  const MeasuresSummary& measures = summary.measures;
  io.list("measures", measures.all, kMeasure);
  io.object("measures_by", measures.by,
            [&](auto& inner, auto& by) { by_group(inner, by, measures.all); });
}

void read_measures(FieldReader& io, Summary& summary) {
  MeasuresSummary& measures = summary.measures;
  io.list("measures", measures.all, kMeasure);
  io.object("measures_by", measures.by,
            [&](auto& inner, auto& by) { by_group(inner, by, measures.all); });
}

}  // namespace pressmill::report
