// SPDX-License-Identifier: Apache-2.0
//
// Ratios and thresholds at their edges.

#include "dedup/similarity.h"

#include <gtest/gtest.h>

namespace pressmill::dedup {
namespace {

TEST(Similarity, RatiosRoundHalfToEven) {
  const Similarity s{50, 100, 60};
  EXPECT_EQ(s.united(), 110U);
  EXPECT_EQ(s.jaccard(), 4545U);                        // 0.454545
  EXPECT_EQ(s.containment(), 8333U);                    // 0.833333
  EXPECT_EQ((Similarity{1, 20'000, 1}.jaccard()), 0U);  // 0.5 units: to even
  EXPECT_EQ((Similarity{3, 20'000, 3}.jaccard()), 2U);  // 1.5 units: to even
  EXPECT_EQ((Similarity{0, 0, 0}.jaccard()), 0U);
  EXPECT_EQ((Similarity{0, 0, 5}.containment()), 0U);
}

TEST(Similarity, ThresholdsAreExact) {
  EXPECT_TRUE((Similarity{70, 100, 70}.is_near(7000)));
  EXPECT_FALSE((Similarity{70, 101, 70}.is_near(7000)));
  // Prints as 0.7000 and is below it.
  const Similarity below{139'999, 200'000, 139'999};
  EXPECT_EQ(below.jaccard(), 7000U);
  EXPECT_FALSE(below.is_near(7000));
  EXPECT_TRUE((Similarity{9, 10, 200}.is_contained(9000)));
  EXPECT_FALSE((Similarity{8, 9, 200}.is_contained(9000)));
}

TEST(Similarity, OneAsksForTheSameSet) {
  EXPECT_TRUE((Similarity{10, 10, 10}.is_near(10'000)));
  EXPECT_FALSE((Similarity{1'000'000, 1'000'001, 1'000'000}.is_near(10'000)));
  EXPECT_TRUE((Similarity{10, 10, 10}.same_set()));
  EXPECT_FALSE((Similarity{10, 11, 10}.same_set()));
}

TEST(Similarity, NothingSharedOrAThresholdOfZeroIsNothing) {
  EXPECT_FALSE((Similarity{0, 0, 0}.is_near(1)));
  EXPECT_FALSE((Similarity{0, 0, 0}.is_contained(1)));
  EXPECT_FALSE((Similarity{0, 0, 0}.same_set()));
  EXPECT_FALSE((Similarity{5, 5, 5}.is_near(0)));
  EXPECT_FALSE((Similarity{5, 5, 5}.is_contained(0)));
}

TEST(Similarity, LargestSizesDoNotOverflow) {
  const std::uint32_t most = UINT32_MAX;
  EXPECT_TRUE((Similarity{most, most, most}.is_near(10'000)));
  EXPECT_FALSE((Similarity{most / 2, most, most}.is_near(10'000)));
  EXPECT_EQ((Similarity{most, most, most}.jaccard()), 10'000U);
  EXPECT_EQ(least_shared(most, most, 10'000, 0), most);
}

// The least number is the first that passes a threshold.
TEST(Similarity, LeastSharedIsTheFirstThatIsAlike) {
  for (const std::uint32_t near : {0, 1, 5000, 7000, 9999, 10'000})
    for (const std::uint32_t contained : {0, 1, 8000, 9000, 10'000})
      for (std::uint32_t a = 0; a < 40; ++a)
        for (std::uint32_t b = 0; b < 40; ++b) {
          std::uint32_t first = 0;
          for (; first <= std::min(a, b); ++first) {
            const Similarity s{first, a, b};
            if (s.is_near(near) || s.is_contained(contained)) break;
          }
          const std::uint32_t least = least_shared(a, b, near, contained);
          if (first > std::min(a, b)) {
            ASSERT_GT(least, std::min(a, b)) << a << ' ' << b << ' ' << near << ' ' << contained;
          } else {
            ASSERT_EQ(least, first) << a << ' ' << b << ' ' << near << ' ' << contained;
          }
        }
}

}  // namespace
}  // namespace pressmill::dedup
