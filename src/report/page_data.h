// SPDX-License-Identifier: Apache-2.0
//
// What the page needs of stats.json, in bounded size: the data block that is embedded in it.
//
//   {"stats": {...}, "cut": {"sites": 20000, ...}, "days": "day" or "month", "lossy_sites": 9428}
//
// Members pass as they are, known to this code or not, but for three kinds: lists are cut after so
// many rows and `cut` says how many there were (paths joined with dots); strings are cut, too; and
// where rows are many, what is shown of them is summed here: sites come by their articles (of too
// many the largest and those that lost most; `lossy_sites` counts those of all that lost any), days
// as [day, in, kept, words in, words kept] or by month, days of sites for the largest only.
// Nothing in the block can end it or start markup: <, > and & are escaped.
//
// Threads:  pure function.
// Memory:   a row for each site and day, beside the text.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::report {

// Whatever the corpus: the page around it has about 0.3 MB.
inline constexpr std::size_t kMostPageBytes = 4'000'000;

// Needs: a JSON object that begins at stats[0].
std::string page_data(std::string_view stats);

// JSON that is safe inside <script>: the same value, no character of markup.
std::string script_safe(std::string_view json);

}  // namespace pressmill::report
