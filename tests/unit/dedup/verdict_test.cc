// SPDX-License-Identifier: Apache-2.0
//
// Verdicts to a file and back.

#include "dedup/verdict.h"

#include <gtest/gtest.h>

#include "io/spill/columns.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

void expect_same(const Verdict& a, const Verdict& b) {
  EXPECT_EQ(a.reason, b.reason);
  EXPECT_EQ(a.why, b.why);
  EXPECT_EQ(a.of, b.of);
  EXPECT_EQ(a.cluster, b.cluster);
  EXPECT_EQ(a.cluster_size, b.cluster_size);
  EXPECT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.indirect, b.indirect);
  EXPECT_EQ(a.shared, b.shared);
  EXPECT_EQ(a.total, b.total);
}

TEST(VerdictTable, KeepsEveryRow) {
  const test::ScratchDir dir;
  VerdictTable table(7);
  table.set(1, {Reason::exact, Why::none, UINT64_MAX, 3, 0, Kind::exact, true, 1, 1});
  table.set(2, {Reason::kept, Why::earliest, 0, 3, UINT32_MAX});
  table.set(3, {Reason::empty, Why::none, 0, 0, 0});
  table.set(4, {Reason::near, Why::none, 2, 3, 0, Kind::near, false, 93, 100});
  table.set(5, {Reason::contained, Why::none, 2, 3, 0, Kind::contained, false, 0, UINT32_MAX});
  table.set(6, {Reason::kept, Why::none, 2, 3, 0, Kind::contains, false, UINT32_MAX, 7});
  ASSERT_TRUE(table.write(dir / "verdicts"));
  const auto read = VerdictTable::read(dir / "verdicts");
  ASSERT_TRUE(read) << read.error().text();
  ASSERT_EQ(read->size(), 7U);
  auto single = VerdictReader::open(dir / "verdicts");
  ASSERT_TRUE(single) << single.error().text();
  const auto reasons = single->reasons();
  ASSERT_TRUE(reasons);
  for (std::size_t row = 0; row < 7; ++row) {
    expect_same((*read)[row], table[row]);
    const auto one = single->row(row);
    ASSERT_TRUE(one) << one.error().text();
    expect_same(*one, table[row]);
    EXPECT_EQ((*reasons)[row], static_cast<std::uint8_t>(table[row].reason));
  }
  EXPECT_FALSE(single->row(7)) << "there is none";
  EXPECT_EQ((*read)[0].reason, Reason::kept) << "what nobody set stays";
  EXPECT_EQ((*read)[1].of, UINT64_MAX);
  EXPECT_EQ((*read)[1].kind, Kind::exact);
  EXPECT_TRUE((*read)[1].indirect);
  EXPECT_EQ((*read)[2].cluster_size, UINT32_MAX);
  EXPECT_EQ((*read)[5].total, UINT32_MAX);
  EXPECT_EQ((*read)[6].kind, Kind::contains);
}

// What is not in the list of columns would not be written: the names are those of the format.
TEST(VerdictTable, EachColumnIsInTheFile) {
  const test::ScratchDir dir;
  ASSERT_TRUE(VerdictTable(3).write(dir / "verdicts"));
  auto columns =
      io::ColumnsReader::open(dir / "verdicts", kVerdictsKind, kVerdictsVersion, kVerdictsVersion);
  ASSERT_TRUE(columns) << columns.error().text();
  for (const char* name : {"reason", "why", "kind", "indirect"}) {
    const auto values = columns->read<std::uint8_t>(name);
    ASSERT_TRUE(values) << name;
    EXPECT_EQ(values->size(), 3U);
  }
  for (const char* name : {"of", "cluster"})
    EXPECT_TRUE(columns->read<std::uint64_t>(name)) << name;
  for (const char* name : {"cluster_size", "shared", "total"})
    EXPECT_TRUE(columns->read<std::uint32_t>(name)) << name;
}

TEST(Verdict, OnlyMembersBesideTheSurvivorAreCopies) {
  EXPECT_FALSE(Verdict().is_copy());
  EXPECT_FALSE((Verdict{Reason::kept, Why::first, 0, 3, 2}).is_copy()) << "the survivor";
  EXPECT_TRUE((Verdict{Reason::near, Why::none, 7, 3, 0, Kind::near}).is_copy());
  EXPECT_TRUE((Verdict{Reason::kept, Why::none, 7, 3, 0, Kind::contained}).is_copy());
}

std::string similarity(std::uint32_t shared, std::uint32_t total) {
  Verdict verdict;
  verdict.shared = shared;
  verdict.total = total;
  return similarity_text(verdict);
}

TEST(SimilarityText, HasFourDecimalsRoundedHalfToEven) {
  EXPECT_EQ(similarity(1, 1), "1.0000");
  EXPECT_EQ(similarity(0, 7), "0.0000");
  EXPECT_EQ(similarity(0, 0), "0.0000");
  EXPECT_EQ(similarity(2, 3), "0.6667");
  EXPECT_EQ(similarity(1, 3), "0.3333");
  EXPECT_EQ(similarity(14'001, 20'000), "0.7000") << "0.70005: the even neighbour below";
  EXPECT_EQ(similarity(14'003, 20'000), "0.7002") << "0.70015: the even neighbour above";
  EXPECT_EQ(similarity(UINT32_MAX - 1, UINT32_MAX), "1.0000");
  EXPECT_EQ(similarity(UINT32_MAX, UINT32_MAX), "1.0000");
  EXPECT_EQ(similarity(1, 10'000), "0.0001");
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
  const Verdict unknown[] = {{static_cast<Reason>(kReasonCount)},
                             {Reason::kept, static_cast<Why>(kWhyCount)},
                             {Reason::kept, Why::none, 0, 1, 0, static_cast<Kind>(kKindCount)}};
  for (const Verdict& verdict : unknown) {
    VerdictTable table(1);
    table.set(0, verdict);
    ASSERT_TRUE(table.write(dir / "unknown"));
    EXPECT_EQ(code_of(dir / "unknown"), Code::input) << "a number that this version does not know";
  }
}

TEST(ReasonName, IsPartOfTheOutput) {
  EXPECT_EQ(reason_name(Reason::kept), "kept");
  EXPECT_EQ(reason_name(Reason::empty), "empty");
  EXPECT_EQ(reason_name(Reason::exact), "exact");
  EXPECT_EQ(reason_name(Reason::near), "near");
  EXPECT_EQ(reason_name(Reason::contained), "contained");
}

TEST(KindName, IsPartOfTheOutput) {
  EXPECT_EQ(kind_name(Kind::none), "");
  EXPECT_EQ(kind_name(Kind::exact), "exact");
  EXPECT_EQ(kind_name(Kind::near), "near");
  EXPECT_EQ(kind_name(Kind::contained), "contained");
  EXPECT_EQ(kind_name(Kind::contains), "contains");
}

}  // namespace
}  // namespace pressmill::dedup
