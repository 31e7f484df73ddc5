// SPDX-License-Identifier: Apache-2.0
//
// Admitting, putting out, adding up.

#include "stats/frequent.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace pressmill::stats {

void FrequentList::add(const FrequentItem& item, std::string_view text) {
  items.push_back(item);
  items.back().text_begin = texts.size();
  items.back().text_bytes = static_cast<std::uint32_t>(text.size());
  texts += text;
}

namespace {

// The largest value that fewer than `most` are above or equal to, or 0: what is above stays whole.
// Values are small as a rule, so they are counted first.
std::uint64_t border(const std::vector<FrequentItem>& items, std::size_t most) {
  constexpr std::size_t kCounted = 1024;
  std::array<std::size_t, kCounted> counts{};
  std::size_t above = 0;  // items of values that are not counted
  for (const FrequentItem& item : items)
    if (item.most() < kCounted)
      ++counts[item.most()];
    else
      ++above;
  if (above <= most) {
    std::size_t value = kCounted - 1;
    for (; above + counts[value] <= most; --value) above += counts[value];
    return value;
  }
  std::vector<std::uint64_t> values(items.size());
  std::ranges::transform(items, values.begin(), &FrequentItem::most);
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(most),
                           std::greater());
  return values[most];
}

// The key below which `room` of the items with that value lie.
std::uint64_t border_key(const std::vector<FrequentItem>& items, std::uint64_t value,
                         std::size_t room) {
  std::vector<std::uint64_t> keys;
  for (const FrequentItem& item : items)
    if (item.most() == value) keys.push_back(item.key);
  if (room >= keys.size()) return ~std::uint64_t{0};
  std::ranges::nth_element(keys, keys.begin() + static_cast<std::ptrdiff_t>(room));
  return keys[room];
}

}  // namespace

void FrequentList::cut(std::size_t most) {
  if (items.size() <= most) return;
  const std::uint64_t value = border(items, most);
  const auto above = static_cast<std::size_t>(std::ranges::count_if(
      items, [value](const FrequentItem& item) { return item.most() > value; }));
  const std::uint64_t key = border_key(items, value, most - above);
  FrequentList shorter;
  shorter.missing = std::max(missing, value);
  shorter.items.reserve(most);
  for (const FrequentItem& item : items)
    if (item.most() > value || (item.most() == value && item.key < key))
      shorter.add(item, text(item));
  *this = std::move(shorter);
}

FrequentCounter::FrequentCounter(std::size_t room)
    : room_(room),
      mask_(std::bit_ceil(4 * room) - 1),
      slots_(mask_ + 1),
      cells_(std::size_t{1} << kCellBits) {}

bool FrequentCounter::is_admitted(std::uint64_t key) {
  if (knocks_ == 0) return true;
  std::uint8_t& cell = cells_[cell_of(key)];
  if ((cell & ~kHeld) >= kKnocks) return true;
  ++cell;
  return false;
}

void FrequentCounter::admit(std::uint64_t key, std::string_view text, std::int32_t group) {
  put({key, evicted_ + knocks_, group, static_cast<std::uint32_t>(text.size()), texts_.size(), 0},
      1);
  texts_ += text;
  if (knocks_ > 0) cells_[cell_of(key)] |= kHeld;
  if (knocks_ == 0 && entries_.size() == room_) start_knocking();
  if (entries_.size() == 2 * room_) evict();
}

// Without a branch: which keys are held cannot be foretold.
std::span<const std::uint32_t> FrequentCounter::filter(std::span<const std::uint64_t> keys) {
  candidates_.resize(keys.size());
  if (knocks_ == 0) {
    std::iota(candidates_.begin(), candidates_.end(), 0U);
    return candidates_;
  }
  std::size_t kept = 0;
  std::uint8_t* const cells = cells_.data();
  std::uint32_t* const candidates = candidates_.data();
  for (std::uint32_t i = 0; i < keys.size(); ++i) {
    std::uint8_t& cell = cells[cell_of(keys[i])];
    const unsigned is_candidate = cell >= kKnocks ? 1 : 0;
    cell = static_cast<std::uint8_t>(cell + 1 - is_candidate);
    candidates[kept] = i;
    kept += is_candidate;
  }
  return std::span<const std::uint32_t>(candidates_).first(kept);
}

void FrequentCounter::put(Entry entry, std::uint32_t count) {
  entry.slot = place(entry.key);
  entries_.push_back(entry);
  slots_[entry.slot] = {entry.key, count, static_cast<std::uint32_t>(entries_.size())};
}

void FrequentCounter::start_knocking() {
  knocks_ = kKnocks;
  std::ranges::fill(cells_, std::uint8_t{0});
  for (const Entry& entry : entries_) cells_[cell_of(entry.key)] = kHeld;
}

void FrequentCounter::evict() {
  FrequentList kept = list();
  kept.cut(room_ + room_ / 2);
  evicted_ = std::max(evicted_, kept.missing);
  std::ranges::fill(slots_, Slot{});
  entries_.clear();
  texts_ = kept.texts;
  for (const FrequentItem& item : kept.items)
    put({item.key, item.error, item.group, item.text_bytes, item.text_begin, 0},
        static_cast<std::uint32_t>(item.count));
}

FrequentList FrequentCounter::list() const {
  FrequentList all;
  all.items.reserve(entries_.size());
  for (const Entry& entry : entries_)
    all.items.push_back({entry.key, slots_[entry.slot].count, entry.error, entry.group,
                         entry.text_bytes, entry.text_begin});
  all.texts = texts_;
  return all;
}

FrequentList FrequentCounter::take(std::size_t most) {
  FrequentList taken = list();
  taken.missing = knocks_ == 0 ? 0 : evicted_ + knocks_;
  taken.cut(most);
  for (const Entry& entry : entries_) slots_[entry.slot] = {};
  entries_.clear();
  texts_.clear();
  knocks_ = 0;
  evicted_ = 0;
  return taken;
}

void FrequentSum::add(const FrequentList& list) {
  for (const FrequentItem& item : list.items) add(item, list.text(item), list.missing);
  add_missing(list.missing);
  if (entries_.size() > 2 * room_) cut(room_);
}

// An error is what is missing of the lists so far, less what is known for certain. So a list that
// does not name a key costs nothing to add.
void FrequentSum::add(const FrequentItem& item, std::string_view text, std::uint64_t missing) {
  const auto next = static_cast<std::uint32_t>(entries_.size());
  const std::uint32_t number = numbers_.number(item.key, next);
  if (number == next) {
    entries_.push_back(
        {item.key, 0, 0, item.group, static_cast<std::uint32_t>(text.size()), texts_.size()});
    texts_ += text;
  }
  entries_[number].count += item.count;
  entries_[number].certain += missing - item.error;
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
