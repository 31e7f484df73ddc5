// SPDX-License-Identifier: Apache-2.0
//
// Five comparisons a byte, one of them of the byte behind it, and the first true lane.

#include "text/simd/find_legacy_lead.h"

#include <cstdint>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/find_legacy_lead.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

std::size_t FindLegacyLead(std::string_view text) {
  const hn::ScalableTag<std::uint8_t> d;
  const auto is = [d](auto v, int c) {
    return hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(c)));
  };
  const auto* p = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes < text.size(); i += lanes) {  // one more is read
    const auto v = hn::LoadU(d, p + i);
    const auto next = hn::LoadU(d, p + i + 1);
    const auto european = hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{0xC2})),
                                 hn::Set(d, std::uint8_t{0xD2 - 0xC2 + 1}));
    const auto last = hn::And(is(v, 0xEF), hn::Or(is(next, 0xA3), is(next, 0xAC)));
    const std::intptr_t first = hn::FindFirstTrue(d, hn::Or(hn::Or(european, is(v, 0xE2)), last));
    if (first >= 0) return i + static_cast<std::size_t>(first);
  }
  return i + scalar::find_legacy_lead(text.substr(i));
}

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(FindLegacyLead);

std::size_t find_legacy_lead(std::string_view text) {
  return HWY_DYNAMIC_DISPATCH(FindLegacyLead)(text);
}

std::size_t scalar::find_legacy_lead(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<std::uint8_t>(text[i]);
    const auto next = static_cast<std::uint8_t>(i + 1 < text.size() ? text[i + 1] : 0);
    if ((c >= 0xC2 && c <= 0xD2) || c == 0xE2 || (c == 0xEF && (next == 0xA3 || next == 0xAC)))
      return i;
  }
  return text.size();
}

}  // namespace pressmill::text
#endif
