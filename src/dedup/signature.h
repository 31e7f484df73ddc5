// SPDX-License-Identifier: Apache-2.0
//
// What an article is found by: a key for each band of its MinHash signature, and a sample of its
// shingles.
//
// Signatures find articles that are similar as wholes. A short article inside a long one is not
// similar to it, but what is sampled of a text by its shingles alone is sampled of that part of
// any text: sharing samples hints at containment.
//
// The verifying code does not see any of this: it compares texts.
//
// Threads:  a signer has one owner; sample_shingles() is pure.
// Memory:   8 bytes a hash.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dedup/lsh.h"

namespace pressmill::dedup {

// Part of what runs compare: raised whenever shingles may get other keys or samples.
inline constexpr std::uint32_t kSignatureVersion = 1;

class Signer {
 public:
  explicit Signer(const Lsh& lsh);

  // One key for each band, replacing `band_keys`; none where there are no shingles. Keys of
  // different bands do not meet. Order and repeats of shingles do not matter.
  void sign(std::span<const std::uint64_t> shingles, std::vector<std::uint64_t>& band_keys);

  // The least value of each hash for the shingles signed last.
  std::span<const std::uint32_t> minima() const { return minima_; }

 private:
  Lsh lsh_;
  std::vector<std::uint32_t> seeds_;
  std::vector<std::uint32_t> minima_;
};

// About one of so many shingles is sampled (docs/decisions/0012-sampled-shingles.md).
inline constexpr unsigned kSampleScale = 16;
// Of each run of so many shingles the least is: texts that share such a run share a sample.
inline constexpr unsigned kSampleWindow = 2 * kSampleScale - 1;

// The least of each kSampleWindow shingles in a row (minimizers), of all where there are fewer;
// sorted, distinct; replaces `out`. None where there are no shingles. Samples are small numbers
// more often than large ones: their low bits are evenly spread, their high bits are not.
// Needs: shingles in the text's order.
void sample_shingles(std::span<const std::uint64_t> shingles, std::vector<std::uint64_t>& out);

}  // namespace pressmill::dedup
