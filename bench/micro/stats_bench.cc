// SPDX-License-Identifier: Apache-2.0
//
// stats: articles counted by site, day, both and language. Bytes are those of the facts.

#include <array>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "bench/micro/harness.h"
#include "stats/corpus_stats.h"

namespace pressmill::bench {

namespace {

using Facts = std::vector<stats::ArticleFacts>;

// A crawl of a year; sites and days come mixed, which is what the maps have to bear.
constexpr std::uint64_t kSites = 500;
constexpr std::uint64_t kDays = 365;
constexpr std::uint64_t kLanguages = 4;

Facts make_facts(std::size_t bytes) {
  Facts facts(bytes / sizeof(stats::ArticleFacts));
  for (std::uint64_t i = 0; i < facts.size(); ++i) {
    const std::uint64_t random = mix64(i + 1);
    stats::ArticleFacts& article = facts[i];
    article.site = mix64(random % kSites);
    article.day = static_cast<std::int32_t>((random >> 16) % kDays);
    article.lang = (random >> 32) % kLanguages;
    article.reason = (random >> 40) % 32 == 0 ? 2 : 0;
    article.volume = {1, random % 9000, random % 8000, random % 7000, random % 900, random % 40};
  }
  return facts;
}

// Articles and words, in and kept, of one group.
using Sums = std::array<std::uint64_t, 4>;
// Kind of group, site, day, language; what does not matter to the kind is 0.
using Groups = std::map<std::tuple<int, std::uint64_t, std::int32_t, std::uint64_t>, Sums>;

Sums sums_of(const Flow& flow) {
  return {flow.in.articles, flow.in.words, flow.kept.articles, flow.kept.words};
}

stats::CorpusStats counted(const Facts& facts) {
  stats::CorpusStats counts;
  for (const stats::ArticleFacts& article : facts) counts.add(article);
  return counts;
}

Groups groups_of(const stats::CorpusStats& counts) {
  Groups groups;
  groups[{0, 0, 0, 0}] = sums_of(counts.total);
  for (const auto& [site, flow] : counts.sites) groups[{1, site, 0, 0}] = sums_of(flow);
  for (const auto& [day, flow] : counts.days) groups[{2, 0, day, 0}] = sums_of(flow);
  for (const auto& [both, flow] : counts.site_days)
    groups[{3, both.first, both.second, 0}] = sums_of(flow);
  for (const auto& [lang, flow] : counts.languages) groups[{4, 0, 0, lang}] = sums_of(flow);
  return groups;
}

// The twin has one sorted map for all groups.
Groups grouped(const Facts& facts) {
  Groups groups;
  for (const stats::ArticleFacts& article : facts) {
    const auto count = [&](Sums& sums) {
      sums[0] += article.volume.articles;
      sums[1] += article.volume.words;
      if (article.reason != 0) return;
      sums[2] += article.volume.articles;
      sums[3] += article.volume.words;
    };
    count(groups[{0, 0, 0, 0}]);
    count(groups[{1, article.site, 0, 0}]);
    count(groups[{2, 0, article.day, 0}]);
    count(groups[{3, article.site, article.day, 0}]);
    count(groups[{4, 0, 0, article.lang}]);
  }
  return groups;
}

}  // namespace

void add_stats() {
  for (const std::size_t bytes : {kSmall, kLarge}) {
    const auto facts = std::make_shared<const Facts>(make_facts(bytes));
    const std::size_t used = facts->size() * sizeof(stats::ArticleFacts);
    const auto is_right = [=] { return groups_of(counted(*facts)) == grouped(*facts); };
    add({"stats/count/twin/" + size_name(bytes), used, Bound::read, is_right,
         [=] { benchmark::DoNotOptimize(grouped(*facts)); }});
    add({"stats/count/maps/" + size_name(bytes), used, Bound::read, is_right,
         [=] { benchmark::DoNotOptimize(counted(*facts)); }});
  }
}

}  // namespace pressmill::bench
