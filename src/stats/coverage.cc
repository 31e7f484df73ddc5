// SPDX-License-Identifier: Apache-2.0
//
// Steps from article to article.

#include "stats/coverage.h"

#include <algorithm>

namespace pressmill::stats {

namespace {

constexpr std::uint64_t kHundredth = 100;

// Of the core: days from one with articles to the next. Wide: two days may lie 2^32 apart.
std::vector<std::int64_t> steps_of(std::span<const std::int32_t> days) {
  std::vector<std::int64_t> steps;
  for (std::size_t i = 1; i < days.size(); ++i)
    steps.push_back(std::int64_t{days[i]} - days[i - 1]);
  return steps;
}

// The step that nine of ten do not exceed. Needs: any.
std::int64_t usual_step(std::vector<std::int64_t> steps) {
  const std::size_t rank = (steps.size() * 9 + 9) / 10 - 1;
  std::nth_element(steps.begin(), steps.begin() + static_cast<std::ptrdiff_t>(rank), steps.end());
  return steps[rank];
}

std::int64_t decimal_digits(std::size_t n) {
  std::int64_t digits = 0;
  for (; n > 0; n /= 10) ++digits;
  return digits;
}

std::vector<SilentDays> longest_gaps(std::span<const std::int32_t> days,
                                     std::optional<std::int64_t> longest_usual) {
  std::vector<SilentDays> gaps;
  for (std::size_t i = 1; i < days.size(); ++i) {
    const std::int64_t step = std::int64_t{days[i]} - days[i - 1];
    if (step > 1)
      gaps.push_back({{days[i - 1] + 1, days[i] - 1}, longest_usual && step > *longest_usual});
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const SilentDays& a, const SilentDays& b) {
    return a.length() > b.length();
  });
  if (gaps.size() > kMostGaps) gaps.resize(kMostGaps);
  return gaps;
}

}  // namespace

std::optional<DaySpan> core_of(const std::map<std::int32_t, std::uint64_t>& articles) {
  std::uint64_t all = 0;
  for (const auto& [day, count] : articles) all += count;
  if (all == 0) return std::nullopt;
  const std::uint64_t outside = all / kHundredth;  // at most so many before, and behind
  DaySpan core;
  std::uint64_t before = 0;
  for (const auto& [day, count] : articles) {
    core.first = day;
    if ((before += count) > outside) break;
  }
  std::uint64_t behind = 0;
  for (auto it = articles.rbegin(); it != articles.rend(); ++it) {
    core.last = it->first;
    if ((behind += it->second) > outside) break;
  }
  return core;
}

Coverage coverage_of(std::span<const std::int32_t> days, const DaySpan& core) {
  Coverage coverage;
  coverage.span = {days.front(), days.back()};
  coverage.days = days.size();
  const auto begin = std::lower_bound(days.begin(), days.end(), core.first);
  const auto end = std::upper_bound(begin, days.end(), core.last);
  const std::span<const std::int32_t> inside(begin, end);
  const std::vector<std::int64_t> steps = steps_of(inside);
  std::optional<std::int64_t> longest_usual;
  if (steps.size() >= kLeastSteps) {
    const std::int64_t usual = usual_step(steps);
    coverage.usual_gap = usual - 1;
    longest_usual = usual * (2 + decimal_digits(steps.size()));
  }
  coverage.gaps = longest_gaps(inside, longest_usual);
  if (longest_usual && std::int64_t{core.last} - days.back() > *longest_usual)
    coverage.silent = DaySpan{days.back() + 1, core.last};
  return coverage;
}

}  // namespace pressmill::stats
