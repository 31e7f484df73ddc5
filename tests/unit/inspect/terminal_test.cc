// SPDX-License-Identifier: Apache-2.0
//
// What a terminal gets: no controls, no line that is too wide.

#include "inspect/terminal.h"

#include <gtest/gtest.h>

#include "tests/support/test_support.h"
#include "text/display_width.h"

namespace pressmill::inspect {
namespace {

TEST(Printable, ControlsAreShownAsCodes) {
  EXPECT_EQ(printable("plain, Zürich, 新闻"), "plain, Zürich, 新闻");
  EXPECT_EQ(printable("\x1b[31mred\x07"), "\\u001b[31mred\\u0007");
  EXPECT_EQ(printable("two\nlines\t"), "two\\u000alines\\u0009");
  EXPECT_EQ(printable("\u009b31m"), "\\u009b31m");
  EXPECT_EQ(printable("bad \xff byte"), "bad \uFFFD byte");
}

TEST(Wrapped, NoLineIsTooWideAndNoWordIsLost) {
  test::Random random(2);
  static constexpr std::string_view kStock[] = {"a",        "word",    "新闻联播",
                                                "überlang", "x\u0301", "-"};
  for (int round = 0; round < 500; ++round) {
    std::string text;
    for (std::uint64_t n = random.below(20); n > 0; --n) {
      text += kStock[random.below(6)];
      if (random.below(2) == 0 && n > 1) text += ' ';
    }
    const std::size_t columns = 4 + random.below(20);
    std::string joined;
    for (const std::string& line : wrapped(text, columns)) {
      EXPECT_LE(text::display_width(line), columns);
      joined += line;
    }
    const auto without_spaces = [](std::string s) {
      std::erase(s, ' ');
      return s;
    };
    EXPECT_EQ(without_spaces(joined), without_spaces(text));
  }
  EXPECT_EQ(wrapped("", 10), std::vector<std::string>{""});
  EXPECT_EQ(wrapped("the old pier", 8), (std::vector<std::string>{"the old", "pier"}));
}

TEST(Clipped, ByColumns) {
  EXPECT_EQ(clipped("short", 5), "short");
  EXPECT_EQ(clipped("longer", 5), "lo...");
  EXPECT_EQ(clipped("新闻联播", 7), "新闻...");
  EXPECT_EQ(padded("新", 4), "新  ");
}

TEST(Toned, OnlyWhereColoursAreSeen) {
  EXPECT_EQ(toned({0, false}, Tone::gone, "x"), "x");
  EXPECT_EQ(toned({0, true}, Tone::plain, "x"), "x");
  EXPECT_EQ(toned({0, true}, Tone::gone, "x"), "\x1b[31mx\x1b[0m");
}

}  // namespace
}  // namespace pressmill::inspect
