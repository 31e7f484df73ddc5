// SPDX-License-Identifier: Apache-2.0
//
// Comparisons for ASCII, pair rules for the rest; the latter only in blocks that have any.

#include "text/simd/mark_suspects.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/simd/edge_block.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/mark_suspects.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef PRESSMILL_TEXT_SIMD_MARK_SUSPECTS_ONCE
#define PRESSMILL_TEXT_SIMD_MARK_SUSPECTS_ONCE
namespace pressmill::text {

// Mask bits are stored as bytes and read as a word.
static_assert(std::endian::native == std::endian::little);

alignas(16) constexpr std::array<NibbleTables, 2> kSuspectTables = {
    nibble_tables(kSuspectPairs[0]), nibble_tables(kSuspectPairs[1])};

}  // namespace pressmill::text
#endif

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte can look nothing up

std::size_t MarkSuspects(std::string_view text, std::size_t begin, Marks& marks) {
  return scalar::mark_suspects(text, begin, marks);
}

#else

using Tag = hn::CappedTag<std::uint8_t, kMarkBits>;
using Bytes = hn::Vec<Tag>;

inline Bytes same(Tag d, Bytes v, char c) {
  return hn::VecFromMask(d, hn::Eq(v, hn::Set(d, static_cast<std::uint8_t>(c))));
}

// Controls and misplaced blanks.
inline Bytes ascii_suspects(Tag d, const std::uint8_t* p) {
  const auto now = hn::LoadU(d, p);
  const auto before = hn::LoadU(d, p - 1);
  const auto space = same(d, now, ' ');
  const auto line_end = same(d, now, '\n');
  const auto space_before = same(d, before, ' ');
  const auto line_end_before = same(d, before, '\n');
  const auto blanks = hn::Or(hn::And(space, hn::Or(space_before, line_end_before)),
                             hn::And(line_end, space_before));
  const auto low = hn::VecFromMask(d, hn::Lt(now, hn::Set(d, std::uint8_t{0x20})));
  const auto controls = hn::Or(hn::AndNot(line_end, low), same(d, now, '\x7F'));
  return hn::Or(blanks, controls);
}

inline Bytes rule_bits(Tag d, const NibbleTables& tables, Bytes first_high, Bytes first_low,
                       Bytes second_high, Bytes second_low) {
  const auto look_up = [d](const std::array<std::uint8_t, 16>& table, Bytes nibbles) HWY_ATTR {
    return hn::TableLookupBytes(hn::LoadDup128(d, table.data()), nibbles);
  };
  return hn::And(
      hn::And(look_up(tables.first_high, first_high), look_up(tables.first_low, first_low)),
      hn::And(look_up(tables.second_high, second_high), look_up(tables.second_low, second_low)));
}

// Characters whose first two bytes satisfy a rule.
inline Bytes pair_suspects(Tag d, const std::uint8_t* p) {
  const auto now = hn::LoadU(d, p);
  const auto before = hn::LoadU(d, p - 1);
  const auto low = hn::Set(d, std::uint8_t{0x0F});
  const auto first_high = hn::ShiftRight<4>(before);
  const auto first_low = hn::And(before, low);
  const auto second_high = hn::ShiftRight<4>(now);
  const auto second_low = hn::And(now, low);
  const auto bits =
      hn::Or(rule_bits(d, kSuspectTables[0], first_high, first_low, second_high, second_low),
             rule_bits(d, kSuspectTables[1], first_high, first_low, second_high, second_low));
  return hn::VecFromMask(d, hn::Ne(bits, hn::Zero(d)));
}

// Needs: one readable byte before p, kMarkBits from p on.
inline std::uint64_t marks_of(Tag d, const std::uint8_t* p) {
  const std::size_t lanes = hn::Lanes(d);
  auto any = hn::LoadU(d, p - 1);
  for (std::size_t i = 0; i < kMarkBits; i += lanes) any = hn::Or(any, hn::LoadU(d, p + i));
  const bool is_ascii = hn::AllFalse(d, hn::Gt(any, hn::Set(d, std::uint8_t{0x7F})));
  std::uint8_t bits[kMarkBits / 8 + 8];  // the store may write a few bytes more than it has bits
  for (std::size_t i = 0; i < kMarkBits; i += lanes) {
    auto suspects = ascii_suspects(d, p + i);
    if (!is_ascii) suspects = hn::Or(suspects, pair_suspects(d, p + i));
    hn::StoreMaskBits(d, hn::MaskFromVec(suspects), bits + i / 8);
  }
  std::uint64_t word;
  std::memcpy(&word, bits, sizeof(word));
  return word;
}

std::size_t MarkSuspects(std::string_view text, std::size_t begin, Marks& marks) {
  static_assert(EdgeBlock::kBytes == kMarkBits);
  const Tag d;
  EdgeBlock edge('a');  // letters are never marked
  const std::size_t end = std::min(begin + kMarkedBytes, text.size());
  std::size_t words = 0;
  for (std::size_t i = begin; i < end; i += kMarkBits)
    marks[words++] = marks_of(d, edge.at(text, i));
  return words;
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(MarkSuspects);

std::size_t mark_suspects(std::string_view text, std::size_t begin, Marks& marks) {
  return HWY_DYNAMIC_DISPATCH(MarkSuspects)(text, begin, marks);
}

std::size_t scalar::mark_suspects(std::string_view text, std::size_t begin, Marks& marks) {
  const std::string_view piece = text.substr(begin, kMarkedBytes);
  marks.fill(0);
  auto before = static_cast<std::uint8_t>(begin == 0 ? '\n' : text[begin - 1]);
  for (std::size_t i = 0; i < piece.size(); ++i) {
    const auto byte = static_cast<std::uint8_t>(piece[i]);
    const std::uint64_t mark = is_suspect(before, byte) ? 1 : 0;
    marks[i / kMarkBits] |= mark << (i % kMarkBits);
    before = byte;
  }
  return (piece.size() + kMarkBits - 1) / kMarkBits;
}

}  // namespace pressmill::text
#endif
