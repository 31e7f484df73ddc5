// SPDX-License-Identifier: Apache-2.0
//
// Groups of digits that stand together: "+44 (0)20 7946-0018" is a run of four.
//
// A run is as long as it can be: groups of digits of one script with a joint of up to three
// characters between them, of spaces, hyphens, points, slashes and parentheses. So the runs of a
// text do not depend on where one begins to look, and a longer number never passes for a shorter
// one inside it. What a run means, phone or card, its finders say.
//
// Digits: ASCII, Arabic, Persian, Devanagari, Bengali, fullwidth.
//
// Threads:  one owner; the vectors are kept from run to run.
// Memory:   as long as the run.
// Needs:    valid UTF-8.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/personal_span.h"

namespace pressmill::clean {

// The length in bytes of the digit that begins at `at`, 0 where there is none.
std::size_t digit_at(std::string_view text, std::size_t at, std::uint8_t& value);

// What stands between two groups.
struct Joint {
  std::uint8_t spaces = 0;
  std::uint8_t hyphens = 0;  // and dashes
  std::uint8_t points = 0;
  std::uint8_t slashes = 0;
  std::uint8_t opens = 0;
  std::uint8_t closes = 0;

  int size() const { return spaces + hyphens + points + slashes + opens + closes; }
  bool is_one(std::uint8_t Joint::*sign) const { return this->*sign == 1 && size() == 1; }
  // Parts what is before from what is behind, where both are numbers of their own.
  bool parts() const { return spaces > 0 || slashes > 0 || opens > 0 || closes > 0; }
  bool operator==(const Joint&) const = default;
};

// No joint is longer: three dashes.
inline constexpr std::size_t kMostJointBytes = 9;
inline constexpr std::size_t kMostDigitBytes = 3;

struct DigitGroup {
  TextSpan span;
  std::size_t first = 0;  // of NumberRun::digits
  std::size_t count = 0;
};

struct NumberRun {
  std::vector<DigitGroup> groups;
  std::vector<Joint> joints;  // joints[i] stands before groups[i]; the first is empty
  std::vector<std::uint8_t> digits;

  // Needs: a digit at `at` with no group of the run before it.
  void read(std::string_view text, std::size_t at);

  std::size_t end() const { return groups.back().span.end; }
  std::uint8_t digit(std::size_t group, std::size_t i) const {
    return digits[groups[group].first + i];
  }
  // Digits of the groups from `first` to `last`.
  std::size_t count(std::size_t first, std::size_t last) const {
    return groups[last].first + groups[last].count - groups[first].first;
  }
};

}  // namespace pressmill::clean
