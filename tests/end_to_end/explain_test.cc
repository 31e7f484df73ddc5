// SPDX-License-Identifier: Apache-2.0
//
// explain and sample against the other outputs of the same run: the table of articles, the lines
// that went, and a run that cleaned nothing.

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "doc/raw_json.h"
#include "inspect/article_view.h"
#include "inspect/cluster_view.h"
#include "inspect/removals.h"
#include "inspect/sample.h"
#include "tests/end_to_end/dump.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

void mill(const fs::path& folder, const std::string& arguments) {
  const CommandResult run = run_line("pressmill run --quiet " + arguments, folder);
  ASSERT_EQ(run.exit, 0) << run.err;
}

std::vector<std::string> split(const std::string& text, char by) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, by);) parts.push_back(part);
  return parts;
}

// Rows of articles.csv; the dumps here have nothing that needs quotes.
std::vector<std::vector<std::string>> table_of(const fs::path& out) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(unzstd(slurp(out / "articles.csv.zst")), '\n'))
    rows.push_back(split(line, ','));
  rows.erase(rows.begin());
  return rows;
}

inspect::FinishedRun opened(const fs::path& out) {
  auto run = inspect::FinishedRun::open(out.string());
  if (!run) throw std::runtime_error(run.error().text());
  return std::move(*run);
}

std::vector<std::uint64_t> all_rows(const inspect::FinishedRun& run) {
  std::vector<std::uint64_t> rows(run.index().rows());
  for (std::uint64_t i = 0; i < rows.size(); ++i) rows[i] = i;
  return rows;
}

std::uint64_t bytes_read() {
  std::ifstream io("/proc/self/io");
  std::string name;
  std::uint64_t value = 0;
  while (io >> name >> value)
    if (name == "rchar:") return value;
  return 0;
}

// Under whatever name emit told it.
std::string partner_of(const inspect::ArticleView& view) {
  std::string of;
  for (const char* name : {"of", "contained_in", "contains"}) of += view.told_text(name);
  return of;
}

class Explain : public testing::Test {
 protected:
  ScratchDir scratch_;
  fs::path out() const { return scratch_.path() / "out"; }
};

TEST_F(Explain, EveryArticleIsFoundByIdAndByPlace) {
  write_mixed_dump(scratch_.path() / "in");
  mill(scratch_.path(), "in --out out --work elsewhere");
  fs::rename(out(), scratch_.path() / "moved");
  const auto run = opened(scratch_.path() / "moved");
  const auto table = table_of(scratch_.path() / "moved");
  ASSERT_EQ(run.index().rows(), table.size());
  ASSERT_GT(run.index().segments.size(), 1U);
  const auto has_row = [](const Result<inspect::Found>& found, std::uint64_t row) {
    return found && std::count(found->rows.begin(), found->rows.end(), row) == 1;
  };
  for (std::uint64_t row = 0; row < table.size(); row += 5) {
    const auto& columns = table[row];
    EXPECT_TRUE(has_row(run.find(columns[0], 1000), row)) << columns[0];
    if (row % 3 == 0) {
      EXPECT_TRUE(has_row(run.find(columns[1] + ":" + columns[2], 10), row));
    }
  }
}

