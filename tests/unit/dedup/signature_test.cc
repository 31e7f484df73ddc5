// SPDX-License-Identifier: Apache-2.0
//
// Signatures against true similarities: estimates without bias, as wide as theory says, and pairs
// found as often as the curve says. Four sigma each: by chance one check of 16,000 fails, and
// nothing here is left to chance from run to run.

#include "dedup/signature.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <vector>

#include "base/hash.h"
#include "tests/reference/naive_shingles.h"
#include "tests/reference/naive_signature.h"
#include "tests/support/test_support.h"
#include "text/shingles.h"

namespace pressmill::dedup {
namespace {

using Hashes = std::vector<std::uint64_t>;

struct Pair {
  Hashes a;
  Hashes b;
  double jaccard = 0;
};

constexpr double kSimilarities[] = {0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98};

// Pairs whose similarity is as near to the wanted as that many distinct shingles allow.
class PairMaker {
 public:
  explicit PairMaker(std::uint64_t seed) : random_(seed), next_(mix64(seed)) {}

  Pair make(double jaccard, std::size_t least, std::size_t most) {
    const std::size_t all = least + random_.below(most - least + 1);
    const auto shared = static_cast<std::size_t>(std::lround(jaccard * static_cast<double>(all)));
    Pair pair;
    for (std::size_t i = 0; i < all; ++i) {
      const std::uint64_t shingle = mix64(next_++);
      const bool is_shared = i < shared;
      const bool is_left = random_.below(2) == 0;
      if (is_shared || is_left) pair.a.push_back(shingle);
      if (is_shared || !is_left) pair.b.push_back(shingle);
    }
    pair.jaccard = static_cast<double>(shared) / static_cast<double>(all);
    return pair;
  }

 private:
  test::Random random_;
  std::uint64_t next_;
};

class Signed {
 public:
  explicit Signed(const Lsh& lsh) : signer_(lsh) {}
  const Hashes& keys(const Hashes& shingles) {
    signer_.sign(shingles, keys_);
    return keys_;
  }
  std::vector<std::uint32_t> minima(const Hashes& shingles) {
    signer_.sign(shingles, keys_);
    return {signer_.minima().begin(), signer_.minima().end()};
  }
  bool finds(const Pair& pair) {
    const Hashes left = keys(pair.a);
    const Hashes& right = keys(pair.b);
    for (std::size_t band = 0; band < std::min(left.size(), right.size()); ++band)
      if (left[band] == right[band]) return true;
    return false;
  }
  double estimate(const Pair& pair) {
    const std::vector<std::uint32_t> left = minima(pair.a);
    const std::vector<std::uint32_t> right = minima(pair.b);
    std::size_t agree = 0;
    for (std::size_t i = 0; i < left.size(); ++i) agree += left[i] == right[i] ? 1 : 0;
    return static_cast<double>(agree) / static_cast<double>(left.size());
  }

 private:
  Signer signer_;
  Hashes keys_;
};

// Sums of errors in units of their standard deviation: their mean is 0 and their mean square 1.
struct Errors {
  double sum = 0;
  double squares = 0;
  double fourths = 0;  // expected: of a binomial, which is not quite normal
  double count = 0;

