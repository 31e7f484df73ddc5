// SPDX-License-Identifier: Apache-2.0
//
// Scores as chances in percent, without floats.
//
// Threads:  pure.

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace pressmill::clean {

// 1024 log(p / (100 - p)) for p = 1..99, to the nearest.
inline constexpr std::array<std::int32_t, 99> kScoresOfPercent = {
    -4705, -3985, -3560, -3254, -3015, -2818, -2649, -2501, -2369, -2250, -2141, -2040, -1947,
    -1859, -1776, -1698, -1624, -1553, -1485, -1420, -1357, -1296, -1237, -1180, -1125, -1071,
    -1018, -967,  -917,  -868,  -819,  -772,  -725,  -679,  -634,  -589,  -545,  -501,  -458,
    -415,  -373,  -331,  -289,  -247,  -205,  -164,  -123,  -82,   -41,   0,     41,    82,
    123,   164,   205,   247,   289,   331,   373,   415,   458,   501,   545,   589,   634,
    679,   725,   772,   819,   868,   917,   967,   1018,  1071,  1125,  1180,  1237,  1296,
    1357,  1420,  1485,  1553,  1624,  1698,  1776,  1859,  1947,  2040,  2141,  2250,  2369,
    2501,  2649,  2818,  3015,  3254,  3560,  3985,  4705,
};

// The score that a chance of so many percent has. Needs: 1 to 99.
constexpr std::int32_t score_of_percent(unsigned percent) {
  return kScoresOfPercent[percent - 1];
}

// 0 to 99, rounded down.
constexpr std::uint8_t percent_of_score(std::int32_t score) {
  const auto end = std::upper_bound(kScoresOfPercent.begin(), kScoresOfPercent.end(), score);
  return static_cast<std::uint8_t>(end - kScoresOfPercent.begin());
}

}  // namespace pressmill::clean
