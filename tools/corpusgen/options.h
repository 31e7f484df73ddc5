// SPDX-License-Identifier: Apache-2.0
//
// The command line: flags as typed become one checked Options.
//
// Shares are kept as millionths and similarities as ten-thousandths: integers, so that no two
// machines round them differently.
//
// Threads:  values.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/roles.h"

namespace pressmill::corpusgen {

enum class Codec : std::uint8_t { plain, zst, gz, xz, bz2, lz4 };
inline constexpr std::array<std::string_view, 6> kCodecNames = {"plain", "zst", "gz",
                                                                "xz",    "bz2", "lz4"};
constexpr std::string_view codec_name(Codec codec) {
  return kCodecNames[static_cast<std::size_t>(codec)];
}
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
  std::array<std::uint32_t, kRoleCount> shares{};  // of the lines, in millionths; by role
  std::uint32_t personal_share = 0;                // of the stories, in millionths
  std::uint32_t from_share = 0;  // of the sentences that are taken from `from`, in millionths
  std::string from;              // a dump of real articles; "" = none
  std::vector<std::uint32_t> near_jaccard;  // ten-thousandths
  std::uint32_t dup_at = 0;                 // ten-thousandths
  std::uint32_t contained_at = 0;           // ten-thousandths
  bool furniture = true;
  std::uint32_t words = 600;  // of a story at the most, nearly
  std::uint32_t scrape = 0;   // which of several dumps of the same articles
  bool related = true;        // headlines of other articles among the furniture
  unsigned threads = 0;       // 0: one per processor

  std::uint32_t share(Role role) const { return shares[static_cast<std::size_t>(role)]; }
};

// What the arguments ask for: a corpus, or a text to print (help) and nothing else.
struct Command {
  Options options;
  std::string help;  // not empty: print it and stop
};
// Without the program's name. Error: Code::usage.
Result<Command> parse_options(std::vector<std::string> arguments);

}  // namespace pressmill::corpusgen
