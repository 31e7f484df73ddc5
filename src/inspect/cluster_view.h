// SPDX-License-Identifier: Apache-2.0
//
// A cluster: who stays, why, and who else is in it.
//
// Threads:  one caller.
// Memory:   the members asked for; a cluster may have any number.
// Failure:  Code::input for damaged files.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inspect/article_view.h"

namespace pressmill::inspect {

struct ClusterView {
  std::uint64_t number = 0;
  std::uint64_t size = 0;             // members, the survivor included
  std::string why;                    // as in clusters.jsonl
  std::vector<ArticleView> articles;  // the survivor first; figures only
  std::vector<ArticleView> partners;  // of those, where they are not among them; figures only

  // Nothing for articles that are neither.
  const ArticleView* find(std::uint64_t row) const;
};

// At most so many articles of it.
Result<ClusterView> load_cluster(const FinishedRun& run, std::uint64_t number, std::uint64_t most);

// How alike a member is to its partner, as clusters.jsonl prints it; "" of survivors.
std::string similarity_of(const dedup::Verdict& verdict);

// "678 of 728 five-word shingles".
std::string ratio_in_words(const dedup::Verdict& verdict, unsigned shingle_words);

// What decided for the survivor, in words.
std::string why_in_words(const std::string& why);

}  // namespace pressmill::inspect
