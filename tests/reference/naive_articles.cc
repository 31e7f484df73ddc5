// SPDX-License-Identifier: Apache-2.0
//
// Numbers spread from mark to mark until nothing changes.

#include "tests/reference/naive_articles.h"

#include <algorithm>
#include <set>

namespace pressmill::reference {

bool is_same_article(const clean::ArticleMark& a, const clean::ArticleMark& b) {
  std::multiset<std::uint32_t> lines_a, lines_b;
  for (const std::uint32_t line : a.lines)
    if (line != 0) lines_a.insert(line);
  for (const std::uint32_t line : b.lines)
    if (line != 0) lines_b.insert(line);
  if (lines_a.size() < 2 || lines_b.size() < 2) return lines_a == lines_b;
  std::vector<std::uint32_t> both;
  std::set_intersection(lines_a.begin(), lines_a.end(), lines_b.begin(), lines_b.end(),
                        std::back_inserter(both));
  return both.size() >= 2;
}

std::uint32_t distinct_articles(const std::vector<clean::ArticleMark>& marks,
                                const std::vector<clean::ArticleMark>& others) {
  std::vector<clean::ArticleMark> all = others;
  all.insert(all.end(), marks.begin(), marks.end());
  std::vector<std::size_t> number(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) number[i] = i;
  for (bool changes = true; changes;) {
    changes = false;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t j = 0; j < all.size(); ++j)
        if (number[j] < number[i] && is_same_article(all[i], all[j])) {
          number[i] = number[j];
          changes = true;
        }
  }
  std::set<std::size_t> wanted(number.begin() + static_cast<std::ptrdiff_t>(others.size()),
                               number.end());
  for (std::size_t i = 0; i < others.size(); ++i) wanted.erase(number[i]);
  return static_cast<std::uint32_t>(wanted.size());
}

}  // namespace pressmill::reference
