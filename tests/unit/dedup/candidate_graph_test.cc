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
        all.bands[band].push_back({mix64(key), 0, bucket_order(row, 1)});
    }
  }
  return all;
}

std::set<RowPair> visited_pairs(const CandidateGraph& graph) {
  std::vector<IndexPair> visited;
  EXPECT_TRUE(graph.each_pair([&](const IndexPair& pair) {
    visited.push_back(pair);
    return Status();
  }));
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
  std::set<RowPair> rows;
  for (const IndexPair& pair : visited) rows.insert({graph.rows()[pair.a], graph.rows()[pair.b]});
  EXPECT_EQ(visited.size(), rows.size()) << "each once";
  return rows;
}

void expect_links(CandidateGraph& graph, const std::set<RowPair>& linked) {
  const auto expected = reference::naive_components(linked);
  for (std::uint32_t index = 0; index < graph.rows().size(); ++index) {
    const auto it = expected.find(graph.rows()[index]);
    ASSERT_EQ(graph.is_linked(index), it != expected.end());
    if (it == expected.end()) continue;
    ASSERT_EQ(graph.rows()[graph.component_of(index)], it->second) << it->first;
  }
  std::vector<Link> visited;
  ASSERT_TRUE(graph.each_link([&](const Link& link) {
    visited.push_back(link);
    return Status();
  }));
  EXPECT_TRUE(std::is_sorted(visited.begin(), visited.end()));
  std::set<RowPair> rows;
  for (const auto& [component, pair] : visited) {
    ASSERT_EQ(component, graph.component_of(pair.a));
    ASSERT_EQ(component, graph.component_of(pair.b));
    rows.insert({graph.rows()[pair.a], graph.rows()[pair.b]});
  }
  EXPECT_EQ(visited.size(), linked.size()) << "each once";
  EXPECT_EQ(rows, linked);
}

// All pairs are candidates; one in `one_in` of them is linked.
void expect_graph(const std::set<RowPair>& pairs, std::uint64_t memory, std::uint64_t one_in) {
  const test::ScratchDir dir;
  {
    Candidates candidates(dir / "c-", memory, 0);
    ASSERT_TRUE(fill(candidates, buckets_of(pairs)));
    auto graph = CandidateGraph::build(candidates, dir / "g-", memory);
    ASSERT_TRUE(graph) << graph.error().text();
    std::set<std::uint64_t> rows;
    for (const RowPair& pair : pairs) rows.insert({pair.a, pair.b});
    EXPECT_EQ(graph->rows(), std::vector<std::uint64_t>(rows.begin(), rows.end()));
    EXPECT_EQ(graph->pairs(), pairs.size());
    EXPECT_EQ(visited_pairs(*graph), pairs);
    EXPECT_EQ(visited_pairs(*graph), pairs) << "again";
    std::set<RowPair> linked;
    ASSERT_TRUE(graph->each_pair([&](const IndexPair& pair) {
      if (mix64(pair.a * 1'000'003ULL + pair.b) % one_in != 0) return Status();
      linked.insert({graph->rows()[pair.a], graph->rows()[pair.b]});
      return graph->link(pair);
    }));
    EXPECT_EQ(graph->links(), linked.size());
    ASSERT_TRUE(graph->settle());
    expect_links(*graph, linked);
  }
  EXPECT_TRUE(std::filesystem::is_empty(dir.path()));
}

void expect_components_of(const std::set<RowPair>& pairs, std::uint64_t memory) {
  for (const std::uint64_t one_in : {1, 2, 5})
    ASSERT_NO_FATAL_FAILURE(expect_graph(pairs, memory, one_in));
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

constexpr std::uint64_t kAmple = std::uint64_t{1} << 28;

TEST(CandidateGraph, AgreesWithRelabelling) {
  std::uint64_t seed = 1;
  for (const std::uint64_t rows : {2, 10, 500})
    for (const std::size_t edges : {0, 1, 5, 200, 600})
      ASSERT_NO_FATAL_FAILURE(expect_components_of(random_pairs(rows, edges, seed++), kAmple))
          << rows << " rows, " << edges << " edges";
}

// Sorts of pairs, ends and components hold 8192, 16384 and 10922 records at least.
TEST(CandidateGraph, AgreesWhereItSpills) {
  const auto pairs = random_pairs(60'000, 40'000, 99);
  ASSERT_GT(pairs.size(), 2U * 16'384);
  ASSERT_NO_FATAL_FAILURE(expect_components_of(pairs, 0));
}

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
  ASSERT_NO_FATAL_FAILURE(expect_components_of(chain, kAmple));
  ASSERT_NO_FATAL_FAILURE(expect_components_of(star, kAmple));
}

TEST(CandidateGraph, RowsMayBeFarApart) {
  ASSERT_NO_FATAL_FAILURE(expect_components_of(
      {{0, kMostRows - 1}, {1, kMostRows - 2}, {1, kMostRows - 1}, {kMostRows - 4, kMostRows - 3}},
      kAmple));
}

}  // namespace
}  // namespace pressmill::dedup