  void add(double estimate, double jaccard, double hashes) {
    const double variance = jaccard * (1 - jaccard) / hashes;
    if (variance <= 0) {
      EXPECT_DOUBLE_EQ(estimate, jaccard) << "nothing to err on";
      return;
    }
    const double error = (estimate - jaccard) / std::sqrt(variance);
    sum += error;
    squares += error * error;
    fourths += 3 + (1 / (jaccard * (1 - jaccard)) - 6) / hashes;
    ++count;
  }
  void expect_as_in_theory(const std::string& where) const {
    EXPECT_LT(std::abs(sum / count), 4 / std::sqrt(count)) << where << ": bias";
    const double deviation = std::sqrt((fourths / count - 1) / count);
    EXPECT_NEAR(squares / count, 1, 4 * deviation) << where << ": spread";
  }
};

void expect_good_estimates(const Lsh& lsh, std::size_t least, std::size_t most) {
  constexpr int kPairs = 1000;
  Signed signer(lsh);
  for (const double jaccard : kSimilarities) {
    PairMaker maker(static_cast<std::uint64_t>(jaccard * 1000) + most);
    Errors errors;
    for (int i = 0; i < kPairs; ++i) {
      const Pair pair = maker.make(jaccard, least, most);
      errors.add(signer.estimate(pair), pair.jaccard, lsh.hashes());
    }
    if (errors.count > 0) errors.expect_as_in_theory(std::to_string(jaccard));
  }
}

void expect_found_as_promised(const Lsh& lsh, std::size_t least, std::size_t most) {
  constexpr int kPairs = 1500;
  Signed signer(lsh);
  for (const double jaccard : kSimilarities) {
    PairMaker maker(static_cast<std::uint64_t>(jaccard * 1000) + 7 * most);
    double found = 0;
    double expected = 0;
    double variance = 0;
    for (int i = 0; i < kPairs; ++i) {
      const Pair pair = maker.make(jaccard, least, most);
      const double chance = lsh.find_chance(pair.jaccard);
      found += signer.finds(pair) ? 1 : 0;
      expected += chance;
      variance += chance * (1 - chance);
    }
    // A hundredth of a pair: where all or none are expected there is no deviation.
    EXPECT_NEAR(found, expected, 4 * std::sqrt(variance) + 0.01)
        << lsh.bands << " x " << lsh.rows << " at " << jaccard;
  }
}

std::vector<Lsh> all_lsh() {
  return {Lsh::for_near(7000), Lsh::for_near(5000), *Lsh::preset("fineweb"), *Lsh::preset("dolma3"),
          *Lsh::preset("redpajama2")};
}

TEST(Signature, EstimatesSimilarityWithoutBias) {
  expect_good_estimates(Lsh::for_near(7000), 60, 400);
  expect_good_estimates(*Lsh::preset("fineweb"), 60, 400);
}

TEST(Signature, EstimatesSimilarityOfShortTexts) {
  expect_good_estimates(Lsh::for_near(7000), 1, 30);
}

TEST(Signature, FindsPairsAsOftenAsTheCurveSays) {
  for (const Lsh& lsh : all_lsh()) expect_found_as_promised(lsh, 60, 300);
}

TEST(Signature, FindsShortTextsAsOftenAsTheCurveSays) {
  for (const Lsh& lsh : all_lsh()) expect_found_as_promised(lsh, 1, 30);
}

// Words of a small vocabulary, some replaced in the second text: overlapping windows, repeats.
struct TextPair {
  Hashes a;
  Hashes b;
};
TextPair random_texts(test::Random& random, std::size_t words, std::uint64_t one_changed_in) {
  TextPair texts;
  for (std::size_t i = 0; i < words; ++i) {
    const std::uint64_t word = random.below(1 + random.below(300));
    texts.a.push_back(mix64(word));
    texts.b.push_back(random.below(one_changed_in) == 0 ? mix64(~word) : mix64(word));
  }
  return texts;
}

TEST(Signature, EstimatesSimilarityOfTexts) {
  const Lsh lsh = Lsh::for_near(7000);
  Signed signer(lsh);
  test::Random random(77);
  Errors errors;
  for (int i = 0; i < 3000; ++i) {
    const TextPair texts = random_texts(random, 20 + random.below(500), 12 + random.below(200));
    Pair pair;
    text::shingle_hashes(texts.a, lsh.shingle_words, pair.a);
    text::shingle_hashes(texts.b, lsh.shingle_words, pair.b);
    pair.jaccard =
        reference::jaccard({pair.a.begin(), pair.a.end()}, {pair.b.begin(), pair.b.end()});
    errors.add(signer.estimate(pair), pair.jaccard, lsh.hashes());
  }
  errors.expect_as_in_theory("texts");
}

TEST(Signature, HasAKeyForEachBand) {
  for (const Lsh& lsh : all_lsh()) {
    Signed signer(lsh);
    EXPECT_EQ(signer.keys({mix64(1)}).size(), lsh.bands);
    EXPECT_TRUE(signer.keys({}).empty());
    EXPECT_EQ(signer.keys({mix64(1), mix64(2)}).size(), lsh.bands);
  }
}

TEST(Signature, IsThatOfTheTwin) {
  test::Random random(19);
  for (const Lsh& lsh : all_lsh()) {
    Signed signer(lsh);
    for (std::size_t count = 0; count < 40; ++count) {
      Hashes shingles;
      for (std::size_t i = 0; i < count * count; ++i) shingles.push_back(mix64(random.below(900)));
      ASSERT_EQ(signer.keys(shingles), reference::band_keys(lsh, shingles)) << count;
      Hashes sample;
      sample_shingles(shingles, sample);
      ASSERT_EQ(sample, reference::sampled_shingles(shingles)) << count;
    }
  }
}

TEST(Signature, DependsOnTheSetOfShinglesAlone) {
  Signed signer(Lsh::for_near(7000));
  Hashes shingles;
  for (std::uint64_t i = 0; i < 100; ++i) shingles.push_back(mix64(i));
  const Hashes keys = signer.keys(shingles);
  std::reverse(shingles.begin(), shingles.end());
  shingles.insert(shingles.end(), shingles.begin(), shingles.begin() + 50);
  EXPECT_EQ(signer.keys(shingles), keys);
}

TEST(Signature, OfDifferentTextsOrBandsHasNoKeyTwice) {
  Signed signer(Lsh::for_near(7000));
  reference::ShingleSet seen;
  std::size_t made = 0;
  for (std::uint64_t text = 0; text < 2000; ++text) {
    const Hashes& keys = signer.keys({mix64(text)});
    seen.insert(keys.begin(), keys.end());
    made += keys.size();
  }
  EXPECT_EQ(seen.size(), made);
}

// Keys are kept and compared with those of other nights.
TEST(Signature, IsForEver) {
  Signed signer(Lsh{5, 2, 3});
  const Hashes& keys = signer.keys({mix64(1), mix64(2), mix64(3)});
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_EQ(to_hex(keys[0]), "538f4089011e40ce");
  EXPECT_EQ(to_hex(keys[1]), "ea9ad046a356b3cf");
}

Hashes sample_of(const Hashes& shingles) {
  Hashes sample = {9, 9};  // is replaced
  sample_shingles(shingles, sample);
  return sample;
}

TEST(SampledShingles, AreTheLeastOfEachWindow) {
  EXPECT_TRUE(sample_of({}).empty());
  EXPECT_EQ(sample_of({UINT64_MAX}), (Hashes{UINT64_MAX}));
  EXPECT_EQ(sample_of({5, 3, 7, 3, 8}), (Hashes{3})) << "one window";
  Hashes rising, falling, same;
  for (std::uint64_t i = 0; i < kSampleWindow + 2; ++i) {
    rising.push_back(100 + i);
    falling.push_back(200 - i);
    same.push_back(7);
  }
  EXPECT_EQ(sample_of(rising), (Hashes{100, 101, 102}));
  EXPECT_EQ(sample_of(falling),
            (Hashes{200 - kSampleWindow - 1, 200 - kSampleWindow, 200 - kSampleWindow + 1}));
  EXPECT_EQ(sample_of(same), (Hashes{7}));
}

TEST(SampledShingles, AreThoseOfTheTwinAtAllLengths) {
  test::Random random(23);
  for (const std::uint64_t distinct : {std::uint64_t{3}, std::uint64_t{40}, UINT64_MAX}) {
    for (std::size_t length = 0; length < 200; ++length) {
      Hashes shingles;
      for (std::size_t i = 0; i < length; ++i) shingles.push_back(mix64(random.below(distinct)));
      ASSERT_EQ(sample_of(shingles), reference::sampled_shingles(shingles)) << length;
    }
  }
}

Hashes random_shingles(std::uint64_t seed, std::size_t words) {
  Hashes list, shingles;
  for (std::uint64_t i = 0; i < words; ++i) list.push_back(mix64(seed + i));
  text::shingle_hashes(list, 5, shingles);
  return shingles;
}

// 2 / (window + 1) of them. Gaps end at the window's length, so that the number varies less than
// that of independent draws, whose deviation this is.
TEST(SampledShingles, AreOneOfSixteen) {
  const Hashes sample = sample_of(random_shingles(1, 160'004));
  EXPECT_NEAR(static_cast<double>(sample.size()), 10'000, 4 * std::sqrt(10'000 * 15 / 16.0));
}

// What an excerpt's sample has the article's has, and there is some.
TEST(SampledShingles, OfAnExcerptAreAmongThoseOfTheArticle) {
  const Hashes shingles = random_shingles(2, 3000);
  const Hashes whole = sample_of(shingles);
  for (std::size_t length : {std::size_t{kSampleWindow}, std::size_t{100}, std::size_t{600}}) {
    for (std::size_t begin = 0; begin + length <= shingles.size(); begin += 13) {
      const Hashes part =
          sample_of({shingles.begin() + static_cast<std::ptrdiff_t>(begin),
                     shingles.begin() + static_cast<std::ptrdiff_t>(begin + length)});
      ASSERT_FALSE(part.empty());
      ASSERT_TRUE(std::ranges::includes(whole, part)) << begin << ' ' << length;
    }
  }
}

// Two texts that share a run and nothing else share what is sampled of the run.
TEST(SampledShingles, AreSharedByTextsThatShareARun) {
  for (std::uint64_t round = 0; round < 200; ++round) {
    Hashes one = random_shingles(round * 1'000'000, 300);
    Hashes other = random_shingles(round * 1'000'000 + 500'000, 200);
    std::copy_n(one.begin() + 100, kSampleWindow, other.begin() + 50);
    const Hashes left = sample_of(one), right = sample_of(other);
    Hashes shared;
    std::ranges::set_intersection(left, right, std::back_inserter(shared));
    ASSERT_FALSE(shared.empty()) << round;
  }
}

}  // namespace
}  // namespace pressmill::dedup
