// SPDX-License-Identifier: Apache-2.0
//
// News statistics of stats.json: copying, originality, furniture, coverage, look, baseline.
//
// Threads:  pure functions.

#pragma once

#include "doc/json_writer.h"
#include "pressmill/summary.h"

namespace pressmill::report {

// What stats.json has of the lists of which the tables have more.
inline constexpr std::size_t kPairsInJson = 1'000;
inline constexpr std::size_t kFurnitureSitesInJson = 100;
inline constexpr std::size_t kFurnitureLinesInJson = 5;

// Members of the object under way.
void put_news(doc::JsonWriter& json, const Summary& summary);

// An object; also what `pressmill compare --json` prints.
void put_comparison(doc::JsonWriter& json, const Comparison& comparison);

}  // namespace pressmill::report
