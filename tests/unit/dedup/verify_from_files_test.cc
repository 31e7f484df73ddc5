// SPDX-License-Identifier: Apache-2.0
//
// Pairs verified from files against the definition: all of memory's sizes, one thread and eight.

#include "dedup/verify_from_files.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "dedup/alike.h"
#include "dedup/set_files.h"
#include "tests/unit/dedup/buckets.h"
#include "tests/unit/dedup/components.h"

namespace pressmill::dedup {
namespace {

#if defined(__SANITIZE_THREAD__)
// Debian's oneTBB is not instrumented: every hand-over between its threads looks like a race.
constexpr unsigned kMostThreads = 1;
#else
constexpr unsigned kMostThreads = 8;
#endif

constexpr std::uint32_t kNear = 7000;
constexpr std::uint32_t kContained = 9000;

// Articles with their sets, and the pairs that were guessed.
struct Guesses {
  std::vector<Set> sets;
  std::vector<std::uint64_t> sites;
  std::set<RowPair> pairs;
};

// Versions of some stories; of each story two represent it, and some pairs are guessed for nothing.
Guesses guesses(std::size_t articles, std::size_t stories, std::uint64_t seed) {
  test::Random random(seed);
  Guesses all;
  std::map<std::uint64_t, std::vector<std::uint64_t>> of_story;
  for (std::uint64_t row = 0; row < articles; ++row) {
    const std::uint64_t story = random.below(stories);
    const std::uint64_t begin = random.below(12);
    all.sets.push_back(part(story, begin, begin + 40 + random.below(50)));
    all.sites.push_back(random.below(3));
    auto& versions = of_story[story];
    for (const std::uint64_t other : versions)
      if (other == versions.front() || other == versions.back()) all.pairs.insert({other, row});
    versions.push_back(row);
    const std::uint64_t stranger = random.below(row + 1);
    if (stranger != row && random.below(2) == 0) all.pairs.insert({stranger, row});
  }
  return all;
}

using Alike = std::map<RowPair, std::uint32_t>;

bool counts(Scope scope, bool same_site) {
  return scope == Scope::all || same_site == (scope == Scope::site);
}

Alike alike_of(const Guesses& all, Scope scope, std::uint64_t& compared) {
  Alike alike;
  compared = 0;
  for (const RowPair& pair : all.pairs) {
    if (!counts(scope, all.sites[pair.a] == all.sites[pair.b])) continue;
    ++compared;
    Set both;
    std::set_intersection(all.sets[pair.a].begin(), all.sets[pair.a].end(),
                          all.sets[pair.b].begin(), all.sets[pair.b].end(),
                          std::back_inserter(both));
    const Similarity s{static_cast<std::uint32_t>(both.size()),
                       static_cast<std::uint32_t>(all.sets[pair.a].size()),
                       static_cast<std::uint32_t>(all.sets[pair.b].size())};
    if (s.is_near(kNear) || s.is_contained(kContained))
      alike[pair] = static_cast<std::uint32_t>(both.size());
  }
  return alike;
}

class VerifyFromFiles : public testing::Test {
 protected:
  static Result<CandidateGraph> graph_of(const Guesses& all, const std::string& prefix) {
    reference::NaiveCandidates buckets;
    buckets.bands.resize(1);
    std::uint64_t key = 0;
    for (const RowPair& pair : all.pairs) {
      ++key;
      for (const std::uint64_t row : {pair.a, pair.b})
        buckets.bands[0].push_back({mix64(key), 0, bucket_order(row, 1, 0)});
    }
    Candidates candidates(prefix + "c-", kAmple);
    EXPECT_TRUE(fill_bands(candidates, buckets));
    return CandidateGraph::build(candidates, prefix + "g-", kAmple);
  }

  // In three files, as segments leave them.
  static std::vector<std::string> write_sets(const Guesses& all, const CandidateGraph& graph,
                                             const std::string& prefix) {
    constexpr std::size_t kFiles = 3;
    std::vector<std::string> paths;
    auto writer = SetWriter::create(prefix + "sets-", kFiles);
    EXPECT_TRUE(writer);
    const std::size_t rows = graph.rows().size();
    for (std::uint32_t index = 0; index < rows; ++index) {
      SetHead head;
      head.index = index;
      const std::uint64_t row = graph.rows()[index];
      head.member = {row, row, all.sites[row], 0, 0};
      EXPECT_TRUE(writer->add(index * kFiles / rows, head, all.sets[row]));
    }
    EXPECT_TRUE(writer->close());
    for (std::size_t file = 0; file < kFiles; ++file) paths.push_back(writer->path(file));
    return paths;
  }

