// SPDX-License-Identifier: Apache-2.0
//
// Repairs of raw lines.

#include "doc/mend.h"

#include <gtest/gtest.h>

#include <string>

namespace pressmill::doc {
namespace {

struct Case {
  std::string line;
  std::string mended;
  std::uint64_t bad_bytes;
  std::uint64_t lone_surrogates;
};

TEST(Mend, ReplacesWhatIsBroken) {
  const std::string r = "\xEF\xBF\xBD";
  const Case cases[] = {
      {R"({"a":"fine"})", R"({"a":"fine"})", 0, 0},
      {"", "", 0, 0},
      {"a\xFFz", "a" + r + "z", 1, 0},
      {"\xC3", r, 1, 0},
      {"\xE4\xB8z", r + "z", 1, 0},       // one sequence, cut short
      {"\xED\xA0\x80", r + r + r, 3, 0},  // a surrogate as bytes
      {"\xC0\xAF", r + r, 2, 0},
      {R"(\uD800)", R"(\uFFFD)", 0, 1},
      {R"(\udfff!)", R"(\uFFFD!)", 0, 1},
      {R"(\uD83D\uDE00)", R"(\uD83D\uDE00)", 0, 0},
      {R"(\uD83D\uD83D\uDE00)", R"(\uFFFD\uD83D\uDE00)", 0, 1},
      {R"(\uDE00\uD83D)", R"(\uFFFD\uFFFD)", 0, 2},
      {R"(\uD83D \uDE00)", R"(\uFFFD \uFFFD)", 0, 2},
      {R"(\uD83D\n\uDE00)", R"(\uFFFD\n\uFFFD)", 0, 2},
      {R"(\\uD800)", R"(\\uD800)", 0, 0},  // a backslash, then letters
      {R"(\\\uD800)", R"(\\\uFFFD)", 0, 1},
      {R"(\uD8)", R"(\uD8)", 0, 0},  // no escape: the parser refuses it
      {R"(\uD83D\uZZZZ)", R"(\uFFFD\uZZZZ)", 0, 1},
      {R"(\)", R"(\)", 0, 0},
      {"\xFF\\uD800", r + "\\uFFFD", 1, 1},
  };
  Buffer out;
  for (const Case& c : cases) {
    const MendCounts counts = mend_line(c.line, out);
    EXPECT_EQ(out.view(), c.mended) << c.line;
    EXPECT_EQ(counts.bad_bytes, c.bad_bytes) << c.line;
    EXPECT_EQ(counts.lone_surrogates, c.lone_surrogates) << c.line;
    EXPECT_EQ(counts.any(), c.bad_bytes + c.lone_surrogates > 0);
  }
}

// In windows-1252 from beginning to end.
const char* const kSpanish = R"({"text":")"
                             "El alcalde anunci\xF3"
                             " ayer que la reparaci\xF3"
                             "n del puente comenzar\xE1"
                             " en el pr\xF3"
                             "ximo a\xF1"
                             "o, explic\xF3"
                             "."
                             R"("})";

TEST(Mend, ALineInAnOlderEncodingIsDecoded) {
  Buffer out;
  const MendCounts counts = mend_line(kSpanish, out);
  EXPECT_EQ(
      out.view(),
      R"({"text":"El alcalde anunció ayer que la reparación del puente comenzará en el próximo año, explicó."})");
  EXPECT_EQ(counts.legacy, 1U);
  EXPECT_EQ(counts.bad_bytes, 0U);
  EXPECT_TRUE(counts.any());
}

TEST(Mend, BrokenUtf8IsNotTakenForOne) {
  const std::string whole = "reparación próximo año anunció explicó comenzará ";
  Buffer out;
  const MendCounts mixed = mend_line(whole + kSpanish, out);
  EXPECT_EQ(mixed.legacy, 0U) << "as many letters are whole as are bad";
  EXPECT_EQ(mixed.bad_bytes, 6U);
  const MendCounts few = mend_line("The caf\xE9 was na\xEFve, he said.", out);
  EXPECT_EQ(few.legacy, 0U) << "two letters could be in any encoding";
  EXPECT_EQ(few.bad_bytes, 2U);
}

TEST(Mend, MasksOnlyLargeValidNumbers) {
  struct Number {
    std::string line;
    std::string masked;  // "" = nothing to mask
  };
  const Number cases[] = {
      {R"({"a":1})", ""},
      {R"({"a":123456789012345})", ""},
      {R"({"a":1e400})", R"({"a":0    })"},
      {R"({"a":1234567890123456})", R"({"a":0               })"},
      {R"({"a":-1E5,"b":[2e9]})", R"({"a":0   ,"b":[0  ]})"},
      {R"({"a":"1e400"})", ""},  // a string
      {R"({"a":"\"1e400"})", ""},
      {R"({"1e400":01e400})", ""},  // no number
      {R"({"a":1e400x})", ""},
      {R"({"a":--1e400})", ""},
  };
  Buffer out;
  for (const Number& c : cases) {
    EXPECT_EQ(mask_large_numbers(c.line, out), !c.masked.empty()) << c.line;
    if (!c.masked.empty()) {
      EXPECT_EQ(out.view(), c.masked);
    }
  }
}

}  // namespace
}  // namespace pressmill::doc
