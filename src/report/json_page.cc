// SPDX-License-Identifier: Apache-2.0
//
// Samples as JSON.

#include "report/json_page.h"

namespace pressmill::report {

namespace {

// Unknown site and day are null, as everywhere in stats.json.
constexpr auto kArticle = [](auto& io, auto& article) {
  io.token("id", article.id)
      .or_null("site", article.site, "-")
      .or_null("day", article.day)
      .unless_empty("title", article.title);
};

constexpr auto kPassage = [](auto& io, auto& passage) {
  io.field("left", passage.left).field("right", passage.right).flag("same", passage.same);
};

constexpr auto kCluster = [](auto& io, auto& sample) {
  io.field("cluster", sample.number)
      .field("size", sample.size)
      .object("survivor", sample.survivor, kArticle)
      .object("member", sample,
              [](auto& member, auto& all) {
                kArticle(member, all.member);
                member.field("kind", all.kind)
                    .token("similarity", all.similarity)
                    .flag("removed", all.removed);
              })
      .list("passages", sample.passages, kPassage)
      .field("more_passages", sample.more_passages);
};

constexpr auto kRemoval = [](auto& io, auto& sample) {
  io.field("reason", sample.reason);
  kArticle(io, sample.article);
  io.unless_empty("excerpt", sample.excerpt)
      .token("measured", sample.measured)
      .token("threshold", sample.threshold)
      .token("of", sample.of)
      .token("similarity", sample.similarity);
};

constexpr auto kLine = [](auto& io, auto& sample) {
  io.field("rule", sample.rule).field("line", sample.line);
  kArticle(io, sample.article);
  io.token("chance", sample.chance);
  if (kReads<decltype(io)> || sample.of > 0)
    io.field("articles", sample.articles).field("of", sample.of);
};

constexpr auto kSamples = [](auto& io, auto& samples) {
  io.list("clusters", samples.clusters, kCluster)
      .list("removed", samples.removed, kRemoval)
      .list("lines", samples.lines, kLine);
};

}  // namespace

void put_page(FieldWriter& io, const Summary& summary) {
  io.object("samples", summary.samples, kSamples);
}

void read_page(FieldReader& io, Summary& summary) {
  io.object("samples", summary.samples, kSamples);
}

}  // namespace pressmill::report
