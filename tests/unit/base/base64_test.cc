// SPDX-License-Identifier: Apache-2.0
//
// The test vectors of RFC 4648, and every byte value.

#include "base/base64.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace pressmill {
namespace {

TEST(Base64, VectorsOfTheRfc) {
  EXPECT_EQ(to_base64(""), "");
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(to_base64("fo"), "Zm8=");
  EXPECT_EQ(to_base64("foo"), "Zm9v");
  EXPECT_EQ(to_base64("foob"), "Zm9vYg==");
  EXPECT_EQ(to_base64("fooba"), "Zm9vYmE=");
  EXPECT_EQ(to_base64("foobar"), "Zm9vYmFy");
}

// The obvious way back, bit by bit.
std::string decoded(std::string_view text) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int have = 0;
  for (const char c : text) {
    if (c == '=') break;
    bits = bits << 6 | static_cast<unsigned>(kLetters.find(c));
    have += 6;
    if (have < 8) continue;
    have -= 8;
    bytes += static_cast<char>(bits >> have & 0xFF);
  }
  return bytes;
}

TEST(Base64, CarriesEveryByteAtEveryLength) {
  std::string bytes;
  for (int i = 0; i < 300; ++i) {
    EXPECT_EQ(decoded(to_base64(bytes)), bytes);
    EXPECT_EQ(to_base64(bytes).size(), (bytes.size() + 2) / 3 * 4);
    bytes += static_cast<char>(i * 37);
  }
}

}  // namespace
}  // namespace pressmill