TEST_F(Explain, FiguresAndPlacesAreThoseOfTheOtherOutputs) {
  write_mixed_dump(scratch_.path() / "in");
  mill(scratch_.path(), "in --out out --threads 3");
  const auto run = opened(out());
  const auto table = table_of(out());
  std::map<std::string, std::vector<std::string>> parts;
  for (const char* folder : {"kept", "dropped"})
    for (const auto& [name, bytes] : read_tree(out() / folder))
      parts[std::string(folder) + "/" + name] = split(unzstd(bytes), '\n');
  const auto views = inspect::load_articles(run, all_rows(run), inspect::Detail::whole);
  ASSERT_TRUE(views) << views.error().text();
  std::map<std::uint64_t, std::uint64_t> sizes;
  for (const inspect::ArticleView& view : *views) {
    const auto& columns = table[view.row];
    EXPECT_EQ(doc::unquoted(view.id), columns[0]);
    EXPECT_EQ(view.input, columns[1]);
    EXPECT_EQ(std::to_string(view.line), columns[2]);
    EXPECT_EQ(view.site, columns[3]);
    EXPECT_EQ(view.day, columns[4]);
    EXPECT_EQ(view.lang, columns[5]);
    EXPECT_EQ(std::to_string(view.words), columns[6]);
    EXPECT_EQ(view.is_kept() ? "kept" : "dropped", columns[7]);
    EXPECT_EQ(view.told_text("reason"), columns[8]);
    EXPECT_EQ(partner_of(view), columns[9]);
    ASSERT_LE(view.part_line, parts[view.part].size());
    const std::string& line = parts[view.part][view.part_line - 1];
    EXPECT_NE(line.find("\"id\":" + view.id), std::string::npos) << line.substr(0, 100);
    if (view.verdict.cluster != 0) ++sizes[view.verdict.cluster];
  }
  ASSERT_GT(sizes.size(), 10U);
  for (const auto& [number, size] : sizes) {
    const auto cluster = inspect::load_cluster(run, number, 1'000'000);
    ASSERT_TRUE(cluster);
    EXPECT_EQ(cluster->size, size);
    ASSERT_EQ(cluster->articles.size(), size);
    for (std::size_t i = 0; i < size; ++i) {
      const inspect::ArticleView& member = cluster->articles[i];
      EXPECT_EQ(member.has_partner(), i != 0);
      if (i == 0) {
        EXPECT_TRUE(member.is_kept());
        continue;
      }
      // What a member is compared with stays, and is one of them.
      const inspect::ArticleView* partner = cluster->find(member.verdict.of);
      ASSERT_NE(partner, nullptr);
      EXPECT_TRUE(partner->is_kept());
      EXPECT_EQ(member.verdict.indirect, partner != &cluster->articles.front());
      EXPECT_EQ(cluster->articles[i].verdict.cluster, number);
    }
  }
}

// Kept and removed lines together are the text that a run without cleaning writes, line by line.
TEST_F(Explain, LinesAreThoseOfTheTextBeforeCleaning) {
  fs::copy(source_dir() / "corpus/sample", scratch_.path() / "in", fs::copy_options::recursive);
  mill(scratch_.path(), "in --out out");
  mill(scratch_.path(), "in --out whole --clean off --dedup off");
  const auto run = opened(out());
  const auto before_run = opened(scratch_.path() / "whole");
  const auto views = inspect::load_articles(run, all_rows(run), inspect::Detail::whole);
  const auto before =
      inspect::load_articles(before_run, all_rows(before_run), inspect::Detail::whole);
  ASSERT_TRUE(views && before);
  ASSERT_EQ(views->size(), before->size());
  std::uint64_t removed = 0;
  for (std::size_t i = 0; i < views->size(); ++i) {
    const auto wanted = inspect::text_lines((*before)[i].text,
                                            {.guarded = true, .is_text_whole = true, .lines = {}});
    const auto lines = (*views)[i].lines();
    ASSERT_EQ(lines.size(), wanted.size()) << (*views)[i].id;
    for (std::size_t j = 0; j < lines.size(); ++j) {
      EXPECT_EQ(lines[j].number, wanted[j].number) << (*views)[i].id;
      EXPECT_EQ(lines[j].text, wanted[j].text);
      removed += lines[j].fate == inspect::Fate::removed ? 1 : 0;
    }
  }
  EXPECT_GT(removed, 1000U);
}

