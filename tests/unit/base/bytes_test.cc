// SPDX-License-Identifier: Apache-2.0
//
// File formats are little-endian.

#include "base/bytes.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace pressmill {
namespace {

TEST(Bytes, AreLittleEndian) {
  char to[8] = {};
  store_le(to, std::uint32_t{0x04030201});
  EXPECT_EQ(std::string_view(to, 4), "\x01\x02\x03\x04");
  EXPECT_EQ(load_le<std::uint32_t>(to), 0x04030201U);
  EXPECT_EQ(load_le<std::uint16_t>(to + 1), 0x0302U);  // at any alignment
  EXPECT_EQ(bytes_of(std::uint16_t{0x0201}), "\x01\x02");
}

}  // namespace
}  // namespace pressmill
