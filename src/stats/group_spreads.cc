// SPDX-License-Identifier: Apache-2.0
//
// Choosing groups, adding up.

#include "stats/group_spreads.h"

#include <algorithm>

namespace pressmill::stats {

GroupKeys largest_groups(std::vector<std::pair<std::uint64_t, std::uint64_t>> articles_by_key,
                         std::size_t most) {
  if (articles_by_key.size() > most) {
    const auto end = articles_by_key.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(articles_by_key.begin(), end, articles_by_key.end(),
                     [](const auto& a, const auto& b) {
                       return a.second != b.second ? a.second > b.second : a.first < b.first;
                     });
    articles_by_key.erase(end, articles_by_key.end());
  }
  GroupKeys keys;
  for (const auto& [key, articles] : articles_by_key) keys.insert(key);
  return keys;
}

GroupSpreads::Group& GroupSpreads::group(std::uint64_t key) {
  if (last_ != nullptr && key == last_key_) return *last_;
  const auto [place, is_new] = groups_.try_emplace(key);
  if (is_new) {
    if (chosen_->contains(key))
      place->second.values.resize(measures_);
    else
      place->second.spreads.resize(measures_);
  }
  last_key_ = key;
  last_ = &place->second;
  return *last_;
}

void GroupSpreads::add(std::uint64_t key, std::span<const std::uint32_t> values) {
  Group& to = group(key);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] == kNoValue) continue;
    if (to.is_chosen())
      to.values[i].add(values[i]);
    else
      to.spreads[i].add(1, values[i]);
  }
}

void GroupSpreads::Group::merge(const Group& other) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i].merge(other.values[i]);
  for (std::size_t i = 0; i < spreads.size(); ++i)
    spreads[i].add(other.spreads[i].count, other.spreads[i].sum);
}

void GroupSpreads::merge(const GroupSpreads& other) {
  for (const auto& [key, from] : other.groups_) group(key).merge(from);
}

}  // namespace pressmill::stats