// Each removal has one number, and they are those of lines.jsonl and of the table.
TEST_F(Explain, AllRemovalsCanBeDrawn) {
  fs::copy(source_dir() / "corpus/sample", scratch_.path() / "in", fs::copy_options::recursive);
  mill(scratch_.path(), "in --out out");
  const auto run = opened(out());
  auto kinds = inspect::removal_kinds(run, "all");
  ASSERT_TRUE(kinds);
  const auto removals = inspect::Removals::open(run, *kinds);
  ASSERT_TRUE(removals) << removals.error().text();
  std::vector<std::uint64_t> numbers(removals->count());
  for (std::uint64_t i = 0; i < numbers.size(); ++i) numbers[i] = i;
  const auto all = removals->at(numbers);
  ASSERT_TRUE(all) << all.error().text();
  std::map<std::string, std::uint64_t> counts;
  std::set<std::tuple<bool, std::uint64_t, std::size_t>> seen;
  for (const inspect::Removal& removal : *all) {
    ++counts[std::string(inspect::kind_name(removal.kind))];
    EXPECT_TRUE(seen.insert({removal.kind.is_line, removal.row, removal.at}).second);
  }
  std::map<std::string, std::uint64_t> wanted;
  for (const auto& columns : table_of(out()))
    if (columns[7] == "dropped") ++wanted[columns[8]];
  for (const std::string& line : split(unzstd(slurp(out() / "lines.jsonl.zst")), '\n')) {
    if (line.find("\"removed\":[") == std::string::npos) continue;
    static const std::string kRule = "\"rule\":\"";
    for (std::size_t at = line.find(kRule); at != std::string::npos; at = line.find(kRule, at + 1))
      ++wanted[line.substr(at + kRule.size(),
                           line.find('"', at + kRule.size()) - at - kRule.size())];
  }
  EXPECT_EQ(counts, wanted);
  EXPECT_GT(counts.size(), 3U);
  // Some of them, from anywhere, are the same ones.
  const auto some = removals->at({3, numbers.size() / 2, numbers.size() - 1});
  ASSERT_TRUE(some);
  EXPECT_EQ((*some)[0].row, (*all)[3].row);
  EXPECT_EQ((*some)[1].row, (*all)[numbers.size() / 2].row);
  EXPECT_EQ((*some)[2].row, all->back().row);
}

TEST_F(Explain, ReadsOnePartAndOneSegment) {
  if (bytes_read() == 0) GTEST_SKIP() << "no /proc/self/io here";
  fs::create_directories(scratch_.path() / "in");
  write_large_dump(scratch_.path() / "in/large.jsonl.zst", 3, 230'000'000);
  mill(scratch_.path(), "in --out out");
  std::uint64_t whole = 0;
  std::uint64_t largest_part = 0;
  std::uint64_t largest_segment = 0;
  for (const auto& entry : fs::recursive_directory_iterator(out())) {
    if (!entry.is_regular_file()) continue;
    const std::uint64_t bytes = entry.file_size();
    whole += bytes;
    if (entry.path().string().find("part-") != std::string::npos)
      largest_part = std::max(largest_part, bytes);
    if (entry.path().extension() == ".removed") largest_segment = std::max(largest_segment, bytes);
  }
  const auto rows = opened(out()).index().rows();
  ASSERT_GT(opened(out()).index().segments.size(), 3U);
  ASSERT_GT(opened(out()).index().units.size(), 3U);
  for (const std::uint64_t row : {std::uint64_t{0}, rows / 2, rows - 1}) {
    const std::uint64_t before = bytes_read();
    const auto run = opened(out());
    const auto view = inspect::load_articles(run, {row}, inspect::Detail::whole);
    ASSERT_TRUE(view);
    const auto found = run.find(doc::unquoted(view->front().id), 10);
    ASSERT_TRUE(found);
    // A byte for the reason of each row of the unit, and the manifest, the sites, single values.
    const std::uint64_t small = rows + (256 << 10);
    EXPECT_LE(bytes_read() - before, largest_part + largest_segment + small);
    EXPECT_LT((bytes_read() - before) * 3, whole);
  }
}

}  // namespace

}  // namespace pressmill::test
