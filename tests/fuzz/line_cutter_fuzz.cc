// SPDX-License-Identifier: Apache-2.0
//
// Any bytes in any pieces: LineCutter must give the batches of its twin, which sees all at once.
//
// Input:  byte 0 is the batch size less one, byte 1 what a line may have beyond it, byte 2 draws
//         the pieces, the rest is the content.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "io/line_cutter.h"
#include "tests/reference/naive_lines.h"

namespace {

using namespace pressmill;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s\n", what);
  std::abort();
}

std::vector<reference::NaiveBatch> cut(std::string_view content, std::uint64_t batch_bytes,
                                       std::uint64_t max_line_bytes, std::uint32_t draw) {
  io::LineCutter cutter(batch_bytes, max_line_bytes);
  std::vector<io::LineBatch> batches;
  std::size_t fed = 0;
  while (fed < content.size()) {
    draw = draw * 1664525 + 1013904223;
    const std::string piece(content.substr(fed, 1 + (draw >> 8) % (draw % 4 == 0 ? 300 : 7)));
    cutter.add(piece, batches);
    fed += piece.size();
    require(cutter.position() == fed, "position");
  }
  cutter.finish(batches);
  require(cutter.position() == content.size(), "position at the end");
  std::vector<reference::NaiveBatch> result;
  for (const io::LineBatch& batch : batches)
    result.push_back({batch.first_byte, std::string(batch.bytes.view()), batch.oversize});
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  const std::string_view content(reinterpret_cast<const char*>(data) + 3, size - 3);
  const std::uint64_t batch_bytes = std::uint64_t{data[0]} + 1;
  const std::uint64_t max_line_bytes = batch_bytes + data[1];
  const auto expected =
      reference::split_batches(content, batch_bytes, max_line_bytes,
                               std::min(max_line_bytes, io::LineCutter::kOversizeHeadBytes));
  require(cut(content, batch_bytes, max_line_bytes, data[2]) == expected, "batches differ");
  return 0;
}
