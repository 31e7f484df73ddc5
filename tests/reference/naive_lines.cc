// SPDX-License-Identifier: Apache-2.0
//
// One character at a time, one line at a time.

#include "tests/reference/naive_lines.h"

namespace pressmill::reference {

std::vector<NaiveLine> split_lines(std::string_view content) {
  std::vector<NaiveLine> lines;
  NaiveLine line;
  for (std::uint64_t i = 0; i < content.size(); ++i) {
    if (content[i] != '\n') {
      line.text += content[i];
      continue;
    }
    line.has_end = true;
    lines.push_back(line);
    line = {i + 1, "", false};
  }
  if (!line.text.empty()) lines.push_back(line);
  return lines;
}

std::vector<NaiveBatch> split_batches(std::string_view content, std::uint64_t batch_bytes,
                                      std::uint64_t max_line_bytes, std::uint64_t head_bytes) {
  std::vector<NaiveBatch> batches;
  constexpr std::uint64_t kNone = UINT64_MAX;
  std::uint64_t window = kNone;  // of the last batch; none behind a line that is too long
  for (const NaiveLine& line : split_lines(content)) {
    if (line.text.size() > max_line_bytes) {
      batches.push_back({line.byte, line.text.substr(0, head_bytes), line.text.size()});
      window = kNone;
      continue;
    }
    if (window != line.byte / batch_bytes) batches.push_back({line.byte, "", 0});
    window = line.byte / batch_bytes;
    batches.back().bytes += line.text;
    if (line.has_end) batches.back().bytes += '\n';
  }
  return batches;
}

}  // namespace pressmill::reference
