// SPDX-License-Identifier: Apache-2.0
//
// Site memory: counts, the file that people edit, the list that overrules it, and what a cleaner
// makes of them.

#include "clean/site_memory.h"

#include <gtest/gtest.h>

#include "base/hash.h"
#include "clean/article_cleaner.h"
#include "clean/site_memory_file.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

using test::ScratchDir;
using test::slurp;
using test::spit;

const std::uint64_t kCoast = hash64("coast.test");

std::uint64_t key(std::string_view line) {
  return LineKeyer().keys(line).whole;
}

TEST(SiteMemory, AddsUpBySiteKindAndKey) {
  SiteMemory memory;
  EXPECT_EQ(memory.articles(1), 0U);
  for (std::uint64_t i = 0; i < 5000; ++i)
    memory.add({1 + i % 3, i / 3, SiteKind::line, static_cast<std::uint32_t>(i)});
  memory.add({1, 0, SiteKind::articles, 7});
  memory.add({1, 0, SiteKind::articles, 5});
  EXPECT_EQ(memory.articles(1), 12U);
  EXPECT_EQ(memory.articles(2), 0U);
  for (std::uint64_t i = 0; i < 5000; ++i)
    EXPECT_EQ(memory.articles(1 + i % 3, SiteKind::line, i / 3), i);
  EXPECT_EQ(memory.articles(1, SiteKind::start, 4), 0U);
}

TEST(SiteMemory, ForgetsWhatIsRare) {
  EXPECT_FALSE(is_worth_keeping(1, 1));
  EXPECT_TRUE(is_worth_keeping(2, 3));
  EXPECT_TRUE(is_worth_keeping(5, 1000));
  EXPECT_FALSE(is_worth_keeping(4, 1000));
}

TEST(SiteMemoryFile, ComesBackAsItWasWritten) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  EXPECT_TRUE(load_site_memory(path)->empty()) << "the first night";
  ASSERT_TRUE(save_site_memory(path, {{"coast.test", SiteKind::line, 3, 42, "Latest article"},
                                      {"coast.test", SiteKind::articles, 9, 0, ""},
                                      {"bay.test", SiteKind::start, 4, 43, "Read more"},
                                      {"coast.test", SiteKind::below, 3, 42, "Latest article"},
                                      {"coast.test", SiteKind::line, 7, 41, ""}}));
  EXPECT_EQ(slurp(path),
            "# pressmill site memory 2\n"
            "site\tkind\tarticles\tkey\ttext\n"
            "bay.test\tstart\t4\t000000000000002b\tRead more\n"
            "coast.test\tarticles\t9\t\t\n"
            "coast.test\tline\t7\t0000000000000029\t\n"
            "coast.test\tline\t3\t000000000000002a\tLatest article\n"
            "coast.test\tbelow\t3\t000000000000002a\tLatest article\n");
  const auto loaded = load_site_memory(path);
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->size(), 5U);
  EXPECT_EQ((*loaded)[4].kind, SiteKind::below);
  EXPECT_EQ((*loaded)[3].text, "Latest article");
  EXPECT_EQ((*loaded)[3].key, 42U);
}

TEST(SiteMemoryFile, WhatWasSeenComesBack) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  const ArticleMark mark{{0, 7, 0xfedcba98}};
  ASSERT_TRUE(save_site_memory(path, {seen_entry("coast.test", mark)}));
  const auto loaded = load_site_memory(path);
  ASSERT_TRUE(loaded) << loaded.error().text();
  ASSERT_EQ(loaded->size(), 1U);
  EXPECT_EQ((*loaded)[0].kind, SiteKind::seen);
  EXPECT_EQ(article_mark((*loaded)[0].text), mark);
  for (const char* text : {"", "0 0 0", "00000000 00000007", "00000000 0000000x fedcba98"})
    EXPECT_FALSE(article_mark(text)) << text;
}

TEST(SiteMemoryFile, FilesOfTheVersionBeforeAreRead) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  spit(path,
       "# pressmill site memory 1\nsite\tkind\tarticles\tkey\ttext\ncoast.test\tarticles\t9\n");
  const auto loaded = load_site_memory(path);
  ASSERT_TRUE(loaded) << loaded.error().text();
  EXPECT_EQ(loaded->size(), 1U);
}

