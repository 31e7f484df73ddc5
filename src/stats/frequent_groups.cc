// SPDX-License-Identifier: Apache-2.0
//
// Handing items to their groups.

#include "stats/frequent_groups.h"

#include <algorithm>

namespace pressmill::stats {

FrequentSum& FrequentGroups::sum_of(std::int32_t group) {
  const auto known = sums_.find(group);
  if (known != sums_.end()) return known->second;
  const bool is_rest = sums_.size() >= kMostGroups;
  // Cut here and not by themselves: what they may hold depends on how many they are.
  return sums_.try_emplace(is_rest ? kRest : group, room_).first->second;
}

void FrequentGroups::add(const FrequentList& list, std::span<const GroupSize> groups) {
  std::vector<FrequentSum*> sums;  // of each group
  sums.reserve(groups.size());
  for (const GroupSize& group : groups) sums.push_back(&sum_of(group.group));
  for (FrequentItem item : list.items) {
    const auto group = std::ranges::lower_bound(groups, item.group, {}, &GroupSize::group);
    item.error = std::min(item.error, group->size - item.count);
    sums[static_cast<std::size_t>(group - groups.begin())]->add(
        item, list.text(item), std::min(list.missing, group->size));
  }
  // Groups that go to the rest were counted together there, but each may miss as much.
  for (std::size_t i = 0; i < groups.size(); ++i)
    sums[i]->add_missing(std::min(list.missing, groups[i].size));
  cut_if_full();
}

void FrequentGroups::add(std::int32_t group, const FrequentList& list) {
  FrequentSum& sum = sum_of(group);
  for (const FrequentItem& item : list.items) sum.add(item, list.text(item), list.missing);
  sum.add_missing(list.missing);
  cut_if_full();
}

std::size_t FrequentGroups::size() const {
  std::size_t keys = 0;
  for (const auto& [group, sum] : sums_) keys += sum.size();
  return keys;
}

void FrequentGroups::cut_if_full() {
  if (size() > 2 * room_) cut();
}

// Groups with less than their share leave the others more: the largest share that fits.
void FrequentGroups::cut() {
  std::vector<std::size_t> sizes;
  for (const auto& [group, sum] : sums_) sizes.push_back(sum.size());
  std::ranges::sort(sizes);
  std::size_t left = room_;
  std::size_t share = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    share = left / (sizes.size() - i);
    if (sizes[i] > share) break;
    share = sizes.back();
    left -= sizes[i];
  }
  for (auto& [group, sum] : sums_) sum.cut(std::max(share, kLeastRoom));
}

std::vector<std::pair<std::int32_t, FrequentList>> FrequentGroups::lists(
    std::size_t most_of_each) const {
  std::vector<std::pair<std::int32_t, FrequentList>> all;
  for (const auto& [group, sum] : sums_) all.emplace_back(group, sum.list(most_of_each));
  return all;
}

}  // namespace pressmill::stats
