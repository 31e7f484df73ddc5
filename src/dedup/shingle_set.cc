// SPDX-License-Identifier: Apache-2.0
//
// Bucket sort of hashes; merges without branches; galloping where one set is much smaller.

#include "dedup/shingle_set.h"

#include <algorithm>
#include <bit>
#include <memory>

namespace pressmill::dedup {

namespace {

using Shingles = std::span<const std::uint64_t>;

// Fewer are sorted as they are.
constexpr std::size_t kFewest = 12;
// Twice as many buckets as hashes, so that most hold one at the most.
constexpr unsigned kMostBucketBits = 16;
// Insertion over buckets of up to this size is linear. Larger ones come of repeated passages, the
// same hash again and again between others.
constexpr std::uint32_t kSmallBucket = 24;

// Moves the hashes to `out` in order of bucket; at[b] is then where bucket b ends. The size of the
// largest bucket.
std::uint32_t distribute(Shingles hashes, unsigned shift, std::span<std::uint32_t> at,
                         std::uint64_t* out) {
  for (const std::uint64_t hash : hashes) ++at[hash >> shift];
  std::uint32_t largest = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t& bucket : at) {
    const std::uint32_t size = bucket;
    largest = std::max(largest, size);
    bucket = begin;
    begin += size;
  }
  for (const std::uint64_t hash : hashes) out[at[hash >> shift]++] = hash;
  return largest;
}

// For what is nearly in order.
void insertion_sort(std::uint64_t* hashes, std::size_t n) {
  for (std::size_t i = 1; i < n; ++i) {
    const std::uint64_t hash = hashes[i];
    std::size_t j = i;
    for (; j > 0 && hashes[j - 1] > hash; --j) hashes[j] = hashes[j - 1];
    hashes[j] = hash;
  }
}

// Two merges without branches advance together, so their waits overlap.
constexpr std::size_t kStride = 8;
// From this ratio of sizes on, looking up each of the smaller set is faster than merging.
constexpr std::size_t kGallopRatio = 16;

// Of two sorted sets how far a merge has come. Kept in locals, whose steps stay free of branches.
struct Cursor {
  std::size_t a;
  std::size_t b;
};

inline std::uint32_t step(Shingles a, Shingles b, Cursor& at) {
  const std::uint64_t x = a[at.a];
  const std::uint64_t y = b[at.b];
  at.a += static_cast<std::size_t>(x <= y);
  at.b += static_cast<std::size_t>(y <= x);
  return static_cast<std::uint32_t>(x == y);
}

// The next elements are the same on both sides, as most are in copies.
inline bool same_run(Shingles a, Shingles b, const Cursor& at) {
  std::uint64_t differing = 0;
  for (std::size_t i = 0; i < kStride; ++i) differing |= a[at.a + i] ^ b[at.b + i];
  return differing == 0;
}

inline std::size_t left(const Cursor& at, const Cursor& end) {
  return std::min(end.a - at.a, end.b - at.b);
}

std::uint32_t merge(Shingles a, Shingles b, std::uint32_t least) {
  const std::size_t half_a = a.size() / 2;
  const auto half_b =
      static_cast<std::size_t>(std::lower_bound(b.begin(), b.end(), a[half_a]) - b.begin());
  const Cursor half{half_a, half_b};
  const Cursor end{a.size(), b.size()};
  Cursor low{0, 0};
  Cursor high = half;
  std::uint32_t shared = 0;
  while (left(low, half) >= kStride && left(high, end) >= kStride) {
    if (shared + left(low, half) + left(high, end) < least) return 0;
    if (same_run(a, b, low) && same_run(a, b, high)) {
      for (std::size_t* at : {&low.a, &low.b, &high.a, &high.b}) *at += kStride;
      shared += 2 * kStride;
      continue;
    }
    for (std::size_t i = 0; i < kStride; ++i) shared += step(a, b, low) + step(a, b, high);
  }
  while (left(low, half) > 0) shared += step(a, b, low);
  while (left(high, end) > 0) shared += step(a, b, high);
  return shared;
}

std::uint32_t gallop(Shingles few, Shingles many, std::uint32_t least) {
  std::uint32_t shared = 0;
  std::size_t at = 0;
  for (std::size_t i = 0; i < few.size(); ++i) {
    if (shared + (few.size() - i) < least) return 0;
    // many[at - 1] < few[i]: steps double until one reaches it or goes beyond.
    std::size_t step = 1;
    while (at + step <= many.size() && many[at + step - 1] < few[i]) {
      at += step;
      step *= 2;
    }
    const auto last = many.begin() + static_cast<std::ptrdiff_t>(std::min(at + step, many.size()));
    const auto found =
        std::lower_bound(many.begin() + static_cast<std::ptrdiff_t>(at), last, few[i]);
    if (found == many.end()) break;
    shared += *found == few[i] ? 1U : 0U;
    at = static_cast<std::size_t>(found - many.begin());
  }
  return shared;
}

}  // namespace

void make_shingle_set(std::vector<std::uint64_t>& shingles) {
  const std::size_t n = shingles.size();
  if (n < kFewest) {
    std::sort(shingles.begin(), shingles.end());
    shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
    return;
  }
  const unsigned bits =
      std::min(kMostBucketBits, static_cast<unsigned>(std::bit_width(n - 1)) + 1U);
  const std::size_t buckets = std::size_t{1} << bits;
  const auto ends = std::make_unique<std::uint32_t[]>(buckets);
  const auto sorted = std::make_unique_for_overwrite<std::uint64_t[]>(n);
  const std::span at(ends.get(), buckets);
  if (distribute(shingles, 64U - bits, at, sorted.get()) <= kSmallBucket) {
    insertion_sort(sorted.get(), n);
  } else {
    std::uint32_t begin = 0;
    for (const std::uint32_t end : at) {
      std::sort(sorted.get() + begin, sorted.get() + end);
      begin = end;
    }
  }
  std::size_t distinct = 0;
  std::uint64_t last = ~sorted[0];
  for (std::size_t i = 0; i < n; ++i) {
    shingles[distinct] = sorted[i];
    distinct += sorted[i] != last ? 1U : 0U;
    last = sorted[i];
  }
  shingles.resize(distinct);
}

std::uint32_t shared_shingles(Shingles a, Shingles b) {
  return shared_shingles(a, b, 0);
}

std::uint32_t shared_shingles(Shingles a, Shingles b, std::uint32_t least) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.empty() || a.size() < least) return 0;
  return b.size() / a.size() >= kGallopRatio ? gallop(a, b, least) : merge(a, b, least);
}

}  // namespace pressmill::dedup
