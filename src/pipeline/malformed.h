// SPDX-License-Identifier: Apache-2.0
//
// Lines that are no articles, set aside with their place: from refine, through the segment's
// files, to OUT/malformed.jsonl.zst.
//
// Record: u32 input, u64 line (0-based, from the segment's first line of that input), u64 byte,
// u64 bytes of the whole line, u8 reason, u16 length of the detail, the detail, the raw line (or
// its head, where it was too long to hold).
//
// Threads:  pure functions.
// Failure:  Code::input for a damaged file.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/buffer.h"
#include "doc/article.h"
#include "pipeline/length_prefixed.h"
#include "pressmill/error.h"

namespace pressmill::pipeline {

struct MalformedLine {
  std::uint32_t input = 0;
  std::uint64_t line = 0;
  std::uint64_t byte = 0;
  std::uint64_t bytes = 0;
  doc::Malformed reason = doc::Malformed::none;
  std::string_view detail;
  std::string_view raw;
};

// Appends a length-prefixed record.
void put_malformed(Buffer& out, const MalformedLine& line);
bool read_malformed(std::string_view record, MalformedLine& line);
// Adds `base` to the record's line number, in place.
void shift_line(char* record, std::uint64_t base);

// Calls visit for each line of a segment's file, in order. A missing file holds none.
Status each_malformed(const std::string& path,
                      const std::function<Status(const MalformedLine&)>& visit);

// The line's entry in malformed.jsonl; `line` counts from 0 in the whole input.
std::string malformed_json(const MalformedLine& line, std::string_view input_name);

}  // namespace pressmill::pipeline
