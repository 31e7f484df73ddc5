// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as UTF-8, and back.

#include "text/byte_escapes.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/support/test_support.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

TEST(ByteEscapes, ValidNamesStay) {
  for (const char* name :
       {"", "a.jsonl", "süß/日本語.jsonl", "back\\slash", "\\x", "\\xe9", "\\xE", "\\\\", "tab\t"})
    EXPECT_EQ(escape_bytes(name), name);
}

TEST(ByteEscapes, OthersAreEscaped) {
  EXPECT_EQ(escape_bytes("b\xE9.jsonl"), "b\\xE9.jsonl");
  EXPECT_EQ(escape_bytes("\xFF\xC3"), "\\xFF\\xC3");
  EXPECT_EQ(escape_bytes("ü\x80ü"), "ü\\x80ü");
  EXPECT_EQ(escape_bytes("\xE2\x82/x"), "\\xE2\\x82/x") << "a character cut off";
  EXPECT_EQ(escape_bytes("b\\xE9.jsonl"), "b\\x5CxE9.jsonl") << "else it were the first name";
}

TEST(ByteEscapes, InMessagesEscapesStay) {
  EXPECT_EQ(escape_message("b\\xE9.jsonl:7: cut off"), "b\\xE9.jsonl:7: cut off");
  EXPECT_EQ(escape_message("jq . 'b\xE9.jsonl'"), "jq . 'b\\xE9.jsonl'");
}

// Every string of up to six of the bytes that matter: none is lost, no two become one.
TEST(ByteEscapes, AreUndone) {
  constexpr std::string_view kBytes = "\\xE95C\xE9\xC3\xA9";
  std::size_t count = 0;
  for (std::size_t length = 0, strings = 1; length <= 6; ++length, strings *= kBytes.size()) {
    for (std::size_t number = 0; number < strings; ++number) {
      std::string bytes;
      for (std::size_t i = 0, rest = number; i < length; ++i, rest /= kBytes.size())
        bytes += kBytes[rest % kBytes.size()];
      const std::string escaped = escape_bytes(bytes);
      if (!is_valid(escaped) || unescape_bytes(escaped) != bytes) {
        ADD_FAILURE() << testing::PrintToString(bytes) << " became " << escaped;
        return;
      }
      ++count;
    }
  }
  EXPECT_GT(count, std::size_t{500'000});
}

TEST(ByteEscapes, AnyBytesAreUndone) {
  test::Random random(7);
  for (int i = 0; i < 20'000; ++i) {
    std::string bytes(random.below(40), '\0');
    for (char& c : bytes) c = static_cast<char>(random.below(256));
    const std::string escaped = escape_bytes(bytes);
    EXPECT_TRUE(is_valid(escaped));
    EXPECT_EQ(unescape_bytes(escaped), bytes);
  }
}

}  // namespace
}  // namespace pressmill::text
