// SPDX-License-Identifier: Apache-2.0
//
// One article after another.

#include "pipeline/word_counter.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "base/hash.h"
#include "clean/repetition.h"
#include "doc/calendar.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace pressmill::pipeline {

namespace {

bool is_single(std::string_view word) {
  const char* p = word.data();
  return text::char_classes()[text::decode_one(p)] == text::CharClass::single;
}

// Splits off the first line that is not empty. Needs: there is one.
std::string_view take_line(std::string_view& rest) {
  while (rest.front() == '\n') rest.remove_prefix(1);
  const std::string_view line = rest.substr(0, rest.find('\n'));
  rest.remove_prefix(line.size());
  return line;
}

// Appends the text, or its beginning with an ellipsis.
void append_shown(std::string& out, std::string_view text, std::size_t most) {
  if (text.size() <= most) {
    out += text;
    return;
  }
  constexpr std::string_view kEllipsis = "…";
  std::size_t end = most - kEllipsis.size();
  while (text::is_continuation(text[end])) --end;
  out += text.substr(0, end);
  out += kEllipsis;
}

}  // namespace

std::int32_t month_of(std::int32_t day) {
  if (day == doc::kNoDay) return kNoMonth;
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return static_cast<int>(date.year()) * 12 + static_cast<std::int32_t>(unsigned{date.month()}) - 1;
}

std::string month_text(std::int32_t month) {
  return month == kNoMonth ? "" : fmt::format("{:04}-{:02}", month / 12, month % 12 + 1);
}

void WordCounter::add(std::uint32_t row, std::string_view text, const clean::QualityMeter& meter,
                      std::int32_t day, std::string_view lang) {
  const clean::ScannedText& scanned = meter.scanned();
  const std::int32_t month = month_of(day);
  ++months_[month];
  add_words(row, text, scanned.words, meter.word_counts().all());
  add_bigrams(text, scanned.words, meter.pair_keys());
  add_lines(row, text, scanned);
  add_names(text, scanned, month, lang);
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
  stats::HashSample& sample = stretch_.word_sample;
  std::uint64_t mask = sample.mask();
  const auto hash = [&](std::size_t i) { return distinct[i].hash; };
  for (std::size_t i = 0; i < distinct.size(); ++i) {
    if ((hash(i) & mask) != 0) continue;
    sample.add(hash(i), row);
    mask = sample.mask();
  }
  const auto times = [&](std::size_t i) { return distinct[i].count; };
  for (const std::uint32_t i : words_.count_all(distinct.size(), hash, times))
    add_word(row, text, words[distinct[i].first], distinct[i].count);
}

// One that is not held: what is held has been here before.
void WordCounter::add_word(std::uint32_t row, std::string_view text, const clean::ScannedWord& word,
                           std::uint32_t times) {
  if (distinct_words_.add(word.hash)) {
    stretch_.new_words.push_back(word.hash);
    stretch_.new_word_rows.push_back(row);
  }
  const std::uint32_t counted = words_.knock(word.hash, times);
  if (counted == 0) return;
  shown_.clear();
  append_shown(shown_, clean::word_at(text, word), kMostWordBytes);
  words_.admit(word.hash, shown_, counted);
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
    shown_.clear();
    append_shown(shown_, first, kMostWordBytes);
    if (!is_single(first) || !is_single(second)) shown_ += ' ';
    append_shown(shown_, second, kMostWordBytes);
    bigrams_.admit(pair_keys[i], shown_);
  }
}

void WordCounter::add_lines(std::uint32_t row, std::string_view text,
                            const clean::ScannedText& scanned) {
  for (const clean::ScannedLine& line : scanned.lines) {
    const std::string_view bytes = take_line(text);
    if (distinct_lines_.add(line.hash)) stretch_.new_lines.push_back(line.hash);
    if (stretch_.line_sample.wants(line.hash) && !was_sampled(line.hash, row))
      stretch_.line_sample.add(line.hash, row);
    if (lines_.count(line.hash) || lines_.knock(line.hash) == 0) continue;
    shown_.clear();
    append_shown(shown_, bytes, kMostLineBytes);
    lines_.admit(line.hash, shown_);
  }
}

void WordCounter::add_names(std::string_view text, const clean::ScannedText& scanned,
                            std::int32_t month, std::string_view lang) {
  article_names_.clear();
  for (const std::string_view name : name_finder_.find(text, scanned, lang))
    article_names_.push_back({hash64(name), name});
  std::ranges::sort(article_names_, {}, &Name::key);
  const auto repeated = std::unique(article_names_.begin(), article_names_.end(),
                                    [](const Name& a, const Name& b) { return a.key == b.key; });
  article_names_.erase(repeated, article_names_.end());
  for (const Name& name : article_names_) {
    if (!names_.count(name.key)) {
      if (names_.knock(name.key) == 0) continue;
      names_.admit(name.key, name.text);
    }
    name_months_.push_back({name.key, month});
  }
}

// Names are held for being frequent in the stretch, whatever the month: a month may have a few
// articles of it only.
stats::FrequentList WordCounter::take_names() {
  const stats::FrequentList held = names_.take(kMostNames);
  stats::KeyTable numbers(held.items.size());
  for (std::uint32_t i = 0; i < held.items.size(); ++i) numbers.number(held.items[i].key, i);
  std::vector<std::pair<std::uint32_t, std::int32_t>> counted;
  for (const NameMonth& occurrence : name_months_) {
    const std::uint32_t number = numbers.find(occurrence.key);
    if (number != stats::KeyTable::kNone) counted.emplace_back(number, occurrence.month);
  }
  std::ranges::sort(counted);
  stats::FrequentList by_month;
  by_month.missing = held.missing;
  for (std::size_t begin = 0; begin < counted.size();) {
    std::size_t end = begin;
    while (end < counted.size() && counted[end] == counted[begin]) ++end;
    stats::FrequentItem item = held.items[counted[begin].first];
    item.count = end - begin;
    item.group = counted[begin].second;
    by_month.add(item, held.text(item));
    begin = end;
  }
  name_months_.clear();
  return by_month;
}

StretchWords WordCounter::take() {
  stretch_.words = words_.take(kMostWords);
  stretch_.bigrams = bigrams_.take(kMostWords);
  stretch_.lines = lines_.take(kMostLines);
  stretch_.names = take_names();
  for (const auto& [month, count] : months_) stretch_.months.push_back({month, count});
  StretchWords taken = std::move(stretch_);
  stretch_ = {};
  distinct_words_.clear();
  distinct_lines_.clear();
  sampled_.fill(0);
  months_.clear();
  return taken;
}

}  // namespace pressmill::pipeline
