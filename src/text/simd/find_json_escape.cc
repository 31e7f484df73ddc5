// SPDX-License-Identifier: Apache-2.0
//
// Three comparisons a byte, and the first true lane.

#include "text/simd/find_json_escape.h"

#include <algorithm>
#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/find_json_escape.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

std::size_t FindJsonEscape(std::string_view bytes) {
  const hn::ScalableTag<std::uint8_t> d;
  const auto quote = hn::Set(d, std::uint8_t{'"'});
  const auto backslash = hn::Set(d, std::uint8_t{'\\'});
  const auto blank = hn::Set(d, std::uint8_t{0x20});
  const auto* p = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes <= bytes.size(); i += lanes) {
    const auto v = hn::LoadU(d, p + i);
    const auto escape = hn::Or(hn::Lt(v, blank), hn::Or(hn::Eq(v, quote), hn::Eq(v, backslash)));
    const std::intptr_t first = hn::FindFirstTrue(d, escape);
    if (first >= 0) return i + static_cast<std::size_t>(first);
  }
  return i + scalar::find_json_escape(bytes.substr(i));
}

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(FindJsonEscape);

std::size_t find_json_escape(std::string_view bytes) {
  return HWY_DYNAMIC_DISPATCH(FindJsonEscape)(bytes);
}

std::size_t scalar::find_json_escape(std::string_view bytes) {
  const auto* first = std::find_if(bytes.begin(), bytes.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\';
  });
  return static_cast<std::size_t>(first - bytes.begin());
}

}  // namespace pressmill::text
#endif
