// SPDX-License-Identifier: Apache-2.0
//
// Where an article stands among the lines of its page, in scripts of several widths.

#include "clean/article_stretch.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pressmill::clean {
namespace {

std::string times(std::string_view text, int n) {
  std::string all;
  while (n-- > 0) all += text;
  return all;
}

const std::string kParagraph =
    "The river rose by two metres overnight, and the town closed both of its bridges on Monday, "
    "the mayor said.";

TEST(Paragraphs, AreLongOrEndASentence) {
  EXPECT_TRUE(is_paragraph(kParagraph));
  EXPECT_TRUE(is_paragraph(kParagraph + "\u201D"));
  EXPECT_TRUE(is_paragraph(times("河水一夜之间上涨两米", 4) + "。」"));
  EXPECT_TRUE(is_paragraph(times("ارتفع منسوب النهر ", 4) + "ماذا بعد؟"));
  EXPECT_TRUE(is_paragraph(times("no end ", 40)));
  EXPECT_FALSE(is_paragraph("It rained."));
  EXPECT_FALSE(is_paragraph(times("Menu | ", 18)));
  EXPECT_FALSE(is_paragraph(std::string(150, '"')));
  EXPECT_FALSE(is_paragraph(""));
}

std::string places_of(const std::vector<std::string>& lines) {
  ArticleStretch stretch;
  for (const std::string& line : lines) stretch.add(line);
  stretch.find();
  std::string places;
  for (std::size_t i = 0; i < lines.size(); ++i)
    places += "?IAB"[static_cast<std::size_t>(stretch.place(i))];
  return places;
}

TEST(ArticleStretch, IsWhereTheParagraphsAre) {
  EXPECT_EQ(places_of({"Home", "By Ann", kParagraph, "A caption", kParagraph, "Share"}), "AAIIIB");
  EXPECT_EQ(places_of({"Home", "Share"}), "??");
  EXPECT_EQ(places_of({}), "");
}

TEST(ArticleStretch, ATeaserFarAwayIsNoPartOfIt) {
  std::vector<std::string> lines(4, kParagraph);
  lines.insert(lines.end(), 12, "Another headline");
  lines.push_back(kParagraph);
  EXPECT_EQ(places_of(lines), "IIII" + std::string(13, 'B'));
}

TEST(ArticleStretch, IsForgottenWithThePage) {
  ArticleStretch stretch;
  stretch.add(kParagraph);
  stretch.find();
  EXPECT_EQ(stretch.place(0), LinePlace::inside);
  stretch.clear();
  stretch.add("Home");
  stretch.find();
  EXPECT_EQ(stretch.place(0), LinePlace::unknown);
}

}  // namespace
}  // namespace pressmill::clean
