// SPDX-License-Identifier: Apache-2.0
//
// Which score a line needs, by what it looks like and how well the model knows its language.

#include "clean/thresholds.h"

#include <gtest/gtest.h>

#include <string>

#include "clean/line_model.h"

namespace pressmill::clean {
namespace {

Page measured(const std::string& text) {
  static const WordTable table(line_model().weights);
  LineMeter meter(table);
  Page page;
  meter.measure(text, "", page);
  return page;
}

std::int32_t least(const std::string& line, bool is_doubted) {
  return least_score(measured(line).lines.at(0), is_doubted, Thresholds());
}

// Words that are put together here, so that no text is needed that somebody wrote.
const char* const kStatement = "Nueve de cada diez puentes del puerto viejo son de madera y piedra";

TEST(Thresholds, ProseNeedsTheLeast) {
  const std::string sentence =
      "The harbour office said on Monday that the old bridge stays closed until the end of May "
      "because the wind damaged two of its eight cables.";
  EXPECT_EQ(least(sentence, false), Thresholds().prose);
  EXPECT_EQ(least(sentence, true), Thresholds().prose);
}

TEST(Thresholds, DoubtsCountWhereNothingIsAskedFor) {
  const Thresholds t;
  EXPECT_EQ(least("Puerto viejo", false), t.others);
  EXPECT_EQ(least("Puerto viejo", true), t.doubted);
  EXPECT_EQ(least("Suscríbete", true), t.others);
  EXPECT_EQ(least(kStatement, false), t.others);
  EXPECT_EQ(least(kStatement, true), t.prose);
}

// "Fotos" is a prompt in a line of two words, and a word in a sentence; a credit stays one.
TEST(Thresholds, APromptIsWhatMuchOfTheLineIs) {
  const auto is_one = [](const std::string& line) {
    return is_prompted(measured(line).lines.at(0));
  };
  EXPECT_TRUE(is_one("Fotos"));
  EXPECT_FALSE(is_one("Solo dos de las nueve imágenes del puente son fotografía de verdad"));
  EXPECT_TRUE(
      is_one("El puente del puerto viejo antes de la tormenta de mayo (Foto: Ana Ejemplo)"));
}

TEST(Thresholds, APageIsKnownByItsWords) {
  EXPECT_TRUE(
      is_learnt(measured("The people of the town said that they have been there for years")));
  EXPECT_FALSE(is_learnt(measured("Šest mostů přes řeku zůstane zavřeno až do konce května")));
  EXPECT_FALSE(is_learnt(measured("六座桥将关闭至五月底")));
}

}  // namespace
}  // namespace pressmill::clean
