// SPDX-License-Identifier: Apache-2.0
//
// Words in ASCII by bit masks.

#include "text/simd/count_word_starts.h"

#include <algorithm>
#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/count_word_starts.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef PRESSMILL_TEXT_SIMD_COUNT_WORD_STARTS_ONCE
#define PRESSMILL_TEXT_SIMD_COUNT_WORD_STARTS_ONCE
namespace pressmill::text {

// Mask bits are stored as bytes and read as a word.
static_assert(std::endian::native == std::endian::little);

constexpr std::size_t kWordBlockBytes = 64;  // a bit each in the masks

struct WordMasks {
  std::uint64_t word = 0;
  std::uint64_t apostrophe = 0;
  std::uint64_t not_ascii = 0;
};

// Adds the words that start in the first `bytes` of the block. Needs: bytes > 0; the masks are 0
// behind them.
inline void scan_masks(const WordMasks& masks, std::size_t bytes, WordScan& scan) {
  const auto carry = [&scan](WordState state) -> std::uint64_t { return scan.state == state; };
  const std::uint64_t after_word = masks.word << 1 | carry(WordState::inside);
  const std::uint64_t joins = masks.apostrophe & after_word;
  const std::uint64_t after_join = joins << 1 | carry(WordState::joining);
  const std::uint64_t starts = masks.word & ~after_word & ~after_join;
  scan.words += static_cast<std::uint64_t>(std::popcount(starts));
  const std::uint64_t last = std::uint64_t{1} << (bytes - 1);
  scan.state = (masks.word & last) != 0 ? WordState::inside
               : (joins & last) != 0    ? WordState::joining
                                        : WordState::outside;
}

}  // namespace pressmill::text
#endif

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte make no masks

std::size_t CountWordStarts(std::string_view bytes, WordScan& scan) {
  return scalar::count_word_starts(bytes, scan);
}

#else

using Tag = hn::CappedTag<std::uint8_t, kWordBlockBytes>;

// One bit a byte; the store may write a few bytes more than it has bits.
struct MaskBytes {
  std::uint8_t bits[kWordBlockBytes / 8 + 8];
  std::uint64_t word() const {
    std::uint64_t value;
    std::memcpy(&value, bits, sizeof(value));
    return value;
  }
};

// Needs: kWordBlockBytes readable bytes.
inline WordMasks word_masks(Tag d, const std::uint8_t* p) {
  const std::size_t lanes = hn::Lanes(d);
  MaskBytes word;
  MaskBytes apostrophe;
  MaskBytes not_ascii;
  for (std::size_t i = 0; i < kWordBlockBytes; i += lanes) {
    const auto v = hn::LoadU(d, p + i);
    const auto lower = hn::Or(v, hn::Set(d, std::uint8_t{0x20}));
    const auto letter =
        hn::Lt(hn::Sub(lower, hn::Set(d, std::uint8_t{'a'})), hn::Set(d, std::uint8_t{26}));
    const auto digit =
        hn::Lt(hn::Sub(v, hn::Set(d, std::uint8_t{'0'})), hn::Set(d, std::uint8_t{10}));
    hn::StoreMaskBits(d, hn::Or(letter, digit), word.bits + i / 8);
    hn::StoreMaskBits(d, hn::Eq(v, hn::Set(d, std::uint8_t{'\''})), apostrophe.bits + i / 8);
    hn::StoreMaskBits(d, hn::Gt(v, hn::Set(d, std::uint8_t{0x7F})), not_ascii.bits + i / 8);
  }
  return {word.word(), apostrophe.word(), not_ascii.word()};
}

std::size_t CountWordStarts(std::string_view bytes, WordScan& scan) {
  const Tag d;
  const auto* p = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t i = 0; i < bytes.size(); i += kWordBlockBytes) {
    std::size_t length = std::min(kWordBlockBytes, bytes.size() - i);
    WordMasks masks;
    if (length == kWordBlockBytes) {
      masks = word_masks(d, p + i);
    } else {
      std::uint8_t tail[kWordBlockBytes] = {};
      std::memcpy(tail, p + i, length);
      masks = word_masks(d, tail);
    }
    if (masks.not_ascii != 0) {
      length = static_cast<std::size_t>(std::countr_zero(masks.not_ascii));
      const std::uint64_t ascii = (std::uint64_t{1} << length) - 1;
      masks.word &= ascii;
      masks.apostrophe &= ascii;
      if (length > 0) scan_masks(masks, length, scan);
      return i + length;
    }
    scan_masks(masks, length, scan);
  }
  return bytes.size();
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(CountWordStarts);

std::size_t count_word_starts(std::string_view bytes, WordScan& scan) {
  return HWY_DYNAMIC_DISPATCH(CountWordStarts)(bytes, scan);
}

namespace scalar {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

}  // namespace

std::size_t count_word_starts(std::string_view bytes, WordScan& scan) {
  std::size_t i = 0;
  for (; i < bytes.size() && static_cast<unsigned char>(bytes[i]) < 0x80; ++i) {
    if (is_letter_or_digit(bytes[i])) {
      if (scan.state == WordState::outside) ++scan.words;
      scan.state = WordState::inside;
    } else if (bytes[i] == '\'' && scan.state == WordState::inside) {
      scan.state = WordState::joining;
    } else {
      scan.state = WordState::outside;
    }
  }
  return i;
}

}  // namespace scalar
}  // namespace pressmill::text
#endif
