// SPDX-License-Identifier: Apache-2.0
//
// Lanes that compare true are subtracted from sums of a byte each, which are added up before they
// overflow.

#include "text/simd/count_kinds.h"

#include <algorithm>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/count_kinds.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte add up to nothing larger

KindCounts CountKinds(std::string_view bytes) {
  return scalar::count_kinds(bytes);
}

#else

constexpr std::size_t kMostLanes = 64;
using D = hn::CappedTag<std::uint8_t, kMostLanes>;
using V = hn::Vec<D>;

HWY_INLINE void Count(V v, V& chars, V& capitals, V& digits) {
  const D d;
  const auto within = [&](std::uint8_t first, std::uint8_t many) {
    return hn::VecFromMask(d, hn::Lt(hn::Sub(v, hn::Set(d, first)), hn::Set(d, many)));
  };
  // Read as signed numbers, the continuation bytes are the 64 smallest.
  const hn::RebindToSigned<D> is;
  const auto starts = hn::Gt(hn::BitCast(is, v), hn::Set(is, std::int8_t{-65}));
  chars = hn::Sub(chars, hn::BitCast(d, hn::VecFromMask(is, starts)));
  capitals = hn::Sub(capitals, within('A', 26));
  digits = hn::Sub(digits, within('0', 10));
}

HWY_INLINE void Take(V& lanes, std::uint64_t& count) {
  const hn::Repartition<std::uint64_t, D> wide;
  count += hn::GetLane(hn::SumOfLanes(wide, hn::SumsOf8(lanes)));
  lanes = hn::Zero(D());
}

KindCounts CountKinds(std::string_view bytes) {
  const D d;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t most = 255 * lanes;
  const auto* p = reinterpret_cast<const std::uint8_t*>(bytes.data());
  KindCounts counts;
  V chars = hn::Zero(d);
  V capitals = hn::Zero(d);
  V digits = hn::Zero(d);
  const auto take = [&] {
    Take(chars, counts.chars);
    Take(capitals, counts.capitals);
    Take(digits, counts.digits);
  };
  std::size_t i = 0;
  while (bytes.size() - i > most) {
    for (const std::size_t end = i + most; i < end; i += lanes)
      Count(hn::LoadU(d, p + i), chars, capitals, digits);
    take();
  }
  // At most 255 vectors are left, with what does not fill one. Behind that stand continuation
  // bytes, which count as nothing.
  for (; i + lanes <= bytes.size(); i += lanes) Count(hn::LoadU(d, p + i), chars, capitals, digits);
  if (i < bytes.size()) {
    std::uint8_t tail[kMostLanes];
    std::memset(tail, 0x80, sizeof tail);
    std::memcpy(tail, p + i, bytes.size() - i);
    Count(hn::LoadU(d, tail), chars, capitals, digits);
  }
  take();
  return counts;
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(CountKinds);

KindCounts count_kinds(std::string_view bytes) {
  return HWY_DYNAMIC_DISPATCH(CountKinds)(bytes);
}

namespace scalar {

KindCounts count_kinds(std::string_view bytes) {
  const auto count = [bytes](auto test) {
    return static_cast<std::uint64_t>(std::count_if(bytes.begin(), bytes.end(), test));
  };
  return {count([](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }),
          count([](char c) { return c >= 'A' && c <= 'Z'; }),
          count([](char c) { return c >= '0' && c <= '9'; })};
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
