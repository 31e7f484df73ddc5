// SPDX-License-Identifier: Apache-2.0
//
// Dumps for the end-to-end tests: articles as scrapers leave them, of any size, the same ones for
// the same seed.
//
// Texts are sentences drawn from a fixed stock. About one line in eight is a copy of an earlier
// text with other white space and another id; one in fifty each is blank, malformed, or without
// text. Fast, so that hundreds of megabytes cost a second or two.
//
// Threads:  one owner.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::test {

class Dump {
 public:
  // `sentences` is what the average text has: 40 make about 3 KB.
  explicit Dump(std::uint64_t seed, std::size_t sentences = 8);

  // The next line, with its line end.
  std::string line();
  // The next lines, about so many bytes.
  std::string lines(std::size_t bytes);

 private:
  void article(std::string& out);
  std::string text();

  Random random_;
  std::size_t sentences_;
  std::vector<std::string> stock_;
  std::vector<std::string> recent_;  // texts that copies are made of
  std::uint64_t count_ = 0;
};

// zstd frames, each of so many bytes of `data`; 0: all in one.
std::string zst(std::string_view data, std::size_t frame_bytes = 0);

// Writes about `bytes` of a dump as one zst file of one frame, without holding it in memory.
void write_large_dump(const std::filesystem::path& path, std::uint64_t seed, std::uint64_t bytes);

// Six files of different codecs in `folder`, two of them in a folder below: 4 MB, and one plain
// file of 18 MB that is read as a stream of its own. Their names, in order.
std::vector<std::string> write_mixed_dump(const std::filesystem::path& folder);

}  // namespace pressmill::test
