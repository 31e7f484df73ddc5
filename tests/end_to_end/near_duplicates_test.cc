// SPDX-License-Identifier: Apache-2.0
//
// Dumps that ruin near-duplicate search: one article tens of thousands of times, families that
// differ in their figures alone, texts of a word or none, footers that everybody has. What is alike
// goes, what only shares a frame stays, and neither the order of lines, the names of files, threads
// nor memory decide which.

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "tests/end_to_end/process.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

using Words = std::vector<std::string>;

// Of five letters at least, drawn from a vocabulary of their own: two calls have no run of five
// words in common.
Words story(Random& random, std::size_t words) {
  Words out;
  for (std::size_t i = 0; i < words; ++i) {
    std::string word;
    for (std::size_t letters = 5 + random.below(4); letters > 0; --letters)
      word += static_cast<char>('a' + random.below(26));
    out.push_back(std::move(word));
  }
  return out;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

// Dates differ and fields do not: the earliest of a cluster stays, wherever it stands.
std::string article(const std::string& id, std::size_t day, const std::string& text) {
  constexpr std::size_t kDaysOfMonth = 28;
  const std::size_t month = 1 + day / kDaysOfMonth % 12;
  const std::size_t year = 2000 + day / kDaysOfMonth / 12;
  const std::size_t of_month = 1 + day % kDaysOfMonth;
  const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  return R"({"id":")" + id + R"(","date":")" + std::to_string(year) + '-' + two(month) + '-' +
         two(of_month) + R"(","text":")" + text + "\"}\n";
}

// What became of each article, by id: the row of the table up to the cluster's size.
struct Row {
  std::string verdict, reason, of, similarity, cluster;
};
using Rows = std::map<std::string, Row>;

Rows rows_of(const fs::path& out) {
  Rows rows;
  std::istringstream table(unzstd(slurp(out / "articles.csv.zst")));
  std::string line;
  std::getline(table, line);
  EXPECT_TRUE(line.starts_with(
      "id,input,line,site,day,lang,words,verdict,reason,of,similarity,cluster,cluster_size,"))
      << line;
  while (std::getline(table, line)) {
    std::vector<std::string> cells;
    std::istringstream in(line);
    for (std::string cell; cells.size() < 13 && std::getline(in, cell, ',');) cells.push_back(cell);
    rows[cells.at(0)] = {cells.at(7), cells.at(8), cells.at(9), cells.at(10), cells.at(11)};
  }
  return rows;
}

std::size_t count(const Rows& rows, const std::string& reason) {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const auto& row) { return row.second.reason == reason; }));
}

// Clusters as sets of ids, each with the ids that stay.
using Clusters = std::set<std::pair<std::set<std::string>, std::set<std::string>>>;

Clusters clusters_of(const Rows& rows) {
  std::map<std::string, std::pair<std::set<std::string>, std::set<std::string>>> by_number;
  for (const auto& [id, row] : rows) {
    if (row.cluster.empty()) continue;
    by_number[row.cluster].first.insert(id);
    if (row.verdict == "kept") by_number[row.cluster].second.insert(id);
  }
  Clusters clusters;
  for (const auto& [number, cluster] : by_number) clusters.insert(cluster);
  return clusters;
}

class NearDuplicates : public testing::Test {
 protected:
  fs::path folder() const { return scratch_.path(); }

  void write(const std::string& name, std::size_t articles,
             const std::function<std::string(std::size_t)>& line) const {
    fs::create_directories((folder() / name).parent_path());
    std::ofstream file(folder() / name);
    for (std::size_t i = 0; i < articles; ++i) file << line(i);
  }

  Rows milled(const std::string& arguments) const {
    const std::string line =
        "pressmill run --quiet --fresh --clean off --quality none --out out " + arguments;
    const CommandResult run = run_line(line, folder());
    EXPECT_EQ(run.exit, 0) << line << '\n' << run.err;
    return rows_of(folder() / "out");
  }

  ScratchDir scratch_;
};

constexpr std::size_t kMany = 50'000;

