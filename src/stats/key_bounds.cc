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
void raise_cell(Cell& cell, std::uint64_t most) {
  cell = static_cast<Cell>(
      std::max<std::uint64_t>(cell, std::min<std::uint64_t>(most, kNoBound<Cell>)));
}

// std::max_element keeps track of the place, and takes one at a time.
template <class Cell>
Cell greatest_of(const std::vector<Cell>& cells) {
  Cell greatest = 0;
  for (const Cell cell : cells) greatest = std::max(greatest, cell);
  return greatest;
}

// Bytes may be part of anything, so compilers want to be told that these are not part of the
// vectors that hold them.
template <class To, class From>
void add_each(std::vector<To>& to, const std::vector<From>& from) {
  To* const sums = to.data();
  const From* const summands = from.data();
  const std::size_t cells = to.size();
  for (std::size_t i = 0; i < cells; ++i) sums[i] = static_cast<To>(sums[i] + summands[i]);
}

}  // namespace

KeyBounds::KeyBounds(std::vector<std::uint8_t> cells)
    : bytes_(std::move(cells)), most_byte_(greatest_of(bytes_)) {}

KeyBounds::KeyBounds(std::vector<std::uint32_t> cells)
    : sums_(std::move(cells)), most_sum_(greatest_of(sums_)) {}

std::vector<std::uint32_t> KeyBounds::sums() const {
  KeyBounds settled = *this;
  settled.settle();
  return std::move(settled.sums_);
}

std::uint64_t KeyBounds::of(std::uint64_t key, std::uint64_t otherwise) const {
  if (cells() == 0) return otherwise;
  const std::size_t at = cell_of(key, cells());
  const std::uint8_t byte = bytes_.empty() ? std::uint8_t{0} : bytes_[at];
  const std::uint32_t sum = sums_.empty() ? 0 : sums_[at];
  if (byte == kNoBound<std::uint8_t> || sum == kNoBound<std::uint32_t>) return otherwise;
  return std::min<std::uint64_t>(std::uint64_t{sum} + byte, otherwise);
}

std::uint64_t KeyBounds::greatest(std::uint64_t otherwise) const {
  if (cells() == 0) return otherwise;
  if (sums_.empty()) {
    const std::uint8_t byte = greatest_of(bytes_);
    return byte == kNoBound<std::uint8_t> ? otherwise : std::min<std::uint64_t>(byte, otherwise);
  }
  const std::uint32_t sum = greatest_of(sums());
  return sum == kNoBound<std::uint32_t> ? otherwise : std::min<std::uint64_t>(sum, otherwise);
}

void KeyBounds::raise(std::uint64_t key, std::uint64_t most) {
  if (cells() == 0) return;
  const std::size_t at = cell_of(key, cells());
  if (sums_.empty()) {
    raise_cell(bytes_[at], most);
    most_byte_ = std::max<std::uint32_t>(most_byte_, bytes_[at]);
    return;
  }
  settle();
  raise_cell(sums_[at], most);
  most_sum_ = std::max(most_sum_, sums_[at]);
}

// Bytes to sums.
void KeyBounds::settle() {
  if (bytes_.empty()) return;
  if (most_sum_ < kNoBound<std::uint32_t> / 2) {  // nothing runs over
    add_each(sums_, bytes_);
  } else {
    for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] = sum_of(sums_[i], bytes_[i]);
  }
  most_sum_ = sum_of(most_sum_, most_byte_);
  most_byte_ = 0;
  bytes_.clear();
}

void KeyBounds::add_to_all(std::uint32_t missing) {
  for (std::uint32_t& sum : sums_) sum = sum_of(sum, missing);
  most_sum_ = sum_of(most_sum_, missing);
}

// Mostly nothing is unknown, and the bytes hold it.
void KeyBounds::add_bytes(const KeyBounds& next, std::uint32_t missing) {
  if (most_byte_ + next.most_byte_ >= kNoBound<std::uint8_t>) settle();
  if (next.most_byte_ < kNoBound<std::uint8_t>) {
    bytes_.resize(next.bytes_.size());
    add_each(bytes_, next.bytes_);
    most_byte_ += next.most_byte_;
    return;
  }
  for (std::size_t i = 0; i < sums_.size(); ++i) {
    const std::uint8_t byte = next.bytes_[i];
    sums_[i] = sum_of(sums_[i], byte == kNoBound<std::uint8_t> ? missing : byte);
  }
  most_sum_ = kNoBound<std::uint32_t>;
}

void KeyBounds::add_sums(const KeyBounds& next) {
  settle();
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] = sum_of(sums_[i], next.sums_[i]);
  most_sum_ = sum_of(most_sum_, next.most_sum_);
  if (!next.bytes_.empty()) add_bytes(KeyBounds(next.bytes_), 0);
}

void KeyBounds::add(const KeyBounds& next, std::uint64_t missing, std::uint64_t before) {
  assert(cells() == 0 || next.cells() == 0 || cells() == next.cells());
  if (next.cells() == 0) return add_to_all(saturated(missing));
  if (cells() == 0) {
    most_sum_ = saturated(before);
    sums_.assign(next.cells(), most_sum_);
  }
  if (next.sums_.empty())
    add_bytes(next, saturated(missing));
  else
    add_sums(next);
}

}  // namespace pressmill::stats
