// SPDX-License-Identifier: Apache-2.0
//
// Letters and digits to bits.

#include "text/simd/mark_words.h"

#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/mark_words.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte make no masks

void MarkWords(std::string_view text, const WordMarks& marks) {
  scalar::mark_words(text, marks);
}

#else

constexpr std::size_t kBlock = 64;

void MarkWords(std::string_view text, const WordMarks& marks) {
  const hn::CappedTag<std::uint8_t, kBlock> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto* p = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto mark = [&](const std::uint8_t* from, std::size_t to) {
    const auto v = hn::LoadU(d, from);
    const auto lower = hn::Or(v, hn::Set(d, std::uint8_t{0x20}));
    const auto letter =
        hn::Lt(hn::Sub(lower, hn::Set(d, std::uint8_t{'a'})), hn::Set(d, std::uint8_t{26}));
    const auto digit =
        hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{'0'})), hn::Set(d, std::uint8_t{10}));
    const auto capital =
        hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{'A'})), hn::Set(d, std::uint8_t{26}));
    hn::StoreMaskBits(d, hn::Or(letter, digit), marks.words + to / 8);
    hn::StoreMaskBits(d, letter, marks.letters + to / 8);
    hn::StoreMaskBits(d, capital, marks.capitals + to / 8);
  };
  std::size_t i = 0;
  for (; i + lanes <= text.size(); i += lanes) mark(p + i, i);
  // The rest with zeros behind it, as far as there is room.
  const std::size_t room = mark_bytes(text.size());
  std::uint8_t tail[kBlock] = {};
  if (i < text.size()) std::memcpy(tail, p + i, text.size() - i);  // p may be null
  mark(tail, i);
  const std::size_t written = (i + lanes) / 8;
  for (std::uint8_t* bits : {marks.words, marks.letters, marks.capitals})
    std::memset(bits + written, 0, room - written);
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(MarkWords);

void mark_words(std::string_view text, const WordMarks& marks) {
  HWY_DYNAMIC_DISPATCH(MarkWords)(text, marks);
}

namespace scalar {

void mark_words(std::string_view text, const WordMarks& marks) {
  const auto set = [](std::uint8_t* bits, std::size_t i) {
    bits[i / 8] = static_cast<std::uint8_t>(bits[i / 8] | 1U << (i % 8));
  };
  for (std::uint8_t* bits : {marks.words, marks.letters, marks.capitals})
    std::memset(bits, 0, mark_bytes(text.size()));
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool is_capital = c >= 'A' && c <= 'Z';
    const bool is_letter = is_capital || (c >= 'a' && c <= 'z');
    if (is_letter || (c >= '0' && c <= '9')) set(marks.words, i);
    if (is_letter) set(marks.letters, i);
    if (is_capital) set(marks.capitals, i);
  }
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
