// SPDX-License-Identifier: Apache-2.0
//
// On which days a site has articles, and whether the days without any are more than its rhythm
// explains.
//
// A gap is judged against the site's own gaps. Its usual gap is the one that nine of ten do not
// exceed (nearest rank): nothing for a daily, two days for one that rests at weekends, six for a
// weekly. If chance alone decided on which days articles come, gaps would be distributed
// geometrically, and the longest of n would be about as long as the usual one times (2 + log10 n)
// in one site of a hundred. So a gap is unusual where its step (days from article to article) is
// longer than the usual step times (2 + the decimal digits of n), which is rounded up and needs no
// floating point. Fewer than kLeastSteps gaps are no rhythm: nothing is unusual then.
//
// Wrong dates would make decades of silence: articles dated 1970 or 2099, and days and months read
// the wrong way round, which fall into months to come. So only days in the corpus' core count.
// It ends before a gap of all articles together, if behind that are few days (two, or less than one
// in a hundred, with less than one article in ten), or few articles (less than one in a hundred);
// the gap is one that the rhythm of all does not explain, of a fortnight or more. It begins behind
// a gap of more than a year that is longer than all the time behind it, if before it are few days:
// an archive may begin thinly. Where dates are right there are no such gaps, and nothing is left
// out. A site is silent where the core goes on after its last day there for longer than any usual
// gap.
//
// Threads:  pure functions.
// Memory:   the longest gaps, kMostGaps of them.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <vector>

namespace pressmill::stats {

inline constexpr std::size_t kLeastSteps = 10;
inline constexpr std::size_t kMostGaps = 5;

struct DaySpan {
  std::int32_t first = 0;
  std::int32_t last = 0;
};

// Days without articles, from the first to the last.
struct SilentDays {
  DaySpan days;
  bool unusual = false;
  std::int64_t length() const { return std::int64_t{days.last} - days.first + 1; }
};

struct Coverage {
  DaySpan span;  // of its days in the core; of all, where none is
  std::uint64_t days = 0;
  std::optional<std::int64_t> usual_gap;  // days; nothing without a rhythm
  std::vector<SilentDays> gaps;           // the longest, longest first, then by day
  std::optional<DaySpan> silent;          // from the day after its last to the core's last
};

// Without days that lie apart at either end. `articles` by day, undated ones left out. Nothing
// where there are none.
std::optional<DaySpan> core_of(const std::map<std::int32_t, std::uint64_t>& articles);

// `days` on which the site has articles, rising, each once. Needs: at least one.
Coverage coverage_of(std::span<const std::int32_t> days, const DaySpan& core);

}  // namespace pressmill::stats
