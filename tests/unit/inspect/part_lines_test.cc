// SPDX-License-Identifier: Apache-2.0
//
// Lines of a part: those asked for, wherever they stand, and not a byte behind them.

#include "inspect/part_lines.h"

#include <gtest/gtest.h>

#include "io/zstd_file.h"
#include "tests/support/test_support.h"

namespace pressmill::inspect {
namespace {

std::vector<std::string> write_part(const std::string& path, std::size_t count) {
  test::Random random(count);
  auto writer = io::ZstdWriter::create(path, 1);
  EXPECT_TRUE(writer);
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < count; ++i) {
    // Some are longer than what is read at a time.
    const std::size_t length = random.below(50) == 0 ? random.below(3'000'000) : random.below(3000);
    std::string line(length, static_cast<char>('a' + random.below(26)));
    line += std::to_string(i);
    EXPECT_TRUE(writer->write(line + "\n"));
    lines.push_back(std::move(line));
  }
  EXPECT_TRUE(writer->commit());
  return lines;
}

TEST(PartLines, EachWantedLineIsVisited) {
  const test::ScratchDir dir;
  const auto lines = write_part(dir / "part", 300);
  test::Random random(1);
  for (int round = 0; round < 30; ++round) {
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t number = 1; number <= lines.size(); ++number)
      for (std::uint64_t times = random.below(40); times > 37; --times) numbers.push_back(number);
    if (round == 0) numbers = {1, 1, 2, 300, 300};
    std::size_t next = 0;
    const Status s = read_lines(dir / "part", numbers, [&](std::size_t i, std::string_view line) {
      EXPECT_EQ(i, next++);
      EXPECT_EQ(line, lines[numbers[i] - 1]);
      return Status();
    });
    EXPECT_TRUE(s);
    EXPECT_EQ(next, numbers.size());
  }
}

TEST(PartLines, APartThatEndsEarlyIsAnError) {
  const test::ScratchDir dir;
  write_part(dir / "part", 3);
  const Status s =
      read_lines(dir / "part", {2, 4}, [](std::size_t, std::string_view) { return Status(); });
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::input);
  EXPECT_FALSE(
      read_lines(dir / "missing", {1}, [](std::size_t, std::string_view) { return Status(); }));
}

}  // namespace
}  // namespace pressmill::inspect
