// SPDX-License-Identifier: Apache-2.0
//
// A line each for a measure's figures, and one for its histogram.

#include "report/json_measures.h"

#include <fmt/format.h>

#include "report/measure_text.h"

namespace pressmill::report {

namespace {

using doc::JsonWriter;

std::string number_or_null(const std::string& digits) {
  return digits.empty() ? "null" : digits;
}

// Compact, so that a line is a measure.
std::string spread_json(const MeasureSpread& spread, bool is_fraction) {
  const auto value = [&](std::uint32_t v) {
    return spread.articles == 0 ? "null" : measure_value(v, is_fraction);
  };
  std::string out =
      fmt::format(R"({{"articles":{},"mean":{},"min":{},"max":{})", spread.articles,
                  number_or_null(measure_mean(spread.sum, spread.articles, is_fraction)),
                  value(spread.min), value(spread.max));
  for (std::size_t i = 0; i < kQuantileRanks.size(); ++i)
    out += fmt::format(R"(,"p{:02}":{})", kQuantileRanks[i] / 100, value(spread.quantiles[i]));
  return out + "}";
}

std::string histogram_json(const MeasureSummary& measure) {
  std::string out = "[";
  for (const HistogramBin& bin : measure.histogram)
    out += fmt::format(R"({}{{"from":{},"to":{},"in":{},"kept":{}}})", out.size() > 1 ? "," : "",
                       measure_value(bin.from, measure.is_fraction()),
                       measure_value(bin.to, measure.is_fraction()), bin.in, bin.kept);
  return out + "]";
}

void put_measure(JsonWriter& json, const MeasureSummary& measure) {
  json.begin_object().member("name", measure.name).member("unit", measure.unit);
  if (!measure.also.empty()) {
    std::string also;
    for (const std::string& name : measure.also)
      also += fmt::format("{}\"{}\"", also.empty() ? "" : ",", name);
    json.member_raw("also", "[" + also + "]");
  }
  json.member_raw("in", spread_json(measure.in, measure.is_fraction()))
      .member_raw("kept", spread_json(measure.kept, measure.is_fraction()))
      .member_raw("error", fmt::format("{:.4f}", kQuantileError))
      .member_raw("histogram", histogram_json(measure))
      .end_object();
}

}  // namespace

void put_measures(JsonWriter& json, const Summary& summary) {
  json.key("measures").begin_array();
  for (const MeasureSummary& measure : summary.measures.all) put_measure(json, measure);
  json.end_array();
}

}  // namespace pressmill::report
