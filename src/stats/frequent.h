// SPDX-License-Identifier: Apache-2.0
//
// What occurs most often, with guaranteed counts and in fixed memory.
//
// A count is a lower bound, and each carries its error: the true number is at least `count` and at
// most `count + error`. Of what is not listed, nothing occurs more often than `missing`, and no key
// more often than `bounds` say of it. While all keys found room everything is exact and `missing`
// is 0.
//
// Lists come from stretches of a stream (frequent_counter.h). FrequentSum adds such lists up, like
// the mergeable summaries of Agarwal and others (2012): what one list does not name occurs there at
// most as often as its `missing` and its bounds say, and both are added up.
//
// Error:    as each list states.
// Order:    lists follow from the order of the calls, and so does the order of their items.
// Threads:  one owner per object.
// Memory:   as each class says.

#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "stats/key_bounds.h"
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
  KeyBounds bounds;  // the same of each key, where it is known

  std::string_view text(const FrequentItem& item) const {
    return std::string_view(texts).substr(item.text_begin, item.text_bytes);
  }
  void add(FrequentItem item, std::string_view text) {
    item.text_begin = texts.size();
    item.text_bytes = static_cast<std::uint32_t>(text.size());
    items.push_back(item);
    texts.append(text);
  }
  // Needs: the item is none of the list's.
  void leave_out(const FrequentItem& item) {
    missing = std::max(missing, item.most());
    bounds.raise(item.key, item.most());
  }
  // Leaves out all but those with the largest counts, so many of them. Not by upper bound: what is
  // certain would give way to what is not. Of equal ones those with small keys stay, which are the
  // same in every list.
  void cut(std::size_t most);
};

// The count so that at most `most` of these are larger, and that many or more as large or larger; 0
// where there are not so many.
std::uint64_t border_count(std::span<const std::uint64_t> counts, std::size_t most);

// Memory:   about 120 bytes and the text for each of up to twice `room` keys.
class FrequentSum {
 public:
  explicit FrequentSum(std::size_t room) : room_(room) {}

  void add(const FrequentList& list);
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

    // An error is what is missing of the lists so far, less what is known for certain, or what the
    // bounds say. So a list that does not name a key costs nothing to add.
    void add(const FrequentItem& item, std::uint64_t missing) {
      count += item.count;
      certain += missing - item.error;
    }
  };
  std::uint32_t number_of(const FrequentItem& item, std::string_view text);

  std::size_t room_;
  std::uint64_t missing_ = 0;
  KeyBounds bounds_;
  KeyTable numbers_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> added_;  // their numbers, of the list under way
  std::string texts_;
};

}  // namespace pressmill::stats