TEST_F(NearDuplicates, ManyCopiesOfOneArticleLeaveOne) {
  Random random(1);
  const std::string text = joined(story(random, 60));
  write("in.jsonl", kMany,
        [&](std::size_t i) { return article(std::to_string(i), kMany - i, text); });
  const Rows rows = milled("in.jsonl");
  EXPECT_EQ(rows.size(), kMany);
  EXPECT_EQ(count(rows, "exact"), kMany - 1);
  EXPECT_EQ(rows.at(std::to_string(kMany - 1)).verdict, "kept") << "the earliest";
}

// A bucket of all articles costs no more than its size: the budget of comparisons grows with it,
// and nothing is left over.
TEST_F(NearDuplicates, ManyVersionsOfOneArticleLeaveOne) {
  Random random(2);
  const Words words = story(random, 90);
  write("in.jsonl", kMany, [&](std::size_t i) {
    Words version = words;
    version[i % 80 + 5] = "version" + std::to_string(i);
    return article(std::to_string(i), i, joined(version));
  });
  const Rows rows = milled("in.jsonl");
  // Of 86 shingles each edit changes five: any two versions share 76 of 96 at least.
  EXPECT_EQ(count(rows, "near"), kMany - 1);
  EXPECT_NE(slurp(folder() / "out/stats.json").find("\"unverified\": 0,"), std::string::npos);
}

// More sets than memory is given, in one component whose links are several times that: they lie in
// files, and nothing else is different.
TEST_F(NearDuplicates, AFamilyLargerThanMemoryLeavesOne) {
  constexpr std::size_t kVersions = 60'000;
  constexpr std::uint64_t kMostBytes = 230 << 20;
  Random random(8);
  const Words words = story(random, 170);
  write("in.jsonl", kVersions, [&](std::size_t i) {
    Words version = words;
    version[random.below(version.size())] = "version" + std::to_string(i);
    version[random.below(version.size())] = "edition" + std::to_string(random.below(kVersions));
    return article(std::to_string(i), i % 28, joined(version));
  });
  // First, while this process is small: a child's peak begins with its parent's.
  Process run({"run", "in.jsonl", "--quiet", "--clean", "off", "--quality", "none", "--out",
               "small", "--threads", "8", "--memory", "256M"},
              folder());
  const Ended ended = run.wait();
  ASSERT_EQ(ended.exit, 0) << slurp(folder() / "stderr");
  EXPECT_LT(ended.peak_bytes, kMostBytes);
  const Tree got = reproducible(folder() / "small");
  // Of 166 shingles two edits change ten: any two versions share 146 of 186 at least. A few share
  // no bucket with the centre.
  EXPECT_GT(count(milled("in.jsonl --threads 1 --memory 4G"), "near"), kVersions * 99 / 100);
  EXPECT_NE(slurp(folder() / "out/stats.json").find("\"unverified\": 0,"), std::string::npos);
  const Tree wanted = reproducible(folder() / "out");
  EXPECT_EQ(got.size(), wanted.size());
  for (const auto& [name, content] : wanted)
    EXPECT_TRUE(got.contains(name) && got.at(name) == content) << name;
}

// One figure in a long text is the same story; figures all over a short report are not.
TEST_F(NearDuplicates, FiguresCountAsMuchAsOtherWords) {
  constexpr std::size_t kReports = 10'000;
  Random random(3);
  const Words frame = story(random, 300);
  const auto figure = [&] { return std::to_string(1'000'000 + random.below(9'000'000)); };
  write("one.jsonl", kReports, [&](std::size_t i) {
    Words words = frame;
    words[150] = std::to_string(1'000'000 + i);
    return article(std::to_string(i), i, joined(words));
  });
  EXPECT_EQ(count(milled("one.jsonl"), "near"), kReports - 1);
  write("all.jsonl", kReports, [&](std::size_t i) {
    Words words(frame.begin(), frame.begin() + 36);
    for (std::size_t at = 6; at < words.size(); at += 6) words[at] = figure();
    return article(std::to_string(i), i, joined(words));
  });
  const Rows rows = milled("all.jsonl");
  EXPECT_EQ(count(rows, ""), kReports) << "J is under .2";
}

