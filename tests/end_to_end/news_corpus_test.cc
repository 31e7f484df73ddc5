// SPDX-License-Identifier: Apache-2.0
//
// The real news sets of the shared corpus go through the mill: nothing fails, nothing is lost, and
// what is called a copy is one.

#include <gtest/gtest.h>

#include <regex>

#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

TEST(NewsCorpus, IsMilledAndAllCopiesAreReal) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const std::string news = quoted(*shared / "corpus/news");
  const ScratchDir scratch;
  const CommandResult run =
      run_line("pressmill run --quiet --clean off --dedup exact --out out " + news, scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;

  const CommandResult accounts = run_python("check_accounts.py", "out " + news, scratch.path());
  EXPECT_EQ(accounts.exit, 0) << accounts.out << accounts.err;
  const CommandResult clusters = run_python("check_clusters.py", "out " + news, scratch.path());
  EXPECT_EQ(clusters.exit, 0) << clusters.out << clusters.err;
  EXPECT_NE(clusters.out.find("\"ant_arabic_news.jsonl.zst\": 180"), std::string::npos)
      << "ant_arabic_news has 180 pairs of identical texts; found were " << clusters.out;
}

struct CleanSet {
  const char* name;
  std::uint64_t mojibake;  // texts that have some, all of them read: what is mended was broken
  std::uint64_t markup;    // texts with tags or character references, the same
};

constexpr CleanSet kCleanSets[] = {{"news/abp_open", 1, 1},          {"news/bbc_news", 0, 23},
                                   {"news/spanish_fake_news", 0, 0}, {"news/ant_arabic_news", 0, 0},
                                   {"news/xwlb_open", 0, 4998},      {"clean/pages", 26, 21},
                                   {"language/lingua_open", 172, 15}};

std::uint64_t repairs(const std::string& stats, const std::string& name) {
  std::smatch found;
  EXPECT_TRUE(std::regex_search(stats, found, std::regex("\"" + name + "\": ([0-9]+)"))) << name;
  return found.empty() ? 0 : std::stoull(found[1]);
}

// Repair changes what is broken and nothing else: all sets of real texts go through it, and no
// more of them are touched than were read and found broken.
TEST(NewsCorpus, RepairLeavesCleanTextsAlone) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const ScratchDir scratch;
  for (const CleanSet& set : kCleanSets) {
    const std::string input = quoted(*shared / "corpus" / (std::string(set.name) + ".jsonl.zst"));
    const CommandResult run = run_line(
        "pressmill run --quiet --fresh --clean off --dedup off --quality none --json --out "
        "out " +
            input,
        scratch.path());
    ASSERT_EQ(run.exit, 0) << run.err;
    EXPECT_LE(repairs(run.out, "texts_with_mojibake"), set.mojibake) << set.name;
    EXPECT_LE(repairs(run.out, "texts_with_markup"), set.markup) << set.name;
    for (const char* none : {"bad_byte_sequences", "lone_surrogates", "legacy_encodings"})
      EXPECT_EQ(repairs(run.out, none), 0U) << set.name << ' ' << none;
  }
}

}  // namespace

}  // namespace pressmill::test
