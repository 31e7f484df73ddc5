// SPDX-License-Identifier: Apache-2.0
//
// The notation of word models, and the models themselves.

#include "tools/corpusgen/grammar.h"

#include <gtest/gtest.h>

#include <set>

#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {
namespace {

constexpr NumberStyle kPlain{};

std::string expanded(const Grammar& grammar, std::string_view symbol, std::uint64_t seed) {
  Random random(seed);
  Grammar::Values values;
  grammar.fill(values, kPlain, random);
  std::string out;
  grammar.expand(grammar.symbol(symbol), values, kPlain, random, out);
  return out;
}

TEST(Grammar, ExpandsEveryAlternative) {
  const auto grammar =
      Grammar::compile("greeting: {hello/good day}, {who}!\nwho: Ada | Bram\nwho: Una");
  ASSERT_TRUE(grammar);
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 200; ++seed)
    seen.insert(expanded(*grammar, "greeting", seed));
  EXPECT_EQ(seen.size(), 6U);
  EXPECT_TRUE(seen.contains("good day, Una!"));
}

TEST(Grammar, ValuesStayTheSameWithinAnArticle) {
  const auto grammar =
      Grammar::compile("$who: {name}\nname: Ada | Bram | Celia | Dorian\npair: {$who} {$who}");
  ASSERT_TRUE(grammar);
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const std::string pair = expanded(*grammar, "pair", seed);
    EXPECT_EQ(pair.substr(0, pair.size() / 2), pair.substr(pair.size() / 2 + 1));
  }
}

TEST(Grammar, ValuesThatAreSetStay) {
  const auto grammar = Grammar::compile("$q: \"\n$w: {$q}x{$q}\ns: {$w}");
  ASSERT_TRUE(grammar);
  Random random(1);
  Grammar::Values values(1);
  values[grammar->value_index("q")] = "'";
  grammar->fill(values, kPlain, random);
  std::string out;
  grammar->expand(grammar->symbol("s"), values, kPlain, random, out);
  EXPECT_EQ(out, "'x'");
}

TEST(Grammar, NumbersStayInTheirRange) {
  const auto grammar = Grammar::compile("n: {#7-9}");
  ASSERT_TRUE(grammar);
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 100; ++seed) seen.insert(expanded(*grammar, "n", seed));
  EXPECT_EQ(seen, (std::set<std::string>{"7", "8", "9"}));
}

TEST(Grammar, RefusesWhatItCannotExpand) {
  for (const char* source :
       {"no colon", ": x", "$: x", "s: {unknown}", "s: {$unknown}", "s: {open", "s: {#9-3}",
        "s: {#x-3}", "s: {s}", "a: {b}\nb: x | {a}", "$v: a\n$v: b", "$v: {$v}"}) {
    const auto grammar = Grammar::compile(source);
    EXPECT_FALSE(grammar) << source;
  }
}

TEST(Numbers, AreWrittenAsTheSiteDoes) {
  const auto written = [](std::uint64_t value, const NumberStyle& style) {
    std::string out;
    append_number(value, style, out);
    return out;
  };
  EXPECT_EQ(written(0, {",", 1'000, false}), "0");
  EXPECT_EQ(written(999, {",", 1'000, false}), "999");
  EXPECT_EQ(written(1'000, {",", 1'000, false}), "1,000");
  EXPECT_EQ(written(1'234'567, {",", 1'000, false}), "1,234,567");
  EXPECT_EQ(written(9'999, {".", 10'000, false}), "9999");
  EXPECT_EQ(written(10'000, {".", 10'000, false}), "10.000");
  EXPECT_EQ(written(1'203, {"", 0, true}), "\u0661\u0662\u0660\u0663");
}

TEST(Languages, AllModelsCompile) {
  const auto models = compile_languages();
  ASSERT_TRUE(models) << models.error().text();
  EXPECT_EQ(models->size(), kLanguageCount);
}

}  // namespace
}  // namespace pressmill::corpusgen
