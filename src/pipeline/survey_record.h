// SPDX-License-Identifier: Apache-2.0
//
// What the survey keeps of an article: its site, what it is known by, and the keys of its lines.
//
// Record: u64 hash of the site, four u32 of its longest lines, u64 key of the title, three u16
// numbers of keys (lines, starts, ends) and as many u64; for each line's key a u8, its place; then,
// where texts are wanted, each behind its length, a u16: the site's name, and for every key its
// words, empty where they are too long to be written.
//
// Threads:  pure.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "clean/article_stretch.h"

namespace pressmill::pipeline {

struct SurveyRecord {
  // Keys by kind, in this order.
  enum Keys : std::size_t { kLines, kStarts, kEnds, kKinds };

  std::uint64_t site = 0;
  std::array<std::uint32_t, 4> longest{};  // of line keys, the longest line's first
  std::uint64_t title = 0;
  std::array<std::vector<std::uint64_t>, kKinds> keys;
  std::vector<clean::LinePlace> places;                     // one for each key of a line
  std::string_view site_name;                               // only with texts
  std::array<std::vector<std::string_view>, kKinds> texts;  // as many as keys, or none
};

// More lines than this are not surveyed: no article has as many.
inline constexpr std::size_t kMostSurveyedLines = 4096;

void put_survey(Buffer& out, const SurveyRecord& record, bool with_texts);
// False for bytes that are no such record. Texts are views of them.
bool read_survey(std::string_view bytes, SurveyRecord& record);

}  // namespace pressmill::pipeline
