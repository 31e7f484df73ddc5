// SPDX-License-Identifier: Apache-2.0
//
// Counts articles, not copies of them.
//
// Dumps overlap, and pages are scraped again after a correction or with another teaser. Counted
// as often as they come, bodies would look like what a site repeats. An article is known by three
// of its longest lines; two that share two of the three are one, and so is a chain of such. So the
// count is a lower bound: articles of little but the same notices count as one, too.
//
// Threads:  pure.
// Order:    the same count for the same set, in whatever order. Needs sorting only inside.
// Memory:   some 40 bytes an article of the group, of at most kMostAtOnce at a time; beyond that
//           they are counted in portions of the sorted list, and a copy far away counts again.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::clean {

// Keys of an article's longest lines, ascending; 0 where there are fewer.
struct ArticleMark {
  std::array<std::uint32_t, 3> lines{};
  auto operator<=>(const ArticleMark&) const = default;
};

// Of four keys, the longest line's first, those three that are not `without`: a line says nothing
// about whether the articles that hold it are the same.
ArticleMark mark_of(const std::array<std::uint32_t, 4>& longest, std::uint32_t without);

class DistinctArticles {
 public:
  static constexpr std::size_t kMostAtOnce = 1 << 16;

  // Articles among the marks. Needs: sorted.
  std::uint32_t count(std::span<const ArticleMark> marks);
  // Articles among `marks` that are none of `others`. Needs: both sorted.
  std::uint32_t count_without(std::span<const ArticleMark> marks,
                              std::span<const ArticleMark> others);

 private:
  void join(std::span<const ArticleMark> marks);
  std::uint32_t root(std::uint32_t i);

  struct Pair {
    std::uint64_t key;
    std::uint32_t mark;
    auto operator<=>(const Pair&) const = default;
  };
  std::vector<Pair> pairs_;
  std::vector<std::uint32_t> parents_;
  std::vector<ArticleMark> all_;
};

}  // namespace pressmill::clean
