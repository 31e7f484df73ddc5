// SPDX-License-Identifier: Apache-2.0
//
// In how many lines of a page a word stands, and in how many that look like body.
//
// What a line is about shows in which of its words the body has, too: a headline of another
// article shares few of them.
//
// Threads:  one owner; the table is kept from page to page.
// Memory:   16 bytes for each place, two to four places per word of the page.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::clean {

class PageVocabulary {
 public:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t last_line = 0;       // 1 + the line counted last; 0: not counted in any
    std::uint32_t last_body_line = 0;  // 1 + the last one that looks like body
    std::uint16_t lines = 0;           // saturated
    std::uint16_t body_lines : 14 = 0;
    std::uint16_t in_title : 1 = 0;
    std::uint16_t is_used : 1 = 0;
  };
  static constexpr std::uint16_t kMostLines = (1 << 14) - 1;

  // Empties it and enters the words; their entries are at(i) from then on.
  void enter(std::span<const std::uint32_t> words, std::span<const std::uint32_t> title);
  // The entry of the i-th word entered.
  Entry& at(std::size_t i) { return slots_[places_[i]]; }

 private:
  std::uint32_t place_of(std::uint32_t hash);

  std::vector<Entry> slots_;
  std::vector<std::uint32_t> places_;  // by word
  std::size_t mask_ = 0;
};

}  // namespace pressmill::clean
