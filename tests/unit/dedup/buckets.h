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

// Shows and adds everything, in the order given, bands first.
inline Status fill(Candidates& candidates, const reference::NaiveCandidates& from) {
  const auto take = [&](const Entries& entries) -> Status {
    candidates.begin_band(entries.size());
    for (const BucketEntry& entry : entries) candidates.show(entry.key);
    for (const BucketEntry& entry : entries)
      if (Status s = candidates.add(entry); !s) return s;
    return {};
  };
  for (const Entries& band : from.bands) {
    if (Status s = take(band); !s) return s;
    if (Status s = candidates.end_band(); !s) return s;
  }
  if (from.samples.empty()) return {};
  if (Status s = take(from.samples); !s) return s;
  return candidates.end_samples();
}

// What is told, as it is told.
inline RowPairs told(const reference::NaiveCandidates& from, std::uint64_t memory,
                     const std::string& prefix) {
  Candidates candidates(prefix, memory, from.contained);
  EXPECT_TRUE(fill(candidates, from));
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
