// SPDX-License-Identifier: Apache-2.0
//
// Steps from day to day.

#include "stats/coverage.h"

#include <algorithm>

namespace pressmill::stats {

namespace {

constexpr std::uint64_t kTenth = 10;
constexpr std::uint64_t kTwentieth = 20;
constexpr std::uint64_t kHundredth = 100;
constexpr std::uint64_t kStrayDays = 2;
constexpr std::int64_t kLeastApart = 14;  // days, at the end
constexpr std::int64_t kYear = 365;

// Days from one with articles to the next. Wide: two days may lie 2^32 apart.
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

// What days show of when articles come; nothing where they are too few.
struct Rhythm {
  std::int64_t usual = 0;    // step
  std::int64_t longest = 0;  // that is not unusual
};
std::optional<Rhythm> rhythm_of(std::span<const std::int32_t> days) {
  const std::vector<std::int64_t> steps = steps_of(days);
  if (steps.size() < kLeastSteps) return std::nullopt;
  const std::int64_t usual = usual_step(steps);
  return Rhythm{usual, usual * (2 + decimal_digits(steps.size()))};
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

// More than a year, and than nine of ten days lie apart: wrong dates make that short span no
// longer.
std::int64_t far_from(std::span<const std::int32_t> days) {
  const std::size_t last = days.size() - 1;
  return std::max(kYear, std::int64_t{days[last * 19 / 20]} - days[last / 20]);
}

// Whether some days with some articles at an end of the corpus, parted from it by a step, belong to
// it.
struct Apart {
  std::uint64_t days;  // of all
  std::uint64_t articles;
  std::int64_t unusual;  // step
  std::int64_t far;

  bool is_far(std::uint64_t some_days, std::uint64_t some_articles, std::int64_t step) const {
    return step > far && some_days * kTwentieth < days && some_articles * kTenth < articles;
  }
  bool is_at_end(std::uint64_t some_days, std::uint64_t some_articles, std::int64_t step) const {
    const bool are_few_days = (some_days <= kStrayDays || some_days * kHundredth < days) &&
                              some_articles * kTenth < articles;
    const bool are_few = are_few_days || some_articles * kHundredth < articles;
    return (step > unusual && are_few) || is_far(some_days, some_articles, step);
  }
};

}  // namespace

std::optional<DaySpan> core_of(const std::map<std::int32_t, std::uint64_t>& articles) {
  if (articles.empty()) return std::nullopt;
  std::vector<std::int32_t> days;
  std::uint64_t all = 0;
  for (const auto& [day, count] : articles) {
    days.push_back(day);
    all += count;
  }
  const auto rhythm = rhythm_of(days);
  if (!rhythm) return DaySpan{days.front(), days.back()};
  const std::size_t n = days.size();
  const Apart apart{n, all, std::max(rhythm->longest, kLeastApart), far_from(days)};
  const auto step = [&](std::size_t i) { return std::int64_t{days[i]} - days[i - 1]; };
  std::size_t end = n;
  std::uint64_t behind = 0;
  for (std::size_t i = n - 1; i > 0; --i) {
    behind += articles.at(days[i]);
    if (apart.is_at_end(n - i, behind, step(i))) end = i;
  }
  std::size_t begin = 0;
  std::uint64_t before = 0;
  for (std::size_t i = 1; i < end; ++i) {
    before += articles.at(days[i - 1]);
    if (apart.is_far(i, before, step(i))) begin = i;
  }
  return DaySpan{days[begin], days[end - 1]};
}

Coverage coverage_of(std::span<const std::int32_t> days, const DaySpan& core) {
  const auto first = std::lower_bound(days.begin(), days.end(), core.first);
  const std::span<const std::int32_t> inside(first, std::upper_bound(first, days.end(), core.last));
  const std::span<const std::int32_t> seen = inside.empty() ? days : inside;
  Coverage coverage;
  coverage.span = {seen.front(), seen.back()};
  coverage.days = seen.size();
  const auto rhythm = rhythm_of(inside);
  if (rhythm) coverage.usual_gap = rhythm->usual - 1;
  coverage.gaps = longest_gaps(inside, rhythm ? std::optional(rhythm->longest) : std::nullopt);
  if (rhythm && std::int64_t{core.last} - inside.back() > rhythm->longest)
    coverage.silent = DaySpan{inside.back() + 1, core.last};
  return coverage;
}

}  // namespace pressmill::stats
