// SPDX-License-Identifier: Apache-2.0
//
// How articles are referred to in outputs: id, input name and line of any row.
//
// Survivors are looked up one by one, wherever they lie, with single reads of their cards: a
// removal names its partner, and partners may be anywhere in the run.
//
// Threads:  one owner; cheap to make.
// Memory:   at most kOpenFiles open cards files.

#pragma once

#include <cstdint>
#include <list>
#include <string>

#include "dedup/card.h"
#include "pipeline/segment_table.h"

namespace pressmill::pipeline {

struct ArticleRef {
  std::string id;  // a JSON token: as found, else "INPUT:LINE" in quotes
  std::uint32_t input = 0;
  std::uint64_t line = 0;  // 1-based
};

// The id as printed: the token as found, or INPUT:LINE where there is none.
std::string printed_id(std::string_view token, std::string_view input_name, std::uint64_t line);

class ArticleRefs {
 public:
  static constexpr std::size_t kOpenFiles = 32;

  ArticleRefs(const RunState& run, const SegmentTable& table) : run_(run), table_(table) {}
  Result<ArticleRef> find(std::uint64_t row);

 private:
  struct Entry {
    SegmentKey key;
    dedup::CardReader cards;
  };
  Result<dedup::CardReader*> cards_of(SegmentKey key);

  const RunState& run_;
  const SegmentTable& table_;
  std::list<Entry> open_;  // most recently used first
};

}  // namespace pressmill::pipeline
