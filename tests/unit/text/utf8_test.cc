// SPDX-License-Identifier: Apache-2.0
//
// Validity and replacement: all short byte sequences, random ones, and the public test file.

#include "text/utf8.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "tests/unit/text/samples.h"

namespace pressmill::text {
namespace {

using reference::encode;
using namespace std::string_view_literals;

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

TEST(Utf8, DecodesAndEncodesEveryCodePoint) {
  for (char32_t c = 0; c < kCodePointEnd; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(bytes, c);
    ASSERT_EQ(bytes, encode(c));
    const char* p = bytes.data();
    ASSERT_EQ(decode_one(p), c);
    ASSERT_EQ(p, bytes.data() + bytes.size());
    ASSERT_TRUE(is_valid(bytes));
  }
}

// Each sequence alone, and where the vector code meets it.
void expect_same_prefix(const std::string& bytes) {
  const std::size_t expected = reference::valid_prefix(bytes);
  ASSERT_EQ(scalar::valid_prefix(bytes), expected) << testing::PrintToString(bytes);
  const std::string padded = std::string(100, 'a') + bytes + std::string(100, 'a');
  // Behind the sequence an 'a' may break off a character, so all of it is asked again.
  ASSERT_EQ(valid_prefix(padded), scalar::valid_prefix(padded)) << testing::PrintToString(bytes);
}

TEST(Utf8, JudgesAllSequencesOfTwoBytes) {
  for (int first = 0; first < 256; ++first) {
    for (int second = 0; second < 256; ++second) {
      expect_same_prefix({static_cast<char>(first), static_cast<char>(second)});
      if (HasFatalFailure()) return;
    }
  }
}

TEST(Utf8, JudgesSequencesOfFourBytesAtTheBorders) {
  constexpr std::string_view kBytes =
      "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC\xED\xEE\xEF\xF0\xF1\xF3"
      "\xF4\xF5\xFF"sv;  // sv: the first is a NUL
  const auto digit = [kBytes](std::size_t number, std::size_t place) {
    return kBytes[number / place % kBytes.size()];
  };
  const std::size_t n = kBytes.size();
  ASSERT_EQ(n, 25U);
  for (std::size_t i = 0; i < n * n * n * n; ++i) {
    expect_same_prefix({digit(i, 1), digit(i, n), digit(i, n * n), digit(i, n * n * n)});
    if (HasFatalFailure()) return;
  }
}

TEST(Utf8, EveryTargetAgreesOnRandomBytes) {
  test::Random random(5);
  for (int round = 0; round < 1000; ++round) {
    const std::string bytes = test::random_bytes(random, random.below(120));
    const std::size_t expected = reference::valid_prefix(bytes);
    test::for_each_target([&](const char* target) {
      ASSERT_EQ(valid_prefix(bytes), expected) << target << ' ' << round;
    });
  }
}

TEST(Utf8, FindsEveryCutInsideACharacter) {
  const std::string text = std::string(61, 'a') + "\xE2\x82\xAC\xF0\x9F\x98\x80\xD0\xB6" +
                           std::string(61, 'b') + "\xE2\x82\xAC";
  for (std::size_t length = 0; length <= text.size(); ++length) {
    const std::string_view cut = std::string_view(text).substr(0, length);
    EXPECT_EQ(valid_prefix(cut), reference::valid_prefix(cut)) << length;
  }
}

TEST(Utf8, ReplacesMaximalSubparts) {
  struct Case {
    std::string_view bytes;
    std::size_t replaced;
    std::string_view expected;  // ? stands for U+FFFD
  };
  // The first is the example of the Unicode standard, section 3.9.
  constexpr Case kCases[] = {
      {"a\xF1\x80\x80\xE1\x80\xC2"
       "b\x80"
       "c\x80\xBF"
       "d",
       6, "a???b?c??d"},
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82"
       "A",
       8, "????????A"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
       "A",
       8, "????????A"},
      {"\xF4\x91\x92\x93\xFF"
       "A\x80\xBF"
       "B",
       7, "?????A??B"},
      {"\xE2\x82", 1, "?"},
      {"\xF0\x9F\x98", 1, "?"},
      {"", 0, ""},
      {"plain", 0, "plain"},
  };
  for (const Case& c : kCases) {
    std::string expected;
    for (const char ch : c.expected) {
      if (ch == '?') {
        expected += kReplacement;
      } else {
        expected += ch;
      }
    }
    std::string out = "old content";
    EXPECT_EQ(replace_invalid(c.bytes, out), c.replaced);
    EXPECT_EQ(out, expected);
  }
}

TEST(Utf8, ReplacementAgreesWithTheSlowTwinAndIsValid) {
  test::Random random(6);
  for (int round = 0; round < 2000; ++round) {
    const std::string bytes = test::random_bytes(random, random.below(60));
    const reference::Replaced expected = reference::replace_invalid(bytes);
    std::string out;
    ASSERT_EQ(replace_invalid(bytes, out), expected.count);
    ASSERT_EQ(out, expected.text);
    ASSERT_TRUE(is_valid(out));
  }
}

std::vector<std::string> lines_of(const std::string& bytes) {
  std::vector<std::string> lines;
  std::size_t begin = 0;
  for (std::size_t end = bytes.find('\n'); end != std::string::npos;
       begin = end + 1, end = bytes.find('\n', begin)) {
    lines.push_back(bytes.substr(begin, end - begin));
  }
  return lines;
}

// Lines are NUMBER:valid:BYTES or NUMBER:invalid:BYTES; the answers have the same lines.
TEST(Utf8, PassesThePublicTestFile) {
  const auto shared = test::shared_dir();
  if (!shared) GTEST_SKIP() << "the shared corpus is not here";
  const auto folder = *shared / "corpus" / "encoding";
  const auto tests = lines_of(test::slurp(folder / "utf8tests__utf8tests.bin"));
  const auto answers = lines_of(test::slurp(folder / "utf8tests__artifacts_utf8.replace.ref.txt"));
  ASSERT_GT(tests.size(), 200U);
  ASSERT_EQ(tests.size(), answers.size());
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const std::size_t kind = tests[i].find(':') + 1;
    const std::size_t bytes = tests[i].find(':', kind) + 1;
    ASSERT_NE(bytes, 0U);
    const bool is_said_valid = tests[i].substr(kind, bytes - kind) == "valid:";
    EXPECT_EQ(is_valid(std::string_view(tests[i]).substr(bytes)), is_said_valid) << tests[i];
    std::string replaced;
    replace_invalid(tests[i], replaced);
    EXPECT_EQ(replaced, answers[i]);
  }
}

}  // namespace
}  // namespace pressmill::text
