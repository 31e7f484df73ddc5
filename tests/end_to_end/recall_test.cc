// SPDX-License-Identifier: Apache-2.0
//
// Near-duplicates are found as often as the curve of the bands says, and none is removed that is
// not one: against the truth of a generated dump, which has all similarities exactly.
//
// Only pairs that stand alone are counted: in a larger family two articles are also compared
// because a third is like both, and more are found than the curve promises. Excerpts are not looked
// for, as their samples would find near pairs, too.

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <sstream>
#include <vector>

#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

// The chance that one of these tests fails where all is right is one in 16,000 for each group of
// pairs; it does not change from run to run.
constexpr double kSigmas = 4;
constexpr std::size_t kLeastPairs = 200;  // of a group

using IdPair = std::pair<std::string, std::string>;  // in order

IdPair ordered(std::string a, std::string b) {
  return a < b ? IdPair(std::move(a), std::move(b)) : IdPair(std::move(b), std::move(a));
}

std::vector<std::string> cells(const std::string& row, char between) {
  std::vector<std::string> found;
  std::istringstream in(row);
  for (std::string cell; std::getline(in, cell, between);) found.push_back(cell);
  return found;
}

// As the bands are documented.
struct Bands {
  int bands;
  int rows;
  double chance(double jaccard) const { return 1 - std::pow(1 - std::pow(jaccard, rows), bands); }
};

struct Group {
  std::size_t pairs = 0;
  std::size_t found = 0;
  double expected = 0;
  double variance = 0;
};

class Recall : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = std::make_unique<ScratchDir>();
    const CommandResult made = run_shell(
        std::string(PRESSMILL_CORPUSGEN) +
            " --out in --truth truth --articles 25000 --seed 11 --only-named --near-share 33% "
            "--furniture off --personal-share 0 --dup-at 0.4",
        folder());
    ASSERT_EQ(made.exit, 0) << made.err;
    read_truth();
  }
  static void TearDownTestSuite() {
    scratch_.reset();
    jaccard_.clear();
    pairs_of_.clear();
  }

  static fs::path folder() { return scratch_->path(); }

  static void read_truth() {
    std::istringstream rows(slurp(folder() / "truth/truth.dups.tsv"));
    std::string row;
    std::getline(rows, row);  // names
    while (std::getline(rows, row)) {
      const std::vector<std::string> cell = cells(row, '\t');
      jaccard_[ordered(cell.at(1), cell.at(2))] = std::stod(cell.at(4));
      ++pairs_of_[cell.at(1)];
      ++pairs_of_[cell.at(2)];
    }
    ASSERT_GT(jaccard_.size(), 10'000U);
  }

  static bool stands_alone(const IdPair& pair) {
    return pairs_of_.at(pair.first) == 1 && pairs_of_.at(pair.second) == 1;
  }

  // The removals of a run, each with the partner that it names.
  static std::set<IdPair> removed(const std::string& flags) {
    const CommandResult run = run_line(
        "pressmill run in --out out --quiet --fresh --contained off --clean off --quality none " +
            flags,
        folder());
    EXPECT_EQ(run.exit, 0) << run.err;
    std::set<IdPair> pairs;
    std::istringstream rows(unzstd(slurp(folder() / "out/articles.csv.zst")));
    std::string row;
    std::getline(rows, row);
    EXPECT_TRUE(row.starts_with("id,input,line,site,day,lang,words,verdict,reason,of,")) << row;
    while (std::getline(rows, row)) {
      const std::vector<std::string> cell = cells(row, ',');  // nothing here needs quotes
      if (!cell.at(9).empty()) pairs.insert(ordered(cell.at(0), cell.at(9)));
    }
    return pairs;
  }

  // Truth counts an accented letter as another one than the bare, so its similarities are a little
  // under ours: pairs just at the threshold are left alone.
  static void check(double near, const Bands& bands, const std::string& flags) {
    constexpr double kSlack = 0.01;
    const std::set<IdPair> found = removed("--near " + std::to_string(near) + " " + flags);
    for (const IdPair& pair : found) {
      const auto known = jaccard_.find(pair);
      ASSERT_NE(known, jaccard_.end()) << pair.first << " has nothing of " << pair.second;
      EXPECT_GE(known->second, near - kSlack) << pair.first << ' ' << pair.second;
    }
    std::map<int, Group> groups;  // by tenths of Jaccard
    for (const auto& [pair, jaccard] : jaccard_) {
      if (jaccard < near + kSlack || !stands_alone(pair)) continue;
      Group& group = groups[static_cast<int>(jaccard * 10)];
      const double chance = bands.chance(jaccard);
      ++group.pairs;
      group.found += found.contains(pair) ? 1 : 0;
      group.expected += chance;
      group.variance += chance * (1 - chance);
    }
    for (const auto& [tenth, group] : groups) expect_on_curve(tenth, group);
    EXPECT_GE(groups.size(), 3U);
  }

  static void expect_on_curve(int tenth, const Group& group) {
    EXPECT_GE(group.pairs, kLeastPairs) << "from " << tenth / 10.0 << " on";
    // Half a pair is what a count cannot tell.
    const double most = kSigmas * std::sqrt(group.variance) + 0.5;
    EXPECT_NEAR(static_cast<double>(group.found), group.expected, most)
        << "of " << group.pairs << " pairs from " << tenth / 10.0 << " on";
  }

 private:
  static inline std::unique_ptr<ScratchDir> scratch_;
  static inline std::map<IdPair, double> jaccard_;
  static inline std::map<std::string, std::size_t> pairs_of_;
};

TEST_F(Recall, FollowsTheBandsOfAnyPreset) {
  check(0.4, {14, 8}, "--lsh fineweb");
  check(0.4, {26, 11}, "--lsh dolma3");
}

TEST_F(Recall, FollowsTheBandsThatThresholdsAsk) {
  check(0.5, {47, 4}, "");
  check(0.7, {24, 6}, "");
}

}  // namespace

}  // namespace pressmill::test
