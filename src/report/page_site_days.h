// SPDX-License-Identifier: Apache-2.0
//
// The days of the busiest sites, out of stats.json: what the page draws a strip of for each.
//
// Threads:  pure functions.
// Memory:   the days of as many sites as are asked for, and of one more.

#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pressmill::report {

// By day: articles, kept.
using DayCounts = std::map<std::string, std::pair<std::uint64_t, std::uint64_t>>;

struct SiteDays {
  std::string name;
  std::uint64_t dated = 0;  // articles
  DayCounts days;
};

// Those with most dated articles, at most so many, by name. `list`: the member site_days, whose
// rows are in order of sites.
std::vector<SiteDays> busiest_sites(std::string_view list, std::size_t most);

// 0 where the token is no number.
std::uint64_t number_of(std::string_view token);

}  // namespace pressmill::report
