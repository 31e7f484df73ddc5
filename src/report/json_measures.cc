// SPDX-License-Identifier: Apache-2.0
//
// A line each for a measure's figures, and one for its histogram.

#include "report/json_measures.h"

#include <fmt/format.h>

#include "report/measure_text.h"
#include "text/measures.h"

namespace pressmill::report {

namespace {

using doc::JsonWriter;

// Compact, so that a line is a measure.
std::string spread_json(const MeasureSpread& spread, bool is_fraction) {
  std::string out = "{";
  const auto put = [&](std::string_view name, auto append) {
    out.append(out.size() > 1 ? "," : "").append("\"").append(name).append("\":");
    if (spread.articles == 0)
      out += "null";
    else
      append();
  };
  const auto put_value = [&](std::string_view name, std::uint32_t value) {
    put(name, [&] { text::append_digits(out, value, is_fraction); });
  };
  out += "\"articles\":" + std::to_string(spread.articles);
  put("mean", [&] { append_mean(out, spread.sum, spread.articles, is_fraction); });
  put_value("min", spread.min);
  put_value("max", spread.max);
  for (std::size_t i = 0; i < kQuantileRanks.size(); ++i)
    put_value(fmt::format("p{:02}", kQuantileRanks[i] / 100), spread.quantiles[i]);
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
