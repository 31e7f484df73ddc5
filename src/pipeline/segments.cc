// SPDX-License-Identifier: Apache-2.0
//
// Which inputs share a segment.

#include "pipeline/segments.h"

#include <fmt/format.h>

namespace pressmill::pipeline {

std::string SegmentKey::name() const {
  return fmt::format("{:08}-{:06}", input, part);
}

std::uint64_t estimated_bytes(const Input& input) {
  return input.codec == io::Codec::plain ? input.bytes : input.bytes * kEstimatedGrowth;
}

std::vector<Work> plan_work(const std::vector<Input>& inputs) {
  std::vector<Work> work;
  std::uint64_t shared_bytes = 0;
  for (std::uint32_t i = 0; i < inputs.size(); ++i) {
    const std::uint64_t bytes = estimated_bytes(inputs[i]);
    if (bytes > kSmallInputBytes) {
      work.push_back({i, 1, false});
      continue;
    }
    const bool joins = !work.empty() && work.back().shared && shared_bytes + bytes <= kSegmentBytes;
    if (joins) {
      ++work.back().count;
      shared_bytes += bytes;
    } else {
      work.push_back({i, 1, true});
      shared_bytes = bytes;
    }
  }
  return work;
}

}  // namespace pressmill::pipeline
