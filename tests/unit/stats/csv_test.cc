// SPDX-License-Identifier: Apache-2.0
//
// Quoting of CSV fields, read back by Python's csv module, as RFC 4180 has it.

#include "stats/csv.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::stats {
namespace {

std::string csv(std::string_view field) {
  std::string out;
  append_csv(out, field);
  return out;
}

TEST(Csv, QuotesOnlyWhereItMust) {
  EXPECT_EQ(csv(""), "");
  EXPECT_EQ(csv("plain"), "plain");
  EXPECT_EQ(csv("in the middle"), "in the middle");
  EXPECT_EQ(csv("semi;colon\ttab"), "semi;colon\ttab");
  EXPECT_EQ(csv("中文"), "中文");
  EXPECT_EQ(csv("a,b"), "\"a,b\"");
  EXPECT_EQ(csv("say \"hi\""), "\"say \"\"hi\"\"\"");
  EXPECT_EQ(csv("\""), "\"\"\"\"");
  EXPECT_EQ(csv("two\nlines"), "\"two\nlines\"");
  EXPECT_EQ(csv("cr\r"), "\"cr\r\"");
  EXPECT_EQ(csv(" edge"), "\" edge\"");
  EXPECT_EQ(csv("edge "), "\"edge \"");
}

TEST(Csv, Appends) {
  std::string row = "1,";
  append_csv(row, "a,b");
  EXPECT_EQ(row, "1,\"a,b\"");
}

// Prints every field in hexadecimal, a row a line.
constexpr const char* kReader =
    "import csv,sys\n"
    "for row in csv.reader(open(sys.argv[1],newline='',encoding='utf-8'),strict=True):\n"
    "    print(','.join(f.encode().hex() for f in row))\n";

std::string hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const char c : bytes) {
    out += kDigits[static_cast<unsigned char>(c) >> 4];
    out += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return out;
}

TEST(Csv, IsReadBackByPython) {
  static const std::vector<std::string> kPieces = {"a", "\"", ",", "\n", "\r\n", "\r", " ",
                                                   "é", "中", ";", "'",  "\\",   "\t"};
  const test::ScratchDir dir;
  test::Random random(6);
  std::string file;
  std::string expected;
  for (int row = 0; row < 300; ++row) {
    for (int column = 0; column < 4; ++column) {
      std::string field = column == 0 ? "x" : "";  // no row is blank
      for (std::uint64_t n = random.below(6); n > 0; --n)
        field += kPieces[static_cast<std::size_t>(random.below(kPieces.size()))];
      append_csv(file, field);
      file += column < 3 ? "," : "\r\n";
      expected += hex(field) + (column < 3 ? "," : "\n");
    }
  }
  test::spit(dir / "rows.csv", file);
  test::spit(dir / "read.py", kReader);
  const auto read = test::run_shell("python3 read.py rows.csv", dir.path());
  ASSERT_EQ(read.exit, 0) << read.err;
  EXPECT_EQ(read.out, expected);
}

}  // namespace
}  // namespace pressmill::stats
