// SPDX-License-Identifier: Apache-2.0
//
// Two walks over the buckets of samples: one fills the filter, one passes on what it lets through.

#include "dedup/shared_samples.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "dedup/parallel_sort.h"
#include "dedup/times_seen.h"
#include "text/measures.h"

namespace pressmill::dedup {

namespace {

// Of the samples of the smaller article, those that a pair must share to be compared: half of
// what is expected where just enough is contained. The number found scatters around that like a
// binomial; half of it is missed by one pair in hundreds with ten samples, and by fewer with more.
std::uint64_t shared_samples_needed(std::uint64_t samples, std::uint32_t contained) {
  const std::uint64_t half = samples * contained;  // in two ten-thousandths
  return std::max<std::uint64_t>(1, (half + text::kTenThousand) / (2 * text::kTenThousand));
}

// Takes records one by one and hands each on some records later: by then the slot of the filter
// that it needs has come from memory. Slots are scattered over more than the caches hold.
template <class Record, class Take>
class Delayed {
 public:
  Delayed(const TimesSeen& filter, Take take) : filter_(filter), take_(std::move(take)) {}

  Status add(const Record& record) {
    filter_.prefetch(record.hash());
    Record& place = waiting_[added_ % kDelay];
    Status s = added_ >= kDelay ? take_(place) : Status();
    place = record;
    ++added_;
    return s;
  }
  Status end() {
    for (std::size_t i = added_ - std::min(added_, kDelay); i < added_; ++i)
      if (Status s = take_(waiting_[i % kDelay]); !s) return s;
    return {};
  }

 private:
  static constexpr std::size_t kDelay = 32;
  const TimesSeen& filter_;
  Take take_;
  std::array<Record, kDelay> waiting_;
  std::size_t added_ = 0;
};

}  // namespace

// A sample in common; `needed` of them make a candidate. Packed, since there are many: rows have 40
// bits, and more than 2^16 - 1 are never needed.
struct SharedSamples::Shared {
  std::uint64_t high = 0;  // row a, then the upper bits of row b
  std::uint64_t low = 0;   // the rest of row b, then what is needed
  auto operator<=>(const Shared&) const = default;

  RowPair pair() const { return {high >> 24, (high & 0xFF'FFFF) << 16 | low >> 48}; }
  std::uint64_t needed() const { return low & 0xFFFF; }
  std::uint64_t hash() const { return mix64(high * 0x9E37'79B9'7F4A'7C15 ^ low); }

  static Shared by(const BucketEntry& x, const BucketEntry& y, std::uint32_t contained) {
    const RowPair pair = pair_of(x, y);
    const std::uint64_t smaller = size_of_order(std::max(x.order, y.order));
    const std::uint64_t needed = shared_samples_needed(smaller, contained);
    return {pair.a << 24 | pair.b >> 16, pair.b << 48 | std::min<std::uint64_t>(needed, 0xFFFF)};
  }
};

SharedSamples::SharedSamples(const std::string& scratch_prefix, std::uint64_t memory_bytes,
                             std::uint32_t contained, std::uint64_t samples)
    : prefix_(scratch_prefix),
      memory_(memory_bytes),
      contained_(contained),
      seen_(std::in_place, samples, memory_bytes / 8),
      entries_(prefix_ + "samples", memory_bytes / 2, sort_all<Entry>) {}

// Places are scattered over more than the caches hold: all of an article's are fetched at once.
void SharedSamples::show(std::span<const std::uint64_t> samples) {
  for (const std::uint64_t sample : samples) seen_->prefetch(sample);
  for (const std::uint64_t sample : samples) seen_->show(sample);
}

Status SharedSamples::add(std::span<const std::uint64_t> samples, std::uint64_t order) {
  for (const std::uint64_t sample : samples) seen_->prefetch(sample);
  for (const std::uint64_t sample : samples) {
    if (!seen_->may_be_twice(sample)) continue;
    if (Status s = entries_.add({sample, order}); !s) return s;
  }
  return {};
}

Status SharedSamples::finish(const Visit& visit) {
  seen_.reset();
  io::ExternalSort<Shared> shared(prefix_ + "shared", memory_ / 4, sort_all<Shared>);
  if (Status s = count(shared); !s) return s;
  Shared last;
  std::uint64_t times = 0;
  return shared.finish([&](const Shared& one) -> Status {
    if (one != last) times = 0;
    last = one;
    return ++times == one.needed() ? visit(one.pair()) : Status();
  });
}

// How many samples two articles share is known only when all buckets have been walked.
Status SharedSamples::count(io::ExternalSort<Shared>& shared) {
  TimesSeen filter(entries_.count(), memory_ / 8);
  const auto fill = [&](const Shared& one) {
    filter.show(one.hash());
    return Status();
  };
  const auto pass = [&](const Shared& one) {
    return filter.may_have_come(one.hash(), one.needed()) ? shared.add(one) : Status();
  };
  const auto walk = [&](auto take, auto read) {
    Delayed<Shared, decltype(take)> delayed(filter, take);
    BucketWalk buckets([&](const BucketEntry& x, const BucketEntry& y) {
      return delayed.add(Shared::by(x, y, contained_));
    });
    Status s = read([&](const Entry& e) { return buckets.add({e.sample, 0, e.order}); });
    counts_ = buckets.counts();
    return s ? delayed.end() : s;
  };
  Status s = walk(fill, [&](auto visit) { return entries_.each(visit); });
  return s ? walk(pass, [&](auto visit) { return entries_.finish(visit); }) : s;
}

}  // namespace pressmill::dedup
