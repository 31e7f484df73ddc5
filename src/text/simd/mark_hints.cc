// SPDX-License-Identifier: Apache-2.0
//
// Comparisons of each byte and the one before it; those beyond ASCII only in blocks that have any.

#include "text/simd/mark_hints.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/simd/edge_block.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/mark_hints.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef PRESSMILL_TEXT_SIMD_MARK_HINTS_ONCE
#define PRESSMILL_TEXT_SIMD_MARK_HINTS_ONCE
namespace pressmill::text {

// Mask bits are stored as bytes and read as a word.
static_assert(std::endian::native == std::endian::little);

struct BlockHints {
  std::uint64_t signs, digits, points;
};

}  // namespace pressmill::text
#endif

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte make no masks

std::size_t MarkHints(std::string_view text, std::size_t begin, Hints& hints) {
  return scalar::mark_hints(text, begin, hints);
}

#else

using Tag = hn::CappedTag<std::uint8_t, kHintBits>;
using Bytes = hn::Vec<Tag>;
using Mask = hn::Mask<Tag>;

inline Mask is(Tag d, Bytes v, int c) {
  return hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(c)));
}

// From `first` on, `count` values: a subtraction and one comparison.
inline Mask in_range(Tag d, Bytes v, int first, int count) {
  return hn::Lt(hn::Sub(v, hn::Set(d, static_cast<std::uint8_t>(first))),
                hn::Set(d, static_cast<std::uint8_t>(count)));
}

inline Mask ascii_signs(Tag d, Bytes before, Bytes now, Mask digit) {
  const auto lower = hn::Or(now, hn::Set(d, std::uint8_t{0x20}));
  const auto hex = hn::Or(hn::Or(digit, is(d, now, ':')), in_range(d, lower, 'a', 'f' - 'a' + 1));
  const auto bracket = hn::Or(hn::Or(is(d, before, '('), is(d, before, '[')), is(d, before, '{'));
  return hn::Or(hn::Or(is(d, now, '@'), hn::And(is(d, before, ':'), hex)),
                hn::And(bracket, is(d, lower, 'a')));
}

inline Mask other_digits(Tag d, Bytes before, Bytes now) {
  const auto arabic = hn::And(is(d, before, 0xD9), in_range(d, now, 0xA0, 10));
  const auto persian = hn::And(is(d, before, 0xDB), in_range(d, now, 0xB0, 10));
  const auto indic =
      hn::And(hn::Or(is(d, before, 0xA5), is(d, before, 0xA7)), in_range(d, now, 0xA6, 10));
  const auto wide = hn::And(is(d, before, 0xBC), in_range(d, now, 0x90, 10));
  return hn::Or(hn::Or(arabic, persian), hn::Or(indic, wide));
}

// Needs: one readable byte before p, kHintBits from p on.
inline BlockHints hints_of(Tag d, const std::uint8_t* p) {
  const std::size_t lanes = hn::Lanes(d);
  auto any = hn::LoadU(d, p - 1);
  for (std::size_t i = 0; i < kHintBits; i += lanes) any = hn::Or(any, hn::LoadU(d, p + i));
  const bool is_ascii = hn::AllFalse(d, hn::Gt(any, hn::Set(d, std::uint8_t{0x7F})));
  // The stores may write a few bytes more than they have bits.
  std::uint8_t bits[3][kHintBits / 8 + 8];
  for (std::size_t i = 0; i < kHintBits; i += lanes) {
    const auto before = hn::LoadU(d, p + i - 1);
    const auto now = hn::LoadU(d, p + i);
    const auto ascii_digit = in_range(d, now, '0', 10);
    auto digits = ascii_digit;
    auto signs = ascii_signs(d, before, now, ascii_digit);
    if (!is_ascii) {
      digits = hn::Or(digits, other_digits(d, before, now));
      signs = hn::Or(signs, hn::And(is(d, before, 0xBC), is(d, now, 0xA0)));
    }
    hn::StoreMaskBits(d, signs, bits[0] + i / 8);
    hn::StoreMaskBits(d, digits, bits[1] + i / 8);
    hn::StoreMaskBits(d, hn::And(is(d, before, '.'), ascii_digit), bits[2] + i / 8);
  }
  BlockHints hints;
  std::memcpy(&hints.signs, bits[0], sizeof(hints.signs));
  std::memcpy(&hints.digits, bits[1], sizeof(hints.digits));
  std::memcpy(&hints.points, bits[2], sizeof(hints.points));
  return hints;
}

std::size_t MarkHints(std::string_view text, std::size_t begin, Hints& hints) {
  static_assert(EdgeBlock::kBytes == kHintBits);
  const Tag d;
  EdgeBlock edge(' ');  // blanks are no hints
  const std::size_t end = std::min(begin + kHintedBytes, text.size());
  std::size_t words = 0;
  for (std::size_t i = begin; i < end; i += kHintBits, ++words) {
    const BlockHints block = hints_of(d, edge.at(text, i));
    hints.signs[words] = block.signs;
    hints.digits[words] = block.digits;
    hints.points[words] = block.points;
  }
  return words;
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(MarkHints);

std::size_t mark_hints(std::string_view text, std::size_t begin, Hints& hints) {
  return HWY_DYNAMIC_DISPATCH(MarkHints)(text, begin, hints);
}

std::size_t scalar::mark_hints(std::string_view text, std::size_t begin, Hints& hints) {
  const std::string_view piece = text.substr(begin, kHintedBytes);
  const std::size_t words = (piece.size() + kHintBits - 1) / kHintBits;
  for (std::size_t w = 0; w < words; ++w) hints.signs[w] = hints.digits[w] = hints.points[w] = 0;
  auto before = static_cast<std::uint8_t>(begin == 0 ? '\n' : text[begin - 1]);
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(piece[i]);
    const auto bit = [&](bool is_set) {
      return static_cast<std::uint64_t>(is_set ? 1 : 0) << (i % kHintBits);
    };
    hints.signs[i / kHintBits] |= bit(is_sign_hint(before, byte));
    hints.digits[i / kHintBits] |= bit(is_digit_hint(before, byte));
    hints.points[i / kHintBits] |= bit(is_point_hint(before, byte));
    before = byte;
  }
  return words;
}

}  // namespace pressmill::text
#endif
