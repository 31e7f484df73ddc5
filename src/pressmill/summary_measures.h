// SPDX-License-Identifier: Apache-2.0
//
// How the measures of articles are spread, over all of them and by group.
//
// Values are in the measure's own unit: counts as they are, ratios and means in ten-thousandths.
// Articles without text have no measures, nor has an article a measure that means nothing in its
// language: `articles` counts those that have a value.
//
// Threads:  a value.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pressmill {

// Parts of 10,000, in the order of MeasureSpread::quantiles.
inline constexpr std::array<std::uint32_t, 7> kQuantileRanks = {100,  500,  2500, 5000,
                                                                7500, 9500, 9900};
// Most that a quantile is off, as a share of its value; below 256 it is exact.
inline constexpr double kQuantileError = 1.0 / 256;
// The same of a group's median; below 32 it is exact.
inline constexpr double kMedianError = 1.0 / 32;

struct MeasureSpread {
  std::uint64_t articles = 0;
  std::uint64_t sum = 0;
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::array<std::uint32_t, kQuantileRanks.size()> quantiles{};
};

// Articles with values from `from` to below `to`.
struct HistogramBin {
  std::uint64_t from = 0;
  std::uint64_t to = 0;
  std::uint64_t in = 0;
  std::uint64_t kept = 0;
};

struct MeasureSummary {
  std::string name;
  std::string unit;               // count, ratio, mean
  std::vector<std::string> also;  // what others call it
  MeasureSpread in;
  MeasureSpread kept;
  std::vector<HistogramBin> histogram;

  bool is_fraction() const { return unit != "count"; }
};

// Columns, an element a measure: of all measures where the group has them, else of the few.
struct GroupSpread {
  std::vector<std::uint64_t> articles;
  std::vector<std::uint64_t> sums;
  std::vector<std::uint32_t> medians;  // of the few; empty where the group has none

  bool operator==(const GroupSpread&) const = default;
};

// A site, language, month, day or input, or the articles of a site's day.
struct GroupMeasures {
  std::string name;      // as in the summary's other groups; of months "2018-06", "" = undated
  std::string day;       // of a site's day; else empty
  bool has_all = false;  // else the few
  GroupSpread in;
  GroupSpread kept;
};

// In order of names; inputs, too.
struct MeasuresByGroup {
  std::vector<std::size_t> few;  // places in MeasuresSummary::all of those that all groups have
  std::vector<GroupMeasures> sites;
  std::vector<GroupMeasures> languages;
  std::vector<GroupMeasures> months;
  std::vector<GroupMeasures> days;
  std::vector<GroupMeasures> inputs;
  std::vector<GroupMeasures> site_days;  // those with most articles
};

struct MeasuresSummary {
  std::vector<MeasureSummary> all;
  MeasuresByGroup by;
};

}  // namespace pressmill
