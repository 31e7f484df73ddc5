// SPDX-License-Identifier: Apache-2.0
//
// One article after another; then month by month.

#include "pipeline/name_counter.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"

namespace pressmill::pipeline {

// What memory will be needed is known in advance: the caches forget the table between two articles.
void NameCounter::add(std::uint32_t row, std::string_view text, const clean::ScannedText& scanned,
                      std::int32_t month, std::string_view lang) {
  const std::span<const std::string_view> found = finder_.find(text, scanned, lang);
  keys_.clear();
  for (const std::string_view name : found) {
    keys_.push_back(hash64(name));
    numbers_.prefetch(keys_.back());
  }
  article_.clear();
  for (std::size_t i = 0; i < found.size(); ++i) {
    article_.push_back(number(keys_[i], found[i]));
    __builtin_prefetch(&names_[article_.back()], 1);
  }
  for (const std::uint32_t its : article_) {
    Name& name = names_[its];
    if (name.articles > 0 && name.last_row == row) continue;
    name.last_row = row;
    ++name.articles;
    occurrences_.push_back(its);
  }
  articles_.push_back({month, 0, static_cast<std::uint32_t>(occurrences_.size())});
}

// A new name gets an entry.
std::uint32_t NameCounter::number(std::uint64_t key, std::string_view name) {
  const auto next = static_cast<std::uint32_t>(names_.size());
  const std::uint32_t number = numbers_.number(key, next);
  if (number == next) {
    names_.push_back({key, 0, 0, static_cast<std::uint32_t>(texts_.size()),
                      static_cast<std::uint32_t>(name.size())});
    texts_ += name;
  }
  return number;
}

// Names in more articles than this have no more than `most` items in all: one for each article, or
// for each month where these are fewer.
std::uint32_t NameCounter::border(std::size_t most, std::size_t months) const {
  std::vector<std::size_t> items;  // of the names that are in so many articles
  for (const Name& name : names_) {
    if (name.articles >= items.size()) items.resize(name.articles + 1);
    items[name.articles] += std::min<std::size_t>(name.articles, months);
  }
  std::size_t sum = 0;
  std::size_t least = items.size();
  while (least > 1 && sum + items[least - 1] <= most) sum += items[--least];
  return least == 0 ? 0 : static_cast<std::uint32_t>(least - 1);
}

// The months of each name handed on, one name behind the other, each name's in order; ends_ has
// where they end. Articles taken month by month leave nothing to sort.
void NameCounter::sort_months(std::uint32_t least) {
  ends_.resize(names_.size());
  std::uint32_t end = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    ends_[i] = end;  // for now where they begin
    if (names_[i].articles >= least) end += names_[i].articles;
  }
  months_.resize(end);
  std::uint32_t begin = 0;
  for (Article& article : articles_) article.begin = std::exchange(begin, article.end);
  std::ranges::sort(articles_, {},
                    [](const Article& one) { return std::pair(one.month, one.end); });
  for (const Article& article : articles_)
    for (std::uint32_t i = article.begin; i < article.end; ++i)
      if (const std::uint32_t name = occurrences_[i]; names_[name].articles >= least)
        months_[ends_[name]++] = article.month;
}

stats::FrequentList NameCounter::take(std::size_t most, std::size_t months) {
  const std::uint32_t least = border(most, months) + 1;
  sort_months(least);
  stats::FrequentList list;
  list.missing = least - 1;
  list.texts = texts_;  // those of names that are left out, too: few as a rule
  list.items.reserve(std::min(most, months_.size()));
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const Name& name = names_[i];
    while (begin < ends_[i]) {
      const std::int32_t month = months_[begin];
      std::uint32_t end = begin + 1;
      while (end < ends_[i] && months_[end] == month) ++end;
      list.items.push_back({.key = name.key,
                            .count = end - begin,
                            .group = month,
                            .text_bytes = name.text_bytes,
                            .text_begin = name.text_begin});
      begin = end;
    }
  }
  numbers_.clear(kRoom);
  names_.clear();
  texts_.clear();
  occurrences_.clear();
  articles_.clear();
  return list;
}

}  // namespace pressmill::pipeline
