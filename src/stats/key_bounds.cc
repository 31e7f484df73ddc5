// SPDX-License-Identifier: Apache-2.0
//
// Cells, each a loop that takes many at once.

#include "stats/key_bounds.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <limits>

namespace pressmill::stats {

namespace {

template <class Cell>
constexpr Cell kNoBound = std::numeric_limits<Cell>::max();

std::uint32_t saturated(std::uint64_t value) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(value, kNoBound<std::uint32_t>));
}

// The greatest stays the greatest.
std::uint32_t sum_of(std::uint32_t a, std::uint32_t b) {
  const std::uint32_t sum = a + b;
  return sum < a ? kNoBound<std::uint32_t> : sum;
}

std::size_t cell_of(std::uint64_t key, std::size_t cells) {
  return cells == 1 ? 0 : key >> (64 - std::countr_zero(cells));
}

template <class Cell>
std::uint64_t bound(Cell cell, std::uint64_t otherwise) {
  return cell == kNoBound<Cell> ? otherwise : std::min<std::uint64_t>(cell, otherwise);
}

template <class Cell>
void raise_cell(Cell& cell, std::uint64_t most) {
  cell = static_cast<Cell>(
      std::max<std::uint64_t>(cell, std::min<std::uint64_t>(most, kNoBound<Cell>)));
}

}  // namespace

KeyBounds::KeyBounds(std::vector<std::uint32_t> cells) : sums_(std::move(cells)) {
  if (!sums_.empty()) most_ = *std::ranges::max_element(sums_);
}

std::uint64_t KeyBounds::of(std::uint64_t key, std::uint64_t otherwise) const {
  if (cells() == 0) return otherwise;
  const std::size_t at = cell_of(key, cells());
  return bytes_.empty() ? bound(sums_[at], otherwise) : bound(bytes_[at], otherwise);
}

std::uint64_t KeyBounds::greatest(std::uint64_t otherwise) const {
  if (cells() == 0) return otherwise;
  return bytes_.empty() ? bound(*std::ranges::max_element(sums_), otherwise)
                        : bound(*std::ranges::max_element(bytes_), otherwise);
}

void KeyBounds::raise(std::uint64_t key, std::uint64_t most) {
  if (cells() == 0) return;
  const std::size_t at = cell_of(key, cells());
  most_ = std::max(most_, saturated(most));
  bytes_.empty() ? raise_cell(sums_[at], most) : raise_cell(bytes_[at], most);
}

void KeyBounds::add(const KeyBounds& next, std::uint64_t missing, std::uint64_t before) {
  assert(bytes_.empty() && (cells() == 0 || next.cells() == 0 || cells() == next.cells()));
  const std::uint32_t of_all = saturated(missing);
  if (next.cells() == 0) {
    most_ = saturated(std::uint64_t{most_} + of_all);
    for (std::uint32_t& sum : sums_) sum = sum_of(sum, of_all);
    return;
  }
  if (sums_.empty()) {
    most_ = saturated(before);
    sums_.assign(next.cells(), most_);
  }
  if (next.bytes_.empty()) {
    most_ = saturated(std::uint64_t{most_} + next.greatest(kNoBound<std::uint32_t>));
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] = sum_of(sums_[i], next.sums_[i]);
    return;
  }
  // There are as many stretches as megabytes: mostly nothing is unknown, and nothing runs over.
  constexpr std::uint32_t kFar = kNoBound<std::uint32_t> / 2;
  if (next.greatest(kNoBound<std::uint8_t>) < kNoBound<std::uint8_t> && most_ < kFar) {
    most_ += kNoBound<std::uint8_t>;
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += next.bytes_[i];
    return;
  }
  most_ = kFar;
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const std::uint8_t byte = next.bytes_[i];
    sums_[i] = sum_of(sums_[i], byte == kNoBound<std::uint8_t> ? of_all : byte);
  }
}

}  // namespace pressmill::stats
