// SPDX-License-Identifier: Apache-2.0
//
// The command line: flags as typed become one checked Options.
//
// Shares are kept as millionths and similarities as ten-thousandths: integers, so that no two
// machines round them differently.
//
// Threads:  values.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::corpusgen {

enum class Codec : std::uint8_t { plain, zst, gz };
enum class Spread : std::uint8_t { round_robin, consecutive };

struct Options {
  std::string out;
  std::string truth;
  std::uint64_t articles = 0;  // lines; 0: bytes decides
  std::uint64_t bytes = 0;     // of JSONL, before compression
  std::uint64_t seed = 1;
  std::vector<Codec> codecs = {Codec::zst};  // file k has codec k modulo their number
  int level = 3;
  std::uint64_t frame_bytes = 0;  // 0: one frame (or gzip member) a file
  std::uint32_t files = 1;
  Spread spread = Spread::consecutive;
  std::uint32_t exact_share = 0;  // millionths of the lines
  std::uint32_t near_share = 0;
  std::uint32_t malformed_share = 0;
  std::vector<std::uint32_t> near_jaccard;  // ten-thousandths
  std::uint32_t dup_at = 0;                 // ten-thousandths
  bool furniture = true;
};

// What the arguments ask for: a corpus, or a text to print (help) and nothing else.
struct Command {
  Options options;
  std::string help;  // not empty: print it and stop
};
// Without the program's name. Error: Code::usage.
Result<Command> parse_options(std::vector<std::string> arguments);

}  // namespace pressmill::corpusgen
