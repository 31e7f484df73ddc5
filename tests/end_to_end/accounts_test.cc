// SPDX-License-Identifier: Apache-2.0
//
// Nothing is lost, nothing is made up: every line that is not blank is kept, dropped or set aside;
// and which texts stay does not hang on the order of lines. Nor are bytes and times lost on the
// way.

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/end_to_end/dump.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

void mill(const fs::path& folder, const std::string& arguments) {
  const CommandResult run = run_line("pressmill run --quiet " + arguments, folder);
  ASSERT_EQ(run.exit, 0) << run.err;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

void expect_accounts_hold(const fs::path& folder, const std::string& out) {
  const CommandResult checked = run_python("check_accounts.py", out + " in", folder);
  EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
}

TEST(Accounts, HoldForEveryInputAndCodec) {
  const ScratchDir scratch;
  write_mixed_dump(scratch.path() / "in");
  mill(scratch.path(), "in --out out");
  expect_accounts_hold(scratch.path(), "out");
  mill(scratch.path(), "in --out compared --dedup off --repair off");
  expect_accounts_hold(scratch.path(), "compared");
}

TEST(Accounts, HoldForTheSampleDump) {
  const ScratchDir scratch;
  fs::copy(source_dir() / "corpus/sample", scratch.path() / "in", fs::copy_options::recursive);
  mill(scratch.path(), "in --out out");
  expect_accounts_hold(scratch.path(), "out");
}

// An article may be a list of addresses: more than 16 bits can count.
TEST(Accounts, OfPersonalDataHaveNoCeilingInReach) {
  constexpr std::size_t kAddresses = 70'000;
  const ScratchDir scratch;
  std::string text;
  for (std::size_t i = 0; i < kAddresses; ++i) text += "desk" + std::to_string(i) + "@a.example ";
  spit(scratch.path() / "in.jsonl", R"({"id":"list","text":")" + text + "\"}\n");
  mill(scratch.path(), "in.jsonl --out out --pii count --clean off --quality none");
  const std::string stats = slurp(scratch.path() / "out/stats.json");
  EXPECT_NE(stats.find("\"emails\": 70000"), std::string::npos) << stats;
}

// Masks are shorter than what they stand for; what would have gone is counted with them.
TEST(Accounts, GuardedArticlesLoseNoMoreWordsThanTheyHave) {
  const ScratchDir scratch;
  const std::string call = "Call the desk on +44 20 7946 0018 or +44 20 7946 0019";
  spit(scratch.path() / "in.jsonl",
       R"({"id":"calls","text":"The quay is open.\n)" + call + R"(\nIt rains.\n)" + call + "\"}\n");
  spit(scratch.path() / "list.tsv",
       "*\t" + call + "\tremove\n*\tThe quay is open.\tkeep\n*\tIt rains.\tkeep\n");
  mill(scratch.path(), "in.jsonl --out plain --guard-share 50% --furniture list.tsv");
  mill(scratch.path(), "in.jsonl --out masked --guard-share 50% --furniture list.tsv --pii mask");
  const auto counts = [&](const char* out) {
    const auto row = split_lines(unzstd(slurp(scratch.path() / out / "articles.csv.zst"))).at(1);
    std::vector<std::string> fields(1);
    for (const char c : row)
      if (c == ',')
        fields.emplace_back();
      else
        fields.back() += c;
    EXPECT_EQ(fields.at(22), "1") << "guarded";
    return std::pair(fields.at(6), fields.at(21));  // words, words_removed
  };
  EXPECT_EQ(counts("plain"), std::pair(std::string("32"), std::string("26")));
  EXPECT_EQ(counts("masked"), std::pair(std::string("20"), std::string("14")));
}

// Where the time went: all stages, all bytes, in the manifest and on the screen.
TEST(Times, AreToldByPassAndStage) {
  const ScratchDir scratch;
  std::uintmax_t bytes = 0;
  for (const std::string& name : write_mixed_dump(scratch.path() / "in"))
    bytes += fs::file_size(scratch.path() / "in" / name);
  for (const char* threads : {"1", "3"}) {
    const CommandResult run = run_line(
        std::string("pressmill run in --out out --quiet --verbose --fresh --threads ") + threads,
        scratch.path());
    ASSERT_EQ(run.exit, 0) << run.err;
    EXPECT_EQ(run.out, "");
    spit(scratch.path() / "shown", run.err);
    const CommandResult checked =
        run_python("check_times.py", "out " + std::to_string(bytes) + " shown", scratch.path());
    EXPECT_EQ(checked.exit, 0) << checked.out << checked.err;
  }
}

// Other lines first, and ids that say nothing of the order.
std::string shuffled(const std::string& dump, std::uint64_t seed) {
  std::vector<std::string> lines = split_lines(dump);
  Random random(seed);
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.below(i)]);
  std::string out;
  for (std::string& line : lines) {
    if (const std::size_t id = line.find("\"id\":\"a"); id != std::string::npos)
      line.insert(id + 7, std::to_string(random.next()) + "-");
    out += line;
    out += '\n';
  }
  return out;
}

TEST(Shuffled, LinesAndIdsDoNotDecideWhichTextsStay) {
  const ScratchDir scratch;
  const std::string dump = Dump(7).lines(2 << 20);
  spit(scratch.path() / "in/a.jsonl", dump);
  mill(scratch.path(), "in --dedup exact --survivor first --out out");
  const CommandResult wanted = run_python("kept_texts.py", "out", scratch.path());
  ASSERT_EQ(wanted.exit, 0) << wanted.err;
  ASSERT_NE(wanted.out, "");
  for (const std::uint64_t seed : {1, 2, 3}) {
    spit(scratch.path() / "in/a.jsonl", shuffled(dump, seed));
    mill(scratch.path(), "in --dedup exact --survivor first --out out --fresh");
    expect_accounts_hold(scratch.path(), "out");
    const CommandResult got = run_python("kept_texts.py", "out", scratch.path());
    EXPECT_TRUE(got.out == wanted.out) << "seed " << seed;
  }
}

}  // namespace

}  // namespace pressmill::test
