// SPDX-License-Identifier: Apache-2.0
//
// The external sort against std::sort, around every switch it has: nothing spilled, one run, one
// merge, merges of merges.

#include "io/spill/external_sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <compare>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::io {
namespace {

namespace fs = std::filesystem;

// Large, so that few of them fill the memory: two are a buffer, one is a block.
struct Large {
  std::uint64_t key = 0;
  std::uint64_t row = 0;
  std::array<std::uint64_t, 8190> rest{};
  auto operator<=>(const Large&) const = default;
};
static_assert(sizeof(Large) == 64 << 10);

struct Small {
  std::uint64_t key;
  std::uint64_t row;
  auto operator<=>(const Small&) const = default;
};

template <class Record>
std::vector<Record> random_records(std::size_t n, std::uint64_t keys, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Record> records(n);
  for (Record& record : records) {
    record.key = random.below(keys);
    record.row = random.below(keys);  // with few keys: equal records
  }
  return records;
}

template <class Record, class Less = std::less<Record>>
std::vector<Record> sorted(const std::vector<Record>& records, std::uint64_t memory,
                           const std::string& prefix,
                           typename ExternalSort<Record, Less>::SortBuffer sort_buffer = {}) {
  ExternalSort<Record, Less> sort(prefix, memory, sort_buffer);
  for (const Record& record : records) EXPECT_TRUE(sort.add(record));
  EXPECT_EQ(sort.count(), records.size());
  std::vector<Record> result;
  const Status s = sort.finish([&](const Record& record) {
    result.push_back(record);
    return Status();
  });
  EXPECT_TRUE(s) << s.error().text();
  return result;
}

template <class Record>
void expect_sorts(std::size_t n, std::uint64_t keys, std::uint64_t memory) {
  const test::ScratchDir dir;
  std::vector<Record> records = random_records<Record>(n, keys, n * 31 + keys);
  const std::vector<Record> got = sorted(records, memory, dir / "sort-");
  std::sort(records.begin(), records.end());
  EXPECT_TRUE(got == records) << n << " records, " << memory << " bytes";
  EXPECT_TRUE(fs::is_empty(dir.path())) << "scratch files are removed";
}

TEST(ExternalSort, AroundItsCapacity) {
  constexpr std::size_t kCapacity = 2 * ExternalSort<Small>::kBlockRecords;
  for (const std::size_t n : {std::size_t{0}, std::size_t{1}, kCapacity - 1, kCapacity,
                              kCapacity + 1, 2 * kCapacity, 2 * kCapacity + 1, 5 * kCapacity})
    expect_sorts<Small>(n, 1 << 20, 0);
}

// Looked at once, twice or three times; in memory, from runs, from merged runs.
TEST(ExternalSort, StaysForAnotherReading) {
  constexpr std::size_t kFanIn = ExternalSort<Large>::kFanIn;
  for (const std::size_t n : {std::size_t{0}, std::size_t{2}, std::size_t{7}, 2 * kFanIn + 9}) {
    const test::ScratchDir dir;
    std::vector<Large> records = random_records<Large>(n, 50, n + 1);
    ExternalSort<Large> sort(dir / "sort-", 0);
    for (const Large& record : records) ASSERT_TRUE(sort.add(record));
    std::sort(records.begin(), records.end());
    for (const bool is_last : {false, false, true}) {
      std::vector<Large> got;
      const auto visit = [&](const Large& record) {
        got.push_back(record);
        return Status();
      };
      ASSERT_TRUE(is_last ? sort.finish(visit) : sort.each(visit));
      ASSERT_TRUE(got == records) << n;
    }
    EXPECT_TRUE(fs::is_empty(dir.path()));
  }
}

TEST(ExternalSort, AReadingStopsAtTheVisitorsError) {
  const test::ScratchDir dir;
  for (const std::size_t n : {2U, 7U}) {
    ExternalSort<Large> sort(dir / "sort-", 0);
    for (const Large& record : random_records<Large>(n, 50, n)) ASSERT_TRUE(sort.add(record));
    const Status s = sort.each([](const Large&) -> Status { return Error(Code::stopped, "x"); });
    ASSERT_FALSE(s);
    EXPECT_EQ(s.error().code(), Code::stopped);
  }
}

TEST(ExternalSort, ManyEqualRecords) {
  expect_sorts<Small>(50'000, 3, 0);
  expect_sorts<Small>(50'000, 1, 0);
}

TEST(ExternalSort, RunsAroundTheFanIn) {
  constexpr std::size_t kFanIn = ExternalSort<Large>::kFanIn;
  for (const std::size_t runs : {kFanIn - 1, kFanIn, kFanIn + 1, 2 * kFanIn + 3})
    expect_sorts<Large>(2 * runs, 1000, 0);
}

TEST(ExternalSort, MemoryDecidesOnlyWhenToSpill) {
  const test::ScratchDir dir;
  const std::vector<Small> records = random_records<Small>(60'000, 5000, 9);
  const std::vector<Small> in_memory = sorted(records, 1 << 30, dir / "a-");
  for (const std::uint64_t memory : {0, 150'000, 200'000, 500'000, 959'999, 960'000})
    EXPECT_TRUE(sorted(records, memory, dir / "b-") == in_memory) << memory;
}

TEST(ExternalSort, OrderOfArrivalDoesNotMatter) {
  const test::ScratchDir dir;
  std::vector<Small> records = random_records<Small>(30'000, 100, 10);
  const std::vector<Small> once = sorted(records, 0, dir / "a-");
  std::reverse(records.begin(), records.end());
  EXPECT_TRUE(sorted(records, 0, dir / "b-") == once);
}

TEST(ExternalSort, SpillsOnlyWhatDoesNotFit) {
  const test::ScratchDir dir;
  ExternalSort<Small> sort(dir / "sort-", 0);
  constexpr std::size_t kCapacity = 2 * ExternalSort<Small>::kBlockRecords;
  for (std::size_t i = 0; i < kCapacity; ++i) ASSERT_TRUE(sort.add({i, i}));
  EXPECT_EQ(sort.spilled_bytes(), 0U);
  EXPECT_TRUE(fs::is_empty(dir.path()));
  ASSERT_TRUE(sort.add({0, 0}));
  EXPECT_EQ(sort.spilled_bytes(), kCapacity * sizeof(Small));
  EXPECT_TRUE(sort.finish([](const Small&) { return Status(); }));
  EXPECT_TRUE(fs::is_empty(dir.path()));
}

TEST(ExternalSort, UsesTheSortItIsGiven) {
  const test::ScratchDir dir;
  for (const std::uint64_t memory : {0, 1 << 30}) {
    std::size_t calls = 0;
    const auto own = [&](Small* begin, Small* end) {
      ++calls;
      std::stable_sort(begin, end);
    };
    std::vector<Small> records = random_records<Small>(20'000, 100, 11);
    const std::vector<Small> got = sorted(records, memory, dir / "sort-", own);
    std::sort(records.begin(), records.end());
    EXPECT_TRUE(got == records);
    EXPECT_EQ(calls, memory == 0 ? 3U : 1U);
  }
}

TEST(ExternalSort, GoesByTheOrderItIsGiven) {
  const test::ScratchDir dir;
  std::vector<Small> records = random_records<Small>(20'000, 1000, 12);
  const std::vector<Small> got = sorted<Small, std::greater<Small>>(
      records, 0, dir / "sort-",
      [](Small* b, Small* e) { std::sort(b, e, std::greater<Small>()); });
  std::sort(records.begin(), records.end(), std::greater<Small>());
  EXPECT_TRUE(got == records);
  EXPECT_TRUE((sorted<Small, std::greater<Small>>(records, 0, dir / "sort-")) == records);
}

TEST(ExternalSort, StopsAtTheVisitorsError) {
  const test::ScratchDir dir;
  for (const std::uint64_t memory : {0, 1 << 30}) {
    ExternalSort<Small> sort(dir / "sort-", memory);
    for (std::uint64_t i = 0; i < 30'000; ++i) ASSERT_TRUE(sort.add({i, i}));
    std::uint64_t visited = 0;
    const Status s = sort.finish([&](const Small&) -> Status {
      if (++visited == 100) return Error(Code::stopped, "enough");
      return {};
    });
    ASSERT_FALSE(s);
    EXPECT_EQ(s.error().code(), Code::stopped);
    EXPECT_EQ(visited, 100U);
    EXPECT_TRUE(fs::is_empty(dir.path()));
  }
}

TEST(ExternalSort, SaysWhereItCannotWrite) {
  const test::ScratchDir dir;
  test::spit(dir / "file", "no folder");
  ExternalSort<Large> sort(dir / "file/sort-", 0);
  Status s;
  for (std::uint64_t i = 0; s && i < 3; ++i) s = sort.add(Large{i, i, {}});
  ASSERT_FALSE(s);
  EXPECT_EQ(s.error().code(), Code::output);
  EXPECT_NE(s.error().text().find("--work"), std::string::npos);
}

Status finish_after(const std::string& prefix,
                    const std::function<void(const std::string& run)>& damage) {
  ExternalSort<Small> sort(prefix, 0);
  for (std::uint64_t i = 0; i < 30'000; ++i)
    if (Status s = sort.add({i, i}); !s) return s;
  damage(prefix + ".1");
  return sort.finish([](const Small&) { return Status(); });
}

TEST(ExternalSort, NoticesRunsThatAreGoneOrCutShort) {
  const test::ScratchDir dir;
  const Status gone =
      finish_after(dir / "a", [](const std::string& run) { ASSERT_TRUE(fs::remove(run)); });
  ASSERT_FALSE(gone);
  EXPECT_EQ(gone.error().code(), Code::input);
  for (const std::uint64_t less : {1, 16, 1000}) {
    const Status cut = finish_after(dir / "b", [less](const std::string& run) {
      fs::resize_file(run, fs::file_size(run) - less);
    });
    ASSERT_FALSE(cut) << less;
    EXPECT_EQ(cut.error().code(), Code::input);
  }
}

}  // namespace
}  // namespace pressmill::io
