// SPDX-License-Identifier: Apache-2.0
//
// What occurs most often in a stretch of a stream (frequent.h).
//
// Keys are admitted as long as there is room, and counted exactly; behind that a key has to knock a
// few times before it is admitted, as in filtered space-saving (Homem and Carvalho 2010): knocks
// are counted in a table of bytes by the key's hash, which tells the many keys that occur once from
// the few that are worth room.
//
// Whether a key is held, and whether it has knocked often enough, cannot be foretold; so most
// lookups have to do without a branch on either. Where many keys are at hand they are counted in
// steps: count_all() hands back those that are not held, admit_rest() lets them knock and admits
// those that may come in.
//
// Error:    as FrequentList states. Keys are told apart by 32 bits and their bucket: of 7,000 keys
//           in 4,096 buckets about one in 700,000 stretches has two that are counted as one.
// Order:    lists follow from the order of the calls, and so does the order of their items.
// Threads:  one owner per object.
// Memory:   a byte a cell, 8 a place, and 16 and the text for each key that is held: those of
//           `room`, and of the others those that came more often than `knocks`, with a few that
//           share a cell with one of these.

#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/probe.h"
#include "stats/frequent.h"

namespace pressmill::stats {

class FrequentCounter {
 public:
  // `room` keys are counted from their first occurrence on; then a key has to come `knocks` times
  // without being counted. Knocks are counted in 2^cell_bits cells: where they are few for the keys
  // that are not held, keys knock for each other and are admitted sooner; where they are many, the
  // cache does not hold them. Needs: less than 128 knocks.
  explicit FrequentCounter(std::size_t room, unsigned knocks = 4, unsigned cell_bits = 17);

  // Occurrences of a key, in two steps: count() is false where the key is not held; then knock()
  // tells how many of them are to be counted, and where that is not 0, admit() is to follow with
  // it. Needs: well-mixed keys; no more than 2^32 occurrences in all.
  bool count(std::uint64_t key, std::uint32_t times = 1) {
    const std::size_t place = find(key);
    count_at(place) += times;
    return place != kNobody;
  }
  std::uint32_t knock(std::uint64_t key, std::uint32_t times = 1) {
    return knocks_ == 0 ? times : knock(cells_[key >> cell_shift_], times, knocks_);
  }
  void admit(std::uint64_t key, std::string_view text, std::uint32_t times = 1);

  // count(key(i), times(i)) for all i below `count`: the numbers i of those that are not held.
  // Lives until the next call.
  template <class Key, class Times>
  std::span<const std::uint32_t> count_all(std::size_t count, Key key, Times times);
  // The same, for single occurrences of keys of which most are rare: they knock here already, and
  // handed back are the numbers of those that are not held and have knocked often enough.
  std::span<const std::uint32_t> count_rare(std::span<const std::uint64_t> keys);
  // knock(), and admit() where it lets them in, for each of these numbers. Needs: no two have the
  // same key, and none is held.
  template <class Key, class Times, class Text>
  void admit_rest(std::span<const std::uint32_t> rest, Key key, Times times, Text text);

  std::size_t held() const { return held_.size(); }
  // The list so far, at most so long; of those with the smallest count that would stay, all stay or
  // none: to keep a part of them would make `missing` no smaller. Then counting begins anew.
  FrequentList take(std::size_t most);

 private:
  // So many keys ahead memory is asked for: between two articles the caches forget the tables.
  static constexpr std::size_t kAhead = 20;
  static constexpr std::uint8_t kHeld = 0x80;  // a key of this cell is held

  // A bucket is filled from its first place on; where all are taken a key may be in the next. The
  // first bucket is nobody's: what is not held is counted there.
  static constexpr std::size_t kPlaces = 4;
  static constexpr std::size_t kNobody = 0;
  struct alignas(32) Bucket {                   // in one line of the cache
    std::array<std::uint32_t, kPlaces> tags{};  // of the keys; 0: free
    std::array<std::uint32_t, kPlaces> counts{};
    bool is_full() const { return tags.back() != 0; }
  };
  struct Held {
    std::uint64_t key;
    std::uint32_t place;
    std::uint32_t text_begin;  // in texts_; it ends where the next begins
  };

