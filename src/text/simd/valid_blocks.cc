// SPDX-License-Identifier: Apache-2.0
//
// UTF-8 validity by pair rules; ASCII blocks are skipped after one test.

#include "text/simd/valid_blocks.h"

#include <cstdint>
#include <cstring>

#include "text/simd/nibble_rules.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/simd/valid_blocks.cc"  // read once more for every target
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#ifndef PRESSMILL_TEXT_SIMD_VALID_BLOCKS_ONCE
#define PRESSMILL_TEXT_SIMD_VALID_BLOCKS_ONCE
namespace pressmill::text {

constexpr std::size_t kValidBlockBytes = 64;  // a multiple of every vector's length
constexpr std::size_t kLookBack = 3;          // a character's last byte and its first

constexpr Nibbles kContinuation = nibbles(0x8, 0xB);
constexpr Nibbles kNoContinuation = nibbles(0x0, 0x7) | nibbles(0xC, 0xF);
constexpr Nibbles kAscii = nibbles(0x0, 0x7);

// What a byte must not be followed by. The last rule is no error by itself: a continuation byte
// after another is right exactly where a longer character began two or three bytes back.
constexpr RuleSet kInvalidPairs = {{
    {.first_high = nibbles(0xC, 0xF), .second_high = kNoContinuation},  // too short
    {.first_high = kAscii, .second_high = kContinuation},               // continues nothing
    {.first_high = nibble_set(0xC),                                     // C0, C1: overlong
     .first_low = nibble_set(0, 1),
     .second_high = kContinuation},
    {.first_high = nibble_set(0xE),  // E0 80..9F: overlong
     .first_low = nibble_set(0),
     .second_high = nibbles(0x8, 0x9)},
    {.first_high = nibble_set(0xE),  // ED A0..BF: surrogates
     .first_low = nibble_set(0xD),
     .second_high = nibbles(0xA, 0xB)},
    {.first_high = nibble_set(0xF),  // F0 80..8F: overlong; F5.. 80..8F: beyond U+10FFFF
     .first_low = nibble_set(0) | nibbles(0x5, 0xF),
     .second_high = nibble_set(0x8)},
    {.first_high = nibble_set(0xF),  // F4.. 90..BF: beyond U+10FFFF
     .first_low = nibbles(0x4, 0xF),
     .second_high = nibbles(0x9, 0xB)},
    {.first_high = kContinuation, .second_high = kContinuation},
}};
constexpr std::uint8_t kTwoContinuations = 0x80;  // the last rule's bit

alignas(16) constexpr NibbleTables kInvalidTables = nibble_tables(kInvalidPairs);

// The start of the character that holds the byte before `end`.
inline std::size_t last_char_before(std::string_view bytes, std::size_t end) {
  std::size_t start = end;
  while (start > 0 && end - start <= kLookBack) {
    --start;
    if ((static_cast<unsigned char>(bytes[start]) & 0xC0) != 0x80) break;
  }
  return start;
}

}  // namespace pressmill::text
#endif

HWY_BEFORE_NAMESPACE();
namespace pressmill::text::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR  // vectors of one byte can look nothing up

std::size_t ValidBlocks(std::string_view) {
  return 0;  // leaves everything to the byte-by-byte check
}

#else

using Tag = hn::CappedTag<std::uint8_t, kValidBlockBytes>;

// Not zero where the byte at p, with the three before it, cannot stand in UTF-8.
inline hn::Vec<Tag> errors_at(Tag d, const std::uint8_t* p) {
  const auto one_back = hn::LoadU(d, p - 1);
  const auto low = hn::And(one_back, hn::Set(d, std::uint8_t{0x0F}));
  const auto broken = hn::And(
      hn::And(hn::TableLookupBytes(hn::LoadDup128(d, kInvalidTables.first_high.data()),
                                   hn::ShiftRight<4>(one_back)),
              hn::TableLookupBytes(hn::LoadDup128(d, kInvalidTables.first_low.data()), low)),
      hn::TableLookupBytes(hn::LoadDup128(d, kInvalidTables.second_high.data()),
                           hn::ShiftRight<4>(hn::LoadU(d, p))));
  const auto third = hn::Gt(hn::LoadU(d, p - 2), hn::Set(d, std::uint8_t{0xDF}));
  const auto fourth = hn::Gt(hn::LoadU(d, p - 3), hn::Set(d, std::uint8_t{0xEF}));
  const auto owed = hn::IfThenElseZero(hn::Or(third, fourth), hn::Set(d, kTwoContinuations));
  return hn::Xor(broken, owed);
}

// Needs: kLookBack readable bytes before p, kValidBlockBytes from p on.
inline bool is_valid_block(Tag d, const std::uint8_t* p) {
  const std::size_t lanes = hn::Lanes(d);
  auto bits = hn::LoadU(d, p - kLookBack);
  for (std::size_t i = 0; i < kValidBlockBytes; i += lanes) {
    bits = hn::Or(bits, hn::LoadU(d, p + i));
  }
  if (hn::AllFalse(d, hn::Gt(bits, hn::Set(d, std::uint8_t{0x7F})))) return true;
  auto errors = hn::Zero(d);
  for (std::size_t i = 0; i < kValidBlockBytes; i += lanes) {
    errors = hn::Or(errors, errors_at(d, p + i));
  }
  return hn::AllTrue(d, hn::Eq(errors, hn::Zero(d)));
}

std::size_t ValidBlocks(std::string_view bytes) {
  if (bytes.size() < kValidBlockBytes) return 0;
  const auto* p = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const Tag d;
  std::uint8_t first[kLookBack + kValidBlockBytes] = {};  // nothing, that is ASCII, before it
  std::memcpy(first + kLookBack, p, kValidBlockBytes);
  if (!is_valid_block(d, first + kLookBack)) return 0;
  std::size_t i = kValidBlockBytes;
  while (i + kValidBlockBytes <= bytes.size() && is_valid_block(d, p + i)) i += kValidBlockBytes;
  return last_char_before(bytes, i);
}

#endif

}  // namespace pressmill::text::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace pressmill::text {

HWY_EXPORT(ValidBlocks);

std::size_t valid_blocks(std::string_view bytes) {
  return HWY_DYNAMIC_DISPATCH(ValidBlocks)(bytes);
}

}  // namespace pressmill::text
#endif
