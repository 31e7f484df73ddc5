// SPDX-License-Identifier: Apache-2.0
//
// An open table of words, a list of those that are new to it, and logarithms without floating
// point.

#include "clean/word_counts.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/probe.h"
#include "text/measures.h"

namespace pressmill::clean {
namespace {

constexpr unsigned kPoint = 27;  // bits behind the point
constexpr std::size_t kFewestSlots = 64;
// Beyond the table they are worked out: few words stand so often in one article.
constexpr std::uint32_t kTabled = 1024;

// n ln n for the first numbers n.
const std::array<std::uint64_t, kTabled>& n_log_n() {
  static const auto table = [] {
    std::array<std::uint64_t, kTabled> made{};
    for (std::uint64_t n = 1; n < kTabled; ++n) made[n] = n * fixed_log(n);
    return made;
  }();
  return table;
}

// What a word of so many letters adds to the numbers of short and, in the upper half, long ones: a
// table, as which of them it is cannot be foretold.
constexpr auto kLengths = [] {
  std::array<std::uint64_t, kLongWordChars + 1> lengths{};
  for (std::size_t chars = 0; chars <= kShortWordChars; ++chars) lengths[chars] = 1;
  lengths[kLongWordChars] = std::uint64_t{1} << 32;
  return lengths;
}();

}  // namespace

// The binary logarithm's whole part is the place of the highest bit; each squaring of the rest
// gives one more bit. Thirty-five of them, by a mantissa of 31, are right to 2^-29.
std::uint64_t fixed_log(std::uint64_t n) {
  constexpr unsigned kBits = 32;
  constexpr std::uint64_t kLn2 = 2'977'044'472;  // ln 2 * 2^32, rounded
  const auto whole = static_cast<unsigned>(std::bit_width(n) - 1);
  std::uint64_t mantissa = n << (31 - whole);  // 1 to below 2, with 31 bits behind the point
  std::uint64_t binary = whole;
  for (unsigned i = 0; i < kBits; ++i) {
    mantissa = mantissa * mantissa >> 31;
    const std::uint64_t bit = mantissa >> 32;
    mantissa >>= bit;
    binary = binary << 1 | bit;
  }
  // binary < 2^37: its halves are multiplied apart, as the product may have 69 bits.
  const std::uint64_t high = (binary >> 16) * kLn2;          // * 2^-48
  const std::uint64_t low = (binary & 0xFFFF) * kLn2 >> 16;  // the same
  return (high + low + (std::uint64_t{1} << (47 - kPoint))) >> (48 - kPoint);
}

// The place of the slot that has the hash, or could take it.
inline std::size_t WordCounts::find(std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  std::size_t i = hash & mask_;
  while (is_of_another(slots_[i].count != 0, slots_[i].tag, tag)) i = (i + 1) & mask_;
  return i;
}

void WordCounts::make_room(std::size_t words) {
  const std::size_t slots = std::bit_ceil(std::max(kFewestSlots, 2 * words));
  if (slots_.size() < slots) slots_.resize(slots);
  std::fill_n(slots_.begin(), slots, Slot{0, 0});
  mask_ = slots - 1;
  // One more than there are: what a known word writes behind the last is written over.
  if (distinct_words_.size() <= words) distinct_words_.resize(words + 1);
}

// Where a new word has its slot is noted in the place of its count, until all are known.
void WordCounts::count(std::span<const ScannedWord> words) {
  make_room(words.size());
  DistinctWord* const all = distinct_words_.data();
  std::size_t distinct = 0;
  std::uint64_t lengths = 0;  // short words, and in the upper half long ones
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const ScannedWord& word = words[i];
    const std::size_t place = find(word.hash);
    const std::uint32_t seen = slots_[place].count;
    slots_[place] = {static_cast<std::uint32_t>(word.hash >> 32), seen + 1};
    all[distinct] = {word.hash, i, static_cast<std::uint32_t>(place)};
    distinct += seen == 0 ? 1 : 0;
    lengths += kLengths[std::min(word.chars, kLongWordChars)];
  }
  words_ = words.size();
  distinct_ = distinct;
  short_words_ = lengths & UINT32_MAX;
  long_words_ = lengths >> 32;
  take_counts();
}

void WordCounts::take_counts() {
  const auto& tabled = n_log_n();
  n_log_n_ = 0;
  for (DistinctWord& word : std::span(distinct_words_).first(distinct_)) {
    const std::uint64_t n = word.count = slots_[word.count].count;
    n_log_n_ += n < kTabled ? tabled[n] : n * fixed_log(n);
  }
}

std::uint32_t WordCounts::of(std::uint64_t hash) const {
  if (words_ == 0) return 0;
  return slots_[find(hash)].count;
}

std::uint32_t WordCounts::entropy() const {
  if (words_ == 0) return 0;
  const std::uint64_t all = words_ * fixed_log(words_);
  // Where one word is all there is, the two differ by what was rounded.
  const std::uint64_t sum = all > n_log_n_ ? all - n_log_n_ : 0;
  return text::ten_thousandths(sum, words_ << kPoint, text::kMostCount);
}

}  // namespace pressmill::clean
