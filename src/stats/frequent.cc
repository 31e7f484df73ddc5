// SPDX-License-Identifier: Apache-2.0
//
// Admitting, putting out, adding up.

#include "stats/frequent.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>

namespace pressmill::stats {

namespace {

// The key below which `room` of the items with that count lie.
std::uint64_t border_key(const std::vector<FrequentItem>& items, std::uint64_t value,
                         std::size_t room) {
  std::vector<std::uint64_t> keys;
  for (const FrequentItem& item : items)
    if (item.count == value) keys.push_back(item.key);
  if (room >= keys.size()) return ~std::uint64_t{0};
  std::ranges::nth_element(keys, keys.begin() + static_cast<std::ptrdiff_t>(room));
  return keys[room];
}

}  // namespace

// Counts are small as a rule, so these are counted first.
std::uint64_t border_count(std::span<const std::uint64_t> counts, std::size_t most) {
  constexpr std::size_t kCounted = 1024;
  std::array<std::size_t, kCounted> numbers{};
  std::size_t above = 0;  // those that are not counted
  for (const std::uint64_t count : counts)
    if (count < kCounted)
      ++numbers[count];
    else
      ++above;
  if (above <= most) {
    std::size_t value = kCounted - 1;
    for (; value > 0 && above + numbers[value] <= most; --value) above += numbers[value];
    return value;
  }
  std::vector<std::uint64_t> values(counts.begin(), counts.end());
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(most),
                           std::greater());
  return values[most];
}

void FrequentList::cut(std::size_t most) {
  if (items.size() <= most) return;
  std::vector<std::uint64_t> counts(items.size());
  std::ranges::transform(items, counts.begin(), &FrequentItem::count);
  const std::uint64_t value = border_count(counts, most);
  const auto above = static_cast<std::size_t>(
      std::ranges::count_if(counts, [value](std::uint64_t count) { return count > value; }));
  const std::uint64_t key = border_key(items, value, most - above);
  FrequentList shorter;
  shorter.missing = missing;
  shorter.bounds = std::move(bounds);
  shorter.items.reserve(most);
  for (const FrequentItem& item : items)
    if (item.count > value || (item.count == value && item.key < key))
      shorter.add(item, text(item));
    else
      shorter.leave_out(item);
  *this = std::move(shorter);
}

// Which places of memory will be needed is known in advance, and there are too many for caches: of
// the table while entries are looked up, of the entries until they are added to.
void FrequentSum::add(const FrequentList& list) {
  constexpr std::size_t kAhead = 8;
  added_.clear();
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (i + kAhead < list.items.size()) numbers_.prefetch(list.items[i + kAhead].key);
    added_.push_back(number_of(list.items[i], list.text(list.items[i])));
    __builtin_prefetch(&entries_[added_.back()]);
  }
  for (std::size_t i = 0; i < added_.size(); ++i)
    entries_[added_[i]].add(list.items[i], list.missing);
  bounds_.add(list.bounds, list.missing, missing_);
  missing_ += list.missing;
  if (entries_.size() > 2 * room_) cut(room_);
}

// A new key gets an entry.
std::uint32_t FrequentSum::number_of(const FrequentItem& item, std::string_view text) {
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const std::uint32_t number = numbers_.number(item.key, next);
  if (number == next) {
    entries_.push_back(
        {item.key, 0, 0, item.group, static_cast<std::uint32_t>(text.size()), texts_.size()});
    texts_ += text;
  }
  return number;
}

void FrequentSum::cut(std::size_t most) {
  if (entries_.size() <= most) return;
  const FrequentList kept = list(most);
  missing_ = 0;
  bounds_ = {};
  entries_.clear();
  texts_.clear();
  numbers_.clear(kept.items.size());
  add(kept);
}

FrequentList FrequentSum::list(std::size_t most) const {
  FrequentList all;
  all.items.reserve(entries_.size());
  for (const Entry& entry : entries_)
    all.items.push_back({entry.key, entry.count, bounds_.of(entry.key, missing_ - entry.certain),
                         entry.group, entry.text_bytes, entry.text_begin});
  all.texts = texts_;
  all.missing = bounds_.greatest(missing_);
  all.bounds = bounds_;
  all.cut(most);
  return all;
}

}  // namespace pressmill::stats
