// SPDX-License-Identifier: Apache-2.0
//
// Sums over any stretch of lines, in constant time.
//
// Threads:  one owner.

#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace pressmill::clean {

// sum / n, rounded down. Windows are short, and a division takes longer than all else that is done
// with them: small numbers are multiplied by a rounded-up 2^22 / n instead, which is exact while
// sum * n < 2^22.
inline constexpr std::uint64_t kMostInverse = 32;
inline constexpr unsigned kInversePoint = 22;
inline constexpr auto kInverses = [] {
  std::array<std::uint32_t, kMostInverse + 1> inverses{};
  for (std::uint32_t n = 1; n <= kMostInverse; ++n)
    inverses[n] = ((std::uint32_t{1} << kInversePoint) + n - 1) / n;
  return inverses;
}();
// Needs: n > 0.
constexpr std::uint64_t mean_of(std::uint64_t sum, std::uint64_t n) {
  if (sum < (std::uint64_t{1} << kInversePoint) / kMostInverse && n <= kMostInverse)
    return sum * kInverses[n] >> kInversePoint;
  return sum / n;
}

class RunningSums {
 public:
  template <class ValueOf>
  void fill(std::size_t lines, ValueOf value_of) {
    sums_.resize(lines + 1);
    sums_[0] = 0;
    for (std::size_t i = 0; i < lines; ++i)
      sums_[i + 1] = sums_[i] + static_cast<std::uint64_t>(value_of(i));
  }
  std::uint64_t all() const { return sums_.back(); }
  // Of lines begin..end, cut to what there is.
  std::uint64_t between(std::ptrdiff_t begin, std::ptrdiff_t end) const {
    const auto last = static_cast<std::ptrdiff_t>(sums_.size()) - 1;
    const auto from = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(begin, 0, last));
    const auto to = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(end, 0, last));
    return sums_[to] - sums_[from];
  }
  // How many of the lines begin..end there are.
  std::uint64_t lines_between(std::ptrdiff_t begin, std::ptrdiff_t end) const {
    const auto last = static_cast<std::ptrdiff_t>(sums_.size()) - 1;
    return static_cast<std::uint64_t>(std::clamp<std::ptrdiff_t>(end, 0, last) -
                                      std::clamp<std::ptrdiff_t>(begin, 0, last));
  }
  // The mean over the lines at most `reach` from i, as mean_byte has it.
  std::uint8_t mean_around(std::size_t i, std::ptrdiff_t reach) const {
    const auto at = static_cast<std::ptrdiff_t>(i);
    return mean(at - reach, at + reach + 1);
  }
  std::uint8_t mean(std::ptrdiff_t begin, std::ptrdiff_t end) const {
    const std::uint64_t n = lines_between(begin, end);
    return n == 0 ? std::uint8_t{0}
                  : static_cast<std::uint8_t>(
                        std::min<std::uint64_t>(mean_of(between(begin, end), n), 255));
  }

 private:
  std::vector<std::uint64_t> sums_;
};

}  // namespace pressmill::clean
