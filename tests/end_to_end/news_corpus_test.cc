// SPDX-License-Identifier: Apache-2.0
//
// The real news sets of the shared corpus go through the mill: nothing fails, nothing is lost, and
// what is called a copy is one.

#include <gtest/gtest.h>

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
      run_line("pressmill run --quiet --clean off --out out " + news, scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;

  const CommandResult accounts = run_python("check_accounts.py", "out " + news, scratch.path());
  EXPECT_EQ(accounts.exit, 0) << accounts.out << accounts.err;
  const CommandResult clusters = run_python("check_clusters.py", "out " + news, scratch.path());
  EXPECT_EQ(clusters.exit, 0) << clusters.out << clusters.err;
  EXPECT_NE(clusters.out.find("\"ant_arabic_news.jsonl.zst\": 180"), std::string::npos)
      << "ant_arabic_news has 180 pairs of identical texts; found were " << clusters.out;
}

}  // namespace

}  // namespace pressmill::test
