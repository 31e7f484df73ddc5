// SPDX-License-Identifier: Apache-2.0
//
// The words by which Gopher tells sentences from lists: eight of the commonest of a language.
//
// For English those of the paper; for the other languages of stop_words.h the first eight there.
// A language without a list has none, and nothing can be said.
//
// Threads:  read-only after construction.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "clean/text_scan.h"

namespace pressmill::clean {

class GopherStopWords {
 public:
  GopherStopWords();
  // How many different ones stand in a text of the language; text::kNoValue where there is no
  // list. `lang` as language.h has it.
  std::uint32_t count(std::span<const ScannedWord> words, std::string_view lang) const;

 private:
  static constexpr std::size_t kWanted = 8;
  struct List {
    std::string lang;
    std::vector<std::uint64_t> hashes;
    std::uint64_t filter = 0;  // by the low six bits
  };
  const List* find(std::string_view lang) const;
  std::vector<List> lists_;
};

// Shared, built at first use.
const GopherStopWords& gopher_stop_words();

}  // namespace pressmill::clean
