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

// The count so that at most `most` items have more, and that many or more have it or more; 0 where
// there are not so many. Counts are small as a rule, so these are counted first.
std::uint64_t border(const std::vector<FrequentItem>& items, std::size_t most) {
  constexpr std::size_t kCounted = 1024;
  std::array<std::size_t, kCounted> counts{};
  std::size_t above = 0;  // items of counts that are not counted
  for (const FrequentItem& item : items)
    if (item.count < kCounted)
      ++counts[item.count];
    else
      ++above;
  if (above <= most) {
    std::size_t value = kCounted - 1;
    for (; value > 0 && above + counts[value] <= most; --value) above += counts[value];
    return value;
  }
  std::vector<std::uint64_t> values(items.size());
  std::ranges::transform(items, values.begin(), &FrequentItem::count);
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(most),
                           std::greater());
  return values[most];
}

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

void FrequentList::cut(std::size_t most) {
  if (items.size() <= most) return;
  const std::uint64_t value = border(items, most);
  const auto above = static_cast<std::size_t>(std::ranges::count_if(
      items, [value](const FrequentItem& item) { return item.count > value; }));
  const std::uint64_t key = border_key(items, value, most - above);
  *this = kept(most, [value, key](const FrequentItem& item) {
    return item.count > value || (item.count == value && item.key < key);
  });
}

FrequentList FrequentList::whole(std::size_t most) const {
  if (items.size() <= most) return *this;
  return kept(
      most, [value = border(items, most)](const FrequentItem& item) { return item.count > value; });
}

template <class Stays>
FrequentList FrequentList::kept(std::size_t most, Stays stays) const {
  FrequentList shorter;
  shorter.missing = missing;
  shorter.items.reserve(most);
  for (const FrequentItem& item : items)
    if (stays(item))
      shorter.add(item, text(item));
    else
      shorter.missing = std::max(shorter.missing, item.most());
  return shorter;
}

FrequentCounter::FrequentCounter(std::size_t room, unsigned knocks, unsigned cell_bits)
    : room_(room),
      most_knocks_(knocks),
      cell_shift_(64 - cell_bits),
      counts_(1),
      cells_(std::size_t{1} << cell_bits) {
  clear_slots(std::bit_ceil(4 * room));
}

void FrequentCounter::clear_slots(std::size_t slots) {
  slots_.assign(slots, Slot{});
  mask_ = slots - 1;
}

std::uint32_t FrequentCounter::knock(std::uint64_t key, std::uint32_t times) {
  if (knocks_ == 0) return times;
  std::uint8_t& cell = cells_[cell_of(key)];
  const std::uint32_t missing = knocks_ - std::min<std::uint32_t>(cell & ~kHeld, knocks_);
  cell = static_cast<std::uint8_t>(cell + std::min(times, missing));
  return times - std::min(times, missing);
}

void FrequentCounter::admit(std::uint64_t key, std::string_view text, std::uint32_t times) {
  held_.add({.key = key, .error = knocks_}, text);
  counts_.push_back(times);
  const auto put = [this](std::uint64_t id, std::size_t number) {
    slots_[place(id)] = {static_cast<std::uint32_t>(id >> 32), static_cast<std::uint32_t>(number)};
  };
  if (2 * held_.items.size() > slots_.size()) {
    clear_slots(2 * slots_.size());
    for (std::size_t i = 0; i + 1 < held_.items.size(); ++i) put(held_.items[i].key, i + 1);
  }
  put(key, held_.items.size());
  if (knocks_ > 0) cells_[cell_of(key)] |= kHeld;
  if (knocks_ == 0 && held_.items.size() == room_) start_knocking();
}

void FrequentCounter::start_knocking() {
  knocks_ = most_knocks_;
  std::ranges::fill(cells_, std::uint8_t{0});
  for (const FrequentItem& item : held_.items) cells_[cell_of(item.key)] = kHeld;
}

std::span<const std::uint32_t> FrequentCounter::count_rare(std::span<const std::uint64_t> keys) {
  const auto once = [](std::size_t) { return 1; };
  if (knocks_ == 0)
    return count_all(
        keys.size(), [&](std::size_t i) { return keys[i]; }, once);
  candidates_.resize(keys.size());
  std::size_t kept = 0;
  std::uint8_t* const cells = cells_.data();
  std::uint32_t* const candidates = candidates_.data();
  const unsigned knocks = knocks_;
  const unsigned shift = cell_shift_;
  for (std::uint32_t i = 0; i < keys.size(); ++i) {  // without a branch
    std::uint8_t& cell = cells[keys[i] >> shift];
    const unsigned is_candidate = cell >= knocks ? 1 : 0;
    cell = static_cast<std::uint8_t>(cell + 1 - is_candidate);
    candidates[kept] = i;
    kept += is_candidate;
  }
  const auto rest = count_all(
      kept, [&](std::size_t i) { return keys[candidates[i]]; }, once);
  for (const std::uint32_t& i : rest)
    rest_[static_cast<std::size_t>(&i - rest.data())] = candidates[i];
  return rest;
}

FrequentList FrequentCounter::take(std::size_t most) {
  for (std::size_t i = 0; i < held_.items.size(); ++i) held_.items[i].count = counts_[i + 1];
  held_.missing = knocks_;
  FrequentList taken = held_.whole(most);
  // Not what it has grown to: the next stretch will need as much.
  held_.items.clear();
  held_.texts.clear();
  counts_.assign(1, 0);
  knocks_ = 0;
  clear_slots(std::bit_ceil(4 * room_));
  return taken;
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
  add_missing(list.missing);
  if (entries_.size() > 2 * room_) cut(room_);
}

void FrequentSum::add(const FrequentItem& item, std::string_view text, std::uint64_t missing) {
  entries_[number_of(item, text)].add(item, missing);
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
  missing_ = kept.missing;
  entries_.clear();
  texts_.clear();
  numbers_.clear(kept.items.size());
  for (const FrequentItem& item : kept.items) add(item, kept.text(item), missing_);
}

FrequentList FrequentSum::list(std::size_t most) const {
  FrequentList all;
  all.items.reserve(entries_.size());
  for (const Entry& entry : entries_)
    all.items.push_back({entry.key, entry.count, missing_ - entry.certain, entry.group,
                         entry.text_bytes, entry.text_begin});
  all.texts = texts_;
  all.missing = missing_;
  all.cut(most);
  return all;
}

}  // namespace pressmill::stats
