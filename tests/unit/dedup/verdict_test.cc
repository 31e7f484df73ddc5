// SPDX-License-Identifier: Apache-2.0
//
// Verdicts to a file and back.

#include "dedup/verdict.h"

#include <gtest/gtest.h>

#include "io/spill/columns.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

TEST(VerdictTable, KeepsEveryRow) {
  const test::ScratchDir dir;
  VerdictTable table(4);
  table.set(1, {Reason::exact, Why::none, UINT64_MAX, 3, 0});
  table.set(2, {Reason::kept, Why::earliest, 0, 3, UINT32_MAX});
  table.set(3, {Reason::empty, Why::none, 0, 0, 0});
  ASSERT_TRUE(table.write(dir / "verdicts"));
  const auto read = VerdictTable::read(dir / "verdicts");
  ASSERT_TRUE(read) << read.error().text();
  ASSERT_EQ(read->size(), 4U);
  for (std::size_t row = 0; row < 4; ++row) {
    const Verdict a = (*read)[row];
    const Verdict b = table[row];
    EXPECT_EQ(a.reason, b.reason);
    EXPECT_EQ(a.why, b.why);
    EXPECT_EQ(a.of, b.of);
    EXPECT_EQ(a.cluster, b.cluster);
    EXPECT_EQ(a.cluster_size, b.cluster_size);
  }
  EXPECT_EQ((*read)[0].reason, Reason::kept) << "what nobody set stays";
  EXPECT_EQ((*read)[1].of, UINT64_MAX);
  EXPECT_EQ((*read)[2].cluster_size, UINT32_MAX);
}

TEST(VerdictTable, MayBeEmpty) {
  const test::ScratchDir dir;
  ASSERT_TRUE(VerdictTable().write(dir / "verdicts"));
  const auto read = VerdictTable::read(dir / "verdicts");
  ASSERT_TRUE(read);
  EXPECT_EQ(read->size(), 0U);
}

Code code_of(const std::string& path) {
  const auto read = VerdictTable::read(path);
  EXPECT_FALSE(read);
  return read ? Code::usage : read.error().code();
}

TEST(VerdictTable, RefusesWhatIsNone) {
  const test::ScratchDir dir;
  EXPECT_EQ(code_of(dir / "missing"), Code::input);
  ASSERT_TRUE(io::ColumnsWriter(kVerdictsKind, kVerdictsVersion + 1).write(dir / "newer"));
  EXPECT_EQ(code_of(dir / "newer"), Code::refused);
  ASSERT_TRUE(io::ColumnsWriter("cards", 1).write(dir / "cards"));
  EXPECT_EQ(code_of(dir / "cards"), Code::refused);
  ASSERT_TRUE(io::ColumnsWriter(kVerdictsKind, kVerdictsVersion).write(dir / "no columns"));
  EXPECT_EQ(code_of(dir / "no columns"), Code::input);
  VerdictTable unknown(1);
  unknown.set(0, {static_cast<Reason>(kReasonCount), Why::none, 0, 0, 0});
  ASSERT_TRUE(unknown.write(dir / "unknown"));
  EXPECT_EQ(code_of(dir / "unknown"), Code::input) << "a reason that this version does not know";
}

TEST(ReasonName, IsPartOfTheOutput) {
  EXPECT_EQ(reason_name(Reason::kept), "kept");
  EXPECT_EQ(reason_name(Reason::empty), "empty");
  EXPECT_EQ(reason_name(Reason::exact), "exact");
}

}  // namespace
}  // namespace pressmill::dedup
