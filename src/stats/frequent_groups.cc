// SPDX-License-Identifier: Apache-2.0
//
// Adding up, sharing the room.

#include "stats/frequent_groups.h"

#include <algorithm>

#include "base/hash.h"

namespace pressmill::stats {

// That of the rest where there are too many.
std::uint32_t FrequentGroups::group_number(std::int32_t group) {
  const auto key = [](std::int32_t one) { return mix64(static_cast<std::uint32_t>(one) + 1ULL); };
  const std::uint32_t known = group_numbers_.find(key(group));
  if (known != KeyTable::kNone) return known;
  const auto next = static_cast<std::uint32_t>(groups_.size());
  if (next >= kMostGroups && group != kRest) return group_number(kRest);
  groups_.push_back({group, 0, 0});
  return group_numbers_.number(key(group), next);
}

// A new key gets an entry.
std::uint32_t FrequentGroups::number(std::uint64_t key, std::uint32_t group,
                                     std::string_view text) {
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const std::uint32_t number = numbers_.number(key_in(key, group), next);
  if (number == next) {
    entries_.push_back({key, 0, 0, group, static_cast<std::uint32_t>(text.size()), texts_.size()});
    texts_ += text;
  }
  return number;
}

// Groups that go to the rest are counted together there, but each may miss as much.
void FrequentGroups::add_missing(std::uint64_t missing, std::span<const GroupSize> groups) {
  for (const GroupSize& group : groups) {
    Group& its = groups_[group_number(group.group)];
    its.missing += std::min(missing, group.size);
    its.size = group.size;
  }
}

// What memory will be needed is known in advance, as in FrequentSum.
void FrequentGroups::add(const FrequentList& list, std::span<const GroupSize> groups) {
  constexpr std::size_t kAhead = 8;
  add_missing(list.missing, groups);
  added_.clear();
  for (const FrequentItem& item : list.items) {
    const std::uint32_t group = group_number(item.group);
    added_.push_back({key_in(item.key, group), group, 0});
  }
  for (std::size_t i = 0; i < added_.size(); ++i) {
    if (i + kAhead < added_.size()) numbers_.prefetch(added_[i + kAhead].key_in_group);
    const FrequentItem& item = list.items[i];
    added_[i].number = number(item.key, added_[i].group, list.text(item));
    __builtin_prefetch(&entries_[added_[i].number], 1);
  }
  for (std::size_t i = 0; i < added_.size(); ++i) {
    const FrequentItem& item = list.items[i];
    const Group& group = groups_[added_[i].group];
    const std::uint64_t size =
        group.group == item.group
            ? group.size
            : std::ranges::lower_bound(groups, item.group, {}, &GroupSize::group)->size;
    entries_[added_[i].number].add(item.count, std::min(list.missing, size),
                                   std::min(item.error, size - item.count));
  }
  cut_if_full();
}

void FrequentGroups::add(std::int32_t group, const FrequentList& list) {
  add_all(group, list);
  cut_if_full();
}

void FrequentGroups::add_all(std::int32_t group, const FrequentList& list) {
  const std::uint32_t its = group_number(group);
  for (const FrequentItem& item : list.items) {
    const std::uint32_t entry = number(item.key, its, list.text(item));
    entries_[entry].add(item.count, list.missing, item.error);
  }
  groups_[its].missing += list.missing;
}

std::vector<FrequentList> FrequentGroups::by_number() const {
  std::vector<FrequentList> lists(groups_.size());
  for (std::size_t i = 0; i < groups_.size(); ++i) lists[i].missing = groups_[i].missing;
  for (const Entry& entry : entries_) {
    FrequentList& list = lists[entry.group];
    list.add({.key = entry.key,
              .count = entry.count,
              .error = list.missing - entry.certain,
              .group = groups_[entry.group].group},
             text(entry));
  }
  return lists;
}

void FrequentGroups::cut_if_full() {
  if (entries_.size() > 2 * std::max(room_, kLeastRoom * groups_.size())) cut();
}

// Groups with less than their share leave the others more: the largest share that fits.
void FrequentGroups::cut() {
  std::vector<FrequentList> lists = by_number();
  std::vector<std::size_t> sizes(lists.size());
  std::ranges::transform(lists, sizes.begin(),
                         [](const FrequentList& list) { return list.items.size(); });
  std::ranges::sort(sizes);
  std::size_t left = room_;
  std::size_t share = 0;
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    share = left / (sizes.size() - i);
    if (sizes[i] > share) break;
    share = sizes.back();
    left -= sizes[i];
  }
  entries_.clear();
  texts_.clear();
  numbers_.clear(room_);
  for (std::uint32_t i = 0; i < lists.size(); ++i) {
    lists[i].cut(std::max(share, kLeastRoom));
    groups_[i].missing = 0;
    add_all(groups_[i].group, lists[i]);
  }
}

std::vector<std::pair<std::int32_t, FrequentList>> FrequentGroups::lists(
    std::size_t most_of_each) const {
  std::vector<std::pair<std::int32_t, FrequentList>> all;
  std::vector<FrequentList> lists = by_number();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    lists[i].cut(most_of_each);
    all.emplace_back(groups_[i].group, std::move(lists[i]));
  }
  std::ranges::sort(all, {}, [](const auto& list) { return list.first; });
  return all;
}

}  // namespace pressmill::stats