  static std::uint32_t tag_of(std::uint64_t key) {
    const auto tag = static_cast<std::uint32_t>(key >> 32);
    return tag + (tag == 0 ? 1 : 0);
  }
  std::size_t first_bucket(std::uint64_t key) const { return 1 + (key & mask_); }
  std::size_t next_bucket(std::size_t bucket) const { return 1 + (bucket & mask_); }
  std::uint32_t& count_at(std::size_t place) {
    return buckets_[place / kPlaces].counts[place % kPlaces];
  }
  // The place that has the key, else kNobody.
  std::size_t find(std::uint64_t key) const {
    const std::uint32_t tag = tag_of(key);
    std::size_t bucket = first_bucket(key);
    for (;; bucket = next_bucket(bucket)) {
      const unsigned hits = 1U << kPlaces | lanes_equal(buckets_[bucket].tags.data(), tag);
      const bool has_none = hits == 1U << kPlaces;
      if (is_of_another(has_none, buckets_[bucket].tags.back(), 0)) continue;
      const auto hit = static_cast<std::size_t>(std::countr_zero(hits));
      return (kPlaces * bucket + hit) & (hit / kPlaces - 1);  // 0 where there was none
    }
  }
  static std::uint32_t knock(std::uint8_t& cell, std::uint32_t times, unsigned knocks) {
    const unsigned so_far = cell & ~unsigned{kHeld};
    const std::uint32_t missing = so_far < knocks ? knocks - so_far : 0;
    const std::uint32_t used = times < missing ? times : missing;
    cell = static_cast<std::uint8_t>(cell + used);
    return times - used;
  }
  std::size_t free_place(std::uint64_t key) const;
  void clear(std::size_t buckets);
  void start_knocking();
  std::vector<std::uint32_t> counts();  // of all that are held
  std::vector<std::uint8_t> all_knocks() const;
  std::string_view text(std::size_t i) const;

  std::size_t room_;
  unsigned most_knocks_;
  unsigned cell_shift_;
  unsigned knocks_ = 0;   // that a key needs: none at first, then most_knocks_
  std::size_t mask_ = 0;  // of the number of buckets
  std::vector<Bucket> buckets_;
  std::vector<Held> held_;  // the first `room` without an error
  std::string texts_;
  std::vector<std::uint8_t> cells_;
  struct Candidate {
    std::uint32_t number, times;
  };
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> rest_;
};

template <class Key, class Times>
std::span<const std::uint32_t> FrequentCounter::count_all(std::size_t count, Key key, Times times) {
  if (rest_.size() < count) rest_.resize(count);
  std::uint32_t* const rest = rest_.data();
  std::size_t kept = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i + kAhead < count) __builtin_prefetch(&buckets_[first_bucket(key(i + kAhead))], 1);
    const std::size_t place = find(key(i));
    count_at(place) += times(i);
    rest[kept] = i;
    kept += place == kNobody ? 1 : 0;
  }
  return std::span<const std::uint32_t>(rest, kept);
}

template <class Key, class Times, class Text>
void FrequentCounter::admit_rest(std::span<const std::uint32_t> rest, Key key, Times times,
                                 Text text) {
  while (knocks_ == 0 && !rest.empty()) {
    admit(key(rest.front()), text(rest.front()), times(rest.front()));
    rest = rest.subspan(1);
  }
  if (candidates_.size() < rest.size()) candidates_.resize(rest.size());
  Candidate* const candidates = candidates_.data();
  std::size_t kept = 0;
  for (const std::uint32_t i : rest) {
    const std::uint32_t counted = knock(cells_[key(i) >> cell_shift_], times(i), knocks_);
    candidates[kept] = {i, counted};
    kept += counted > 0 ? 1 : 0;
  }
  for (const Candidate& candidate : std::span(candidates, kept))
    admit(key(candidate.number), text(candidate.number), candidate.times);
}

}  // namespace pressmill::stats
