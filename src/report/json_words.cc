// SPDX-License-Identifier: Apache-2.0
//
// Estimates with their errors, lists with theirs.

#include "report/json_words.h"

#include <algorithm>

namespace pressmill::report {

namespace {

constexpr std::uint64_t kWhole = 10'000;

// An error of more than the number is told as the whole number.
constexpr auto kEstimate = [](auto& io, auto& estimate) {
  std::uint64_t error = std::min(estimate.error_ten_thousandths, kWhole);
  io.field("estimate", estimate.number).figure("error", error);
  if constexpr (kReads<decltype(io)>) estimate.error_ten_thousandths = error;
};

constexpr auto kInAndKept = [](auto& io, auto& both) {
  io.object("in", both.in, kEstimate).object("kept", both.kept, kEstimate);
};

constexpr auto kPoint = [](auto& io, auto& point) {
  io.field("articles", point.articles)
      .field("words", point.words)
      .field("distinct_words", point.distinct_words.number)
      .figure("error", point.distinct_words.error_ten_thousandths);
};

constexpr auto kVocabulary = [](auto& io, auto& words) {
  io.object("distinct_words", words.distinct_words, kInAndKept)
      .object("distinct_lines", words.distinct_lines, kInAndKept)
      .object("distinct_sites", words.distinct_sites, kInAndKept)
      .list("growth", words.growth, kPoint);
};

constexpr auto kWord = [](auto& io, auto& row) {
  io.field("word", row.text).field("count", row.count).field("error", row.error);
  io.field("stop_words", row.stop_words);
};

constexpr auto kBigram = [](auto& io, auto& row) {
  io.field("bigram", row.text).field("count", row.count).field("error", row.error);
  io.field("stop_words", row.stop_words);
};

constexpr auto kLine = [](auto& io, auto& row) {
  io.field("line", row.text).field("count", row.count).field("error", row.error);
};

constexpr auto kMissing = [](auto& io, auto& words) {
  io.field("words", words.words.missing)
      .field("bigrams", words.bigrams.missing)
      .field("lines", words.lines.missing);
};

constexpr auto kTop = [](auto& io, auto& words) {
  io.list("words", words.words.rows, kWord)
      .list("bigrams", words.bigrams.rows, kBigram)
      .list("lines", words.lines.rows, kLine)
      .object("others_at_most", words, kMissing);
};

constexpr auto kName = [](auto& io, auto& row) {
  io.field("name", row.text).field("articles", row.count).field("error", row.error);
};

constexpr auto kMonth = [](auto& io, auto& month) {
  io.or_null("month", month.month).lines("names", month.names.rows, kName);
};

constexpr auto kWords = [](auto& io, auto& words) {
  io.object("vocabulary", words, kVocabulary).object("top", words, kTop);
  io.list("names", words.names, kMonth);
};

}  // namespace

void put_words(FieldWriter& io, const Summary& summary) {
  kWords(io, summary.words);
}

void read_words(FieldReader& io, Summary& summary) {
  kWords(io, summary.words);
}

}  // namespace pressmill::report
