// SPDX-License-Identifier: Apache-2.0
//
// `pressmill explain OUT ID`: all that happened to one article, its lines and its cluster.
//
// It reads OUT alone, whose work folder may be gone: a few values of the index, the head of one
// part (of two for a near-duplicate, which stands beside its partner), the removed lines of one
// segment. That takes a fraction of a second for a dump of any
// size.
//
// Threads:  one caller.
// Failure:  as FinishedRun.

#pragma once

#include <string>

#include "inspect/article_view.h"
#include "inspect/cluster_view.h"
#include "inspect/passages.h"
#include "inspect/terminal.h"

namespace pressmill::inspect {

struct ExplainOptions {
  bool json = false;  // one object a line for each article
  Terminal terminal;
};

// Articles that share an id are all shown, up to kMostExplained of them.
inline constexpr std::uint64_t kMostExplained = 10;

Result<std::string> explain(const std::string& out, const std::string& id,
                            const ExplainOptions& options);

// An article with what it belongs to.
struct Explained {
  const ArticleView& article;
  const ClusterView* cluster = nullptr;  // null: in none
  const ArticleView* partner = nullptr;  // the article that it was compared with; null: none
  Passages differing{};                  // from the partner, where both have a text
};

inline constexpr std::size_t kMostPassages = 3;

// One article for people, and for programs (with its line end).
std::string explained_text(const FinishedRun& run, const Explained& explained,
                           const Terminal& terminal);
std::string explained_json(const FinishedRun& run, const Explained& explained);

}  // namespace pressmill::inspect
