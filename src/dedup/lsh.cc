// SPDX-License-Identifier: Apache-2.0
//
// Bands and rows for a threshold.
//
// Whatever the rows, the fewest bands with a chance of .95 at the threshold t make bands * t^rows
// about 3: a pair with the similarity f * t is found with about 3 f^rows. More rows mean fewer
// pairs compared in vain, and more hashes: bands grow by 1/t with each row. So the rule is a limit
// on the hashes, and as many rows as it allows.

#include "dedup/lsh.h"

#include <algorithm>
#include <array>

namespace pressmill::dedup {
namespace {

// Computing the hashes is what signatures cost. One row more than this allows would take 245
// hashes at .7, 475 at .5.
constexpr unsigned kMostHashes = 192;
// From here on more rows save nothing worth hashing for: of pairs at 4/5 of the threshold 8 % are
// compared, of those at half of it one in 20,000.
constexpr unsigned kMostRows = 16;
// With two rows, articles that share a hundredth of their shingles, as any two of a site may, are
// compared in 3 of 1,000 cases: too many of all pairs. The third may cost more than the limit.
constexpr unsigned kLeastRows = 3;
constexpr unsigned kMostHashesOfLeastRows = 2 * kMostHashes;

constexpr std::uint32_t kLeastNear = 1'000;
constexpr std::uint32_t kMostNear = 10'000;

struct Preset {
  std::string_view name;
  Lsh lsh;
};
// In the sources' words: FineWeb has 14 buckets of 8 hashes, Dolma 3 has 26 bands of 11,
// RedPajama-Data-v2 has 9 bands of 13 rows for a similarity of .8.
constexpr std::array<Preset, 3> kPresets = {{
    {"fineweb", {5, 14, 8}},
    {"dolma3", {5, 26, 11}},
    {"redpajama2", {13, 9, 13}},
}};

double power(double base, unsigned exponent) {
  double product = 1;
  for (unsigned i = 0; i < exponent; ++i) product *= base;
  return product;
}

// The fewest with a chance of kLeastFindChance; more than `most` where so many do not do.
unsigned fewest_bands(double jaccard, unsigned rows, unsigned most) {
  const double miss_one = 1 - power(jaccard, rows);
  double miss = 1;
  unsigned bands = 0;
  while (bands <= most && 1 - miss < kLeastFindChance) {
    miss *= miss_one;
    ++bands;
  }
  return bands;
}

unsigned most_hashes(unsigned rows) {
  if (rows > kLeastRows) return kMostHashes;
  return rows == kLeastRows ? kMostHashesOfLeastRows : UINT32_MAX;
}

}  // namespace

Lsh Lsh::for_near(std::uint32_t near_ten_thousandths) {
  const double near = std::clamp(near_ten_thousandths, kLeastNear, kMostNear) / double{kMostNear};
  Lsh lsh;
  for (lsh.rows = kMostRows; lsh.rows > 0; --lsh.rows) {
    const unsigned most_bands = most_hashes(lsh.rows) / lsh.rows;
    lsh.bands = fewest_bands(near, lsh.rows, most_bands);
    if (lsh.bands <= most_bands) break;
  }
  return lsh;
}

std::optional<Lsh> Lsh::preset(std::string_view name) {
  for (const Preset& preset : kPresets)
    if (preset.name == name) return preset.lsh;
  return std::nullopt;
}

std::optional<Lsh> Lsh::of_plan(const Plan& plan) {
  if (!plan.compare || (plan.near == 0 && plan.contained == 0)) return std::nullopt;
  if (plan.near == 0) return Lsh{.bands = 0, .rows = 0};
  if (const auto published = preset(plan.lsh)) return published;
  return for_near(plan.near);
}

std::string Lsh::preset_names() {
  std::string names;
  for (const Preset& preset : kPresets) {
    if (!names.empty()) names += &preset == &kPresets.back() ? " or " : ", ";
    names += preset.name;
  }
  return names;
}

double Lsh::find_chance(double jaccard) const {
  return 1 - power(1 - power(jaccard, rows), bands);
}

std::vector<FindChance> Lsh::curve() const {
  constexpr int kSteps = 20;
  std::vector<FindChance> points;
  for (int i = 0; i <= kSteps; ++i) {
    const double jaccard = i / double{kSteps};
    points.push_back({jaccard, find_chance(jaccard)});
  }
  return points;
}

}  // namespace pressmill::dedup
