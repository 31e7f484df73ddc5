// SPDX-License-Identifier: Apache-2.0
//
// A text in blocks of 64 bytes that may all be read with the byte before them.
//
// Kernels that judge a byte by the one before it read both with plain loads. That fails at the
// text's first block and at one that is cut short; of those two a copy is handed out, in which the
// missing neighbours are made up.
//
// Threads:  one owner.
// Memory:   the copy, 65 bytes.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace pressmill::text {

class EdgeBlock {
 public:
  static constexpr std::size_t kBytes = 64;

  // `behind` stands for what is missing behind the text; before it stands a line end.
  explicit EdgeBlock(char behind) : behind_(behind) {}

  // kBytes from text[i] on, readable from one before; until the next call.
  // Needs: i < text.size().
  const std::uint8_t* at(std::string_view text, std::size_t i) {
    const auto* p = reinterpret_cast<const std::uint8_t*>(text.data()) + i;
    if (i != 0 && i + kBytes <= text.size()) return p;
    copy_.fill(static_cast<std::uint8_t>(behind_));
    copy_[0] = i == 0 ? std::uint8_t{'\n'} : p[-1];
    std::memcpy(copy_.data() + 1, p, std::min(kBytes, text.size() - i));
    return copy_.data() + 1;
  }

 private:
  char behind_;
  std::array<std::uint8_t, 1 + kBytes> copy_;
};

}  // namespace pressmill::text
