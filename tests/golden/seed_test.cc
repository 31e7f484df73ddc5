// SPDX-License-Identifier: Apache-2.0
//
// The article that this project was started for, milled with defaults: its body comes out whole,
// and what is not yet removed from it is listed here.
//
// Its labels tell body (1) from leftovers (0), titles (2) and lines that nobody scores (-1), one
// for each line that is not blank. The text itself is not ours: it stays in the shared corpus, and
// this file holds indices only.

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "doc/json_value.h"
#include "tests/golden/output_files.h"
#include "tests/support/test_support.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

// Leftovers that cleaning does not take away yet. It may only become shorter.
const std::vector<std::size_t> kPending = {};

constexpr int kLeftover = 0;
constexpr int kBody = 1;

// White space is folded, no-break spaces too; nothing else may change in a line.
std::string folded(std::string_view line) {
  static constexpr std::string_view kNoBreakSpace = "\u00A0";
  std::string out;
  while (!line.empty()) {
    const bool wide = line.starts_with(kNoBreakSpace);
    const bool space = wide || line[0] == ' ' || line[0] == '\t' || line[0] == '\r';
    if (!space)
      out += line[0];
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
    line.remove_prefix(wide ? kNoBreakSpace.size() : 1);
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

std::vector<std::string> folded_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (std::string line = folded(text.substr(begin, end - begin)); !line.empty())
      lines.push_back(std::move(line));
    begin = end + 1;
  }
  return lines;
}

// The labels of a line of the corpus: "gold": [0, 2, -1, ...]. Negative numbers are beyond our
// own small reader, so they are read by hand.
std::vector<int> gold_labels(const std::string& line) {
  std::vector<int> labels;
  std::size_t at = line.find("\"gold\": [");
  if (at == std::string::npos) throw std::runtime_error("no gold labels");
  for (at = line.find('[', at) + 1; line[at] != ']'; ++at)
    if (line[at] == '-' || (line[at] >= '0' && line[at] <= '9')) {
      const bool minus = line[at] == '-';
      if (minus) ++at;
      labels.push_back((line[at] - '0') * (minus ? -1 : 1));
    }
  return labels;
}

std::string text_of(const std::string& line) {
  const auto json = doc::JsonValue::parse(line);
  if (!json) throw std::runtime_error(json.error().text());
  return (*json)["text"].string();
}

TEST(Seed, KeepsTheBodyAndNothingButPendingLeftovers) {
  const auto shared = shared_dir();
  if (!shared) GTEST_SKIP() << "no shared corpus";
  const fs::path seed = *shared / "corpus/seed/article.jsonl";
  ASSERT_TRUE(fs::exists(seed)) << "the shared corpus has no seed article";

  const ScratchDir scratch;
  fs::copy(seed, scratch.path() / "article.jsonl");
  const CommandResult run =
      run_line("pressmill run article.jsonl --out out --quiet", scratch.path());
  ASSERT_EQ(run.exit, 0) << run.err;
  ASSERT_EQ(part_lines(scratch.path() / "out", "dropped"), "") << "the seed article was dropped";

  const std::string source = slurp(seed);
  const std::vector<std::string> lines = folded_lines(text_of(source));
  const std::vector<int> labels = gold_labels(source);
  ASSERT_EQ(lines.size(), labels.size());
  const auto kept_lines = folded_lines(text_of(part_lines(scratch.path() / "out", "kept")));
  const std::set<std::string> kept(kept_lines.begin(), kept_lines.end());

  std::vector<std::size_t> lost;
  std::vector<std::size_t> pending;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (labels[i] == kBody && !kept.contains(lines[i])) lost.push_back(i);
    if (labels[i] == kLeftover && kept.contains(lines[i])) pending.push_back(i);
  }
  EXPECT_EQ(lost, std::vector<std::size_t>()) << "body lines that were removed or changed";
  EXPECT_EQ(pending, kPending) << "leftovers that are still there";
  const std::set<std::string> known(lines.begin(), lines.end());
  for (std::size_t i = 0; i < kept_lines.size(); ++i)
    EXPECT_TRUE(known.contains(kept_lines[i])) << "line " << i << " of the result is new";
}

}  // namespace

}  // namespace pressmill::test
