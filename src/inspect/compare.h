// SPDX-License-Identifier: Apache-2.0
//
// Two texts line by line: what they share, what differs, and where in a line.
//
// Threads:  pure functions.
// Memory:   one byte for each pair of lines between the first and the last difference, up to
//           kMostPairs; texts beyond that are taken to differ in all of them.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmill::inspect {

inline constexpr std::size_t kMostPairs = 4'000'000;

enum class Side : std::uint8_t { both, changed, left, right };

struct ComparedLine {
  Side side = Side::both;
  std::string_view left;
  std::string_view right;
};

// Without the blank ones.
std::vector<std::string_view> filled_lines(std::string_view text);

// Lines that are alike in both stand beside each other, as many as can; of those between, the
// first on one side stands beside the first on the other.
std::vector<ComparedLine> compare_lines(const std::vector<std::string_view>& left,
                                        const std::vector<std::string_view>& right);

// The two lines with brackets around what differs, from word to word: "on [-Monday-] night" and
// "on {+Sunday+} night".
std::pair<std::string, std::string> bracketed(std::string_view left, std::string_view right);

}  // namespace pressmill::inspect
