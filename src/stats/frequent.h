// SPDX-License-Identifier: Apache-2.0
//
// What occurs most often, with guaranteed counts and in fixed memory.
//
// A count is a lower bound, and each carries its error: the true number is at least `count` and at
// most `count + error`. Of what is not listed, nothing occurs more often than `missing`. While all
// keys found room everything is exact and `missing` is 0.
//
// FrequentCounter counts a stretch of a stream. Keys are admitted as long as there is room, and
// counted exactly; behind that a key has to knock a few times before it is admitted, as in
// filtered space-saving (Homem and Carvalho 2010): knocks are counted in a table of bytes by the
// key's hash, which tells the many keys that occur once from the few that are worth room.
// FrequentSum adds such lists up, like the mergeable summaries of Agarwal and others (2012): what
// one list does not name occurs there at most as often as its `missing` says.
//
// Error:    as each list states.
// Order:    lists follow from the order of the calls, and so does the order of their items.
// Threads:  one owner per object.
// Memory:   as each class says.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/probe.h"
#include "stats/key_table.h"

namespace pressmill::stats {

struct FrequentItem {
  std::uint64_t key = 0;
  std::uint64_t count = 0;
  std::uint64_t error = 0;
  std::int32_t group = 0;  // what the key is counted for, where keys are of several groups
  std::uint32_t text_bytes = 0;
  std::uint64_t text_begin = 0;  // in the list's texts

  std::uint64_t most() const { return count + error; }
};

struct FrequentList {
  std::vector<FrequentItem> items;
  std::string texts;
  std::uint64_t missing = 0;

  std::string_view text(const FrequentItem& item) const {
    return std::string_view(texts).substr(item.text_begin, item.text_bytes);
  }
  void add(FrequentItem item, std::string_view text) {
    item.text_begin = texts.size();
    item.text_bytes = static_cast<std::uint32_t>(text.size());
    items.push_back(item);
    texts.append(text);
  }
  // Leaves out all but those with the largest counts, so many of them. Not by upper bound: what is
  // certain would give way to what is not. Of equal ones those with small keys stay, which are the
  // same in every list.
  void cut(std::size_t most);
  // A list that is cut in the same way, but of those with the smallest count that would stay, all
  // stay or none: to keep a part of them would make `missing` no smaller.
  FrequentList whole(std::size_t most) const;

 private:
  template <class Stays>
  FrequentList kept(std::size_t most, Stays stays) const;
};

// Memory:   a byte a cell, and about 70 bytes and the text for each key that is held: those of
//           `room`, and of the others those that came more often than `knocks`, with a few that
//           share a cell with one of these.
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
    const std::uint32_t number = slots_[place(key)].number;
    counts_[number] += times;
    return number != 0;
  }
  std::uint32_t knock(std::uint64_t key, std::uint32_t times = 1);
  void admit(std::uint64_t key, std::string_view text, std::uint32_t times = 1);

  // count(key(i), times(i)) for all i below `count`: the numbers i of those that are not held.
  template <class Key, class Times>
  std::span<const std::uint32_t> count_all(std::size_t count, Key key, Times times) {
    rest_.resize(count);
    std::size_t kept = 0;
    for (std::uint32_t i = 0; i < count;
         ++i) {  // without a branch: what is held cannot be foretold
      const std::uint32_t number = slots_[place(key(i))].number;
      counts_[number] += times(i);
      rest_[kept] = i;
      kept += number == 0 ? 1 : 0;
    }
    return std::span<const std::uint32_t>(rest_).first(kept);
  }
  // The same, for single occurrences of keys of which most are rare: they knock here already, and
  // handed back are the numbers of those that are not held and have knocked often enough.
  std::span<const std::uint32_t> count_rare(std::span<const std::uint64_t> keys);

  // The list so far, at most so long (FrequentList::whole); then counting begins anew.
  FrequentList take(std::size_t most);

 private:
  static constexpr std::uint8_t kHeld = 0x80;  // a key of this cell is held

  // Small, so that the table stays in the cache: keys are told apart by 32 bits and their place.
  struct Slot {
    std::uint32_t tag = 0;     // upper half of the key
    std::uint32_t number = 0;  // 1 + that of the item; 0: free
  };
  std::size_t cell_of(std::uint64_t key) const { return key >> cell_shift_; }
  std::size_t place(std::uint64_t key) const {
    const auto tag = static_cast<std::uint32_t>(key >> 32);
    std::size_t i = key & mask_;
    while (is_of_another(slots_[i].number != 0, slots_[i].tag, tag)) i = (i + 1) & mask_;
    return i;
  }
  void clear_slots(std::size_t slots);
  void start_knocking();

  std::size_t room_;
  unsigned most_knocks_;
  unsigned cell_shift_;
  unsigned knocks_ = 0;  // that a key needs: none at first, then most_knocks_
  std::size_t mask_ = 0;
  std::vector<Slot> slots_;
  std::vector<std::uint32_t> counts_;  // by 1 + number; in front, of what is not held
  FrequentList held_;                  // counts are not filled in
  std::vector<std::uint8_t> cells_;
  std::vector<std::uint32_t> candidates_, rest_;
};

// Memory:   about 120 bytes and the text for each of up to twice `room` keys.
class FrequentSum {
 public:
  explicit FrequentSum(std::size_t room) : room_(room) {}

  void add(const FrequentList& list);
  // Single items of a list whose `missing` is given; add_missing() once for the whole list.
  void add(const FrequentItem& item, std::string_view text, std::uint64_t missing);
  void add_missing(std::uint64_t missing) { missing_ += missing; }
  // Keeps the first so many only.
  void cut(std::size_t most);

  std::size_t size() const { return entries_.size(); }
  FrequentList list(std::size_t most) const;

 private:
  struct Entry {
    std::uint64_t key;
    std::uint64_t count;
    std::uint64_t certain;  // how much less than `missing_` its error is
    std::int32_t group;
    std::uint32_t text_bytes;
    std::uint64_t text_begin;

    // An error is what is missing of the lists so far, less what is known for certain. So a list
    // that does not name a key costs nothing to add.
    void add(const FrequentItem& item, std::uint64_t missing) {
      count += item.count;
      certain += missing - item.error;
    }
  };
  std::uint32_t number_of(const FrequentItem& item, std::string_view text);

  std::size_t room_;
  std::uint64_t missing_ = 0;
  KeyTable numbers_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> added_;  // their numbers, of the list under way
  std::string texts_;
};

}  // namespace pressmill::stats
