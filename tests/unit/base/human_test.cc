// SPDX-License-Identifier: Apache-2.0
//
// Figures as people read and write them.

#include "base/human.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>

namespace pressmill {
namespace {

constexpr std::uint64_t kKi = 1024;
constexpr std::uint64_t kMi = kKi * kKi;
constexpr std::uint64_t kGi = kKi * kMi;

TEST(Human, Bytes) {
  EXPECT_EQ(human_bytes(0), "0 B");
  EXPECT_EQ(human_bytes(1023), "1023 B");
  EXPECT_EQ(human_bytes(1024), "1.00 KiB");
  EXPECT_EQ(human_bytes(1536), "1.50 KiB");
  EXPECT_EQ(human_bytes(12 * kKi + 512), "12.5 KiB");
  EXPECT_EQ(human_bytes(312 * kMi), "312 MiB");
  EXPECT_EQ(human_bytes(5 * kGi), "5.00 GiB");
  EXPECT_EQ(human_bytes(2 * kGi * kKi), "2.00 TiB");
  EXPECT_EQ(human_bytes(3 * kGi * kMi), "3.00 PiB");
  EXPECT_EQ(human_bytes(4000 * kGi * kMi), "4000 PiB");
}

TEST(Human, Counts) {
  EXPECT_EQ(human_count(0), "0");
  EXPECT_EQ(human_count(999), "999");
  EXPECT_EQ(human_count(1000), "1,000");
  EXPECT_EQ(human_count(123456), "123,456");
  EXPECT_EQ(human_count(1234567), "1,234,567");
  EXPECT_EQ(human_count(std::numeric_limits<std::uint64_t>::max()), "18,446,744,073,709,551,615");
}

TEST(Human, Durations) {
  EXPECT_EQ(human_duration(0), "0.0 s");
  EXPECT_EQ(human_duration(4.26), "4.3 s");
  EXPECT_EQ(human_duration(41.2), "41 s");
  EXPECT_EQ(human_duration(59.4), "59 s");
  EXPECT_EQ(human_duration(59.6), "1 min 00 s");
  EXPECT_EQ(human_duration(125), "2 min 05 s");
  EXPECT_EQ(human_duration(3599.7), "1 h 00 min");
  EXPECT_EQ(human_duration(7500), "2 h 05 min");
  EXPECT_EQ(human_duration(-1), "-");
  EXPECT_EQ(human_duration(std::nan("")), "-");
}

TEST(Human, Shares) {
  EXPECT_EQ(human_share(0, 0), "-");
  EXPECT_EQ(human_share(0, 5), "0.0 %");
  EXPECT_EQ(human_share(1, 8), "12.5 %");
  EXPECT_EQ(human_share(5, 5), "100.0 %");
  EXPECT_EQ(human_share(1, 5000), "<0.1 %");
  EXPECT_EQ(human_share(5, 5000), "0.1 %");
  EXPECT_EQ(human_share(4999, 5000), ">99.9 %");
}

struct SizeCase {
  const char* text;
  std::optional<std::uint64_t> bytes;
};

TEST(ParseSize, ReadsWhatPeopleType) {
  const SizeCase cases[] = {
      {"0", 0},
      {"1048576", kMi},
      {"64k", 64 * kKi},
      {"64K", 64 * kKi},
      {"512M", 512 * kMi},
      {"512MB", 512 * kMi},
      {"512MiB", 512 * kMi},
      {"512 MiB", 512 * kMi},
      {"8G", 8 * kGi},
      {"8g", 8 * kGi},
      {"1.5G", kGi + kGi / 2},
      {"0.25K", 256},
      {"2T", 2 * kGi * kKi},
      {"7B", 7},
      {"7 b", 7},
  };
  for (const SizeCase& c : cases) EXPECT_EQ(parse_size(c.text), c.bytes) << c.text;
}

TEST(ParseSize, RefusesTheRest) {
  for (const char* text : {"",
                           " ",
                           "G",
                           ".",
                           "-1",
                           "+1",
                           "8X",
                           "8GG",
                           "8 Gi",
                           "8iB",
                           "8GiBs",
                           "1e3",
                           "0x10",
                           "eight",
                           "1..5G",
                           "1.2.3",
                           "1,5G",
                           "8G ",
                           " 8G",
                           "9000000000000000000",
                           "99999999999999999999999999",
                           "99999999T",
                           "0.0000000001G"})
    EXPECT_EQ(parse_size(text), std::nullopt) << text;
}

struct ShareCase {
  const char* text;
  std::optional<std::uint32_t> millionths;
};

TEST(ParseShare, CountsMillionths) {
  const ShareCase cases[] = {
      {"1%", 10'000},        {"1 %", 10'000},  {"0.25%", 2'500},   {"0.01", 10'000},
      {"100%", 1'000'000},   {"1", 1'000'000}, {"1.0", 1'000'000}, {"0", 0},
      {"33.3333%", 333'333}, {"0.0001%", 1},   {"0.00001%", 0},    {"0.1", 100'000},
  };
  for (const ShareCase& c : cases) EXPECT_EQ(parse_share(c.text), c.millionths) << c.text;
}

TEST(ParseShare, RefusesTheRest) {
  for (const char* text : {"", "%", "1.000001", "100.1%", "200%", "-1%", "1%%", "1%x", "x", "1e-2",
                           "1/100", "0,5", ".", "99999999999999999999"})
    EXPECT_EQ(parse_share(text), std::nullopt) << text;
}

}  // namespace
}  // namespace pressmill
