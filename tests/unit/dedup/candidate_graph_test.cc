// SPDX-License-Identifier: Apache-2.0
//
// Components of candidates against relabelling until nothing changes.

#include "dedup/candidate_graph.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <tuple>

#include "base/hash.h"
#include "tests/unit/dedup/buckets.h"

namespace pressmill::dedup {
namespace {

using reference::NaiveCandidates;

// A bucket for each pair; some pairs in both bands.
NaiveCandidates buckets_of(const std::set<RowPair>& pairs) {
  NaiveCandidates all;
  all.bands.resize(2);
  std::uint64_t key = 1;
  for (const RowPair& pair : pairs) {
    ++key;
    for (std::size_t band = 0; band < 2; ++band) {
      if (band == 1 && key % 3 != 0) continue;
      for (const std::uint64_t row : {pair.a, pair.b})
        all.bands[band].push_back({mix64(key), 0, bucket_order(row, 1, 0)});
    }
  }
  return all;
}

constexpr std::uint64_t kAmple = std::uint64_t{1} << 28;

Result<CandidateGraph> graph_of(const std::set<RowPair>& pairs, const std::string& prefix,
                                std::uint64_t memory) {
  Candidates candidates(prefix + "c-", memory);
  EXPECT_TRUE(fill_bands(candidates, buckets_of(pairs)));
  return CandidateGraph::build(candidates, prefix + "g-", memory);
}

// Of candidates every third or so is alike.
bool is_alike(const RowPair& pair) {
  return mix64(pair.a * 31 + pair.b) % 3 == 0;
}

std::uint32_t shared_of(const IndexPair& pair) {
  return pair.a ^ pair.b << 8;
}

RowPair by_rows(const CandidateGraph& graph, const IndexPair& pair) {
  return {graph.rows()[pair.a], graph.rows()[pair.b]};
}

void expect_candidates(const CandidateGraph& graph, const std::set<RowPair>& pairs) {
  std::set<std::uint64_t> rows;
  for (const RowPair& pair : pairs) rows.insert({pair.a, pair.b});
  EXPECT_EQ(graph.rows(), std::vector<std::uint64_t>(rows.begin(), rows.end()));
  EXPECT_EQ(graph.pairs(), pairs.size());
  for (int round = 0; round < 2; ++round) {
    RowPairs visited;
    ASSERT_TRUE(graph.each_pair([&](const IndexPair& pair) {
      visited.push_back(by_rows(graph, pair));
      return Status();
    }));
    ASSERT_EQ(visited, listed(pairs)) << "in order, as often as asked";
  }
}

void expect_links(CandidateGraph& graph, const std::set<RowPair>& links) {
  const auto expected = reference::naive_components(links);
  for (std::uint32_t index = 0; index < graph.rows().size(); ++index) {
    const auto found = expected.find(graph.rows()[index]);
    ASSERT_EQ(graph.is_linked(index), found != expected.end());
    if (found == expected.end()) continue;
    ASSERT_EQ(graph.rows()[graph.component_of(index)], found->second);
  }
  EXPECT_EQ(graph.links(), links.size());
  std::vector<Link> visited;
  ASSERT_TRUE(graph.each_link([&](const Link& link) {
    visited.push_back(link);
    return Status();
  }));
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
  std::set<RowPair> rows;
  for (const Link& link : visited) {
    ASSERT_EQ(link.component, graph.component_of(link.pair.a));
    ASSERT_EQ(link.component, graph.component_of(link.pair.b));
    ASSERT_EQ(link.shared, shared_of(link.pair));
    rows.insert(by_rows(graph, link.pair));
  }
  EXPECT_EQ(visited.size(), links.size()) << "each once";
  EXPECT_EQ(rows, links);
}

void expect_components_of(const std::set<RowPair>& pairs, std::uint64_t memory) {
  const test::ScratchDir dir;
  {
    auto graph = graph_of(pairs, dir / "", memory);
    ASSERT_TRUE(graph) << graph.error().text();
    ASSERT_NO_FATAL_FAILURE(expect_candidates(*graph, pairs));
    std::vector<IndexPair> to_link;
    std::set<RowPair> links;
    ASSERT_TRUE(graph->each_pair([&](const IndexPair& pair) {
      if (!is_alike(by_rows(*graph, pair))) return Status();
      to_link.push_back(pair);
      links.insert(by_rows(*graph, pair));
      return Status();
    }));
    test::Random random(pairs.size());
    shuffle(to_link, random);
    for (const IndexPair& pair : to_link) ASSERT_TRUE(graph->link(pair, shared_of(pair)));
    ASSERT_TRUE(graph->settle());
    ASSERT_NO_FATAL_FAILURE(expect_links(*graph, links));
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

std::set<RowPair> random_pairs(std::uint64_t rows, std::size_t edges, std::uint64_t seed) {
  test::Random random(seed);
  std::set<RowPair> pairs;
  for (std::size_t i = 0; i < edges; ++i) {
    const std::uint64_t a = random.below(rows) * 5;  // most rows are in no pair
    const std::uint64_t b = random.below(rows) * 5;
    if (a != b) pairs.insert({std::min(a, b), std::max(a, b)});
  }
  return pairs;
}

TEST(CandidateGraph, AgreesWithRelabelling) {
  std::uint64_t seed = 1;
  for (const std::uint64_t rows : {2, 10, 500})
    for (const std::size_t edges : {0, 1, 5, 200, 600})
      ASSERT_NO_FATAL_FAILURE(expect_components_of(random_pairs(rows, edges, seed++), kAmple))
          << rows << " rows, " << edges << " edges";
}

// Sorts of pairs, ends and links hold 8192, 16384 and 10922 records at least.
TEST(CandidateGraph, AgreesWhereItSpills) {
  const auto pairs = random_pairs(60'000, 40'000, 99);
  ASSERT_GT(pairs.size(), 2U * 16'384);
  ASSERT_GT(std::count_if(pairs.begin(), pairs.end(), is_alike), 10'922);
  ASSERT_NO_FATAL_FAILURE(expect_components_of(pairs, 0));
}

// All linked, so that whom a root hangs on changes with many a link.
TEST(CandidateGraph, ChainsAndStarsAreOneComponent) {
  std::vector<std::uint64_t> rows(1500);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = 7 * i;
  test::Random random(2);
  shuffle(rows, random);
  std::set<RowPair> chain;
  std::set<RowPair> star;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    chain.insert({std::min(rows[i - 1], rows[i]), std::max(rows[i - 1], rows[i])});
    star.insert({std::min(rows[0], rows[i]), std::max(rows[0], rows[i])});
  }
  for (const auto& pairs : {chain, star}) {
    const test::ScratchDir dir;
    auto graph = graph_of(pairs, dir / "", kAmple);
    ASSERT_TRUE(graph);
    ASSERT_TRUE(graph->each_pair(
        [&](const IndexPair& pair) { return graph->link(pair, shared_of(pair)); }));
    ASSERT_TRUE(graph->settle());
    for (std::uint32_t i = 0; i < rows.size(); ++i) ASSERT_EQ(graph->component_of(i), 0U);
    ASSERT_NO_FATAL_FAILURE(expect_links(*graph, pairs));
  }
}

TEST(CandidateGraph, RowsMayBeFarApart) {
  ASSERT_NO_FATAL_FAILURE(expect_components_of(
      {{0, kMostRows - 1}, {1, kMostRows - 2}, {1, kMostRows - 1}, {kMostRows - 4, kMostRows - 3}},
      kAmple));
}

}  // namespace
}  // namespace pressmill::dedup
