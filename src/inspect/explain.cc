// SPDX-License-Identifier: Apache-2.0
//
// Looking up, then printing.

#include "inspect/explain.h"

#include <fmt/format.h>

#include <optional>

#include "base/human.h"

namespace pressmill::inspect {

namespace {

// Of a cluster's articles. Programs get more; clusters.jsonl.zst has all.
constexpr std::uint64_t kMostMembers = 20;
constexpr std::uint64_t kMostMembersJson = 1000;

}  // namespace

Result<std::string> explain(const std::string& out, const std::string& id,
                            const ExplainOptions& options) {
  auto run = FinishedRun::open(out);
  if (!run) return run.error();
  auto found = run->find(id, kMostExplained);
  if (!found) return found.error();
  auto views = load_articles(*run, found->rows, Detail::whole);
  if (!views) return views.error();
  std::string text;
  if (!options.json && found->all > 1)
    text = fmt::format("{} have this id{}.\n\n", counted(found->all, "article"),
                       found->all > found->rows.size()
                           ? fmt::format("; these are the first {}", found->rows.size())
                           : "");
  for (const ArticleView& view : *views) {
    std::optional<ClusterView> cluster;
    if (view.verdict.cluster != 0) {
      auto loaded =
          load_cluster(*run, view.verdict.cluster, options.json ? kMostMembersJson : kMostMembers);
      if (!loaded) return loaded.error();
      cluster = std::move(*loaded);
    }
    const ClusterView* of = cluster ? &*cluster : nullptr;
    if (!options.json && view.row != views->front().row) text += "\n";
    text += options.json ? explained_json(*run, view, of)
                         : explained_text(*run, view, of, options.terminal);
  }
  return text;
}

}  // namespace pressmill::inspect
