// SPDX-License-Identifier: Apache-2.0
//
// Random numbers by hashing a counter.

#include "inspect/draw.h"

#include <numeric>
#include <set>

#include "base/hash.h"

namespace pressmill::inspect {

namespace {

class Lots {
 public:
  explicit Lots(std::uint64_t seed) : key_(mix64(kHashSeed ^ seed)) {}

  // Uniform in [0, end). Needs: end > 0.
  std::uint64_t below(std::uint64_t end) {
    // 2^64 mod end: so many of the lowest values are one too many.
    const std::uint64_t surplus = (0 - end) % end;
    for (;;) {
      const std::uint64_t value = mix64(key_ + ++count_);
      if (value >= surplus) return value % end;
    }
  }

 private:
  std::uint64_t key_;
  std::uint64_t count_ = 0;
};

}  // namespace

std::vector<std::uint64_t> draw(std::uint64_t population, std::uint64_t n, std::uint64_t seed) {
  if (n >= population) {
    std::vector<std::uint64_t> all(population);
    std::iota(all.begin(), all.end(), std::uint64_t{0});
    return all;
  }
  Lots lots(seed);
  std::set<std::uint64_t> drawn;
  for (std::uint64_t last = population - n; last < population; ++last)
    if (!drawn.insert(lots.below(last + 1)).second) drawn.insert(last);
  return {drawn.begin(), drawn.end()};
}

}  // namespace pressmill::inspect