  void expect_links(const Guesses& all, Scope scope, std::uint64_t memory, unsigned threads) {
    std::uint64_t expected_compared = 0;
    const Alike expected = alike_of(all, scope, expected_compared);
    auto graph = graph_of(all, dir_ / "");
    ASSERT_TRUE(graph);
    const SetsInFiles sets{write_sets(all, *graph, dir_ / ""), [&](std::uint32_t index) {
                             return sizeof(SetHead) +
                                    all.sets[graph->rows()[index]].size() * sizeof(std::uint64_t);
                           }};
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, threads);
    const auto compared = verify_from_files(
        sets, *graph,
        {scope, kNear, kContained, dir_ / "v-", memory, threads, [] { return Status(); }});
    ASSERT_TRUE(compared) << compared.error().text();
    EXPECT_EQ(*compared, expected_compared);
    ASSERT_TRUE(graph->settle());
    Alike links;
    ASSERT_TRUE(graph->each_link([&](const Link& link) {
      links[{graph->rows()[link.pair.a], graph->rows()[link.pair.b]}] = link.shared;
      return Status();
    }));
    EXPECT_EQ(graph->links(), expected.size()) << "each once";
    EXPECT_TRUE(links == expected);
  }

  static constexpr std::uint64_t kAmple = std::uint64_t{1} << 28;
  test::ScratchDir dir_;
};

// With no memory each hub is held alone, and more hubs than files may be come by in turn.
TEST_F(VerifyFromFiles, AgreesWithTheDefinition) {
  std::uint64_t seed = 1;
  for (const std::size_t articles : {2, 50, 2000})
    for (const std::size_t stories : {1, 300})
      for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{100'000}, kAmple}) {
        const Guesses all = guesses(articles, stories, seed++);
        for (const Scope scope : {Scope::all, Scope::site, Scope::cross_site})
          ASSERT_NO_FATAL_FAILURE(expect_links(all, scope, memory, kMostThreads))
              << articles << " articles, memory " << memory;
      }
}

TEST_F(VerifyFromFiles, AnyThreadsFindTheSame) {
  const Guesses all = guesses(3000, 40, 99);
  for (const unsigned threads : {1U, kMostThreads})
    for (const std::uint64_t memory : {std::uint64_t{300'000}, kAmple})
      ASSERT_NO_FATAL_FAILURE(expect_links(all, Scope::all, memory, threads));
}

TEST_F(VerifyFromFiles, EndsWhenAskedTo) {
  const Guesses all = guesses(500, 10, 3);
  auto graph = graph_of(all, dir_ / "");
  ASSERT_TRUE(graph);
  const auto bytes_of = [](std::uint32_t) { return std::uint64_t{1000}; };
  const auto compared =
      verify_from_files({write_sets(all, *graph, dir_ / ""), bytes_of}, *graph,
                        {Scope::all, kNear, kContained, dir_ / "v-", kAmple, kMostThreads,
                         [] { return Status(Error(Code::stopped, "enough")); }});
  ASSERT_FALSE(compared);
  EXPECT_EQ(compared.error().code(), Code::stopped);
}

TEST_F(VerifyFromFiles, MissingSetsAreAnError) {
  const Guesses all = guesses(500, 10, 4);
  auto graph = graph_of(all, dir_ / "");
  ASSERT_TRUE(graph);
  auto paths = write_sets(all, *graph, dir_ / "");
  std::filesystem::resize_file(paths[1], std::filesystem::file_size(paths[1]) / 2);
  const auto bytes_of = [](std::uint32_t) { return std::uint64_t{1000}; };
  const auto compared = verify_from_files(
      {paths, bytes_of}, *graph,
      {Scope::all, kNear, kContained, dir_ / "v-", kAmple, kMostThreads, [] { return Status(); }});
  ASSERT_FALSE(compared);
  EXPECT_EQ(compared.error().code(), Code::input);
}

}  // namespace
}  // namespace pressmill::dedup
