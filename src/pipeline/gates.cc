// SPDX-License-Identifier: Apache-2.0
//
// Comparing.

#include "pipeline/gates.h"

#include <fmt/format.h>

#include "base/human.h"

namespace pressmill::pipeline {

namespace {

__extension__ using Wide = unsigned __int128;

// part / whole > millionths / 10^6
bool is_above(std::uint64_t part, std::uint64_t whole, std::uint32_t millionths) {
  return static_cast<Wide>(part) * kMillionths > static_cast<Wide>(whole) * millionths;
}

std::string percent(std::uint32_t millionths) {
  return fmt::format("{:g}%", static_cast<double>(millionths) / (kMillionths / 100.0));
}

// Four digits, since a gate may be missed by little.
std::string share(std::uint64_t part, std::uint64_t whole) {
  return fmt::format(
      "{:.4g} %",
      whole == 0 ? 0.0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole));
}

}  // namespace

std::vector<std::string> failed_gates(const Plan& plan, const GateCounts& counts) {
  std::vector<std::string> failed;
  const auto check = [&](const char* name, std::optional<std::uint32_t> most, std::uint64_t part,
                         std::uint64_t whole, const char* what) {
    if (most && is_above(part, whole, *most))
      failed.push_back(fmt::format("--max-{0} {1}: {2} of the {3} are {0}, {4} of {5}", name,
                                   percent(*most), share(part, whole), what, human_count(part),
                                   human_count(whole)));
  };
  check("malformed", plan.max_malformed, counts.malformed, counts.lines, "lines");
  check("dropped", plan.max_dropped, counts.articles - counts.kept, counts.articles, "articles");
  if (counts.kept < plan.min_articles)
    failed.push_back(fmt::format("--min-articles {}: {} kept", plan.min_articles,
                                 counted(counts.kept, "article")));
  return failed;
}

}  // namespace pressmill::pipeline
