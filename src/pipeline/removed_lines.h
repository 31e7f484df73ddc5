// SPDX-License-Identifier: Apache-2.0
//
// The lines that cleaning took out of an article: from refine, through a file for each segment in
// OUT/index, to OUT/lines.jsonl.zst and to `pressmill explain`.
//
// Record: u32 row (of the article, in the segment), u8 1 where the guard kept the article whole,
// u32 number of lines; each line: u32 line of the text, u8 rule, u8 chance in percent, three u8
// features, u32 blank lines behind it, u32 articles of the site that have it, u32 of how many, u32
// length, the text. See docs/format-store.md.
//
// Threads:  pure functions.
// Failure:  Code::input for a damaged file.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "clean/article_cleaner.h"
#include "pipeline/length_prefixed.h"
#include "pressmill/error.h"

namespace pressmill::pipeline {

// Of the record and of the numbers of rules and features in it: files of finished runs are read by
// later versions of pressmill, so whoever changes one of them raises this. In the manifest.
inline constexpr std::uint32_t kRemovedVersion = 3;  // 2: blank lines behind

struct RemovedLines {
  std::uint32_t row = 0;
  bool guarded = false;
  std::vector<clean::RemovedLine> lines;  // texts are views into the record
};

// Appends a length-prefixed record.
void put_removed(Buffer& out, std::uint32_t row, const clean::CleanedText& cleaned);
bool read_removed(std::string_view record, RemovedLines& lines);
// Adds `base` to the record's row, in place.
void shift_row(char* record, std::uint32_t base);

// Calls visit for each article of a segment's file, in order. A missing file holds none.
Status each_removed(const std::string& path,
                    const std::function<Status(const RemovedLines&)>& visit);

}  // namespace pressmill::pipeline
