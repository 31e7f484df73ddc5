// SPDX-License-Identifier: Apache-2.0
//
// In how many lines of a page a word stands, and in how many that look like body.
//
// What a line is about shows in which of its words the body has, too: a headline of another
// article shares few of them.
//
// Threads:  one owner; the table is kept from page to page.
// Memory:   20 bytes for each place, two to four places per distinct word.

#pragma once

#include <cstdint>
#include <vector>

namespace pressmill::clean {

class PageVocabulary {
 public:
  struct Entry {
    std::uint32_t hash = 0;
    std::uint32_t lines = 0;
    std::uint32_t body_lines = 0;
    std::uint32_t last_line = 0;       // 1 + the line counted last
    std::uint32_t last_body_line = 0;  // 1 + the last one that looks like body
    bool is_used = false;
  };

  // Empties it and makes room.
  void reset(std::size_t words);
  // The word's entry, made where there is none.
  Entry& operator[](std::uint32_t hash) {
    std::size_t i = hash & mask_;
    while (slots_[i].is_used && slots_[i].hash != hash) i = (i + 1) & mask_;
    slots_[i].hash = hash;
    slots_[i].is_used = true;
    return slots_[i];
  }

 private:
  std::vector<Entry> slots_;
  std::size_t mask_ = 0;
};

}  // namespace pressmill::clean
