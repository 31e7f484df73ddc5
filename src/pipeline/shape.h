// SPDX-License-Identifier: Apache-2.0
//
// What kind of file an input is, told from its first bytes, and what to do with one that is no
// JSONL: each shape people try gets one message with a command that converts it.
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "io/codec.h"

namespace pressmill::pipeline {

enum class Shape : std::uint8_t {
  jsonl,
  empty,
  json_array,
  pretty_json,  // one object over several lines
  csv,
  parquet,
  warc,
  tar,
  zip,
  other,  // nothing that has articles in it, as far as one can see
};

// `head`: the first bytes of the decompressed input, up to 64 KiB; `whole`: there are no more.
Shape detect_shape(std::string_view head, bool whole);

// Why the shape cannot be milled and the command that converts it; "" for jsonl and empty. `codec`:
// what the file is compressed with.
std::string shape_advice(Shape shape, const std::string& path, io::Codec codec = io::Codec::plain);

}  // namespace pressmill::pipeline
