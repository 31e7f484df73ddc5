// SPDX-License-Identifier: Apache-2.0
//
// clean: words walked and hashed, lines measured and scored, texts looked through for mojibake and
// for personal data.

#include <numeric>
#include <span>
#include <vector>

#include "base/hash.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "clean/line_judge.h"
#include "clean/line_model.h"
#include "clean/mojibake.h"
#include "clean/personal_data.h"
#include "clean/quality_measures.h"
#include "tests/reference/naive_measures.h"
#include "tests/reference/naive_personal.h"
#include "text/shingles.h"
#include "text/word_walk.h"
#include "text/words.h"

namespace pressmill::bench {

namespace {

// An article has about this many lines; a text of megabytes is judged piece by piece.
constexpr std::size_t kLinesPerPage = 32;

struct WordCounter {
  std::uint64_t words = 0;
  std::uint64_t hashes = 0;  // so that hashing is not left out
  void on_word(const text::Word& word) {
    ++words;
    hashes ^= word.hash;
  }
  void on_other(char32_t) {}
};

std::uint64_t walked(std::string_view input) {
  WordCounter counter;
  text::walk_words(input, counter);
  benchmark::DoNotOptimize(counter.hashes);
  return counter.words;
}

// The sum of all lines' first scores.
template <class Score>
std::int64_t scored(std::string_view input, Score score) {
  static const clean::WordTable table(clean::line_model().weights);
  clean::LineMeter meter(table);
  clean::LineFeatures filler;
  clean::FeatureColumns columns;
  clean::Page page;
  std::vector<std::int32_t> scores;
  std::int64_t sum = 0;
  while (!input.empty()) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < kLinesPerPage && end < input.size(); ++i)
      end = std::min(input.find('\n', end), input.size() - 1) + 1;
    meter.measure(input.substr(0, end), "", page);
    input.remove_prefix(end);
    filler.fill(page, columns);
    scores.resize(columns.lines());
    score(clean::line_model().first, columns, scores);
    sum = std::accumulate(scores.begin(), scores.end(), sum);
  }
  return sum;
}

constexpr std::size_t kArticleBytes = 4096;

// Calls visit(article) for pieces as long as articles are.
template <class Visit>
void each_article(std::string_view input, Visit visit) {
  while (!input.empty()) {
    std::size_t end = input.find('\n', std::min(kArticleBytes, input.size() - 1));
    if (end == std::string_view::npos) end = input.size();
    // Where the sample was cut a space may stand at the end; no normal text has one there.
    visit(input.substr(0, input.find_last_not_of(' ', end - 1) + 1));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

// The sum of all measures, but of those that the twin leaves out.
template <class Measure>
std::uint64_t measured(std::string_view input, Measure measure) {
  std::uint64_t sum = 0;
  each_article(input, [&](std::string_view article) {
    text::Measures measures = measure(article);
    for (const auto left_out : {text::Measure::stop_words, text::Measure::stop_word_ratio,
                                text::Measure::rps_doc_stop_word_fraction, text::Measure::notices,
                                text::Measure::notice_word_ratio, text::Measure::prose_words,
                                text::Measure::prose_word_ratio, text::Measure::c4_sentences})
      measures[left_out] = 0;
    sum = std::accumulate(measures.values.begin(), measures.values.end(), sum);
  });
  return sum;
}

std::uint64_t measured_at_once(std::string_view input) {
  static clean::QualityMeter meter;
  return measured(input, [](std::string_view text) { return meter.measure_text(text, "en"); });
}

std::uint64_t measured_with_hashes(std::string_view input) {
  static clean::QualityMeter meter;
  meter.keep_word_hashes(true);
  return measured(input, [](std::string_view text) { return meter.measure_text(text, "en"); });
}

// Of all articles' words, one number.
template <class Hash>
std::uint64_t hashed_words(std::string_view input, Hash hash) {
  std::uint64_t sum = 0;
  each_article(input, [&](std::string_view article) {
    for (const std::uint64_t word : hash(article)) sum = sum * 3 + word;
  });
  return sum;
}

std::span<const std::uint64_t> hashes_by_meter(std::string_view text) {
  static clean::QualityMeter meter;
  meter.keep_word_hashes(true);
  meter.measure_text(text, "en");
  return meter.word_hashes();
}

std::span<const std::uint64_t> hashes_by_walk(std::string_view text) {
  static std::vector<std::uint64_t> words;
  text::word_hashes(text, words);
  return words;
}

bool has_mojibake(std::string_view input) {
  std::string out;
  clean::MojibakeCounts counts;
  return clean::mend_mojibake(input, out, counts);
}

// All places, so that two ways can be compared.
std::uint64_t hashed(const std::vector<clean::PersonalSpan>& found) {
  std::uint64_t sum = found.size();
  for (const clean::PersonalSpan& item : found)
    sum = mix64(sum ^ mix64(item.span.begin ^ mix64(item.span.end)));
  return sum;
}

std::uint64_t personal(std::string_view input) {
  static clean::PersonalFinder finder;
  return hashed(finder.find(input));
}

}  // namespace

void add_clean() {
  for (const char* language : kLanguageNames) {
    const Sample input = sample_text(language, kSmall);
    add_ways<std::uint64_t>("text/walk_words", language, input, Bound::read,
                            {{"twin", text::count_words}, {"walk", walked}});
    add_ways<std::uint64_t>(
        "clean/measures", language, input, Bound::read,
        {{"twin", [](std::string_view text) { return measured(text, reference::naive_measures); }},
         {"meter", measured_at_once},
         {"meter_with_hashes", measured_with_hashes}});
    add_ways<std::uint64_t>(
        "text/word_hashes", language, input, Bound::read,
        {{"walk", [](std::string_view text) { return hashed_words(text, hashes_by_walk); }},
         {"meter", [](std::string_view text) { return hashed_words(text, hashes_by_meter); }}});
    add_ways<std::int64_t>(
        "clean/score_lines", language, input, Bound::read,
        {{"twin", [](std::string_view text) { return scored(text, clean::scalar::score_lines); }},
         {"simd", [](std::string_view text) { return scored(text, clean::score_lines); }}});
    add_ways<std::uint64_t>(
        "clean/find_personal", language, input, Bound::read,
        {{"twin", [](std::string_view text) { return hashed(reference::find_personal(text)); }},
         {"simd", personal}});
    add({"clean/mend_mojibake/" + std::string(language) + '/' + size_name(input->size()),
         input->size(), Bound::read, [input] { return !has_mojibake(*input); },
         [input] { benchmark::DoNotOptimize(has_mojibake(*input)); }});
  }
}

}  // namespace pressmill::bench