TEST(SiteMemoryFile, ASiteMayBeginLikeAComment) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  ASSERT_TRUE(save_site_memory(path, {{"# one", SiteKind::articles, 9, 0, ""}}));
  const auto loaded = load_site_memory(path);
  ASSERT_TRUE(loaded);
  ASSERT_EQ(loaded->size(), 1U);
  EXPECT_EQ((*loaded)[0].site, "# one");
}

TEST(SiteMemoryFile, ARowThatAPersonAddsGetsTheKeyOfItsText) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  spit(path,
       "# pressmill site memory 1\ncoast.test\tarticles\t9\r\n"
       "coast.test\tline\t5\t\tLatest article\ncoast.test\tabove\t5\t\tLatest article\n");
  const auto loaded = load_site_memory(path);
  ASSERT_TRUE(loaded) << loaded.error().text();
  EXPECT_EQ((*loaded)[1].key, key("Latest article"));
  EXPECT_EQ((*loaded)[2].key, key("Latest article"));
}

TEST(SiteMemoryFile, SaysWhereItIsWrong) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "memory.tsv").string();
  const std::pair<const char*, Code> wrong[] = {
      {"# a comment\ncoast.test\tline\n", Code::usage},
      {"# a comment\ncoast.test\tverse\t3\t\tRoses\n", Code::usage},
      {"# a comment\ncoast.test\tline\tmany\t\tRoses\n", Code::usage},
      {"# a comment\ncoast.test\tline\t3\txyz\tRoses\n", Code::usage},
      {"# a comment\ncoast.test\tline\t3\t\t12\n", Code::usage},
      {"# a comment\ncoast.test\tseen\t1\t2a\tRoses\n", Code::usage},
  };
  for (const auto& [text, code] : wrong) {
    spit(path, text);
    const auto loaded = load_site_memory(path);
    ASSERT_FALSE(loaded) << text;
    EXPECT_EQ(loaded.error().code(), code);
    EXPECT_EQ(loaded.error().place().line, 2U) << text;
  }
  spit(path, "# pressmill site memory 3\n");
  EXPECT_EQ(load_site_memory(path).error().code(), Code::refused);
}

TEST(FurnitureList, ASitesOwnRowWins) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "furniture.tsv").string();
  spit(path, "*\tOur view\tremove\ncoast.test\tOUR VIEW:\tkeep\n");
  const auto list = FurnitureList::load(path);
  ASSERT_TRUE(list) << list.error().text();
  EXPECT_EQ(list->said(kCoast, key("our view")), Said::keep);
  EXPECT_EQ(list->said(hash64("bay.test"), key("our view")), Said::remove);
  EXPECT_EQ(list->said(kCoast, key("their view")), Said::nothing);
}

TEST(FurnitureList, SaysWhereItIsWrong) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "furniture.tsv").string();
  for (const char* text :
       {"*\tx y\tremove\n*\tOur view\n", "*\tx y\tremove\n*\tOur view\tperhaps\n",
        "*\tx y\tremove\n*\t---\tkeep\n", "*\tx y\tremove\n*\tX, Y\tkeep\n"}) {
    spit(path, text);
    const auto list = FurnitureList::load(path);
    ASSERT_FALSE(list) << text;
    EXPECT_EQ(list.error().code(), Code::usage);
    EXPECT_EQ(list.error().place().line, 2U);
  }
}

const std::string kBody1 =
    "The river rose by two metres overnight, and the town closed both of its bridges on Monday, "
    "the mayor said.";
const std::string kBody2 =
    "Officials said that nobody was hurt, but that the repairs to the older bridge would take "
    "until the spring.";

// Lines that no model knows.
const std::string kOdd = "The Larkin Weathervane Companion";

struct Cleaned {
  std::string text;
  std::vector<LineRule> rules;
};

