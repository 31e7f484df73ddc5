// SPDX-License-Identifier: Apache-2.0
//
// Stop words as hashes: eight of the commonest of a language, by which Gopher tells sentences from
// lists, and all that there are of it.
//
// The eight are those of the paper for English, and for the other languages of stop_words.h the
// first eight there. A language without a list has none, and nothing can be said.
//
// Threads:  read-only after construction.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::clean {

class StopWordHashes {
 public:
  struct List {
    std::string lang;
    std::vector<std::uint64_t> eight;
    std::vector<std::uint64_t> all;  // each once
  };
  StopWordHashes();
  // Null where there is no list. `lang` as language.h has it.
  const List* find(std::string_view lang) const;

 private:
  std::vector<List> lists_;
};

// Shared, built at first use.
const StopWordHashes& stop_word_hashes();

}  // namespace pressmill::clean
