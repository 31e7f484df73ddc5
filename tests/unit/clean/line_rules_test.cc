// SPDX-License-Identifier: Apache-2.0
//
// The rules about lines, on articles made up for them in several languages.

#include "clean/line_rules.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "clean/headline.h"

namespace pressmill::clean {
namespace {

const WordTable& table() {
  static const WordTable table({});
  return table;
}

struct Ruled {
  std::shared_ptr<const std::string> text;  // views of it stand in what follows
  Page page;
  RuledPage ruled;
};

Ruled rule(const std::string& text, std::string_view title = "") {
  Ruled result{std::make_shared<const std::string>(text), {}, {}};
  LineMeter meter(table());
  meter.measure(*result.text, title, result.page);
  apply_line_rules(result.page, title, result.ruled);
  return result;
}

bool points(std::string_view line) {
  Page page;
  LineMeter meter(table());
  meter.measure_line(line, page);
  return points_elsewhere(page.lines.at(0));
}

constexpr const char* kBody =
    "\nThe river rose by two metres overnight, and the town closed both of its bridges on Monday.\n"
    "Officials said that nobody was hurt, but that the repairs would take until the spring.";

TEST(LineRules, PointersInManyLanguages) {
  EXPECT_TRUE(points("See also  Harbour strike enters its third week"));
  EXPECT_TRUE(points("READ MORE: Mayor's budget passes at last"));
  EXPECT_TRUE(points("Lesen Sie auch: Der Hafen bleibt geschlossen"));
  EXPECT_TRUE(points("À lire aussi : Le port reste fermé lundi"));
  EXPECT_TRUE(points("Lea también: El puerto sigue cerrado"));
  EXPECT_TRUE(points("Leggi anche – Il porto resta chiuso"));
  EXPECT_TRUE(points("Читайте также: Порт остаётся закрытым"));
  EXPECT_TRUE(points("اقرأ أيضا: الميناء ما زال مغلقا اليوم"));
  EXPECT_TRUE(points("相关阅读：港口罢工进入第三周"));
  EXPECT_TRUE(points("Baca juga: Pelabuhan masih ditutup"));
}

TEST(LineRules, SentencesThatBeginAlikeStay) {
  EXPECT_FALSE(points("See also the chapter on harbours, which the council published in May."));
  EXPECT_FALSE(points("Related parties hold a third of the shares"));
  EXPECT_FALSE(points("Watch the river closely"));
  EXPECT_FALSE(points("More on this later"));
  EXPECT_FALSE(points("Read more about the harbour strike"));
  EXPECT_FALSE(points("See also"));  // a prompt alone is for the model
}

TEST(LineRules, ACutOffHeadlineIsKnownByTheWholeOne) {
  const struct {
    const char* cut;
    const char* whole;
  } cases[] = {
      {"World NewsBridge opens after ten years of delays, minister says as second...",
       "Bridge opens after ten years of delays, minister says as second crossing is planned"},
      {"PolitikBrücke nach zehn Jahren Verzögerung eröffnet, sagt der Minister...",
       "Brücke nach zehn Jahren Verzögerung eröffnet, sagt der Minister zum zweiten Übergang"},
      {"ActualitéLe pont ouvre après dix ans de retard, dit la ministre…",
       "Le pont ouvre après dix ans de retard, dit la ministre des transports"},
      {"PortadaEl puente abre después de diez años de retrasos...",
       "El puente abre después de diez años de retrasos, dice la ministra"},
      {"НовостиМост открыт после десяти лет задержек, заявил...",
       "Мост открыт после десяти лет задержек, заявил министр транспорта"},
      {"国际新闻大桥推迟十年后终于正式通车…", "大桥推迟十年后终于正式通车部长出席仪式"},
  };
  for (const auto& c : cases) {
    const Ruled got = rule(std::string(c.cut) + "\n\n" + c.whole + kBody);
    EXPECT_EQ(got.ruled.lines[0].rule, LineRule::cut_headline) << c.cut;
    EXPECT_EQ(got.ruled.lines[1].fate, LineFate::protected_) << c.whole;
    EXPECT_EQ(got.ruled.title, c.whole);
    const Ruled titled = rule(std::string(c.cut) + kBody, c.whole);
    EXPECT_EQ(titled.ruled.lines[0].rule, LineRule::cut_headline) << c.cut;
    EXPECT_TRUE(titled.ruled.title.empty());
  }
}

TEST(LineRules, AnEllipsisAloneIsNoCutHeadline) {
  const Ruled got = rule(std::string("The morning after the flood began quietly...\n"
                                     "Bridge opens after ten years of delays") +
                         kBody);
  EXPECT_EQ(got.ruled.lines[0].fate, LineFate::open);
}

TEST(LineRules, TheHeadlineGoesWhereTheTitleHasIt) {
  const Ruled got =
      rule(std::string("Bridge opens after 10 years") + kBody, "Bridge Opens After 10 Years!");
  EXPECT_EQ(got.ruled.lines[0].rule, LineRule::headline);
  const Ruled twice = rule(std::string("Bridge opens after ten years\nBy Ann Example\n"
                                       "Bridge opens after ten years") +
                           kBody);
  EXPECT_EQ(twice.ruled.title, "Bridge opens after ten years");
  EXPECT_EQ(twice.ruled.lines[2].rule, LineRule::headline);
}

TEST(LineRules, OfEqualParagraphsTheFirstStays) {
  const std::string paragraph = "The council will meet again on Thursday to vote on the plan.";
  const Ruled got = rule(paragraph + "\nNo.\n" + paragraph + "\nNo.\n" + paragraph);
  EXPECT_EQ(got.ruled.lines[0].fate, LineFate::open);
  EXPECT_EQ(got.ruled.lines[2].rule, LineRule::repeated);
  EXPECT_EQ(got.ruled.lines[4].rule, LineRule::repeated);
  EXPECT_EQ(got.ruled.lines[3].fate, LineFate::open) << "short lines may be said twice";
}

TEST(LineRules, OfTwoListsThatDifferBothStayWhole) {
  const std::string shared = "- Camera: of 12 megapixels, with a stabiliser and a flash.\n";
  const std::string first = "- Screen: of 5.8 inches, with a glass that bends at its edges.\n";
  const std::string second = "- Screen: of 6.2 inches, with a glass that bends at its edges.\n";
  const Ruled two =
      rule("The small one:\n" + first + shared + "The large one:\n" + second + shared);
  EXPECT_EQ(two.ruled.lines[5].fate, LineFate::open);
  const Ruled twice = rule("The small one:\n" + first + shared + "Again:\n" + first + shared);
  EXPECT_EQ(twice.ruled.lines[4].rule, LineRule::repeated);
  EXPECT_EQ(twice.ruled.lines[5].rule, LineRule::repeated);
}

TEST(LineRules, WrappedSentencesAreMarked) {
  const Ruled got = rule(
      "The mayor said on Monday that the\nbridge over the river would be\nclosed.\n"
      "home\nabout us\ncontact");
  EXPECT_TRUE(got.ruled.lines[0].is_wrapped);
  EXPECT_TRUE(got.ruled.lines[1].is_wrapped);
  EXPECT_FALSE(got.ruled.lines[4].is_wrapped) << "a menu in small letters";
}

TEST(LineRules, InATextThatIsWrappedThroughoutPiecesOfTwoWordsAreMarked) {
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += "The mayor said on Monday that\nthe bridge over the river\nwould be\nclosed.\n";
  const Ruled got = rule(text + "Latest news\nSports");
  EXPECT_TRUE(got.ruled.lines[2].is_narrow);
  EXPECT_TRUE(got.ruled.lines[3].is_narrow);
  EXPECT_FALSE(got.ruled.lines[20].is_narrow) << "a line of its own";
  const Ruled menu = rule(
      "home\nabout us\ncontact\nnews\nsports\nthe bay\nthe town\nweather\n"
      "jobs\ncars and vans\nhouses to let\nshop\nphotos of the week");
  for (const RuledLine& line : menu.ruled.lines) EXPECT_FALSE(line.is_narrow);
}

TEST(LineRules, SpeakersStay) {
  std::string interview;
  for (int turn = 0; turn < 4; ++turn) {
    interview += "Ann Example\nWhat did you see when you came to the river that morning? " +
                 std::to_string(turn) + ".\n";
    interview += "Advertisement\n";
    interview += "Bo Sample\nWater everywhere, and people on the roofs waving at us, number " +
                 std::to_string(turn) + ".\n";
  }
  const Ruled got = rule(interview);
  for (std::size_t i = 0; i < got.page.lines.size(); ++i) {
    const std::string_view text = got.page.lines[i].text;
    const bool is_name = text == "Ann Example" || text == "Bo Sample";
    EXPECT_EQ(got.ruled.lines[i].fate == LineFate::protected_, is_name) << text;
  }
}

TEST(LineRules, RunsOfHeadlinesBehindAPromptAreMarked) {
  const std::string text =
      "The river rose by two metres overnight, the mayor of the town said on Monday.\n"
      "Related stories\n"
      "Harbour strike enters its third week\n"
      "Ferry runs again after the storm\n"
      "The bridge is to stay closed until the spring, an engineer told the council.\n"
      "Read more\n"
      "Only one headline stands here\n"
      "The council had asked for a report, which is to be read to it in the spring.";
  const RuledPage ruled = rule(text).ruled;
  std::string marks;
  for (const RuledLine& line : ruled.lines) marks += line.is_related ? '1' : '0';
  EXPECT_EQ(marks, "00110000");
}

}  // namespace
}  // namespace pressmill::clean
