// SPDX-License-Identifier: Apache-2.0
//
// Rounds of kinds.

#include "pipeline/look_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "base/human.h"

namespace pressmill::pipeline {

namespace {

// In the order in which they are told. First what may spoil the result, then what is odd about it,
// then what is so of the dump itself.
constexpr std::array<std::string_view, 15> kKinds = {
    "unreadable",       "nothing_kept", "malformed", "site_dropped",
    "language_dropped", "unverified",   "guarded",   "copies_of",
    "rule_by_language", "rule_by_site", "undated",   "odd_dates",
    "repeated_ids",     "gap",          "silent"};

std::size_t order_of(const std::string& kind) {
  return static_cast<std::size_t>(std::find(kKinds.begin(), kKinds.end(), kind) - kKinds.begin());
}

// Of these all come before the second of any other.
constexpr std::size_t kSpoiling = 6;

std::size_t order_of(const FindingAt& at) {
  return order_of(at.finding.kind);
}

bool is_larger(const FindingAt& a, const FindingAt& b) {
  if (a.weight != b.weight) return a.weight > b.weight;
  return std::tie(a.finding.site, a.finding.lang, a.finding.rule) <
         std::tie(b.finding.site, b.finding.lang, b.finding.rule);
}

// A site that went for its language is said with the language. What a rule does to a language is
// said with the site that has four in five of what it found.
void leave_out_what_others_say(std::vector<FindingAt>& found) {
  bool is_language_said = false;
  std::map<std::string, std::uint64_t> most_of_a_site;  // by rule
  for (const FindingAt& at : found) {
    const Finding& f = at.finding;
    is_language_said = is_language_said || f.kind == "language_dropped";
    if (f.kind != "rule_by_site") continue;
    std::uint64_t& most = most_of_a_site[f.rule];
    most = std::max(most, f.count);
  }
  std::erase_if(found, [&](const FindingAt& at) {
    const Finding& f = at.finding;
    if (f.kind == "site_dropped") return is_language_said && f.rule == "language";
    if (f.kind != "rule_by_language") return false;
    const auto site = most_of_a_site.find(f.rule);
    return site != most_of_a_site.end() && site->second * 5 >= f.count * 4;
  });
}

}  // namespace

std::vector<FindingAt> in_order(std::vector<FindingAt> found) {
  leave_out_what_others_say(found);
  std::stable_sort(found.begin(), found.end(), is_larger);
  std::array<std::size_t, kKinds.size()> of_kind{};
  struct Placed {
    std::size_t round;
    FindingAt at;
  };
  std::vector<Placed> placed;
  for (FindingAt& at : found)
    if (const std::size_t nth = of_kind[order_of(at)]++; nth < kMostOfAKind)
      placed.push_back({nth > 0 && order_of(at) < kSpoiling ? 1 : 2 * nth, std::move(at)});
  // Behind the largest of each kind a round of what may spoil, then those of the others.
  std::stable_sort(placed.begin(), placed.end(), [](const Placed& a, const Placed& b) {
    return std::pair(a.round, order_of(a.at)) < std::pair(b.round, order_of(b.at));
  });
  std::vector<FindingAt> told;
  std::array<std::size_t, kKinds.size()> seen{};
  for (auto& [round, at] : placed) {
    const std::size_t kind = order_of(at);
    if (++seen[kind] == kMostOfAKind && of_kind[kind] > kMostOfAKind)
      at.finding.text +=
          fmt::format(" {} more like this.", human_count(of_kind[kind] - kMostOfAKind));
    told.push_back(std::move(at));
  }
  return told;
}

}  // namespace pressmill::pipeline
