// SPDX-License-Identifier: Apache-2.0
//
// Counting lanes that compare true.

#include "text/simd/count_byte.h"

#include <algorithm>
#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/count_byte.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

std::size_t CountByte(std::string_view bytes, char wanted) {
  const hn::ScalableTag<std::uint8_t> d;
  const auto same = hn::Set(d, static_cast<std::uint8_t>(wanted));
  const auto* p = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t lanes = hn::Lanes(d);
  std::size_t count = 0;
  std::size_t i = 0;
  for (; i + lanes <= bytes.size(); i += lanes) {
    count += hn::CountTrue(d, hn::Eq(hn::LoadU(d, p + i), same));
  }
  return count + scalar::count_byte(bytes.substr(i), wanted);
}

std::size_t CountCharStarts(std::string_view bytes) {
  // Read as signed numbers, the continuation bytes are the 64 smallest.
  const hn::ScalableTag<std::int8_t> d;
  const auto last_continuation = hn::Set(d, std::int8_t{-65});
  const auto* p = reinterpret_cast<const std::int8_t*>(bytes.data());
  const std::size_t lanes = hn::Lanes(d);
  std::size_t count = 0;
  std::size_t i = 0;
  for (; i + lanes <= bytes.size(); i += lanes) {
    count += hn::CountTrue(d, hn::Gt(hn::LoadU(d, p + i), last_continuation));
  }
  return count + scalar::count_char_starts(bytes.substr(i));
}

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(CountByte);
HWY_EXPORT(CountCharStarts);

std::size_t count_byte(std::string_view bytes, char wanted) {
  return HWY_DYNAMIC_DISPATCH(CountByte)(bytes, wanted);
}

std::size_t count_char_starts(std::string_view bytes) {
  return HWY_DYNAMIC_DISPATCH(CountCharStarts)(bytes);
}

namespace scalar {

std::size_t count_byte(std::string_view bytes, char wanted) {
  return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), wanted));
}

std::size_t count_char_starts(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
