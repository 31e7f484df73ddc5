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
};

// At most so many articles of it.
Result<ClusterView> load_cluster(const FinishedRun& run, std::uint64_t number, std::uint64_t most);

// How alike a member that goes is to the survivor, as clusters.jsonl prints it.
std::string similarity_of(const dedup::Verdict& verdict);

// What decided for the survivor, in words.
std::string why_in_words(const std::string& why);

}  // namespace pressmill::inspect
