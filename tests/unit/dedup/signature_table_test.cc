// SPDX-License-Identifier: Apache-2.0
//
// Signatures to a file and back; other parameters and damage are refused.

#include "dedup/signature_table.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::dedup {
namespace {

constexpr Lsh kLsh{5, 3, 4};

struct Article {
  std::uint32_t row;
  std::uint32_t shingles;
  std::vector<std::uint64_t> keys;
  std::vector<std::uint64_t> samples;
};

std::vector<Article> random_articles(std::size_t n, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Article> articles;
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < n; ++i) {
    row += static_cast<std::uint32_t>(random.below(4));
    Article article{row++, static_cast<std::uint32_t>(random.next()), {}, {}};
    for (unsigned band = 0; band < kLsh.bands; ++band) article.keys.push_back(random.next());
    for (std::uint64_t k = random.below(5); k > 0; --k) article.samples.push_back(random.next());
    articles.push_back(article);
  }
  return articles;
}

SignatureTable tabled(const std::vector<Article>& articles) {
  SignatureTable table;
  for (const Article& a : articles) table.add(a.row, a.shingles, a.keys, a.samples);
  return table;
}

void expect_file(const std::string& path, const std::vector<Article>& articles) {
  auto file = SignatureReader::open(path, kLsh);
  ASSERT_TRUE(file) << file.error().text();
  const auto rows = file->rows();
  const auto shingles = file->shingles();
  const auto samples = file->samples();
  const auto ends = file->sample_ends();
  ASSERT_TRUE(rows && shingles && samples && ends);
  ASSERT_EQ(rows->size(), articles.size());
  ASSERT_EQ(shingles->size(), articles.size());
  ASSERT_EQ(ends->size(), articles.size());
  std::vector<std::uint64_t> all_samples;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    EXPECT_EQ((*rows)[i], articles[i].row);
    EXPECT_EQ((*shingles)[i], articles[i].shingles);
    all_samples.insert(all_samples.end(), articles[i].samples.begin(), articles[i].samples.end());
    EXPECT_EQ((*ends)[i], all_samples.size());
  }
  EXPECT_EQ(*samples, all_samples);
  for (unsigned band = 0; band < kLsh.bands; ++band) {
    const auto keys = file->band(band);
    ASSERT_TRUE(keys) << keys.error().text();
    ASSERT_EQ(keys->size(), articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) EXPECT_EQ((*keys)[i], articles[i].keys[band]);
  }
  EXPECT_FALSE(file->band(kLsh.bands)) << "there is none";
}

TEST(SignatureTable, GivesBackWhatWasAdded) {
  const test::ScratchDir dir;
  for (const std::size_t n : {0, 1, 2, 100}) {
    const auto articles = random_articles(n, n + 1);
    const SignatureTable table = tabled(articles);
    EXPECT_EQ(table.size(), n);
    ASSERT_TRUE(table.write(kLsh, dir / "signatures"));
    ASSERT_NO_FATAL_FAILURE(expect_file(dir / "signatures", articles));
  }
}

// As a segment is put together from its batches, which know only their own rows.
TEST(SignatureTable, AppendsTablesWithTheirRowsCountedOn) {
  const test::ScratchDir dir;
  SignatureTable all;
  std::vector<Article> expected;
  std::uint32_t base = 0;
  for (const std::size_t n : {0, 3, 0, 50, 1}) {
    auto articles = random_articles(n, n + 77);
    all.append(tabled(articles), base);
    for (Article& article : articles) {
      article.row += base;
      expected.push_back(article);
    }
    base += 1000;
  }
  ASSERT_TRUE(all.write(kLsh, dir / "signatures"));
  ASSERT_NO_FATAL_FAILURE(expect_file(dir / "signatures", expected));
}

Code code_of(const std::string& path, const Lsh& wanted) {
  const auto file = SignatureReader::open(path, wanted);
  EXPECT_FALSE(file);
  return file ? Code::usage : file.error().code();
}

TEST(SignatureTable, KeysOfOtherBandsAreRefused) {
  const test::ScratchDir dir;
  ASSERT_TRUE(tabled(random_articles(5, 1)).write(kLsh, dir / "signatures"));
  EXPECT_TRUE(SignatureReader::open(dir / "signatures", kLsh));
  EXPECT_EQ(code_of(dir / "signatures", {4, 3, 4}), Code::refused);
  EXPECT_EQ(code_of(dir / "signatures", {5, 4, 4}), Code::refused);
  EXPECT_EQ(code_of(dir / "signatures", {5, 3, 5}), Code::refused);
  EXPECT_EQ(code_of(dir / "signatures", {5, 4, 3}), Code::refused) << "as many hashes";
}

TEST(SignatureTable, WhatIsNoFileOfOursIsRefused) {
  const test::ScratchDir dir;
  EXPECT_EQ(code_of(dir / "missing", kLsh), Code::input);
  ASSERT_TRUE(io::ColumnsWriter(kSignaturesKind, kSignaturesVersion + 1).write(dir / "newer"));
  EXPECT_EQ(code_of(dir / "newer", kLsh), Code::refused);
  ASSERT_TRUE(io::ColumnsWriter("cards", 1).write(dir / "cards"));
  EXPECT_EQ(code_of(dir / "cards", kLsh), Code::refused);
  ASSERT_TRUE(io::ColumnsWriter(kSignaturesKind, kSignaturesVersion).write(dir / "none"));
  EXPECT_EQ(code_of(dir / "none", kLsh), Code::input) << "no parameters";
}

bool reads_all(const std::string& path) {
  auto file = SignatureReader::open(path, kLsh);
  if (!file) return false;
  bool reads = file->rows() && file->shingles() && file->samples() && file->sample_ends();
  for (unsigned band = 0; band < kLsh.bands; ++band) reads = reads && file->band(band);
  return reads;
}

// A key that is not the one that was made would find other pairs, silently.
TEST(SignatureTable, DamageIsNoticed) {
  const test::ScratchDir dir;
  ASSERT_TRUE(tabled(random_articles(20, 1)).write(kLsh, dir / "whole"));
  const std::string whole = test::slurp(dir / "whole");
  ASSERT_TRUE(reads_all(dir / "whole"));
  for (std::size_t at = 0; at < whole.size(); at += 7) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
    test::spit(dir / "flipped", flipped);
    ASSERT_FALSE(reads_all(dir / "flipped")) << "byte " << at;
    test::spit(dir / "cut", whole.substr(0, at));
    ASSERT_FALSE(reads_all(dir / "cut")) << at << " bytes";
  }
}

}  // namespace
}  // namespace pressmill::dedup
