// SPDX-License-Identifier: Apache-2.0
//
// Lines by their hashes, runs by the numbers of what they consist of.

#include "clean/repetition.h"

#include <algorithm>
#include <bit>

#include "base/hash.h"
#include "base/probe.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kFewestSlots = 64;
constexpr std::size_t kBitsPerPair = 16;  // of sixteen pairs that stand once, one may seem to twice

}  // namespace

void KeyNumbers::clear(std::size_t most_keys) {
  const std::size_t slots = std::bit_ceil(std::max(kFewestSlots, most_keys + most_keys / 2));
  if (slots_.size() < slots) slots_.resize(slots);
  std::fill_n(slots_.begin(), slots, Slot{0, 0});
  mask_ = slots - 1;
  size_ = 0;
}

std::uint32_t KeyNumbers::number(std::uint64_t key) {
  const auto tag = static_cast<std::uint32_t>(key >> 32);
  std::size_t i = key & mask_;
  while (is_of_another(slots_[i].number != 0, slots_[i].tag, tag)) i = (i + 1) & mask_;
  // Without a branch: which keys are new cannot be foretold.
  const std::uint32_t known = slots_[i].number;
  size_ += known == 0 ? 1 : 0;
  const std::uint32_t number = known == 0 ? size_ : known;
  slots_[i] = {tag, number};
  return number - 1;
}

const Repetition& RepetitionCounter::count(const ScannedText& text, bool with_runs) {
  result_ = {};
  keys_.clear();
  count_lines(text);
  if (with_runs) count_runs(text.words);
  return result_;
}

void RepetitionCounter::count_lines(const ScannedText& text) {
  result_.all_lines = text.lines.size();
  if (text.lines.size() < 2) {
    result_.all_paras = result_.all_lines;
    return;
  }
  numbers_.clear(text.lines.size());
  for (const ScannedLine& line : text.lines) {
    const std::uint32_t known = numbers_.size();
    if (numbers_.number(line.hash) == known) continue;
    ++result_.lines;
    result_.line_chars += line.chars;
  }
  // A paragraph's hash is that of its lines, so that they need not be read again.
  numbers_.clear(text.lines.size());
  std::uint64_t hash = 0;
  std::uint64_t chars = 0;
  for (const ScannedLine& line : text.lines) {
    if (line.starts_paragraph) {
      if (chars > 0) count_paragraph(hash, chars);
      hash = chars = 0;
    }
    chars += line.chars + (chars > 0 ? 1 : 0);  // the line end between two lines, too
    hash = mix64(hash ^ line.hash);
  }
  count_paragraph(hash, chars);
}

void RepetitionCounter::count_paragraph(std::uint64_t hash, std::uint64_t chars) {
  ++result_.all_paras;
  const std::uint32_t known = numbers_.size();
  if (numbers_.number(hash) == known) return;
  ++result_.paras;
  result_.para_chars += chars;
}

void RepetitionCounter::count_runs(std::span<const ScannedWord> words) {
  if (words.size() <= kFirstTop) return;
  find_repeated_pairs(words);
  if (candidates_.empty()) return;
  ends_.resize(words.size());
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < words.size(); ++i) ends_[i] = end += words[i].chars;
  number_pairs();
  for (std::size_t length = kFirstTop;; ++length) {
    if (length < kFirstTop + kTops) result_.top_chars[length - kFirstTop] = top_chars(length);
    keep_repeated();
    if (runs_.empty()) return;
    if (length >= kFirstRun) result_.run_chars[length - kFirstRun] = repeated_chars(length);
    if (length + 1 == kFirstRun + kRuns) return;
    number_longer();
  }
}

// Without a branch: most pairs are new, but which are cannot be foretold.
void RepetitionCounter::find_repeated_pairs(std::span<const ScannedWord> words) {
  const std::size_t pairs = words.size() - 1;
  const std::size_t cells = std::bit_ceil(pairs * kBitsPerPair / 64 + 1);
  once_.assign(cells, 0);
  twice_.assign(cells, 0);
  keys_.resize(pairs);
  candidates_.resize(pairs);
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::uint64_t key = keys_[i] = pair_key(words[i].hash, words[i + 1].hash);
    const std::uint64_t bit = std::uint64_t{1} << (key & 63);
    const std::size_t cell = (key >> 6) & (cells - 1);
    twice_[cell] |= once_[cell] & bit;
    once_[cell] |= bit;
  }
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < pairs; ++i) {
    candidates_[kept] = i;
    kept += twice_[(keys_[i] >> 6) & (cells - 1)] >> (keys_[i] & 63) & 1;
  }
  candidates_.resize(kept);
}

void RepetitionCounter::number_pairs() {
  numbers_.clear(candidates_.size());
  counts_.assign(candidates_.size(), 0);
  firsts_.resize(candidates_.size());
  runs_.resize(candidates_.size());
  for (std::size_t k = 0; k < candidates_.size(); ++k) {
    const std::uint32_t i = candidates_[k];
    runs_[k] = {number_run(keys_[i], i), i};
  }
}

// From runs that stand twice to runs that are one word longer.
void RepetitionCounter::number_longer() {
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i + 1 < runs_.size(); ++i) {  // without a branch
    candidates_[kept] = i;
    kept += runs_[i + 1].at == runs_[i].at + 1 ? 1 : 0;
  }
  numbers_.clear(kept);
  counts_.assign(kept, 0);
  for (std::size_t k = 0; k < kept; ++k) {
    const std::uint32_t i = candidates_[k];
    const std::uint32_t at = runs_[i].at;
    runs_[k] = {number_run(pair_key(runs_[i].number, runs_[i + 1].number), at), at};
  }
  runs_.resize(kept);
}

std::uint32_t RepetitionCounter::number_run(std::uint64_t key, std::uint32_t at) {
  const std::uint32_t number = numbers_.number(key);
  firsts_[number] = counts_[number] == 0 ? at : firsts_[number];
  ++counts_[number];
  return number;
}

// Without a branch, too.
void RepetitionCounter::keep_repeated() {
  std::size_t kept = 0;
  for (const Run run : runs_) {
    runs_[kept] = run;
    kept += counts_[run.number] >= 2 ? 1 : 0;
  }
  runs_.resize(kept);
}

std::uint64_t RepetitionCounter::top_chars(std::size_t length) const {
  const auto end = counts_.begin() + numbers_.size();
  const auto top = std::max_element(counts_.begin(), end);  // the first of several
  if (top == end || *top < 2) return 0;
  const std::uint32_t first = firsts_[static_cast<std::size_t>(top - counts_.begin())];
  const std::uint32_t before = first == 0 ? 0 : ends_[first - 1];
  const std::uint64_t chars = ends_[first + length - 1] - before + (length - 1);
  return chars * *top;
}

std::uint64_t RepetitionCounter::repeated_chars(std::size_t length) {
  met_.assign(numbers_.size(), 0);
  std::uint64_t chars = 0;
  std::uint32_t next = 0;
  for (const Run& run : runs_) {
    if (run.at < next) continue;
    if (met_[run.number] != 0) {
      const std::uint32_t before = run.at == 0 ? 0 : ends_[run.at - 1];
      chars += ends_[run.at + length - 1] - before;
      next = run.at + static_cast<std::uint32_t>(length);
    }
    met_[run.number] = 1;
  }
  return chars;
}

}  // namespace pressmill::clean
