// SPDX-License-Identifier: Apache-2.0
//
// All pairs.

#include "tests/reference/naive_exact.h"

#include <tuple>

namespace pressmill::reference {

namespace {

bool is_better(const NaiveArticle& a, const NaiveArticle& b) {
  return std::tuple(a.rank, a.row) < std::tuple(b.rank, b.row);
}

bool has_same_text(const NaiveArticle& a, const NaiveArticle& b, Scope scope) {
  return a.hash == b.hash && (scope != Scope::site || a.site == b.site);
}

const NaiveArticle& original_of(const NaiveArticle& article,
                                const std::vector<NaiveArticle>& articles, Scope scope) {
  const NaiveArticle* best = &article;
  for (const NaiveArticle& other : articles)
    if (has_same_text(other, article, scope) && is_better(other, *best)) best = &other;
  return *best;
}

bool is_copy(const NaiveArticle& article, const NaiveArticle& original, Scope scope) {
  if (article.row == original.row) return false;
  return scope != Scope::cross_site || article.site != original.site;
}

// The rank of the original's best copy: what the original won against.
std::uint64_t second_rank(const NaiveArticle& original, const std::vector<NaiveArticle>& articles,
                          Scope scope) {
  std::uint64_t second = UINT64_MAX;
  for (const NaiveArticle& other : articles)
    if (has_same_text(other, original, scope) && is_copy(other, original, scope) &&
        other.rank < second)
      second = other.rank;
  return second;
}

}  // namespace

std::vector<dedup::Copy> exact_copies(const std::vector<NaiveArticle>& articles,
                                      const dedup::SurvivorRule& rule, Scope scope) {
  std::vector<dedup::Copy> copies;
  for (const NaiveArticle& article : articles) {
    const NaiveArticle& original = original_of(article, articles, scope);
    if (!is_copy(article, original, scope)) continue;
    const dedup::Why why = rule.why(original.rank, second_rank(original, articles, scope));
    copies.push_back({original.row, article.row, static_cast<std::uint64_t>(why)});
  }
  return copies;
}

}  // namespace pressmill::reference
