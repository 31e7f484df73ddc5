// SPDX-License-Identifier: Apache-2.0
//
// Joining marks that share two lines.

#include "clean/distinct_articles.h"

#include <algorithm>
#include <numeric>

namespace pressmill::clean {

ArticleMark mark_of(const std::array<std::uint32_t, 4>& longest, std::uint32_t without) {
  ArticleMark mark;
  std::size_t n = 0;
  for (const std::uint32_t line : longest)
    if (n < mark.lines.size() && line != without) mark.lines[n++] = line;
  std::sort(mark.lines.begin(), mark.lines.end());
  return mark;
}

std::uint32_t DistinctArticles::root(std::uint32_t i) {
  while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
  return i;
}

// Afterwards marks of one article have one root.
void DistinctArticles::join(std::span<const ArticleMark> marks) {
  pairs_.clear();
  parents_.resize(marks.size());
  std::iota(parents_.begin(), parents_.end(), 0U);
  for (std::uint32_t i = 0; i < marks.size(); ++i) {
    const auto& [a, b, c] = marks[i].lines;
    const auto pair = [&](std::uint64_t first, std::uint64_t second) {
      pairs_.push_back({first << 32 | second, i});
    };
    pair(b, c);  // 0 where there is one line, or none: then the article is that line
    if (a == 0) continue;
    pair(a, b);
    pair(a, c);
  }
  std::sort(pairs_.begin(), pairs_.end());
  for (std::size_t i = 1; i < pairs_.size(); ++i)
    if (pairs_[i].key == pairs_[i - 1].key)
      parents_[root(pairs_[i].mark)] = root(pairs_[i - 1].mark);
}

std::uint32_t DistinctArticles::count(std::span<const ArticleMark> marks) {
  std::uint32_t count = 0;
  while (!marks.empty()) {
    const auto portion = marks.first(std::min(marks.size(), kMostAtOnce));
    marks = marks.subspan(portion.size());
    join(portion);
    for (std::uint32_t i = 0; i < portion.size(); ++i) count += parents_[i] == i ? 1 : 0;
  }
  return count;
}

std::uint32_t DistinctArticles::count_without(std::span<const ArticleMark> marks,
                                              std::span<const ArticleMark> others) {
  if (others.empty()) return count(marks);
  // More others than are looked at together are the titles of a column, not of articles.
  marks = marks.first(std::min(marks.size(), kMostAtOnce));
  others = others.first(std::min(others.size(), kMostAtOnce));
  all_.assign(others.begin(), others.end());
  all_.insert(all_.end(), marks.begin(), marks.end());
  join(all_);
  std::vector<bool> is_counted(all_.size(), false);  // by root: an other, or counted already
  for (std::uint32_t i = 0; i < others.size(); ++i) is_counted[root(i)] = true;
  std::uint32_t count = 0;
  for (auto i = static_cast<std::uint32_t>(others.size()); i < all_.size(); ++i) {
    const std::uint32_t r = root(i);
    count += is_counted[r] ? 0 : 1;
    is_counted[r] = true;
  }
  return count;
}

}  // namespace pressmill::clean
