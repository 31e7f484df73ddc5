// SPDX-License-Identifier: Apache-2.0
//
// Lines and their batches, worked out from the whole content at once: the twin of
// io::LineCutter, which sees it in pieces.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::reference {

struct NaiveLine {
  std::uint64_t byte = 0;  // where it begins
  std::string text;        // without '\n'
  bool has_end = false;    // a '\n' stands behind it
};
std::vector<NaiveLine> split_lines(std::string_view content);

struct NaiveBatch {
  std::uint64_t first_byte = 0;
  std::string bytes;
  std::uint64_t oversize = 0;  // bytes is the head of one line of this many bytes
  bool operator==(const NaiveBatch&) const = default;
};
// Lines whose first bytes lie in the same window of batch_bytes travel together. A line of more
// than max_line_bytes stands alone, head_bytes of it kept, and parts what is before from what is
// behind.
std::vector<NaiveBatch> split_batches(std::string_view content, std::uint64_t batch_bytes,
                                      std::uint64_t max_line_bytes, std::uint64_t head_bytes);

}  // namespace pressmill::reference
