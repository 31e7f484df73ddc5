// SPDX-License-Identifier: Apache-2.0
//
// Buckets made by hand or at random, and Candidates fed with them.

#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <ostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "dedup/candidates.h"
#include "dedup/shared_samples.h"
#include "tests/reference/naive_candidates.h"
#include "tests/support/test_support.h"

namespace pressmill::dedup {

inline void PrintTo(const RowPair& pair, std::ostream* out) {
  *out << pair.a << '-' << pair.b;
}

using Entries = std::vector<BucketEntry>;
using RowPairs = std::vector<RowPair>;

template <class T>
void shuffle(std::vector<T>& values, test::Random& random) {
  for (std::size_t i = values.size(); i > 1; --i)
    std::swap(values[i - 1], values[static_cast<std::size_t>(random.below(i))]);
}

// Shows and adds everything, in the order given.
inline Status fill_bands(Candidates& candidates, const reference::NaiveCandidates& from) {
  for (const Entries& band : from.bands) {
    candidates.begin_band(band.size());
    for (const BucketEntry& entry : band) candidates.show(entry.key);
    for (const BucketEntry& entry : band)
      if (Status s = candidates.add(entry); !s) return s;
    if (Status s = candidates.end_band(); !s) return s;
  }
  return {};
}

inline Status fill_samples(SharedSamples& samples, const Entries& entries) {
  for (const BucketEntry& entry : entries) samples.show({&entry.key, 1});
  for (const BucketEntry& entry : entries)
    if (Status s = samples.add({&entry.key, 1}, entry.order); !s) return s;
  return {};
}

// What is told, as it is told.
inline RowPairs told(const reference::NaiveCandidates& from, std::uint64_t memory,
                     const std::string& prefix) {
  Candidates candidates(prefix, memory);
  EXPECT_TRUE(fill_bands(candidates, from));
  SharedSamples samples(prefix, memory, from.contained, from.samples.size());
  EXPECT_TRUE(fill_samples(samples, from.samples));
  EXPECT_TRUE(samples.finish([&](const RowPair& pair) { return candidates.add(pair); }));
  RowPairs pairs;
  EXPECT_TRUE(candidates.finish([&](const RowPair& pair) {
    pairs.push_back(pair);
    return Status();
  }));
  return pairs;
}

inline RowPairs listed(const std::set<RowPair>& pairs) {
  return {pairs.begin(), pairs.end()};
}

}  // namespace pressmill::dedup