TEST_F(NearDuplicates, ShortTextsAreLikeTheirEqualsOnly) {
  const std::vector<std::string> texts = {"",          " ",         "Storm",        "storm",
                                          "Storm!",    "Storms",    "Storm 1",      "Storm 2",
                                          "a b c d e", "a b c d f", "A, b, c: d e", "e d c b a"};
  write("in.jsonl", texts.size(),
        [&](std::size_t i) { return article(std::to_string(i), i, texts[i]); });
  const Rows rows = milled("in.jsonl --contained 0.5 --near 0.3 --drop exact,near,contained");
  EXPECT_EQ(count(rows, "empty"), 2U);
  const std::set<std::pair<std::set<std::string>, std::set<std::string>>> wanted = {
      {{"2", "3", "4"}, {"2"}}, {{"8", "10"}, {"8"}}};
  EXPECT_EQ(clusters_of(rows), wanted);
  EXPECT_EQ(rows.at("3").similarity, "1.0000");
}

// Pages of a few lines over a footer that all of the site have.
std::string page(Random& random, std::size_t i, std::size_t body_lines, const std::string& footer) {
  std::string text;
  for (std::size_t line = 0; line < body_lines; ++line)
    text += "Yesterday " + joined(story(random, 5)) + " afterwards.\\n";
  const std::string id = std::to_string(i);
  return R"({"id":")" + id + R"(","url":"https://a.example/)" + id + R"(","text":")" + text +
         footer + "\"}\n";
}

// A footer of two thirds of each page makes no duplicates. One of five sixths does, as pages are
// that alike then, unless cleaning takes it out.
TEST_F(NearDuplicates, ASharedFooterDecidesNothingButByItsShare) {
  constexpr std::size_t kPages = 300;
  Random random(4);
  std::string footer = "contact";
  for (int line = 0; line < 30; ++line) footer += "\\n" + joined(story(random, 4));
  write("long.jsonl", kPages, [&](std::size_t i) { return page(random, i, 8, footer); });
  EXPECT_EQ(count(milled("long.jsonl"), ""), kPages) << "J is 117 of 229";
  write("short.jsonl", kPages, [&](std::size_t i) { return page(random, i, 3, footer); });
  EXPECT_EQ(count(milled("short.jsonl"), "near"), kPages - 1) << "J is 117 of 159";
  const CommandResult run =
      run_line("pressmill run --quiet --quality none --out cleaned short.jsonl", folder());
  ASSERT_EQ(run.exit, 0) << run.err;
  EXPECT_EQ(count(rows_of(folder() / "cleaned"), ""), kPages) << "no body is like another";
}

// Families that share band keys by a common frame are told apart on the text.
std::string family_member(const std::vector<Words>& families, Random& random, std::size_t i) {
  Words words = families[i % families.size()];
  for (std::size_t edits = random.below(8); edits > 0; --edits)
    words[random.below(words.size())] = "edit" + std::to_string(random.below(1'000'000));
  return joined(words);
}

std::vector<Words> families_on_one_frame(Random& random, std::size_t families) {
  const Words frame = story(random, 100);
  std::vector<Words> all;
  for (std::size_t i = 0; i < families; ++i) {
    Words words = frame;  // J between two of them is 96 of 292
    const Words own = story(random, 100);
    words.insert(words.end(), own.begin(), own.end());
    all.push_back(words);
  }
  return all;
}

TEST_F(NearDuplicates, FamiliesThatShareBandsStayApart) {
  constexpr std::size_t kFamilies = 20;
  constexpr std::size_t kMembers = 4'000;
  Random random(5);
  const std::vector<Words> families = families_on_one_frame(random, kFamilies);
  write("in.jsonl", kMembers, [&](std::size_t i) {
    return article(std::to_string(i), i, family_member(families, random, i));
  });
  const Rows rows = milled("in.jsonl");
  for (const auto& [members, stay] : clusters_of(rows))
    for (const std::string& id : members)
      EXPECT_EQ(std::stoul(id) % kFamilies, std::stoul(*members.begin()) % kFamilies) << id;
  // One in eight has seven edits, which may leave 161 of 231 shingles in common with the centre:
  // less than .7.
  EXPECT_GT(count(rows, "near") + count(rows, "exact"), kMembers * 7 / 8);
}