Cleaned clean_page(const SiteMemory* memory, const FurnitureList* list, const std::string& text,
                   const std::string& title = "River floods town") {
  CleanSettings settings;
  settings.has_model = false;
  settings.memory = memory;
  settings.furniture = list;
  ArticleCleaner cleaner(settings);
  const CleanedText& got = cleaner.clean(text, title, kCoast);
  Cleaned cleaned{got.changed() ? got.text : text, {}};
  for (const RemovedLine& line : got.removed) cleaned.rules.push_back(line.rule);
  return cleaned;
}

SiteMemory memory_with(std::string_view line, std::uint32_t articles, std::uint32_t of,
                       SiteKind kind = SiteKind::line) {
  SiteMemory memory;
  memory.add({kCoast, 0, SiteKind::articles, of});
  memory.add({kCoast, key(line), kind, articles});
  return memory;
}

TEST(SiteEvidence, LinesOfManyArticlesGo) {
  const std::string page = kBody1 + "\n" + kOdd + "\n" + kBody2;
  const SiteMemory often = memory_with(kOdd, 30, 100);
  EXPECT_EQ(clean_page(&often, nullptr, page).text, kBody1 + "\n" + kBody2);
  EXPECT_EQ(clean_page(&often, nullptr, page).rules, std::vector{LineRule::furniture});
  const SiteMemory seldom = memory_with(kOdd, 2, 1000);
  EXPECT_EQ(clean_page(&seldom, nullptr, page).text, page);
  EXPECT_EQ(clean_page(nullptr, nullptr, page).text, page);
}

TEST(SiteEvidence, SentencesNeedMoreThanNames) {
  const std::string page = kBody1 + "\n" + kBody2;
  const SiteMemory two_of_three = memory_with(kBody2, 2, 3);
  EXPECT_EQ(clean_page(&two_of_three, nullptr, page).text, page);
  const SiteMemory most = memory_with(kBody2, 80, 100);
  EXPECT_EQ(clean_page(&most, nullptr, page).text, kBody1);
}

TEST(SiteEvidence, HeadlinesOfOtherArticlesGoAndHeadingsStay) {
  const std::string other = "Harbour strike enters third week";
  const SiteMemory memory = memory_with(other, 1, 100, SiteKind::headline);
  const std::string linked = kBody1 + "\n" + kBody2 + "\n" + other;
  EXPECT_EQ(clean_page(&memory, nullptr, linked).rules, std::vector{LineRule::other_headline});
  const std::string roundup = kBody1 + "\n" + other + "\n" + kBody2;
  EXPECT_EQ(clean_page(&memory, nullptr, roundup).text, roundup);
  EXPECT_EQ(clean_page(&memory, nullptr, linked, other).text, linked) << "its own headline";
}

TEST(SiteEvidence, WhatIsFurnitureElsewhereGoesThoughItIsRareHere) {
  const std::string page = kBody1 + "\n" + kOdd + "\n" + kBody2;
  SiteMemory memory = memory_with(kOdd, 2, 100);
  EXPECT_EQ(clean_page(&memory, nullptr, page).text, page);
  memory.add({hash64(kAllSites), key(kOdd), SiteKind::line, 1});
  EXPECT_EQ(clean_page(&memory, nullptr, page).text, kBody1 + "\n" + kBody2);
}

// Two lines that stand on `articles` of the site's pages, below the article on `below` of them.
const std::string kShare = "Share the Weathervane with neighbours";
const std::string kAbout = "About the Larkin Press again";

SiteMemory template_memory(std::uint32_t articles, std::uint32_t below, std::uint32_t of) {
  SiteMemory memory = memory_with(kShare, articles, of);
  memory.add({kCoast, key(kAbout), SiteKind::line, articles});
  for (const std::string& line : {kShare, kAbout})
    memory.add({kCoast, key(line), SiteKind::below, below});
  return memory;
}

TEST(SiteEvidence, WhatStandsBetweenTheTemplatesLinesGoes) {
  const std::string page = kBody1 + "\n" + kBody2 + "\n" + kShare + "\nGrey heron, bog myrtle\n" +
                           kAbout + "\nGrey heron again";
  const SiteMemory memory = template_memory(3, 3, 4);
  const Cleaned got = clean_page(&memory, nullptr, page);
  EXPECT_EQ(got.text, kBody1 + "\n" + kBody2 + "\nGrey heron again") << "nothing stands below that";
  EXPECT_EQ(got.rules, (std::vector{LineRule::furniture, LineRule::between, LineRule::furniture}));
}

