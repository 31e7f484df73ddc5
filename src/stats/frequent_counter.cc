// SPDX-License-Identifier: Apache-2.0
//
// Admitting, growing, handing on.

#include "stats/frequent_counter.h"

#include <algorithm>
#include <bit>

namespace pressmill::stats {

FrequentCounter::FrequentCounter(std::size_t room, unsigned knocks, unsigned cell_bits)
    : room_(room),
      most_knocks_(knocks),
      cell_shift_(64 - cell_bits),
      cells_(std::size_t{1} << cell_bits) {
  clear(std::bit_ceil(2 * room));
}

void FrequentCounter::clear(std::size_t buckets) {
  buckets_.assign(1 + buckets, Bucket{});
  mask_ = buckets - 1;
}

// Where a key goes that is not held.
std::size_t FrequentCounter::free_place(std::uint64_t key) const {
  std::size_t bucket = first_bucket(key);
  while (buckets_[bucket].is_full()) bucket = next_bucket(bucket);
  const unsigned free = lanes_equal(buckets_[bucket].tags.data(), 0);
  return kPlaces * bucket + static_cast<std::size_t>(std::countr_zero(free));
}

void FrequentCounter::admit(std::uint64_t key, std::string_view text, std::uint32_t times) {
  const auto put = [this](Held& held, std::uint32_t count) {
    held.place = static_cast<std::uint32_t>(free_place(held.key));
    buckets_[held.place / kPlaces].tags[held.place % kPlaces] = tag_of(held.key);
    count_at(held.place) = count;
  };
  if (2 * (held_.size() + 1) > kPlaces * (mask_ + 1)) {
    const std::vector<std::uint32_t> old = counts();
    clear(2 * (mask_ + 1));
    for (std::size_t i = 0; i < held_.size(); ++i) put(held_[i], old[i]);
  }
  held_.push_back({key, 0, static_cast<std::uint32_t>(texts_.size())});
  texts_ += text;
  put(held_.back(), times);
  if (knocks_ > 0) cells_[key >> cell_shift_] |= kHeld;
  if (knocks_ == 0 && held_.size() == room_) start_knocking();
}

void FrequentCounter::start_knocking() {
  knocks_ = most_knocks_;
  std::ranges::fill(cells_, std::uint8_t{0});
  for (const Held& held : held_) cells_[held.key >> cell_shift_] = kHeld;
}

std::span<const std::uint32_t> FrequentCounter::count_rare(std::span<const std::uint64_t> keys) {
  const auto once = [](std::size_t) { return 1; };
  if (knocks_ == 0)
    return count_all(
        keys.size(), [&](std::size_t i) { return keys[i]; }, once);
  if (candidates_.size() <= keys.size()) candidates_.resize(keys.size() + 1);
  std::size_t kept = 0;
  std::uint8_t* const cells = cells_.data();
  Candidate* const candidates = candidates_.data();
  const unsigned knocks = knocks_;
  const unsigned shift = cell_shift_;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    if (i + kAhead < keys.size()) __builtin_prefetch(&cells[keys[i + kAhead] >> shift], 1);
    std::uint8_t& cell = cells[keys[i] >> shift];
    const unsigned is_candidate = cell >= knocks ? 1 : 0;
    cell = static_cast<std::uint8_t>(cell + 1 - is_candidate);
    candidates[kept].number = i;
    kept += is_candidate;
  }
  const auto rest = count_all(
      kept, [&](std::size_t i) { return keys[candidates[i].number]; }, once);
  std::ranges::transform(rest, rest_.begin(),
                         [&](std::uint32_t i) { return candidates[i].number; });
  return rest;
}

std::string_view FrequentCounter::text(std::size_t i) const {
  const std::size_t begin = held_[i].text_begin;
  const std::size_t end = i + 1 < held_.size() ? held_[i + 1].text_begin : texts_.size();
  return std::string_view(texts_).substr(begin, end - begin);
}

std::vector<std::uint32_t> FrequentCounter::counts() {
  std::vector<std::uint32_t> all;
  all.reserve(held_.size());
  for (const Held& held : held_) all.push_back(count_at(held.place));
  return all;
}

// What was not counted: by cell, of all its keys together.
std::vector<std::uint8_t> FrequentCounter::all_knocks() const {
  std::vector<std::uint8_t> knocks(cells_.size());
  std::ranges::transform(cells_, knocks.begin(), [](std::uint8_t cell) {
    return static_cast<std::uint8_t>(cell & ~unsigned{kHeld});
  });
  return knocks;
}

FrequentList FrequentCounter::take(std::size_t most) {
  FrequentList taken;
  taken.missing = knocks_;
  const std::vector<std::uint32_t> all = counts();
  const std::uint64_t border =
      all.size() <= most ? 0
                         : border_count(std::vector<std::uint64_t>(all.begin(), all.end()), most);
  if (knocks_ > 0) taken.bounds = KeyBounds(all_knocks());
  taken.items.reserve(std::min(most, held_.size()));
  for (std::size_t i = 0; i < held_.size(); ++i) {
    const unsigned knocks = cells_[held_[i].key >> cell_shift_] & ~unsigned{kHeld};
    const FrequentItem item{.key = held_[i].key, .count = all[i], .error = i < room_ ? 0 : knocks};
    if (all[i] > border)
      taken.add(item, text(i));
    else
      taken.leave_out(item);
  }
  held_.clear();
  texts_.clear();
  knocks_ = 0;
  clear(std::bit_ceil(2 * room_));
  return taken;
}

}  // namespace pressmill::stats
