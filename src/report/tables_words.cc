// SPDX-License-Identifier: Apache-2.0
//
// Words to CSV.

#include "report/tables_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "report/measure_text.h"
#include "stats/csv.h"

namespace pressmill::report {

namespace {

std::string vocabulary(const std::vector<VocabularyPoint>& growth) {
  std::string out = "articles,words,distinct_words,error\n";
  for (const VocabularyPoint& point : growth)
    out += fmt::format("{},{},{},{}\n", point.articles, point.words, point.distinct_words.number,
                       measure_value(point.distinct_words.error_ten_thousandths, true));
  return out;
}

std::string words(const char* key, const FrequentTable& table) {
  std::string out = fmt::format("{},count,error,stop_words\n", key);
  for (const Frequent& row : table.rows) {
    stats::append_csv(out, row.text);
    fmt::format_to(std::back_inserter(out), ",{},{},{}\n", row.count, row.error, row.stop_words);
  }
  return out;
}

std::string lines(const FrequentTable& table) {
  std::string out = "line,count,error\n";
  for (const Frequent& row : table.rows) {
    stats::append_csv(out, row.text);
    fmt::format_to(std::back_inserter(out), ",{},{}\n", row.count, row.error);
  }
  return out;
}

std::string names(const std::vector<MonthNames>& months) {
  std::string out = "month,name,articles,error\n";
  for (const MonthNames& month : months)
    for (const Frequent& row : month.names.rows) {
      out += month.month + ',';
      stats::append_csv(out, row.text);
      fmt::format_to(std::back_inserter(out), ",{},{}\n", row.count, row.error);
    }
  return out;
}

}  // namespace

void add_word_tables(const Summary& summary, std::vector<Table>& tables) {
  const WordSummary& w = summary.words;
  tables.push_back({"vocabulary.csv", [&w] { return vocabulary(w.growth); }});
  tables.push_back({"top_words.csv", [&w] { return words("word", w.words); }});
  tables.push_back({"top_bigrams.csv", [&w] { return words("bigram", w.bigrams); }});
  tables.push_back({"top_lines.csv", [&w] { return lines(w.lines); }});
  tables.push_back({"names_by_month.csv", [&w] { return names(w.names); }});
}

}  // namespace pressmill::report
