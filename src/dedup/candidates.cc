// SPDX-License-Identifier: Apache-2.0
//
// Buckets to pairs.

#include "dedup/candidates.h"

#include <utility>

#include "base/hash.h"
#include "dedup/parallel_sort.h"

namespace pressmill::dedup {

namespace {

constexpr std::size_t kRecentPairs = std::size_t{1} << 16;

}  // namespace

Candidates::Candidates(std::string scratch_prefix, std::uint64_t memory_bytes)
    : prefix_(std::move(scratch_prefix)),
      memory_(memory_bytes),
      pairs_(prefix_ + "pairs", memory_bytes / 8, sort_all<RowPair>),
      recent_(kRecentPairs) {}

void Candidates::begin_band(std::uint64_t keys) {
  seen_ = std::make_unique<SeenTwice>(keys, memory_ / 8);
  entries_ = std::make_unique<io::ExternalSort<BucketEntry>>(
      prefix_ + "bucket-" + std::to_string(sorts_++), memory_ / 2, sort_all<BucketEntry>);
}

Status Candidates::add(const BucketEntry& entry) {
  return seen_->may_be_twice(entry.key) ? entries_->add(entry) : Status();
}

Status Candidates::end_band() {
  seen_.reset();
  BucketWalk walk([this](const BucketEntry& x, const BucketEntry& y) { return add_pair(x, y); });
  const auto entries = std::exchange(entries_, nullptr);
  Status s = entries->finish([&](const BucketEntry& entry) { return walk.add(entry); });
  counts_ += walk.counts();
  return s;
}

// The table only saves the sort some work: what it does not remember is found twice, no more.
Status Candidates::add_pair(const BucketEntry& x, const BucketEntry& y) {
  const RowPair pair = pair_of(x, y);
  RowPair& recent = recent_[mix64(pair.a * 0x9E37'79B9'7F4A'7C15 ^ pair.b) % kRecentPairs];
  if (recent == pair) return {};
  recent = pair;
  return pairs_.add(pair);
}

Status Candidates::finish(const Visit& visit) {
  RowPair last;
  return pairs_.finish([&](const RowPair& pair) -> Status {
    if (pair == last) return {};
    last = pair;
    return visit(pair);
  });
}

}  // namespace pressmill::dedup