TEST(SiteEvidence, TheTemplatesLinesAreThoseThatAlwaysStandThere) {
  const std::string page =
      kBody1 + "\n" + kBody2 + "\n" + kShare + "\nGrey heron, bog myrtle\n" + kAbout;
  const std::string kept = kBody1 + "\n" + kBody2 + "\nGrey heron, bog myrtle";
  const auto cleaned = [&](const SiteMemory& memory) {
    return clean_page(&memory, nullptr, page).text;
  };
  EXPECT_NE(cleaned(template_memory(100, 95, 400)), kept);
  EXPECT_EQ(cleaned(template_memory(100, 94, 400)), kept) << "elsewhere in one page of seventeen";
  EXPECT_EQ(cleaned(template_memory(30, 30, 400)), kept) << "a column's, not the site's";
  EXPECT_EQ(cleaned(template_memory(100, 0, 400)), kept);
}

TEST(SiteEvidence, OtherSitesLinesBoundNoTemplate) {
  SiteMemory memory = template_memory(2, 2, 100);
  for (const std::string& line : {kShare, kAbout})
    memory.add({hash64(kAllSites), key(line), SiteKind::line, 1});
  const std::string page =
      kBody1 + "\n" + kBody2 + "\n" + kShare + "\nGrey heron, bog myrtle\n" + kAbout;
  EXPECT_EQ(clean_page(&memory, nullptr, page).text,
            kBody1 + "\n" + kBody2 + "\nGrey heron, bog myrtle");
}

TEST(SiteEvidence, OnThisPageTheTemplateMustStandThereToo) {
  const SiteMemory memory = template_memory(3, 3, 4);
  const std::string inside =
      kBody1 + "\n" + kShare + "\nGrey heron, bog myrtle\n" + kAbout + "\n" + kBody2;
  EXPECT_EQ(clean_page(&memory, nullptr, inside).text,
            kBody1 + "\nGrey heron, bog myrtle\n" + kBody2);
}

TEST(SiteEvidence, ParagraphsGoOnlyWhereTheTemplateIsDense) {
  const SiteMemory memory = template_memory(3, 3, 4);
  std::string far(12, '\n');
  for (int i = 0; i < 12; ++i) far += "Myrtle " + std::string(1, static_cast<char>('a' + i)) + "\n";
  const std::string teaser =
      "Herons nest in the reeds behind the old mill again, and the bog myrtle is in flower there, "
      "says the warden.";
  // Long enough to be the article, whatever stands below.
  const std::string body = kBody1 + "\n" + kBody2 + "\n" + kBody1 + " So it was.\n";
  const std::string dense = body + kShare + far + teaser + "\n" + kAbout;
  const std::string kept = clean_page(&memory, nullptr, dense).text;
  EXPECT_NE(kept.find(teaser), std::string::npos);
  EXPECT_EQ(kept.find("Myrtle"), std::string::npos);
  SiteMemory denser = memory;
  for (int i = 0; i < 12; ++i)
    denser.add(
        {kCoast, key("Myrtle " + std::string(1, static_cast<char>('a' + i))), SiteKind::line, 3});
  EXPECT_EQ(clean_page(&denser, nullptr, dense).text.find(teaser), std::string::npos);
}

TEST(SiteEvidence, APersonOverrulesAll) {
  const ScratchDir scratch;
  const std::string path = (scratch.path() / "furniture.tsv").string();
  spit(path, "coast.test\t" + kOdd + "\tkeep\ncoast.test\t" + kBody2 + "\tremove\n");
  const auto list = FurnitureList::load(path);
  ASSERT_TRUE(list);
  const SiteMemory often = memory_with(kOdd, 90, 100);
  const Cleaned got = clean_page(&often, &*list, kBody1 + "\n" + kOdd + "\n" + kBody2);
  EXPECT_EQ(got.text, kBody1 + "\n" + kOdd);
  EXPECT_EQ(got.rules, std::vector{LineRule::listed});
}

}  // namespace
}  // namespace pressmill::clean
