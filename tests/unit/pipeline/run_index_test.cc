// SPDX-License-Identifier: Apache-2.0
//
// Keys of ids: the text counts, not how it was written.

#include "pipeline/run_index.h"

#include <gtest/gtest.h>

#include "base/hash.h"

namespace pressmill::pipeline {
namespace {

TEST(HashOfId, IsThatOfItsText) {
  EXPECT_EQ(hash_of_id(R"("h-1")"), hash64("h-1"));
  EXPECT_EQ(hash_of_id("17"), hash64("17"));
  EXPECT_EQ(hash_of_id(R"("17")"), hash64("17"));
  EXPECT_EQ(hash_of_id(R"("a\/b\u00e9")"), hash64("a/b\u00e9"));
  EXPECT_EQ(hash_of_id(R"("")"), hash64(""));
  EXPECT_NE(hash_of_id(R"("a")"), hash_of_id(R"("A")"));
}

TEST(RunIndex, RowsAreFoundInTheirSegmentAndUnit) {
  RunIndex index;
  // Segments without rows share their first row with the next one.
  for (const auto& [first, rows] : {std::pair{0, 5}, {5, 0}, {5, 3}, {8, 0}}) {
    IndexedSegment segment;
    segment.rows.first_row = static_cast<std::uint64_t>(first);
    segment.rows.rows = static_cast<std::uint64_t>(rows);
    segment.rows.key.part = static_cast<std::uint32_t>(index.segments.size());
    index.segments.push_back(segment);
  }
  index.units = {{.number = 0, .first_row = 0, .end_row = 6},
                 {.number = 1, .first_row = 6, .end_row = 8}};
  EXPECT_EQ(index.rows(), 8U);
  EXPECT_EQ(index.segment_of(0).rows.key.part, 0U);
  EXPECT_EQ(index.segment_of(4).rows.key.part, 0U);
  EXPECT_EQ(index.segment_of(5).rows.key.part, 2U);
  EXPECT_EQ(index.segment_of(7).rows.key.part, 2U);
  EXPECT_EQ(index.unit_of(5).number, 0U);
  EXPECT_EQ(index.unit_of(6).number, 1U);
}

}  // namespace
}  // namespace pressmill::pipeline
