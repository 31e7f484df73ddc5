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
  const auto times = [&](std::size_t i) { return distinct[i].count; };
  stats::HashSample::Look look = stretch_.word_sample.look(distinct.size());
  const auto rest = words_.count_all(distinct.size(), hash, [&](std::size_t i) {
    look.at(hash(i));
    return times(i);
  });
  stretch_.word_sample.add(look, row);
  // What is held has been here before.
  new_.assign(rest.begin(), rest.end());
  const std::size_t count = distinct_words_.add_all(new_, hash);
  for (const std::uint32_t i : std::span(new_).first(count)) stretch_.new_words.push_back(hash(i));
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
    bigrams_.admit(pair_keys[i], shown_pair(text, words[i], words[i + 1]));
  }
}

// Two words with a space between them, as the text has most of them.
std::string_view WordCounter::shown_pair(std::string_view text, const clean::ScannedWord& first,
                                         const clean::ScannedWord& second) {
  const std::string_view after = clean::word_at(text, second);
  const std::size_t gap = std::size_t{first.at} + first.chars;
  const bool is_as_written =  // and the first word is ASCII: no byte of it is a space
      second.at == gap + 1 && text[gap] == ' ' &&
      std::max<std::size_t>(first.chars, after.size()) <= kMostWordBytes;
  if (is_as_written) return text.substr(first.at, first.chars + 1 + after.size());
  const std::string_view before = clean::word_at(text, first);
  pair_ = shown(before, kMostWordBytes, shown_);
  if (!is_single(before) || !is_single(after)) pair_ += ' ';
  pair_ += shown(after, kMostWordBytes, shown_);
  return pair_;
}

void WordCounter::add_lines(std::uint32_t row, std::string_view text,
                            const clean::ScannedText& scanned) {
  const std::span<const clean::ScannedLine> lines = scanned.lines;
  const auto hash = [&](std::size_t i) { return lines[i].hash; };
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (stretch_.line_sample.wants(hash(i)) && !was_sampled(hash(i), row))
      stretch_.line_sample.add(hash(i), row);
  const auto rest = lines_.count_all(lines.size(), hash, [](std::size_t) { return 1; });
  new_.assign(rest.begin(), rest.end());
  const std::size_t count = distinct_lines_.add_all(new_, hash);
  for (const std::uint32_t i : std::span(new_).first(count)) stretch_.new_lines.push_back(hash(i));
  for (const std::uint32_t i : rest) {  // a line may stand there twice
    if (lines_.count(hash(i)) || lines_.knock(hash(i)) == 0) continue;
    const clean::ScannedLine& line = lines[i];
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
