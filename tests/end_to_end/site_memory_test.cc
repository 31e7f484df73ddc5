// SPDX-License-Identifier: Apache-2.0
//
// Site memory from night to night: the file is read, added to, and handed on once the run is done.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/end_to_end/process.h"
#include "tests/end_to_end/scripts.h"
#include "tests/golden/output_files.h"

namespace pressmill::test {

namespace {

namespace fs = std::filesystem;

const std::string kOdd = "The Larkin Weathervane Companion";

std::string article(const std::string& site, int number, const std::string& more) {
  const std::string n = std::to_string(number);
  // Long enough that figures tell lines apart.
  return "{\"id\":\"" + site + n + "\",\"url\":\"https://" + site + "/" + n +
         "\",\"text\":\"The council met for meeting " + n +
         " and voted on the bridge, the mayor said on Monday.\\nNobody spoke against plan " + n +
         ", but the vote of the eleven members was close.\\nThe work on stage " + n +
         " of it should begin in spring, said the engineer of the town." + more + "\"}\n";
}

// Articles first..last of a site, each with its own text and the site's line.
std::string night(int first, int last, const std::string& line) {
  std::string dump;
  for (int i = first; i <= last; ++i) dump += article("coast.test", i, "\\n" + line);
  return dump;
}

// But for the rows that say which inputs were counted.
std::string without_nights(const std::string& memory) {
  std::string out;
  for (std::size_t begin = 0; begin < memory.size();) {
    const std::size_t end = std::min(memory.find('\n', begin), memory.size() - 1) + 1;
    const std::string row = memory.substr(begin, end - begin);
    if (!row.starts_with("*\tnight")) out += row;
    begin = end;
  }
  return out;
}

class SiteMemory : public testing::Test {
 protected:
  fs::path folder() const { return scratch_.path(); }
  CommandResult run(const std::string& arguments) const {
    return run_line("pressmill run --quiet --line-model off " + arguments, folder());
  }
  std::size_t removed(const std::string& out) const {
    const std::string lines = unzstd(slurp(folder() / out / "lines.jsonl.zst"));
    std::size_t count = 0;
    for (std::size_t at = 0; (at = lines.find("\"furniture\"", at)) != std::string::npos; ++at)
      ++count;
    return count;
  }
  ScratchDir scratch_;
};

TEST_F(SiteMemory, GrowsFromNightToNight) {
  spit(folder() / "monday.jsonl", night(1, 5, kOdd));
  spit(folder() / "tuesday.jsonl", night(6, 6, kOdd));
  ASSERT_EQ(run("tuesday.jsonl --out alone").exit, 0);
  EXPECT_EQ(removed("alone"), 0U) << "one article tells nothing";
  ASSERT_EQ(run("monday.jsonl --out monday --site-memory memory.tsv").exit, 0);
  EXPECT_EQ(removed("monday"), 5U);
  const std::string after_monday = slurp(folder() / "memory.tsv");
  EXPECT_NE(after_monday.find("coast.test\tarticles\t5\t"), std::string::npos) << after_monday;
  EXPECT_NE(after_monday.find("\t" + kOdd + "\n"), std::string::npos) << after_monday;
  ASSERT_EQ(run("tuesday.jsonl --out tuesday --site-memory memory.tsv").exit, 0);
  EXPECT_EQ(removed("tuesday"), 1U);
  const std::string after_tuesday = slurp(folder() / "memory.tsv");
  EXPECT_NE(after_tuesday.find("coast.test\tarticles\t6\t"), std::string::npos) << after_tuesday;
  EXPECT_NE(after_tuesday.find("coast.test\tline\t6\t"), std::string::npos) << after_tuesday;
}

TEST_F(SiteMemory, ASiteWithAnArticleANightIsLearnt) {
  const std::string other = "Our view of the bay, by the Larkin desk";
  std::vector<std::size_t> gone;
  for (int i = 1; i <= 4; ++i) {
    const std::string n = std::to_string(i);
    spit(folder() / (n + ".jsonl"),
         night(i, i, kOdd) + (i < 3 ? "" : article("bay.test", i, "\\n" + other)));
    const CommandResult done = run(n + ".jsonl --out out" + n + " --site-memory memory.tsv");
    ASSERT_EQ(done.exit, 0) << done.err;
    gone.push_back(removed("out" + n));
  }
  // The site's line, from its second night on; bay.test is met in nights 3 and 4.
  EXPECT_EQ(gone, (std::vector<std::size_t>{0, 1, 1, 2}));
  const std::string memory = slurp(folder() / "memory.tsv");
  EXPECT_NE(memory.find("coast.test\tarticles\t4\t"), std::string::npos) << memory;
  EXPECT_NE(memory.find("\t" + kOdd + "\n"), std::string::npos) << memory;
  EXPECT_EQ(memory.find("coast.test\tline\t1\t"), std::string::npos) << "forgotten\n" << memory;
  EXPECT_EQ(memory.find("coast.test\tseen"), std::string::npos) << memory;
  EXPECT_NE(memory.find("bay.test\tseen\t1\t"), std::string::npos) << memory;
}

TEST_F(SiteMemory, AnArticleThatComesEveryNightIsNoFurniture) {
  for (int i = 1; i <= 5; ++i) {
    const std::string n = std::to_string(i);
    // The dump differs, the site's one article does not.
    spit(folder() / (n + ".jsonl"), night(1, 1, kOdd) + article("bay.test", i, ""));
    ASSERT_EQ(run(n + ".jsonl --out out" + n + " --site-memory memory.tsv").exit, 0);
    EXPECT_EQ(removed("out" + n), 0U) << "night " << n;
  }
  const std::string memory = slurp(folder() / "memory.tsv");
  EXPECT_NE(memory.find("coast.test\tarticles\t1\t"), std::string::npos) << memory;
}

TEST_F(SiteMemory, AFinishedRunIsLeftAloneAndTheFileWithIt) {
  spit(folder() / "in.jsonl", night(1, 5, kOdd));
  const std::string again = "in.jsonl --out out --site-memory memory.tsv";
  ASSERT_EQ(run(again).exit, 0);
  const std::string once = slurp(folder() / "memory.tsv");
  ASSERT_EQ(run(again).exit, 0) << "the run's own file is no other setting";
  EXPECT_EQ(slurp(folder() / "memory.tsv"), once);
  ASSERT_EQ(run(again + " --fresh").exit, 0);
  EXPECT_EQ(slurp(folder() / "memory.tsv"), once) << "these inputs were counted";
  ASSERT_EQ(run(again).exit, 0) << "and so after a fresh one";
  spit(folder() / "memory.tsv", once + "bay.test\tline\t4\t\tOur view of the bay\n");
  EXPECT_EQ(run(again).exit, 4) << "somebody edited it";
}

TEST_F(SiteMemory, IsTheSameForAnyNumberOfThreadsAndCopies) {
  spit(folder() / "in/a.jsonl", night(1, 40, kOdd));
  spit(folder() / "in/b.jsonl", night(30, 60, "Another line that all of these have"));
  std::string wanted;
  for (const std::string threads : {"1", "2", "8"}) {
    const std::string file = "memory" + threads + ".tsv";
    ASSERT_EQ(
        run("in --out out" + threads + " --threads " + threads + " --site-memory " + file).exit, 0);
    const std::string got = slurp(folder() / file);
    if (wanted.empty()) wanted = got;
    EXPECT_EQ(got, wanted);
  }
  spit(folder() / "in/c.jsonl", night(1, 40, kOdd) + night(1, 40, kOdd));
  ASSERT_EQ(run("in --out copies --dedup off --site-memory copies.tsv").exit, 0);
  EXPECT_EQ(without_nights(slurp(folder() / "copies.tsv")), without_nights(wanted))
      << "three scrapes of most articles";
}

TEST_F(SiteMemory, WhatStandsBetweenLinesOfTheTemplateGoes) {
  const std::vector<std::string> birds = {"heron", "gannet", "dunlin", "curlew"};
  std::string dump;
  for (const std::string& bird : birds)
    dump += article("coast.test", static_cast<int>(&bird - birds.data()),
                    " It will be of steel and of oak, as the old " + bird +
                        " bridge was, and the towns on both banks pay for it by halves.\\n" + kOdd +
                        "\\nA grey " + bird + " in the reeds\\nAbout the Larkin Press");
  spit(folder() / "in.jsonl", dump);
  ASSERT_EQ(run("in.jsonl --out out --site-memory memory.tsv").exit, 0);
  const std::string lines = unzstd(slurp(folder() / "out/lines.jsonl.zst"));
  for (const std::string& bird : birds)
    EXPECT_NE(lines.find("\"rule\":\"between\",\"articles\":4,\"of\":4,\"text\":\"A grey " + bird +
                         " in the reeds\""),
              std::string::npos)
        << lines;
  const std::string memory = slurp(folder() / "memory.tsv");
  EXPECT_NE(memory.find("coast.test\tbelow\t4\t"), std::string::npos) << memory;
  // The next night's one article is cleaned by what is in the file.
  spit(folder() / "next.jsonl",
       article("coast.test", 77,
               " The river is low, and the masons can stand in its bed until the autumn, they said "
               "in the evening.\\n" +
                   kOdd + "\\nA white stork on the roof\\nAbout the Larkin Press"));
  ASSERT_EQ(run("next.jsonl --out next --survey off --site-memory memory.tsv").exit, 0);
  EXPECT_NE(unzstd(slurp(folder() / "next/lines.jsonl.zst")).find("A white stork"),
            std::string::npos);
}

TEST_F(SiteMemory, WhatSomebodyElseWroteMeanwhileIsLeftAlone) {
  spit(folder() / "in.jsonl", night(1, 5, kOdd));
  ASSERT_EQ(run("in.jsonl --out out --site-memory memory.tsv").exit, 0);
  const std::string once = slurp(folder() / "memory.tsv");
  // As if another run had ended between this one's beginning and its end.
  spit(folder() / "more.jsonl", night(6, 9, kOdd));
  Process process({"run", "more.jsonl", "--out", "more", "--quiet", "--site-memory", "memory.tsv"},
                  folder());
  while (!fs::exists(folder() / "more/index/site-memory-before.tsv")) {
  }
  spit(folder() / "memory.tsv", once + "bay.test\tline\t4\t\tOur view of the bay\n");
  ASSERT_EQ(process.wait().exit, 0);
  const std::string now = slurp(folder() / "memory.tsv");
  const bool was_in_time = now.find("Our view of the bay") != std::string::npos;
  EXPECT_TRUE(was_in_time || now.find("articles\t9\t") != std::string::npos) << now;
}

TEST_F(SiteMemory, ALinkStaysALinkAndAFileKeepsItsMode) {
  spit(folder() / "in.jsonl", night(1, 5, kOdd));
  spit(folder() / "real/memory.tsv", "");
  fs::permissions(folder() / "real/memory.tsv", fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("real/memory.tsv", folder() / "memory.tsv");
  ASSERT_EQ(run("in.jsonl --out out --site-memory memory.tsv").exit, 0);
  EXPECT_TRUE(fs::is_symlink(folder() / "memory.tsv"));
  EXPECT_NE(slurp(folder() / "real/memory.tsv").find(kOdd), std::string::npos);
  EXPECT_EQ(fs::status(folder() / "real/memory.tsv").permissions(),
            fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(SiteMemory, NothingPersonalIsWrittenWhereItIsMasked) {
  const std::string line = "Write to ann@coast.test about the Larkin Weathervane";
  spit(folder() / "in.jsonl", night(1, 5, line));
  ASSERT_EQ(run("in.jsonl --out out --pii mask --site-memory memory.tsv").exit, 0);
  const std::string memory = slurp(folder() / "memory.tsv");
  EXPECT_EQ(memory.find('@'), std::string::npos) << memory;
  EXPECT_NE(memory.find("coast.test\tline\t5\t"), std::string::npos) << memory;
}

TEST_F(SiteMemory, AFileThatIsNoneIsRefusedBeforeTheRun) {
  spit(folder() / "in.jsonl", night(1, 2, kOdd));
  spit(folder() / "memory.tsv", "coast.test\tline\tmany\n");
  const CommandResult wrong = run("in.jsonl --out out --site-memory memory.tsv");
  EXPECT_EQ(wrong.exit, 2);
  EXPECT_NE(wrong.err.find("memory.tsv:1: \"many\" is no number of articles"), std::string::npos)
      << wrong.err;
  EXPECT_FALSE(fs::exists(folder() / "out"));
  fs::create_directories(folder() / "folder");
  EXPECT_EQ(run("in.jsonl --out out --site-memory folder").exit, 2);
}

}  // namespace

}  // namespace pressmill::test
