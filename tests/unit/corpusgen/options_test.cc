// SPDX-License-Identifier: Apache-2.0
//
// Flags become options, or a message that says what to do.

#include "tools/corpusgen/options.h"

#include <gtest/gtest.h>

namespace pressmill::corpusgen {
namespace {

TEST(Options, AreReadExactly) {
  const auto command =
      parse_options({"--out", "x/", "--bytes", "2M", "--seed", "9", "--codec", "zst,plain",
                     "--near-jaccard", "0.7,0.975", "--exact-share", "0.5%", "--furniture", "off"});
  ASSERT_TRUE(command) << command.error().text();
  const Options& options = command->options;
  EXPECT_EQ(options.out, "x");
  EXPECT_EQ(options.truth, "x-truth");
  EXPECT_EQ(options.bytes, 2U << 20);
  EXPECT_EQ(options.seed, 9U);
  EXPECT_EQ(options.codecs, (std::vector<Codec>{Codec::zst, Codec::plain}));
  EXPECT_EQ(options.near_jaccard, (std::vector<std::uint32_t>{7'000, 9'750}));
  EXPECT_EQ(options.share(Role::exact), 5'000U);
  EXPECT_FALSE(options.furniture);
}

TEST(Options, HelpTeaches) {
  const auto command = parse_options({"--help"});
  ASSERT_TRUE(command);
  EXPECT_NE(command->help.find("Examples:"), std::string::npos);
  EXPECT_NE(command->help.find("--near-jaccard"), std::string::npos);
}

TEST(Options, NonsenseIsRefused) {
  const std::vector<std::vector<std::string>> cases = {
      {"--articles", "5"},  // where to?
      {"--out", "x"},       // how much?
      {"--out", "x", "--articles", "0"},
      {"--out", "x", "--articles", "5", "--bytes", "1M"},
      {"--out", "x", "--bytes", "much"},
      {"--out", "x", "--articles", "5", "--codec", "rar"},
      {"--out", "x", "--articles", "5", "--near-jaccard", "1"},
      {"--out", "x", "--articles", "5", "--near-jaccard", "0.12345"},
      {"--out", "x", "--articles", "5", "--near-share", "70%", "--exact-share", "40%"},
      {"--out", "x", "--articles", "5", "--malformed-share", "many"},
      {"--out", "x", "--articles", "5", "--furniture", "some"},
      {"--out", "x", "--articles", "5", "--files", "6"},
      {"--out", "x", "--articles", "900", "--files", "300", "--spread", "round-robin"},
      {"--out", "x", "--articles", "5", "--unknown"},
  };
  for (const auto& arguments : cases) {
    const auto command = parse_options(arguments);
    ASSERT_FALSE(command) << arguments.back();
    EXPECT_EQ(command.error().code(), Code::usage) << arguments.back();
  }
}

}  // namespace
}  // namespace pressmill::corpusgen
