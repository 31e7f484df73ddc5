// SPDX-License-Identifier: Apache-2.0
//
// What the tests of src/text share: random text that is likely to meet a rule, and a loop over
// the vector units that Highway has compiled for and this CPU has.

#pragma once

#include <hwy/highway.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tests/reference/text_reference.h"
#include "tests/support/test_support.h"

namespace pressmill::test {

// Calls test(name of the target) once per target, with the kernels forced to it.
template <class Test>
void for_each_target(Test&& test) {
  for (const std::int64_t target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
    test(hwy::TargetName(target));
  }
  hwy::SetSupportedTargetsForTest(0);
  hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

// Any code point but surrogates: assigned or not, of all planes.
inline char32_t random_code_point(Random& random) {
  while (true) {
    const auto c = static_cast<char32_t>(random.below(0x110000));
    if (c < 0xD800 || c > 0xDFFF) return c;
  }
}

// Characters that rules are about, with those they are about beside them.
inline char32_t random_character(Random& random) {
  static constexpr std::u32string_view kPools[] = {
      U"abcXYZ019",
      U"  \n\n\t\r",
      U".,-'\u2019\u00B7\"\u201C\u2014\u2026",
      U"\u00A0\u1680\u2000\u2009\u202F\u205F\u3000\u000B\f\u0085\u2028\u2029",
      U"\u00AD\uFEFF\u2060\u2064\u2066\u206A\u200B\u200B\u200B\u200E\u061C\u202A\uFFF9\u180E",
      U"\x01\x1F\x7F\u0080\u009F\u200C\u200D\uFE0F\u20E3",
      U"\u0300\u0301\u0323\u0308\u0345\u0F73\u0653\u064B\u05B0\u093C\u3099\u0327",
      U"aeou\u00E9\u212B\u2126\u1E69\u0958\u0387\u1F71\uF900\u037E",
      U"\u1100\u1161\u11A8\uAC00\uAC01\u1112\u1175",
      U"\u0E01\u0E02\u0E31\u0E48\u0EA5\u0EB1\u1780\u17C1\u1000\u1025\u102E\u102C\u0E51",
      U"\u4E2D\u6587\u3042\u30AB\u30FC\u3005\u3007\u9FA5\uFF0C\u3002",
      U"\u0628\u062D\u064A\u0670\u0915\u093F\u094D\u05D0\u0430\u03B1\u1EBF",
      U"\U0001F3F4\U000E0067\U000E0062\U000E007F\U0001F600\U00020000\U0002F800\U0001D15E",
  };
  constexpr std::size_t kPoolCount = sizeof(kPools) / sizeof(kPools[0]);
  const std::size_t pool = random.below(kPoolCount + 1);
  if (pool == kPoolCount) return random_code_point(random);
  return kPools[pool][random.below(kPools[pool].size())];
}

// Stretches of plain letters between, or the vector code would never have a block to itself.
inline std::string random_text(Random& random, std::size_t characters) {
  std::string text;
  for (std::size_t i = 0; i < characters; ++i) {
    text += reference::encode(random_character(random));
    if (random.below(8) == 0) text.append(random.below(90), 'n');
    if (random.below(40) == 0) text += "\u4e2d\u6587\u0628\u062d plain words of a line";
  }
  return text;
}

// Bytes that are nearly UTF-8.
inline std::string random_bytes(Random& random, std::size_t characters) {
  std::string bytes = random_text(random, characters);
  const std::size_t damage = bytes.empty() ? 0 : random.below(4);
  for (std::size_t i = 0; i < damage; ++i) {
    const std::size_t at = random.below(bytes.size());
    if (random.below(2) == 0) {
      bytes[at] = static_cast<char>(random.below(256));
    } else {
      bytes.erase(at, 1);
    }
    if (bytes.empty()) break;
  }
  return bytes;
}

}  // namespace pressmill::test
