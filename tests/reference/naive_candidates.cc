// SPDX-License-Identifier: Apache-2.0
//
// Every pair of a bucket asked whether its places let it in.

#include "tests/reference/naive_candidates.h"

#include <algorithm>

namespace pressmill::reference {

namespace {

using dedup::BucketEntry;
using dedup::RowPair;

// Two places in one list, the smaller first: all pairs of eight, else one of the first two.
bool pairs_up(std::size_t earlier, std::size_t later) {
  return later < 8 || earlier < 2;
}

bool is_candidate(const std::vector<BucketEntry>& bucket, std::size_t i, std::size_t j) {
  if (pairs_up(i, j)) return true;
  if (bucket[i].part != bucket[j].part) return false;
  const auto place_in_part = [&](std::size_t at) {
    return static_cast<std::size_t>(
        std::count_if(bucket.begin(), bucket.begin() + static_cast<std::ptrdiff_t>(at),
                      [&](const BucketEntry& e) { return e.part == bucket[at].part; }));
  };
  return pairs_up(place_in_part(i), place_in_part(j));
}

RowPair rows_of(const EntryPair& pair) {
  const std::uint64_t x = dedup::row_of_order(pair.first.order);
  const std::uint64_t y = dedup::row_of_order(pair.second.order);
  return {std::min(x, y), std::max(x, y)};
}

}  // namespace

std::vector<EntryPair> naive_bucket_pairs(std::vector<BucketEntry> entries) {
  std::sort(entries.begin(), entries.end());
  std::map<std::uint64_t, std::vector<BucketEntry>> buckets;
  for (const BucketEntry& entry : entries) buckets[entry.key].push_back(entry);
  std::vector<EntryPair> pairs;
  for (const auto& [key, bucket] : buckets)
    for (std::size_t j = 0; j < bucket.size(); ++j)
      for (std::size_t i = 0; i < j; ++i)
        if (is_candidate(bucket, i, j)) pairs.emplace_back(bucket[i], bucket[j]);
  return pairs;
}

std::set<RowPair> naive_candidates(const NaiveCandidates& all) {
  std::set<RowPair> candidates;
  for (const auto& band : all.bands)
    for (const EntryPair& pair : naive_bucket_pairs(band)) candidates.insert(rows_of(pair));
  std::map<RowPair, std::uint64_t> in_common;
  std::map<std::uint64_t, std::uint64_t> samples_of;
  for (const BucketEntry& entry : all.samples) ++samples_of[dedup::row_of_order(entry.order)];
  for (const EntryPair& pair : naive_bucket_pairs(all.samples)) ++in_common[rows_of(pair)];
  for (const auto& [pair, shared] : in_common) {
    // Half of what is expected where just enough of the smaller is contained, rounded.
    const std::uint64_t smaller = std::min(samples_of[pair.a], samples_of[pair.b]);
    if (shared * 20'000 + 10'000 > smaller * all.contained) candidates.insert(pair);
  }
  return candidates;
}

std::map<std::uint64_t, std::uint64_t> naive_components(const std::set<RowPair>& pairs) {
  std::map<std::uint64_t, std::uint64_t> label;
  for (const RowPair& pair : pairs) {
    label[pair.a] = pair.a;
    label[pair.b] = pair.b;
  }
  for (bool changed = true; changed;) {
    changed = false;
    for (const RowPair& pair : pairs) {
      const std::uint64_t least = std::min(label[pair.a], label[pair.b]);
      changed |= label[pair.a] != least || label[pair.b] != least;
      label[pair.a] = label[pair.b] = least;
    }
  }
  return label;
}

}  // namespace pressmill::reference
