// SPDX-License-Identifier: Apache-2.0
//
// Records on their way from a worker to the segment writer: each behind its length, a u32.
//
// Threads:  pure.

#pragma once

#include <cassert>
#include <cstdint>
#include <string_view>

#include "base/bytes.h"

namespace pressmill::pipeline {

// Splits the first record off. Needs: `rest` consists of such records and is not empty.
inline std::string_view take_record(std::string_view& rest) {
  const auto length = load_le<std::uint32_t>(rest.data());
  assert(rest.size() >= sizeof length + length);
  const std::string_view record = rest.substr(sizeof length, length);
  rest.remove_prefix(sizeof length + length);
  return record;
}

}  // namespace pressmill::pipeline
