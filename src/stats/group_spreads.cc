// SPDX-License-Identifier: Apache-2.0
//
// Choosing groups, adding up.

#include "stats/group_spreads.h"

#include <algorithm>

#include "base/hash.h"

namespace pressmill::stats {

void GroupValues::set(std::span<const std::uint32_t> values) {
  values_ = values;
  summands_.resize(values.size());
  missing_.clear();
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool has_value = values[i] != kNoValue;
    summands_[i] = has_value ? values[i] : 0;
    if (!has_value) missing_.push_back(i);
  }
}

void keep_largest(std::vector<GroupSize>& sizes, std::size_t most) {
  if (sizes.size() <= most) return;
  const auto end = sizes.begin() + static_cast<std::ptrdiff_t>(most);
  std::nth_element(sizes.begin(), end, sizes.end(), [](const GroupSize& a, const GroupSize& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  sizes.erase(end, sizes.end());
}

GroupKeys keys_of(const std::vector<GroupSize>& sizes, std::uint64_t least_articles) {
  GroupKeys keys;
  for (const auto& [key, articles] : sizes)
    if (articles >= least_articles) keys.insert(key);
  return keys;
}

GroupSpreads::Group& GroupSpreads::group(std::uint64_t key, std::size_t measures) {
  if (!groups_.empty() && groups_[last_].key == key) return groups_[last_];
  last_ = numbers_.number(mix64(key), static_cast<std::uint32_t>(groups_.size()));
  if (last_ == groups_.size()) {
    Group& made = groups_.emplace_back();
    made.key = key;
    made.has_all = choice_->all.contains(key);
    made.missing.resize(made.has_all ? measures : few_.size());
    made.sums.resize(made.missing.size());
    if (choice_->medians.contains(key)) made.medians.resize(few_.size());
  }
  return groups_[last_];
}

const GroupSpreads::Group* GroupSpreads::find(std::uint64_t key) const {
  const std::uint32_t number = numbers_.find(mix64(key));
  return number == KeyTable::kNone ? nullptr : &groups_[number];
}

void GroupSpreads::add(std::uint64_t key, const GroupValues& article) {
  const std::span<const std::uint32_t> values = article.values();
  Group& to = group(key, values.size());
  ++to.articles;
  if (to.has_all) {
    for (std::size_t i = 0; i < to.sums.size(); ++i) to.sums[i] += article.summands()[i];
    for (const std::size_t place : article.missing()) ++to.missing[place];
  }
  for (std::size_t i = 0; i < few_.size(); ++i) {
    const std::uint32_t value = values[few_[i]];
    const bool has_value = value != GroupValues::kNoValue;
    if (has_value && !to.medians.empty()) to.medians[i].add(value);
    if (to.has_all) continue;
    to.sums[i] += has_value ? value : 0;
    to.missing[i] += has_value ? 0 : 1;
  }
}

void GroupSpreads::Group::merge(const Group& other) {
  articles += other.articles;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    missing[i] += other.missing[i];
    sums[i] += other.sums[i];
  }
  for (std::size_t i = 0; i < medians.size(); ++i) medians[i].merge(other.medians[i]);
}

void GroupSpreads::merge(const GroupSpreads& other) {
  // Where a group has all, its sums tell how many these are; of others that is not asked.
  for (const Group& from : other.groups_) group(from.key, from.sums.size()).merge(from);
}

}  // namespace pressmill::stats
