// SPDX-License-Identifier: Apache-2.0
//
// The journal after a crash: what was written whole counts, nothing behind it does.

#include "pipeline/journal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

bool same(const JournalEntry& a, const JournalEntry& b) {
  return a.pass == b.pass && a.input == b.input && a.part == b.part && a.last == b.last &&
         a.rows == b.rows && a.store_bytes == b.store_bytes;
}

const std::vector<JournalEntry>& entries() {
  static const std::vector<JournalEntry> kEntries = {
      {"refine", 0, 0, false, 1234, 56'789},
      {"refine", 4'000'000'000, 1, true, 0, UINT64_MAX},
      {"match", 0, 0, false, 0, 0},
      {"emit", 17, 0, false, 9, 0},
  };
  return kEntries;
}

class JournalTest : public ::testing::Test {
 protected:
  std::string path() const { return dir_ / "journal"; }

  std::unique_ptr<Journal> open() const {
    auto journal = Journal::open(path());
    EXPECT_TRUE(journal) << journal.error().text();
    return std::move(*journal);
  }
  std::string written() const {
    const auto journal = open();
    for (const JournalEntry& entry : entries()) EXPECT_TRUE(journal->append(entry));
    return test::slurp(path());
  }
  // Needs: the journal holds the first `n` entries and no others.
  void expect_entries(const Journal& journal, std::size_t n) const {
    ASSERT_EQ(journal.entries().size(), n);
    for (std::size_t i = 0; i < n; ++i) EXPECT_TRUE(same(journal.entries()[i], entries()[i])) << i;
  }

  test::ScratchDir dir_;
};

TEST_F(JournalTest, IsReadAfterReopening) {
  expect_entries(*open(), 0);
  const std::string text = written();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 4);
  expect_entries(*open(), 4);
  EXPECT_EQ(test::slurp(path()), text) << "reading changes nothing";
}

TEST_F(JournalTest, GoesOnWhereItWasTorn) {
  const std::string text = written();
  for (std::size_t bytes = 0; bytes <= text.size(); bytes += 3) {
    const std::string torn = text.substr(0, bytes);
    const auto whole = static_cast<std::size_t>(std::count(torn.begin(), torn.end(), '\n'));
    std::filesystem::remove(path());
    test::spit(path(), torn);
    {
      const auto journal = open();
      expect_entries(*journal, whole);
      for (std::size_t i = whole; i < 4; ++i) ASSERT_TRUE(journal->append(entries()[i]));
      expect_entries(*journal, 4);
    }
    ASSERT_EQ(test::slurp(path()), text) << bytes;
  }
}

TEST_F(JournalTest, StopsAtAFlippedByte) {
  const std::string text = written();
  for (std::size_t at = 0; at < text.size(); ++at) {
    std::string flipped = text;
    flipped[at] = static_cast<char>(flipped[at] ^ 1 << at % 7);
    std::filesystem::remove(path());
    test::spit(path(), flipped);
    const auto before = static_cast<std::size_t>(
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    expect_entries(*open(), before);
  }
}

TEST_F(JournalTest, PassesByNoLine) {
  const std::string text = written();
  test::spit(path(), "garbage\n" + text);
  expect_entries(*open(), 0);
  EXPECT_EQ(test::slurp(path()), "") << "what follows is done again";
}

TEST_F(JournalTest, SaysWhereItCannotBeOpened) {
  const auto journal = Journal::open(dir_ / "no/such/folder");
  ASSERT_FALSE(journal);
  EXPECT_EQ(journal.error().code(), Code::output);
  EXPECT_EQ(journal.error().place().path, dir_ / "no/such/folder");
}

}  // namespace
}  // namespace pressmill::pipeline
