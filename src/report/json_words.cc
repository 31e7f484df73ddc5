// SPDX-License-Identifier: Apache-2.0
//
// Estimates with their errors, lists with theirs.

#include "report/json_words.h"

#include <algorithm>

namespace pressmill::report {

namespace {

using doc::JsonWriter;

constexpr std::size_t kNamesOfAMonth = 20;  // the table has more
constexpr std::uint64_t kWhole = 10'000;

void put_estimate(JsonWriter& json, const char* name, const Estimate& e) {
  json.key(name)
      .begin_object()
      .member("estimate", e.number)
      .member_raw("error", doc::ratio4(std::min(e.error_ten_thousandths, kWhole), kWhole))
      .end_object();
}

void put_distinct(JsonWriter& json, const char* name, const InAndKept& both) {
  json.key(name).begin_object();
  put_estimate(json, "in", both.in);
  put_estimate(json, "kept", both.kept);
  json.end_object();
}

void put_vocabulary(JsonWriter& json, const WordSummary& words) {
  json.key("vocabulary").begin_object();
  put_distinct(json, "distinct_words", words.distinct_words);
  put_distinct(json, "distinct_lines", words.distinct_lines);
  put_distinct(json, "distinct_sites", words.distinct_sites);
  json.key("growth").begin_array();
  for (const VocabularyPoint& point : words.growth) {
    const std::uint64_t error = point.distinct_words.error_ten_thousandths;
    json.begin_object()
        .member("articles", point.articles)
        .member("words", point.words)
        .member("distinct_words", point.distinct_words.number)
        .member_raw("error", doc::ratio4(error, kWhole))
        .end_object();
  }
  json.end_array().end_object();
}

void put_list(JsonWriter& json, const char* name, const char* key, const FrequentTable& table,
              bool has_words) {
  json.key(name).begin_array();
  for (const Frequent& row : table.rows) {
    json.begin_object().member(key, row.text).member("count", row.count).member("error", row.error);
    if (has_words) json.member("stop_words", std::uint64_t{row.stop_words});
    json.end_object();
  }
  json.end_array();
}

void put_top(JsonWriter& json, const WordSummary& words) {
  json.key("top").begin_object();
  put_list(json, "words", "word", words.words, true);
  put_list(json, "bigrams", "bigram", words.bigrams, true);
  put_list(json, "lines", "line", words.lines, false);
  json.key("others_at_most")
      .begin_object()
      .member("words", words.words.missing)
      .member("bigrams", words.bigrams.missing)
      .member("lines", words.lines.missing)
      .end_object()
      .end_object();
}

void put_month(JsonWriter& json, const MonthNames& month) {
  json.begin_object().key("month");
  if (month.month.empty())
    json.null();
  else
    json.string(month.month);
  json.key("names").begin_array();
  for (std::size_t i = 0; i < month.names.rows.size() && i < kNamesOfAMonth; ++i) {
    const Frequent& name = month.names.rows[i];
    json.begin_object()
        .member("name", name.text)
        .member("articles", name.count)
        .member("error", name.error)
        .end_object();
  }
  json.end_array().end_object();
}

}  // namespace

void put_words(JsonWriter& json, const Summary& summary) {
  put_vocabulary(json, summary.words);
  put_top(json, summary.words);
  json.key("names").begin_array();
  for (const MonthNames& month : summary.words.names) put_month(json, month);
  json.end_array();
}

}  // namespace pressmill::report
