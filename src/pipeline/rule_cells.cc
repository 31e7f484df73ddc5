// SPDX-License-Identifier: Apache-2.0
//
// Counting cells, setting each against the others.

#include "pipeline/rule_cells.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "stats/outliers.h"

namespace pressmill::pipeline {

const char* kind_name(RuleKind kind) {
  static constexpr std::array<const char*, kRuleKinds> kNames = {"dropped", "quality", "line"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::size_t RuleCells::Hash::operator()(const Key& key) const {
  return mix64(key.group ^ mix64(static_cast<std::uint64_t>(key.kind) << 8 | key.rule));
}

void RuleCells::add(const Key& key, std::uint64_t row, std::uint64_t count) {
  Cell& cell = cells_[key];
  cell.count += count;
  cell.row = std::min(cell.row, row);
}

void RuleCells::merge(const RuleCells& other) {
  for (const auto& [key, cell] : other.cells_) add(key, cell.row, cell.count);
}

void RuleCells::each(const std::function<void(const Key&, std::uint64_t)>& visit) const {
  for (const auto& [key, cell] : cells_) visit(key, cell.count);
}

std::vector<RuleCountAt> RuleCells::list(const Names& names,
                                         const std::vector<std::uint64_t>& of_all) const {
  std::map<std::pair<RuleKind, std::uint8_t>, std::uint64_t> everywhere;
  for (const auto& [key, cell] : cells_) everywhere[{key.kind, key.rule}] += cell.count;
  std::vector<RuleCountAt> all;
  all.reserve(cells_.size());
  for (const auto& [key, cell] : cells_) {
    RuleCountAt at;
    at.row = cell.row;
    RuleCount& c = at.count;
    c.group = names.group(key.group);
    c.kind = kind_name(key.kind);
    c.rule = names.rule(key.kind, key.rule);
    c.count = cell.count;
    c.of = names.of(key.group, key.kind);
    c.count_elsewhere = everywhere[{key.kind, key.rule}] - c.count;
    c.of_elsewhere = of_all[static_cast<std::size_t>(key.kind)] - c.of;
    const stats::Proportion here{c.count, c.of};
    const stats::Proportion elsewhere{c.count_elsewhere, c.of_elsewhere};
    c.z = stats::z_score(here, elsewhere);
    c.outlier = stats::is_outlier(here, elsewhere);
    all.push_back(std::move(at));
  }
  std::sort(all.begin(), all.end(), [](const RuleCountAt& a, const RuleCountAt& b) {
    return std::tie(a.count.group, a.count.kind, a.count.rule) <
           std::tie(b.count.group, b.count.kind, b.count.rule);
  });
  return all;
}

}  // namespace pressmill::pipeline
