// SPDX-License-Identifier: Apache-2.0
//
// The hashes' values are part of file formats that later versions read: they are pinned here.
// A failure means that cards of earlier nights no longer compare; never update a value.

#include "base/hash.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace pressmill {
namespace {

struct Pinned {
  std::string text;
  std::uint64_t hash;
  Hash128 wide;
};

// Made with the xxHash library itself. Lengths stand on both sides of its internal switches
// (0, 1-3, 9-16, 17-128, over 240 bytes).
const Pinned kPinned[] = {
    {"", 0xc37a639cc6209852ULL, {0x324ffd490c9771aeULL, 0xf25f71970bfacfa3ULL}},
    {"a", 0xdf8bce8b5c1430b5ULL, {0x723a80dc58667804ULL, 0xdf8bce8b5c1430b5ULL}},
    {"pressmill", 0x03c09559a99c9723ULL, {0x0fc20031ec16bad8ULL, 0x42c3a15514915f67ULL}},
    {"The quick brown fox jumps over the lazy dog",
     0xdd0704dc42d426e0ULL,
     {0x51340bfa1489e294ULL, 0x679959aba0cbb395ULL}},
};

TEST(Hash, SeedIsForEver) {
  EXPECT_EQ(kHashSeed, 0x70726573736d696cULL);
  EXPECT_EQ(kHashName, "xxh3");
}

TEST(Hash, ValuesAreForEver) {
  for (const Pinned& pinned : kPinned) {
    EXPECT_EQ(hash64(pinned.text), pinned.hash) << pinned.text;
    EXPECT_EQ(hash128(pinned.text), pinned.wide) << pinned.text;
  }
  std::string long_text(1000, '\0');
  for (std::size_t i = 0; i < long_text.size(); ++i) long_text[i] = static_cast<char>(i * 7);
  EXPECT_EQ(hash64(long_text), 0x0caab3a5fa077597ULL);
  EXPECT_EQ(hash128(long_text), (Hash128{0xcbe564d65ec93ecdULL, 0x0caab3a5fa077597ULL}));
}

TEST(Hash, OrderIsHighHalfFirst) {
  EXPECT_LT((Hash128{1, 9}), (Hash128{2, 0}));
  EXPECT_LT((Hash128{1, 0}), (Hash128{1, 1}));
}

TEST(Mix, ValuesAreForEver) {  // --sample draws lines by it
  EXPECT_EQ(mix64(0), 0U);
  EXPECT_EQ(mix64(1), 0x5692161d100b05e5ULL);
  EXPECT_EQ(mix64(~std::uint64_t{0}), 0xb4d055fcf2cbbd7bULL);
}

TEST(Mix, KeepsDistinctValuesDistinct) {
  std::set<std::uint64_t> seen;
  for (std::uint64_t i = 0; i < 10'000; ++i) seen.insert(mix64(i));
  EXPECT_EQ(seen.size(), 10'000U);
}

TEST(ToHex, HasSixteenDigits) {
  EXPECT_EQ(to_hex(0), "0000000000000000");
  EXPECT_EQ(to_hex(0xABC), "0000000000000abc");
  EXPECT_EQ(to_hex(~std::uint64_t{0}), "ffffffffffffffff");
}

}  // namespace
}  // namespace pressmill
