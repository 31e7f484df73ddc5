// SPDX-License-Identifier: Apache-2.0
//
// Recipes: each built-in rule at its threshold, one step beyond it, and where it abstains.

#include "clean/recipe.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "clean/quality_measures.h"
#include "tests/support/test_support.h"

namespace pressmill::clean {
namespace {

using text::Measure;
using text::Measures;

Recipe built_in(std::string_view name) {
  auto recipe = Recipe::make(std::string(name), *built_in_recipe(name));
  EXPECT_TRUE(recipe) << (recipe ? "" : recipe.error().text());
  return std::move(*recipe);
}

// Names of the rules that would drop it, the deciding one first.
std::vector<std::string> found(const Recipe& recipe, const Measures& measures,
                               std::string_view lang = "en") {
  std::vector<std::string> names;
  for (std::uint64_t rest = recipe.judge(measures, lang); rest != 0; rest &= rest - 1)
    names.push_back(recipe.rules()[deciding_rule(rest)].reason);
  return names;
}

std::vector<std::string> found(std::string_view recipe, std::string_view text,
                               std::string_view lang = "en") {
  QualityMeter meter;
  return found(built_in(recipe), meter.measure_text(text, lang), lang);
}

using Names = std::vector<std::string>;

// Measures of an article that no recipe minds.
Measures fine() {
  Measures m;
  m[Measure::words] = m[Measure::gopher_words] = 400;
  m[Measure::mean_word_length] = 48000;
  m[Measure::stop_words] = 7;
  m[Measure::sentences] = m[Measure::c4_sentences] = 20;
  m[Measure::prose_words] = 400;
  m[Measure::alpha_word_ratio] = m[Measure::line_punct_ratio] = 9500;
  m[Measure::prose_word_ratio] = 10000;
  return m;
}

// datatrove's names and thresholds: the last value that stays, the first that goes.
struct Bound {
  std::string_view recipe, reason;
  Measure measure;
  std::uint32_t stays, goes;
};
constexpr Bound kBounds[] = {
    {"gopher", "gopher_short_doc", Measure::gopher_words, 50, 49},
    {"gopher", "gopher_long_doc", Measure::gopher_words, 100'000, 100'001},
    {"gopher", "gopher_below_avg_threshold", Measure::mean_word_length, 30000, 29999},
    {"gopher", "gopher_above_avg_threshold", Measure::mean_word_length, 100000, 100001},
    {"gopher", "gopher_too_many_hashes", Measure::hash_ratio, 1000, 1001},
    {"gopher", "gopher_too_many_ellipsis", Measure::ellipsis_ratio, 1000, 1001},
    {"gopher", "gopher_too_many_bullets", Measure::bullet_line_ratio, 9000, 9001},
    {"gopher", "gopher_too_many_end_ellipsis", Measure::end_ellipsis_ratio, 3000, 3001},
    {"gopher", "gopher_below_alpha_threshold", Measure::alpha_word_ratio, 8000, 7999},
    {"gopher", "gopher_enough_stop_words", Measure::stop_words, 2, 1},
    {"gopher", "dup_line_frac", Measure::dup_line_frac, 3000, 3001},
    {"gopher", "dup_para_frac", Measure::dup_para_frac, 3000, 3001},
    {"gopher", "dup_line_char_frac", Measure::dup_line_char_frac, 2000, 2001},
    {"gopher", "dup_para_char_frac", Measure::dup_para_char_frac, 2000, 2001},
    {"gopher", "top_2_gram", Measure::top_2_gram, 2000, 2001},
    {"gopher", "top_3_gram", Measure::top_3_gram, 1800, 1801},
    {"gopher", "top_4_gram", Measure::top_4_gram, 1600, 1601},
    {"gopher", "duplicated_5_n_grams", Measure::duplicated_5_n_grams, 1500, 1501},
    {"gopher", "duplicated_6_n_grams", Measure::duplicated_6_n_grams, 1400, 1401},
    {"gopher", "duplicated_7_n_grams", Measure::duplicated_7_n_grams, 1300, 1301},
    {"gopher", "duplicated_8_n_grams", Measure::duplicated_8_n_grams, 1200, 1201},
    {"gopher", "duplicated_9_n_grams", Measure::duplicated_9_n_grams, 1100, 1101},
    {"gopher", "duplicated_10_n_grams", Measure::duplicated_10_n_grams, 1000, 1001},
    {"fineweb", "line_punct_ratio", Measure::line_punct_ratio, 1200, 1199},
    {"fineweb", "short_line_ratio", Measure::short_line_ratio, 6700, 6701},
    {"fineweb", "char_dup_ratio", Measure::char_dup_ratio, 100, 101},
    {"fineweb", "list_ratio", Measure::list_ratio, 3000, 3001},
    {"c4", "lorem_ipsum", Measure::lorem_ipsum, 0, 1},
    {"c4", "curly_bracket", Measure::curly_brackets, 0, 1},
    {"c4", "too_few_sentences", Measure::c4_sentences, 5, 4},
};

TEST(Recipe, EveryRuleDropsBeyondItsThresholdAndNotAtIt) {
  for (const Bound& bound : kBounds) {
    const Recipe recipe = built_in(bound.recipe);
    Measures m = fine();
    m[bound.measure] = bound.stays;
    EXPECT_EQ(found(recipe, m), Names()) << bound.reason;
    m[bound.measure] = bound.goes;
    EXPECT_EQ(found(recipe, m), Names{std::string(bound.reason)});
  }
}

TEST(Recipe, TheTableOfBoundsLeavesNoRuleOut) {
  for (const std::string_view name : {"gopher", "fineweb", "c4"}) {
    const Recipe recipe = built_in(name);
    for (const QualityRule& rule : recipe.rules()) {
      const bool is_there =
          std::any_of(std::begin(kBounds), std::end(kBounds),
                      [&](const Bound& b) { return b.recipe == name && b.reason == rule.reason; });
      EXPECT_TRUE(is_there) << name << ' ' << rule.reason;
    }
  }
}

TEST(Recipe, NothingIsDroppedByNone) {
  EXPECT_EQ(found("none", "x"), Names());
}

TEST(Recipe, TheFirstRuleDecides) {
  Measures m = fine();
  m[Measure::dup_line_frac] = 10000;
  m[Measure::gopher_words] = 3;
  EXPECT_EQ(found(built_in("gopher"), m), (Names{"gopher_short_doc", "dup_line_frac"}));
}

// Fifty words of a language, in sentences of ten.
std::string article(std::string_view ten_words, std::string_view end) {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text += std::string(ten_words) + std::to_string(i) + std::string(end) + '\n';
  text.pop_back();
  return text;
}

TEST(Recipe, GopherLeavesOutWhatHasNoMeaningForALanguage) {
  // Words of one letter, five times the same but for a number.
  const std::string chinese = article("市政府周四召开会议讨论新的道路", "。");
  EXPECT_EQ(found("gopher", chinese, "zh"), Names{"gopher_enough_stop_words"});  // no 的, no 了
  EXPECT_EQ(found("gopher", article("市政府的会议讨论了新的道路和桥", "。"), "zh"), Names());
  EXPECT_EQ(found("gopher", article("市政府的會議討論了新的道路和橋", "。"), "zh-hant"), Names());
  EXPECT_EQ(found("gopher", article("市は新しい道路について話し合いをした", "。"), "ja"), Names());
  EXPECT_EQ(found("gopher", article("สภาเมืองประชุมเรื่องถนนสายใหม่", ""), "th"), Names());
  // Korean words of two syllables are words; those of a language without a list are not missed.
  Measures m = fine();
  m[Measure::mean_word_length] = 24000;
  EXPECT_EQ(found(built_in("gopher"), m, "ko"), Names());
  EXPECT_EQ(found(built_in("gopher"), m, "en"), Names{"gopher_below_avg_threshold"});
  m = fine();
  m[Measure::stop_words] = text::kNoValue;
  EXPECT_EQ(found(built_in("gopher"), m, "sw"), Names());
}

TEST(Recipe, FinewebKnowsTheEndsOfSentencesOfAllScripts) {
  EXPECT_EQ(found("fineweb", article("市政府的会议讨论了新的道路和桥", "。"), "zh"), Names());
  EXPECT_EQ(found("fineweb", article("هل ناقش المجلس الطريق الجديد إلى البحر أمس ", "؟"), "ar"),
            Names());
  EXPECT_EQ(found("fineweb", article("شہر کی کونسل نے نئی سڑک پر بات کی ", "۔"), "ur"), Names());
  EXPECT_EQ(found("fineweb", article("नगर परिषद ने नई सड़क पर कल चर्चा की ", "।"), "hi"), Names());
  // Thai has none, and lines of thirty characters are long where a letter is a word.
  EXPECT_EQ(found("fineweb", article("สภาเมืองประชุมเรื่องถนน", ""), "th"), Names());
  // Where a language ends sentences, lines without an end are missed.
  EXPECT_EQ(found("fineweb", article("The council met on Thursday about the road to ", ""), "en"),
            Names{"line_punct_ratio"});
}

TEST(Recipe, C4CountsSentencesOfAllScripts) {
  EXPECT_EQ(found("c4", article("市政府的会议讨论了新的道路和桥", "。"), "zh"), Names());
  EXPECT_EQ(found("c4", article("नगर परिषद ने नई सड़क पर कल चर्चा की ", "।"), "hi"), Names());
  EXPECT_EQ(found("c4", article("สภาเมืองประชุมเรื่องถนนสายใหม่", ""), "th"), Names());
  EXPECT_EQ(found("c4", "One. Two three four. Five."), Names{"too_few_sentences"});
}

TEST(Recipe, NewsDropsWhatIsNoArticle) {
  EXPECT_EQ(found("news", "Access Denied\nYou don't have permission to access this page."),
            (Names{"notice", "no_prose", "list"}));
  EXPECT_EQ(found("news", "This website uses cookies. By going on you agree to that."),
            (Names{"notice", "no_prose", "list"}));
  EXPECT_EQ(found("news", "Subscribe to continue reading."), (Names{"notice", "no_prose", "list"}));
  EXPECT_EQ(found("news", "Photos: the flood in ten pictures"), (Names{"no_prose", "list"}));
  EXPECT_EQ(found("news", "var a = b; function f(x) { return {x: a}; } f(a); f(b); var c = f(a);"),
            (Names{"code"}));
  EXPECT_EQ(found("news", "Lorem ipsum dolor sit amet, consectetur adipiscing elit."),
            (Names{"lorem_ipsum"}));
  EXPECT_EQ(found("news", "Harbour 3 2 14\nRovers 2 2 11\nUnited 1 0 9\nTown 0 0 7"),
            (Names{"no_prose", "list", "numbers"}));
  EXPECT_EQ(found("news", "caf\uFFFD \uFFFD \uFFFD the mayor said on Thursday."),
            (Names{"garbage"}));
  std::string again;
  for (int i = 0; i < 8; ++i)
    again += "The river rose and the bridge was closed for the whole night. ";
  again.pop_back();
  EXPECT_EQ(found("news", again), (Names{"repetition"}));
}

TEST(Recipe, NewsKeepsShortNewsOfAllScripts) {
  EXPECT_EQ(found("news", "The bridge opened on Thursday."), Names());
  EXPECT_EQ(found("news", "新华社今天播发述评。", "zh"), Names());
  EXPECT_EQ(found("news", "تم تعيين خليل مديرا للديوان الجمعة.", "ar"), Names());
  EXPECT_EQ(found("news", "สภาเมืองประชุมเรื่องถนนสายใหม่เมื่อวันพฤหัสบดี", "th"), Names());
  EXPECT_EQ(found("news",
                  "The page that the mayor wrote about cookies is the talk of the town.\n"
                  "Nobody had asked him to write it, and nobody had stopped him."),
            Names());
}

TEST(Recipe, RulesThatMakeNoSenseAreRefused) {
  const auto fault = [](const QualityRule& rule) { return rule_fault(rule).value_or(""); };
  EXPECT_EQ(fault({"x", "words", "<", 1, {}, {}}), "");
  EXPECT_NE(fault({"x", "wrods", "<", 1, {}, {}}).find("gopher_words"), std::string::npos);
  EXPECT_NE(fault({"x", "words", "=", 1, {}, {}}).find("<="), std::string::npos);
  EXPECT_NE(fault({"X y", "words", "<", 1, {}, {}}), "");
  EXPECT_NE(fault({"", "words", "<", 1, {}, {}}), "");
  for (const char* taken : {"exact", "empty", "lines", "headline"})
    EXPECT_NE(fault({taken, "words", "<", 1, {}, {}}), "") << taken;
  EXPECT_FALSE(Recipe::make(
      "many", std::vector<QualityRule>(kMostRules + 1, {"x", "words", "<", 1, {}, {}})));
  Plan plan;
  plan.quality = "gofer";
  const auto recipe = Recipe::of_plan(plan);
  ASSERT_FALSE(recipe);
  EXPECT_NE(recipe.error().text().find("news, fineweb, gopher, c4, none"), std::string::npos);
}

TEST(Recipe, RulesOfTheirOwnLanguages) {
  const auto recipe = Recipe::make("mine", {{"a", "words", ">=", 1, {}, {"de", "unspaced"}},
                                            {"b", "words", "<=", 400, {"zh"}, {}}});
  ASSERT_TRUE(recipe);
  Measures m = fine();
  EXPECT_EQ(found(*recipe, m, "de"), (Names{"a", "b"}));
  EXPECT_EQ(found(*recipe, m, "en"), (Names{"b"}));
  EXPECT_EQ(found(*recipe, m, "zh-hant"), Names());
  m[Measure::single_letter_ratio] = 9000;
  EXPECT_EQ(found(*recipe, m, "th"), (Names{"a", "b"}));
}

}  // namespace
}  // namespace pressmill::clean
