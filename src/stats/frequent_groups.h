// SPDX-License-Identifier: Apache-2.0
//
// Frequent items of many groups side by side (frequent.h): names by month.
//
// All groups share one table and one budget of keys, so that their number decides neither the time
// nor the memory. The first kMostGroups groups that come have counts of their own; what comes for
// others goes to kRest.
//
// Error:    as FrequentList states, for each group.
// Order:    follows from the order of the calls; lists come sorted by group, kRest first.
// Threads:  one owner per object.
// Memory:   about 100 bytes and the text for each of up to twice `room` keys, or of twice
//           kLeastRoom for each group where that is more.

#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stats/frequent.h"
#include "stats/key_table.h"

namespace pressmill::stats {

// How much was looked through for a group; nothing can have been counted more often.
struct GroupSize {
  std::int32_t group = 0;
  std::uint64_t size = 0;
};

class FrequentGroups {
 public:
  static constexpr std::size_t kMostGroups = 360;
  static constexpr std::int32_t kRest = std::numeric_limits<std::int32_t>::min();
  static constexpr std::size_t kLeastRoom = 64;

  explicit FrequentGroups(std::size_t room) : room_(room) {}

  // `groups`: all that the list is about, those it names no key of, too; sorted.
  void add(const FrequentList& list, std::span<const GroupSize> groups);
  // A list that is about one group.
  void add(std::int32_t group, const FrequentList& list);

  std::vector<std::pair<std::int32_t, FrequentList>> lists(std::size_t most_of_each) const;
  // Cuts what all groups have to `room` keys.
  void cut();

 private:
  struct Entry {
    std::uint64_t key;
    std::uint64_t count;
    std::uint64_t certain;  // how much less than its group's `missing` its error is
    std::uint32_t group;    // its number
    std::uint32_t text_bytes;
    std::uint64_t text_begin;

    void add(std::uint64_t occurrences, std::uint64_t missing, std::uint64_t error) {
      count += occurrences;
      certain += missing - error;
    }
  };
  struct Group {
    std::int32_t group;
    std::uint64_t missing;
    std::uint64_t size;  // in the list under way
  };
  struct Added {
    std::uint64_t key_in_group;
    std::uint32_t group;   // its number
    std::uint32_t number;  // of the entry
  };
  static std::uint64_t key_in(std::uint64_t key, std::uint32_t group) {
    return key + (group + std::uint64_t{1}) * 0x9E37'79B9'7F4A'7C15;
  }
  std::string_view text(const Entry& entry) const {
    return std::string_view(texts_).substr(entry.text_begin, entry.text_bytes);
  }
  std::uint32_t group_number(std::int32_t group);
  void add_missing(std::uint64_t missing, std::span<const GroupSize> groups);
  std::uint32_t number(std::uint64_t key, std::uint32_t group, std::string_view text);
  void add_all(std::int32_t group, const FrequentList& list);
  std::vector<FrequentList> by_number() const;
  void cut_if_full();

  std::size_t room_;
  KeyTable group_numbers_, numbers_;
  std::vector<Group> groups_;
  std::vector<Entry> entries_;
  std::vector<Added> added_;  // of the list under way
  std::string texts_;
};

}  // namespace pressmill::stats
