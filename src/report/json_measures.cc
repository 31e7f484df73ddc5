// SPDX-License-Identifier: Apache-2.0
//
// A line each for a measure's figures, and one for its histogram.

#include "report/json_measures.h"

#include <fmt/format.h>

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

}  // namespace

void put_measures(FieldWriter& io, const Summary& summary) {
  io.list("measures", summary.measures.all, kMeasure);
}

void read_measures(FieldReader& io, Summary& summary) {
  io.list("measures", summary.measures.all, kMeasure);
}

}  // namespace pressmill::report
