// SPDX-License-Identifier: Apache-2.0
//
// The capitalised names of a stretch of articles (clean/name_runs.h), counted by month: in how many
// articles each stands.
//
// All are counted. Handed on are those that stand in the most articles of the stretch, whatever the
// month: a month may have a few articles of it only.
//
// Order:    lists follow from the order of the calls, and so does the order of their items.
// Threads:  one owner per object.
// Memory:   about 60 bytes and the text for each different name, on news a quarter of a megabyte
//           for a megabyte of articles.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/name_runs.h"
#include "stats/frequent.h"
#include "stats/key_table.h"

namespace pressmill::pipeline {

class NameCounter {
 public:
  // `lang` as language.h has it. Needs: `scanned` is of this text, and the rows of a stretch
  // differ.
  void add(std::uint32_t row, std::string_view text, const clean::ScannedText& scanned,
           std::int32_t month, std::string_view lang);
  // Of each name handed on and each month of it one item, with the month as its group; of names in
  // equally many articles all or none, and no more than `most` items in all. `missing` is about
  // each month. Then counting begins anew. `months`: how many different ones came, or more.
  stats::FrequentList take(std::size_t most, std::size_t months);

 private:
  struct Name {
    std::uint64_t key;
    std::uint32_t articles;
    std::uint32_t last_row;
    std::uint32_t text_begin;  // in texts_
    std::uint32_t text_bytes;
  };
  struct Article {
    std::int32_t month;
    std::uint32_t begin, end;  // of its names among the occurrences
  };
  std::uint32_t number(std::uint64_t key, std::string_view name);
  std::uint32_t border(std::size_t most, std::size_t months) const;
  void sort_months(std::uint32_t least);

  static constexpr std::size_t kRoom = 4000;  // names of a stretch, as a rule
  clean::NameFinder finder_;
  stats::KeyTable numbers_{kRoom};
  std::vector<std::uint64_t> keys_;     // of the names of the article under way
  std::vector<std::uint32_t> article_;  // their numbers
  std::vector<Name> names_;
  std::string texts_;
  std::vector<std::uint32_t> occurrences_;  // of names, by number, in order of articles
  std::vector<Article> articles_;
  std::vector<std::int32_t> months_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace pressmill::pipeline
