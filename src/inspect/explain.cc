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

// Copies are alike in every byte; of the others it is shown where they are not.
Status compare(const FinishedRun& run, std::vector<ArticleView>& partner, Explained& explained) {
  const ArticleView& article = explained.article;
  if (!article.has_partner()) return {};
  auto loaded = load_articles(run, {article.verdict.of}, Detail::whole);
  if (!loaded) return loaded.error();
  partner = std::move(*loaded);
  explained.partner = &partner.front();
  if (article.verdict.kind != dedup::Kind::exact && article.has_text && partner.front().has_text)
    explained.differing = differing_passages(article.text, partner.front().text, kMostPassages);
  return {};
}

Result<std::string> explain_one(const FinishedRun& run, const ArticleView& article,
                                const ExplainOptions& options) {
  Explained explained{article};
  std::optional<ClusterView> cluster;
  if (article.verdict.cluster != 0) {
    auto loaded =
        load_cluster(run, article.verdict.cluster, options.json ? kMostMembersJson : kMostMembers);
    if (!loaded) return loaded.error();
    cluster = std::move(*loaded);
    if (!cluster->articles.empty()) explained.cluster = &*cluster;
  }
  std::vector<ArticleView> partner;
  if (Status s = compare(run, partner, explained); !s) return s.error();
  return options.json ? explained_json(run, explained)
                      : explained_text(run, explained, options.terminal);
}

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
    if (!options.json && view.row != views->front().row) text += "\n";
    auto one = explain_one(*run, view, options);
    if (!one) return one.error();
    text += *one;
  }
  return text;
}

}  // namespace pressmill::inspect