// Families of ten, each by itself: so small that all pairs are compared.
TEST_F(NearDuplicates, NeitherOrderNorFilesDecide) {
  constexpr std::size_t kMembers = 3'000;
  Random random(6);
  std::vector<Words> families;
  for (int i = 0; i < 300; ++i) families.push_back(story(random, 200));
  Words lines;
  for (std::size_t i = 0; i < kMembers; ++i)
    lines.push_back(article(std::to_string(i), i, family_member(families, random, i)));
  const auto line = [&](std::size_t i) { return lines[i]; };
  write("whole/a.jsonl", kMembers, line);
  const Clusters wanted = clusters_of(milled("whole"));
  EXPECT_GT(wanted.size(), 200U);
  for (const std::size_t files : {std::size_t{1}, std::size_t{7}}) {
    for (std::size_t i = kMembers; i > 1; --i) std::swap(lines[i - 1], lines[random.below(i)]);
    const std::string in = "in" + std::to_string(files);
    for (std::size_t file = 0; file < files; ++file)
      write(in + "/" + std::to_string(random.below(1'000)) + "-" + std::to_string(file) + ".jsonl",
            kMembers / files + (file < kMembers % files ? 1 : 0),
            [&, file](std::size_t i) { return lines[i * files + file]; });
    EXPECT_TRUE(clusters_of(milled(in)) == wanted) << files << " files";
  }
}

// Statistics compare words by halves of their hashes; a run reads the texts again.
TEST_F(NearDuplicates, StatisticsFindWhatARunFinds) {
  constexpr std::size_t kMembers = 3'000;
  Random random(9);
  const std::vector<Words> families = families_on_one_frame(random, 300);
  write("in.jsonl", kMembers, [&](std::size_t i) {
    std::string text = family_member(families, random, i);
    if (i % 7 == 0) text.resize(text.rfind(' ', text.size() / 2));  // an excerpt
    return article(std::to_string(i), i, text);
  });
  const Rows run = milled("in.jsonl --drop none");
  const CommandResult made = run_line("pressmill stats --quiet --out stats in.jsonl", folder());
  ASSERT_EQ(made.exit, 0) << made.err;
  const Rows stats = rows_of(folder() / "stats");
  ASSERT_EQ(stats.size(), run.size());
  std::set<std::string> similarities;
  for (const auto& [id, row] : run) {
    const Row& other = stats.at(id);
    EXPECT_EQ(std::tie(other.verdict, other.of, other.similarity, other.cluster),
              std::tie(row.verdict, row.of, row.similarity, row.cluster))
        << id;
    similarities.insert(row.similarity);
  }
  EXPECT_GT(similarities.size(), 50U);
}

TEST_F(NearDuplicates, SameBytesForAnyThreadsAndMemory) {
  constexpr std::size_t kMembers = 6'000;
  Random random(7);
  const std::vector<Words> families = families_on_one_frame(random, 600);
  for (const std::string name : {"in/a.jsonl", "in/b.jsonl", "in/c.jsonl"})
    write(name, kMembers / 3, [&](std::size_t i) {
      return article(name + std::to_string(i), i, family_member(families, random, i));
    });
  const auto bytes = [&](const std::string& arguments) {
    milled("in " + arguments);
    return reproducible(folder() / "out");
  };
  const Tree wanted = bytes("--threads 1 --memory 4G");
  for (const char* other : {"--threads 2 --memory 256M", "--threads 8 --memory 4G"}) {
    const Tree got = bytes(other);
    EXPECT_EQ(got.size(), wanted.size()) << other;
    for (const auto& [name, content] : wanted)
      EXPECT_TRUE(got.contains(name) && got.at(name) == content) << other << ": " << name;
  }
}

}  // namespace

}  // namespace pressmill::test
