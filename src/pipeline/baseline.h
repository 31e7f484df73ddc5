// SPDX-License-Identifier: Apache-2.0
//
// What changed since an earlier run: the figures of two stats.json compared, or of one and the
// summary under way.
//
// Older files lack members that came later: what is missing reads as none, and is not told as a
// change. Nothing but the few members that are compared is kept of a file.
//
// Threads:  pure functions.
// Memory:   a count for each site and language of both; while a file is read, twice its size.
// Failure:  Code::usage where there is no stats.json, Code::refused for a newer one.

#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "pressmill/error.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

// The version of stats.json that is understood, and all before it.
inline constexpr std::uint64_t kNewestStatsRead = 4;

struct Figures {
  std::string out;  // as it was named, what is no UTF-8 escaped; "" of the run under way
  std::uint64_t version = 0;
  std::string mode;         // "run", "stats"
  std::uint64_t lines = 0;  // not blank, not left out by --sample
  std::uint64_t malformed_lines = 0;
  Volume in;
  Volume kept;
  std::map<std::string, std::uint64_t> dropped;    // reason -> articles
  std::map<std::string, std::uint64_t> malformed;  // kind -> lines
  std::map<std::string, std::uint64_t> languages;  // articles in; "" = unknown
  std::map<std::string, std::uint64_t> sites;      // articles in; "-" = none
};

// The stats.json of an OUT folder; a path to such a file is understood, too. "" for "".
std::string baseline_path(const std::string& out);

Result<Figures> read_figures(const std::string& out);
Figures figures_of(const Summary& summary);

Comparison compare(const Figures& before, const Figures& now);

}  // namespace pressmill::pipeline
