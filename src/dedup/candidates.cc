// SPDX-License-Identifier: Apache-2.0
//
// Buckets to pairs.

#include "dedup/candidates.h"

#include <algorithm>

#include "base/hash.h"
#include "dedup/parallel_sort.h"
#include "text/measures.h"

namespace pressmill::dedup {

namespace {

constexpr unsigned kContentBits = 12;
constexpr unsigned kSizeShift = kRowBits + kContentBits;
constexpr std::uint64_t kMostSize = (std::uint64_t{1} << (64 - kSizeShift)) - 1;
constexpr std::size_t kRecentPairs = std::size_t{1} << 16;

template <class Record>
void sort_in_parallel(Record* begin, Record* end) {
  dedup::parallel_sort(begin, end);
}

RowPair pair_of(std::uint64_t x, std::uint64_t y) {
  return {std::min(x, y), std::max(x, y)};
}

// Of the samples of the smaller article, those that a pair must share to be compared: half of
// what is expected where just enough is contained. The number found scatters around that like a
// binomial; half of it is missed by one pair in hundreds with ten samples, and by fewer with more.
std::uint64_t shared_samples_needed(std::uint64_t samples, std::uint32_t contained) {
  const std::uint64_t half = samples * contained;  // in two ten-thousandths
  return std::max<std::uint64_t>(1, (half + text::kTenThousand) / (2 * text::kTenThousand));
}

}  // namespace

std::uint64_t bucket_order(std::uint64_t row, std::uint64_t size, std::uint64_t content_hash) {
  return (kMostSize - std::min(size, kMostSize)) << kSizeShift |
         content_hash >> (64 - kContentBits) << kRowBits | row;
}

std::uint64_t row_of_order(std::uint64_t order) {
  return order & (kMostRows - 1);
}

std::uint64_t size_of_order(std::uint64_t order) {
  return kMostSize - (order >> kSizeShift);
}

BucketCounts& BucketCounts::operator+=(const BucketCounts& other) {
  buckets += other.buckets;
  split += other.split;
  if (other.largest > largest) {
    largest = other.largest;
    largest_row = other.largest_row;
  }
  return *this;
}

Status BucketWalk::add(const BucketEntry& entry) {
  const bool same_bucket = bucket_.size > 0 && bucket_.first[0].key == entry.key;
  if (!same_bucket) bucket_.size = 0;
  if (!same_bucket || part_.first[0].part != entry.part) part_.size = 0;
  if (Status s = pair_up(bucket_, entry, false); !s) return s;
  // Where all pairs of the bucket are taken its parts have nothing to add.
  if (bucket_.size >= kAllPairs)
    if (Status s = pair_up(part_, entry, true); !s) return s;
  for (Head* head : {&bucket_, &part_}) {
    if (head->size < kAllPairs) head->first[head->size] = entry;
    ++head->size;
  }
  count(entry);
  return {};
}

Status BucketWalk::pair_up(const Head& head, const BucketEntry& entry, bool is_part) {
  const std::uint64_t with = head.size < kAllPairs ? head.size : kRepresentatives;
  for (std::uint64_t i = 0; i < with; ++i) {
    const bool is_told =
        is_part && (head.first[i] == bucket_.first[0] || head.first[i] == bucket_.first[1]);
    if (is_told) continue;
    if (Status s = visit_(head.first[i], entry); !s) return s;
  }
  return {};
}

void BucketWalk::count(const BucketEntry& entry) {
  if (bucket_.size == 2) ++counts_.buckets;
  if (bucket_.size == kAllPairs + 1) ++counts_.split;
  if (bucket_.size < 2 || bucket_.size <= counts_.largest) return;
  counts_.largest = bucket_.size;
  counts_.largest_row = row_of_order(entry.order);
}

Candidates::Candidates(std::string scratch_prefix, std::uint64_t memory_bytes,
                       std::uint32_t contained)
    : prefix_(std::move(scratch_prefix)),
      memory_(memory_bytes),
      contained_(contained),
      pairs_(prefix_ + "pairs", memory_bytes / 8, sort_in_parallel<RowPair>),
      recent_(kRecentPairs) {}

void Candidates::begin_band(std::uint64_t keys) {
  seen_ = std::make_unique<SeenTwice>(keys, memory_ / 8);
  entries_ = std::make_unique<io::ExternalSort<BucketEntry>>(
      prefix_ + "bucket-" + std::to_string(sorts_++), memory_ / 2, sort_in_parallel<BucketEntry>);
}

Status Candidates::add(const BucketEntry& entry) {
  return seen_->may_be_twice(entry.key) ? entries_->add(entry) : Status();
}

Status Candidates::end_band() {
  seen_.reset();
  BucketWalk walk([this](const BucketEntry& x, const BucketEntry& y) { return add_pair(x, y); });
  const auto entries = std::exchange(entries_, nullptr);
  Status s = entries->finish([&](const BucketEntry& entry) { return walk.add(entry); });
  band_counts_ += walk.counts();
  return s;
}

Candidates::Shared Candidates::Shared::of(const RowPair& pair, std::uint64_t needed) {
  return {pair.a << 24 | pair.b >> 16, pair.b << 48 | std::min<std::uint64_t>(needed, 0xFFFF)};
}

// Pairs are counted by a sort of their own: how many samples two articles share is known only
// when all shingles have been seen.
Status Candidates::end_samples() {
  seen_.reset();
  io::ExternalSort<Shared> shared(prefix_ + "shared", memory_ / 4, sort_in_parallel<Shared>);
  BucketWalk walk([&](const BucketEntry& x, const BucketEntry& y) {
    const std::uint64_t smaller = size_of_order(std::max(x.order, y.order));
    return shared.add(Shared::of(pair_of(row_of_order(x.order), row_of_order(y.order)),
                                 shared_samples_needed(smaller, contained_)));
  });
  const auto entries = std::exchange(entries_, nullptr);
  Status s = entries->finish([&](const BucketEntry& entry) { return walk.add(entry); });
  if (!s) return s;
  sample_counts_ += walk.counts();
  Shared last;
  std::uint64_t count = 0;
  return shared.finish([&](const Shared& one) -> Status {
    if (one != last) count = 0;
    last = one;
    return ++count == one.needed() ? pairs_.add(one.pair()) : Status();
  });
}

// The table only saves the sort some work: what it does not remember is found twice, no more.
Status Candidates::add_pair(const BucketEntry& x, const BucketEntry& y) {
  const RowPair pair = pair_of(row_of_order(x.order), row_of_order(y.order));
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
