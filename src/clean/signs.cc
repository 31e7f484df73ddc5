// SPDX-License-Identifier: Apache-2.0
//
// The signs by character.

#include "clean/signs.h"

#include <array>
#include <string_view>

namespace pressmill::clean {
namespace {

struct SignList {
  Sign sign;
  std::u32string_view chars;
};

constexpr SignList kLists[] = {
    {Sign::space, U" \t\n\u00A0\u3000"},
    {Sign::sentence_end,
     U".!?"
     U"\u061F\u06D4\u0964\u0965\u3002\uFF01\uFF1F\uFF0E\uFF61\u1362\u17D4\u104B\u203C\u2047\u2048"
     U"\u2049\u0589"},
    {Sign::ellipsis, U"\u2026\u22EF"},
    {Sign::comma, U",;\u060C\u061B\u3001\uFF0C\uFF1B\u0387"},
    {Sign::colon, U":\uFF1A"},
    {Sign::quote,
     U"\"'`"
     U"\u00AB\u2018\u2019\u201A\u201B\u201C\u201D\u201E\u201F\u2039\u300C\u300D\u300E\u300F\u05F4"},
    {Sign::bracket, U"()[]{}\uFF08\uFF09\u3010\u3011\u300A\u300B\u3008\u3009"},
    {Sign::dash, U"-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
    {Sign::separator,
     U"|/"
     U"\\\u00B7\u2022\u2023\u25CF\u25AA\u25A0\u25BA\u25B6\u2190\u2192\u2193\u2191\u00BB\u203A>"
     U"\u25B8\u25BE\u25BC\u2605\u2606\u2713\u2714\u00D7\u2715\uFF5C\u30FB*+=~_<"},
    {Sign::money, U"%$\u20AC\u00A3\u00A5\u20B9\u20BD\u20A9\u20BA"},
    {Sign::handle, U"@#\uFF20\uFF03"},
    {Sign::copyright, U"\u00A9\u00AE\u2122"},
};

// One byte for every character up to the signs of CJK, and for the wide ones.
constexpr std::size_t kPlainEnd = 0x3100;
constexpr char32_t kWideBegin = 0xFF00;
constexpr std::size_t kWideSize = 0x100;

template <std::size_t size>
constexpr std::array<Sign, size> signs_from(char32_t begin) {
  std::array<Sign, size> signs{};
  signs.fill(Sign::other);
  for (const SignList& list : kLists)
    for (const char32_t c : list.chars)
      if (c >= begin && c - begin < size && signs[c - begin] == Sign::other)
        signs[c - begin] = list.sign;
  return signs;
}

constexpr auto kPlain = signs_from<kPlainEnd>(0);
constexpr auto kWide = signs_from<kWideSize>(kWideBegin);

constexpr bool are_all_in_tables() {
  for (const SignList& list : kLists)
    for (const char32_t c : list.chars)
      if (c >= kPlainEnd && (c < kWideBegin || c - kWideBegin >= kWideSize)) return false;
  return true;
}
static_assert(are_all_in_tables());

}  // namespace

Sign sign_of(char32_t c) {
  if (c < kPlain.size()) return kPlain[c];
  return c - kWideBegin < kWide.size() ? kWide[c - kWideBegin] : Sign::other;
}

}  // namespace pressmill::clean
