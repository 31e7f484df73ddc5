// SPDX-License-Identifier: Apache-2.0
//
// JSON strings: the short forms, the long form, and what must not be touched.

#include "text/json_escape.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "tests/unit/text/samples.h"

namespace pressmill::text {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

TEST(JsonEscape, EscapesWhatJsonAsksForAndNothingElse) {
  EXPECT_EQ(escaped(""), R"("")");
  EXPECT_EQ(escaped("plain"), R"("plain")");
  EXPECT_EQ(escaped("a\"b\\c/d"), R"("a\"b\\c/d")");
  EXPECT_EQ(escaped("\b\f\n\r\t"), R"("\b\f\n\r\t")");
  EXPECT_EQ(escaped(std::string_view("\0\x01\x0B\x1F", 4)), R"("\u0000\u0001\u000b\u001f")");
  EXPECT_EQ(escaped("\x7F caf\u00E9 \u2028 \U0001F600 <&>"),
            "\"\x7F caf\u00E9 \u2028 \U0001F600 <&>\"");
}

TEST(JsonEscape, Appends) {
  std::string out = "{\"text\":";
  append_json_string(out, "x");
  EXPECT_EQ(out, R"({"text":"x")");
}

TEST(JsonEscape, AgreesWithTheSlowTwin) {
  test::Random random(7);
  for (int round = 0; round < 2000; ++round) {
    const std::string text = test::random_text(random, random.below(60));
    ASSERT_EQ(escaped(text), reference::json_string(text));
  }
}

}  // namespace
}  // namespace pressmill::text
