// SPDX-License-Identifier: Apache-2.0
//
// Nothing is removed that is not like what stays: on real articles, every removal is compared with
// its partner once more, by sets of words without a hash, a signature or a table of the mill's.
//
// Both texts are read from what the run wrote, so they are what was compared: repaired, normalised
// and cleaned.

#include <gtest/gtest.h>

#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <sstream>

#include "doc/json_value.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"
#include "tests/reference/naive_words.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShingleWords = 5;
constexpr std::array kSets = {"news/abp_open",          "news/bbc_news",     "news/ant_arabic_news",
                              "news/spanish_fake_news", "news/xwlb_open",    "dups/extractors",
                              "dups/minhash_100",       "dups/minhash_1000", "dups/minhash_2500"};

struct Thresholds {
  std::string flags;
  std::size_t near = 0;       // ten-thousandths
  std::size_t contained = 0;  // ten-thousandths
};

using Texts = std::map<std::string, std::string>;  // by id

struct Removal {
  std::string id, reason, of, similarity, text;
};

// For each line of OUT/<folder>: the line as it stands, and parsed.
void each_line(const fs::path& out, const std::string& folder,
               const std::function<void(const std::string&, const doc::JsonValue&)>& visit) {
  std::istringstream lines(part_lines(out, folder));
  for (std::string line; std::getline(lines, line);) {
    const auto json = doc::JsonValue::parse(line);
    ASSERT_TRUE(json) << line;
    visit(line, *json);
  }
}

Texts kept_texts(const fs::path& out) {
  Texts texts;
  each_line(out, "kept", [&](const std::string& line, const doc::JsonValue& article) {
    const bool is_new = texts.emplace(article["id"].string(), article["text"].string()).second;
    EXPECT_TRUE(is_new) << "ids of these sets are told apart: " << line;
  });
  return texts;
}

// The digits as they are printed: a parsed number would not tell how many there are.
std::string printed_similarity(const std::string& line) {
  constexpr std::string_view kName = "\"similarity\":";
  const std::size_t begin = line.rfind(kName) + kName.size();
  return line.substr(begin, line.find_first_of(",}", begin) - begin);
}

std::vector<Removal> removals(const fs::path& out) {
  std::vector<Removal> found;
  each_line(out, "dropped", [&](const std::string& line, const doc::JsonValue& article) {
    const doc::JsonValue& verdict = article["pressmill"];
    if (!verdict["of"].exists()) return;  // empty
    found.push_back({article["id"].string(), verdict["reason"].string(), verdict["of"].string(),
                     printed_similarity(line), article["text"].string()});
  });
  return found;
}

// "0.9312", half to even. Where it is a tie the quotient is exact.
std::string four_decimals(std::size_t part, std::size_t whole) {
  const double value = std::nearbyint(1e4 * static_cast<double>(part) / static_cast<double>(whole));
  std::string digits = std::to_string(static_cast<std::size_t>(value));
  if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
  return digits.insert(digits.size() - 4, ".");
}

void expect_alike(const Removal& gone, const std::string& partner, const Thresholds& thresholds) {
  SCOPED_TRACE(gone.id + " goes as " + gone.reason + " of " + gone.of);
  const auto a = reference::word_shingles(gone.text, kShingleWords);
  const auto b = reference::word_shingles(partner, kShingleWords);
  const std::size_t shared = reference::shared_shingles(a, b);
  std::size_t whole = a.size() + b.size() - shared;
  std::size_t threshold = thresholds.near;
  if (gone.reason == "contained") {
    EXPECT_LE(a.size(), b.size()) << "the smaller one goes";
    whole = a.size();
    threshold = thresholds.contained;
  } else if (gone.reason == "exact") {
    EXPECT_EQ(gone.text, partner);
    threshold = 10'000;
  } else {
    EXPECT_EQ(gone.reason, "near");
  }
  ASSERT_GT(whole, 0U);
  EXPECT_GE(shared * 10'000, threshold * whole) << shared << " of " << whole;
  EXPECT_EQ(gone.similarity, four_decimals(shared, whole));
}

// Counts what was checked, by reason.
void check_set(const fs::path& input, const Thresholds& thresholds, const fs::path& scratch,
               std::map<std::string, std::size_t>& checked) {
  SCOPED_TRACE(input.filename().string() + " " + thresholds.flags);
  const CommandResult run = run_line(
      "pressmill run --quiet --fresh --out out "
      "--drop exact,near,contained " +
          thresholds.flags + " " + quoted(input),
      scratch);
  ASSERT_EQ(run.exit, 0) << run.err;
  const Texts kept = kept_texts(scratch / "out");
  for (const Removal& gone : removals(scratch / "out")) {
    const auto partner = kept.find(gone.of);
    ASSERT_NE(partner, kept.end())
        << gone.of << " does not stay, and " << gone.id << " goes for it";
    expect_alike(gone, partner->second, thresholds);
    ++checked[gone.reason];
  }
}

void check_all_sets(const Thresholds& thresholds) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const ScratchDir scratch;
  std::map<std::string, std::size_t> checked;
  for (const char* set : kSets)
    check_set(*shared / "corpus" / (std::string(set) + ".jsonl.zst"), thresholds, scratch.path(),
              checked);
  for (const char* reason : {"exact", "near", "contained"})
    EXPECT_GT(checked[reason], 40U) << reason << ": there are more in these sets";
  for (const auto& [reason, count] : checked)
    testing::Test::RecordProperty(reason, static_cast<int>(count));
}

TEST(Similarities, OfAllRemovalsHoldAtTheDefaults) {
  check_all_sets({"", 7'000, 9'000});
}

TEST(Similarities, OfAllRemovalsHoldAtLowThresholds) {
  check_all_sets({"--near 0.5 --contained 0.8 --clean off --quality none", 5'000, 8'000});
}

}  // namespace

}  // namespace pressmill::test
