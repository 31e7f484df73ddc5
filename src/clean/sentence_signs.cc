// SPDX-License-Identifier: Apache-2.0
//
// Signs by code point.

#include "clean/sentence_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pressmill::clean {
namespace {

// In order, for a binary search; up to the last block of living scripts.
constexpr std::u32string_view kSentenceEnds =
    U"\u0589\u061D\u061E\u061F\u06D4\u0700\u0701\u0702\u07F9\u0837\u0839\u083D\u083E\u0964\u0965"
    U"\u0F0D\u0F0E\u104A\u104B\u1362\u1367\u1368\u166E\u1735\u1736\u17D4\u17D5\u1803\u1809\u1944"
    U"\u1945\u1AA8\u1AA9\u1AAA\u1AAB\u1B5A\u1B5B\u1B5E\u1B5F\u1B7D\u1B7E\u1C3B\u1C3C\u1C7E\u1C7F"
    U"\u203C\u203D\u2047\u2048\u2049\u2E2E\u2E3C\u2E53\u2E54\u3002\uA4FF\uA60E\uA60F\uA6F3\uA6F7"
    U"\uA876\uA877\uA8CE\uA8CF\uA92F\uA9C8\uA9C9\uAA5D\uAA5E\uAA5F\uAAF0\uAAF1\uABEB\uFE52\uFE56"
    U"\uFE57\uFF01\uFF0E\uFF1F\uFF61";
constexpr std::u32string_view kQuotes =
    U"\u00AB\u00B4\u00BB\u05F3\u05F4\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2032\u2033"
    U"\u2039\u203A\u300C\u300D\u300E\u300F\u301D\u301E\u301F\uFF02\uFF07\uFF62\uFF63";
constexpr std::u32string_view kBrackets =
    U"\u3008\u3009\u300A\u300B\u3010\u3011\u3014\u3015\uFD3E\uFD3F\uFF08\uFF09\uFF3B\uFF3D";
constexpr std::u32string_view kEllipses = U"\u2026\u22EF";
constexpr char32_t kZeroWidthSpace = 0x200B;
constexpr std::u32string_view kBullets = U"-\u2022\u2023\u2043\u2219\u25AA\u25CF\u25E6\u25A0";

constexpr bool is_sorted(std::u32string_view list) {
  return std::is_sorted(list.begin(), list.end());
}
static_assert(is_sorted(kSentenceEnds) && is_sorted(kQuotes) && is_sorted(kBrackets));

bool is_in(std::u32string_view list, char32_t c) {
  return std::binary_search(list.begin(), list.end(), c);
}

bool is_garbage(char32_t c) {
  const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  return c == 0xFFFD || is_private || (c >= 0x80 && c < 0xA0);
}

}  // namespace

bool is_wide_white(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

WideSign wide_sign(char32_t c) {
  if (is_in(kQuotes, c)) return WideSign::quote;
  if (is_in(kSentenceEnds, c)) return WideSign::sentence_end;
  if (kEllipses.find(c) != kEllipses.npos) return WideSign::ellipsis;
  if (is_in(kBrackets, c)) return WideSign::bracket;
  if (is_wide_white(c)) return WideSign::white;
  if (c == kZeroWidthSpace) return WideSign::zero_width;
  return is_garbage(c) ? WideSign::garbage : WideSign::other;
}

bool is_bullet(char32_t c) {
  return kBullets.find(c) != kBullets.npos;
}

}  // namespace pressmill::clean
