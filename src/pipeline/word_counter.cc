// SPDX-License-Identifier: Apache-2.0
//
// One article after another.

#include "pipeline/word_counter.h"

#include <algorithm>

#include "clean/repetition.h"
#include "doc/calendar.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kMegabyte = 1 << 20;

bool is_single(std::string_view word) {
  const char* p = word.data();
  return text::char_classes()[text::decode_one(p)] == text::CharClass::single;
}

// The text, or its beginning with an ellipsis, which is made in `room`.
std::string_view shown(std::string_view text, std::size_t most, std::string& room) {
  if (text.size() <= most) return text;
  constexpr std::string_view kEllipsis = "…";
  std::size_t end = most - kEllipsis.size();
  while (text::is_continuation(text[end])) --end;
  room = text.substr(0, end);
  room += kEllipsis;
  return room;
}

}  // namespace

void WordCounter::add(std::uint32_t row, std::string_view text, const clean::QualityMeter& meter,
                      std::int32_t day, std::string_view lang) {
  const clean::ScannedText& scanned = meter.scanned();
  const std::int32_t month = doc::month_of(day);
  ++months_[month];
  text_bytes_ += text.size();
  add_words(row, text, scanned.words, meter.word_counts().all());
  add_bigrams(text, scanned.words, meter.pair_keys());
  add_lines(row, text, scanned);
  names_.add(row, text, scanned, month, lang);
}

bool WordCounter::was_sampled(std::uint64_t hash, std::uint32_t row) {
  const std::uint64_t pair = mix64(hash + row);
  std::uint64_t& met = sampled_[pair % sampled_.size()];
  if (met == pair) return true;
  met = pair;
  return false;
}

void WordCounter::add_words(std::uint32_t row, std::string_view text,
                            std::span<const clean::ScannedWord> words,
                            std::span<const clean::DistinctWord> distinct) {
  const auto hash = [&](std::size_t i) { return distinct[i].hash; };
  stretch_.word_sample.add_all(distinct.size(), hash, row);
  const auto times = [&](std::size_t i) { return distinct[i].count; };
  const auto rest = words_.count_all(distinct.size(), hash, times);
  // What is held has been here before.
  new_words_.assign(rest.begin(), rest.end());
  const std::size_t count = distinct_words_.add_all(new_words_, hash);
  for (const std::uint32_t i : std::span(new_words_).first(count))
    stretch_.new_words.push_back(hash(i));
  stretch_.new_word_rows.resize(stretch_.new_words.size(), row);
  words_.admit_rest(rest, hash, times, [&](std::size_t i) {
    return shown(clean::word_at(text, words[distinct[i].first]), kMostWordBytes, shown_);
  });
}

void WordCounter::add_bigrams(std::string_view text, std::span<const clean::ScannedWord> words,
                              std::span<const std::uint64_t> pair_keys) {
  if (words.size() < 2) return;
  if (pair_keys.size() + 1 != words.size()) {
    pairs_.resize(words.size() - 1);
    for (std::size_t i = 0; i < pairs_.size(); ++i)
      pairs_[i] = clean::pair_key(words[i].hash, words[i + 1].hash);
    pair_keys = pairs_;
  }
  for (const std::uint32_t i : bigrams_.count_rare(pair_keys)) {
    if (bigrams_.count(pair_keys[i]) || bigrams_.knock(pair_keys[i]) == 0) continue;
    const std::string_view first = clean::word_at(text, words[i]);
    const std::string_view second = clean::word_at(text, words[i + 1]);
    pair_ = shown(first, kMostWordBytes, shown_);
    if (!is_single(first) || !is_single(second)) pair_ += ' ';
    pair_ += shown(second, kMostWordBytes, shown_);
    bigrams_.admit(pair_keys[i], pair_);
  }
}

void WordCounter::add_lines(std::uint32_t row, std::string_view text,
                            const clean::ScannedText& scanned) {
  for (const clean::ScannedLine& line : scanned.lines) {
    if (distinct_lines_.add(line.hash)) stretch_.new_lines.push_back(line.hash);
    if (stretch_.line_sample.wants(line.hash) && !was_sampled(line.hash, row))
      stretch_.line_sample.add(line.hash, row);
    if (lines_.count(line.hash) || lines_.knock(line.hash) == 0) continue;
    lines_.admit(line.hash, shown(text.substr(line.at, line.bytes), kMostLineBytes, shown_));
  }
}

StretchWords WordCounter::take() {
  stretch_.words = words_.take(kMostWords);
  stretch_.bigrams = bigrams_.take(kMostWords);
  stretch_.lines = lines_.take(kMostLines);
  stretch_.names = names_.take(kMostNames * (1 + text_bytes_ / kMegabyte), months_.size());
  for (const auto& [month, count] : months_) stretch_.months.push_back({month, count});
  StretchWords taken = std::move(stretch_);
  stretch_ = {};
  distinct_words_.clear();
  distinct_lines_.clear();
  sampled_.fill(0);
  months_.clear();
  text_bytes_ = 0;
  return taken;
}

}  // namespace pressmill::pipeline
