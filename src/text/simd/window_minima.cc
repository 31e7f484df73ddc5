// SPDX-License-Identifier: Apache-2.0
//
// From one least value to the next. Behind a least value all numbers of its window are greater, so
// the next one that is not is found by comparing with it alone.

#include "text/simd/window_minima.h"

#include <algorithm>
#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/window_minima.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using D = hn::CappedTag<std::uint64_t, 8>;

// The first of values[i, end) that is at most `limit`; `end` where there is none.
HWY_INLINE std::size_t FindAtMost(const std::uint64_t* values, std::size_t i, std::size_t end,
                                  std::uint64_t limit) {
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  const auto limits = hn::Set(d, limit);
  for (; i + lanes <= end; i += lanes) {
    const auto is_greater = hn::Gt(hn::LoadU(d, values + i), limits);
    const std::intptr_t at = hn::FindFirstTrue(d, hn::Not(is_greater));
    if (at >= 0) return i + static_cast<std::size_t>(at);
  }
  while (i < end && values[i] > limit) ++i;
  return i;
}

// The last place of the least of a window of up to 64 numbers, which has a vector of them or more.
// Vectors may overlap at its end.
HWY_INLINE std::size_t LastLeast(const std::uint64_t* values, std::size_t window) {
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t last = window - lanes;
  auto least = hn::LoadU(d, values + last);
  for (std::size_t i = 0; i < last; i += lanes) least = hn::Min(least, hn::LoadU(d, values + i));
  least = hn::MinOfLanes(d, least);
  std::uint64_t places = 0;
  const auto mark = [&](std::size_t i) {
    std::uint8_t bits[8] = {};  // as many as may be written; lanes fill the first
    hn::StoreMaskBits(d, hn::Eq(hn::LoadU(d, values + i), least), bits);
    places |= std::uint64_t{bits[0]} << i;
  };
  for (std::size_t i = 0; i < last; i += lanes) mark(i);
  mark(last);
  return 63 - static_cast<std::size_t>(std::countl_zero(places));
}

std::size_t WindowMinima(std::span<const std::uint64_t> values, std::size_t window,
                         std::uint64_t* out) {
  if (window < hn::Lanes(D()) || window > 64) return scalar::window_minima(values, window, out);
  const std::size_t size = values.size();
  std::size_t at = LastLeast(values.data(), window);
  std::size_t seen = window;  // numbers that are in the window or were
  std::size_t count = 0;
  for (;;) {
    out[count++] = values[at];
    const std::size_t end = std::min(at + window, size);
    const std::size_t next = FindAtMost(values.data(), seen, end, values[at]);
    if (next < end) {
      at = next;
      seen = next + 1;
    } else if (end == size) {
      return count;
    } else {  // it leaves the window
      seen = end + 1;
      ++at;
      at += LastLeast(values.data() + at, window);
    }
  }
}

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(WindowMinima);

std::size_t window_minima(std::span<const std::uint64_t> values, std::size_t window,
                          std::uint64_t* out) {
  return HWY_DYNAMIC_DISPATCH(WindowMinima)(values, window, out);
}

namespace scalar {

std::size_t window_minima(std::span<const std::uint64_t> values, std::size_t window,
                          std::uint64_t* out) {
  const auto last_least = [&](std::size_t begin) {
    std::size_t least = begin;
    for (std::size_t i = begin + 1; i < begin + window; ++i)
      if (values[i] <= values[least]) least = i;
    return least;
  };
  std::size_t count = 0;
  std::size_t least = last_least(0);
  out[count++] = values[least];
  for (std::size_t begin = 1; begin + window <= values.size(); ++begin) {
    const std::size_t entering = begin + window - 1;
    const bool has_left = least < begin;
    if (!has_left && values[entering] > values[least]) continue;
    least = has_left ? last_least(begin) : entering;
    out[count++] = values[least];
  }
  return count;
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
