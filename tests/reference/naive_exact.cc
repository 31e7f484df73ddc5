// SPDX-License-Identifier: Apache-2.0
//
// All pairs.

#include "tests/reference/naive_exact.h"

#include <algorithm>

#include "dedup/survivor.h"

namespace pressmill::reference {

namespace {

bool is_better(const NaiveArticle& a, const NaiveArticle& b) {
  return a.rank != b.rank ? a.rank < b.rank : a.row < b.row;
}

}  // namespace

std::vector<NaiveVerdict> exact_copies(const std::vector<NaiveArticle>& articles, Survivor rule) {
  std::vector<NaiveVerdict> verdicts;
  for (const NaiveArticle& article : articles) {
    std::vector<NaiveArticle> copies;  // the article too
    for (const NaiveArticle& other : articles)
      if (other.hash == article.hash) copies.push_back(other);
    if (copies.size() < 2) continue;
    std::sort(copies.begin(), copies.end(), is_better);
    NaiveVerdict member{article.row, {}};
    if (copies[0].row == article.row) {
      member.verdict.why = dedup::survivor_why(rule, copies[0].rank, copies[1].rank);
      member.verdict.cluster_size = static_cast<std::uint32_t>(copies.size());
    } else {
      member.verdict.reason = dedup::Reason::exact;
      member.verdict.of = copies[0].row;
    }
    verdicts.push_back(member);
  }
  // Numbers go by the rows of the survivors.
  std::uint64_t clusters = 0;
  for (const NaiveVerdict& survivor : verdicts) {
    if (survivor.verdict.reason != dedup::Reason::kept) continue;
    ++clusters;
    for (NaiveVerdict& member : verdicts)
      if (member.row == survivor.row ||
          (member.verdict.reason == dedup::Reason::exact && member.verdict.of == survivor.row))
        member.verdict.cluster = clusters;
  }
  return verdicts;
}

}  // namespace pressmill::reference
