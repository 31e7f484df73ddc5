// SPDX-License-Identifier: Apache-2.0
//
// From text to Plan: every value of every setting, good and bad.

#include "config/settings.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "config/options.h"
#include "tests/support/test_support.h"

namespace pressmill::config {
namespace {

Result<Plan> plan_with(std::string_view name, std::string_view value) {
  Settings settings;
  settings.offer(name, value);
  return settings.resolve({"in"});
}

Plan good(std::string_view name, std::string_view value) {
  const auto plan = plan_with(name, value);
  EXPECT_TRUE(plan) << name << ' ' << value << ": " << (plan ? "" : plan.error().text());
  return plan ? *plan : Plan();
}

TEST(Settings, FallbacksMakeThePlanOfTheLibrary) {
  const auto plan = Settings().resolve({"a", "-"});
  ASSERT_TRUE(plan) << plan.error().text();
  const Plan own;
  EXPECT_EQ(plan->inputs, (std::vector<std::string>{"a", "-"}));
  EXPECT_EQ(plan->out, own.out);
  EXPECT_EQ(plan->work, own.work);
  EXPECT_EQ(plan->files_from, own.files_from);
  EXPECT_EQ(plan->fields, own.fields);
  EXPECT_EQ(plan->site_aliases, own.site_aliases);
  EXPECT_EQ(plan->repair, own.repair);
  EXPECT_EQ(plan->compare, own.compare);
  EXPECT_EQ(plan->near, own.near);
  EXPECT_EQ(plan->contained, own.contained);
  EXPECT_EQ(plan->lsh, own.lsh);
  EXPECT_EQ(plan->scope, own.scope);
  EXPECT_EQ(plan->prefer_sites, own.prefer_sites);
  EXPECT_EQ(plan->drop_exact, own.drop_exact);
  EXPECT_EQ(plan->drop_near, own.drop_near);
  EXPECT_EQ(plan->drop_contained, own.drop_contained);
  EXPECT_EQ(plan->drop_quality, own.drop_quality);
  EXPECT_EQ(plan->drop_language, own.drop_language);
  EXPECT_EQ(plan->survivor, own.survivor);
  EXPECT_EQ(plan->dropped, own.dropped);
  EXPECT_EQ(plan->sample, own.sample);
  EXPECT_EQ(plan->limit, own.limit);
  EXPECT_EQ(plan->level, own.level);
  EXPECT_EQ(plan->threads, own.threads);
  EXPECT_EQ(plan->memory_bytes, own.memory_bytes);
  EXPECT_EQ(plan->progress, own.progress);
  EXPECT_FALSE(plan->fresh || plan->keep_work || plan->quiet || plan->verbose);
}

TEST(Settings, GoodValues) {
  EXPECT_FALSE(good("repair", "off").repair);
  EXPECT_FALSE(good("clean", "off").clean);
  EXPECT_EQ(good("clean-threshold", "25%").clean_threshold, 25U);
  EXPECT_EQ(good("clean-threshold", "0.5").clean_threshold, 50U);
  EXPECT_EQ(good("guard", "drop").guard, Guard::drop);
  EXPECT_EQ(good("guard-share", "100%").guard_share, 100U);
  EXPECT_FALSE(good("audit", "off").audit_lines);
  EXPECT_EQ(good("lang", "EN,De").languages, (std::vector<std::string>{"de", "en"}));
  EXPECT_EQ(good("lang", "en,de,en").languages, (std::vector<std::string>{"de", "en"}));
  EXPECT_EQ(good("pii", "mask").pii, Pii::mask);
  EXPECT_EQ(good("pii", "count").pii, Pii::count);
  EXPECT_EQ(good("pii", "off").pii, Pii::off);
  EXPECT_EQ(good("quality", "c4").quality, "c4");
  EXPECT_TRUE(good("drop", "quality").drop_quality);
  EXPECT_TRUE(good("drop", "near,contained").drop_contained);
  EXPECT_EQ(good("near", "0.5").near, 5000U);
  EXPECT_EQ(good("near", ".5").near, 5000U);
  EXPECT_EQ(good("near", "0.7001").near, 7001U);
  EXPECT_EQ(good("near", "70%").near, 7000U);
  EXPECT_EQ(good("near", "0.3").near, 3000U);
  EXPECT_EQ(good("near", "1").near, 10'000U);
  EXPECT_EQ(good("near", "off").near, 0U);
  EXPECT_EQ(good("contained", "0.8").contained, 8000U);
  EXPECT_EQ(good("contained", "0.5").contained, 5000U);
  EXPECT_EQ(good("contained", "1").contained, 10'000U);
  EXPECT_EQ(good("contained", "off").contained, 0U);
  EXPECT_EQ(good("lsh", "auto").lsh, "");
  EXPECT_EQ(good("lsh", "fineweb").lsh, "fineweb");
  EXPECT_EQ(good("lsh", "dolma3").lsh, "dolma3");
  EXPECT_EQ(good("lsh", "redpajama2").lsh, "redpajama2");
  EXPECT_EQ(good("scope", "all").scope, Scope::all);
  EXPECT_EQ(good("scope", "site").scope, Scope::site);
  EXPECT_EQ(good("scope", "cross-site").scope, Scope::cross_site);
  EXPECT_EQ(good("prefer-site", "b.example,a.example").prefer_sites,
            (std::vector<std::string>{"b.example", "a.example"}));
  EXPECT_EQ(good("survivor", "first").survivor, Survivor::first);
  EXPECT_EQ(good("survivor", "longest").survivor, Survivor::longest);
  EXPECT_EQ(good("survivor", "earliest").survivor, Survivor::earliest);
  EXPECT_EQ(good("survivor", "latest").survivor, Survivor::latest);
  EXPECT_EQ(good("dropped", "ids").dropped, Dropped::ids);
  EXPECT_EQ(good("sample", "0.25%").sample, 2500U);
  EXPECT_EQ(good("limit", "18446744073709551615").limit, UINT64_MAX);
  EXPECT_EQ(good("level", "19").level, 19);
  EXPECT_EQ(good("threads", "1024").threads, 1024U);
  EXPECT_EQ(good("memory", "1.5G").memory_bytes, 3U << 29);
  EXPECT_EQ(good("memory", "256M").memory_bytes, 256U << 20);
  EXPECT_EQ(good("progress", "bar").progress, Progress::bar);
  EXPECT_EQ(good("progress", "plain").progress, Progress::plain);
  EXPECT_EQ(good("progress", "off").progress, Progress::off);
  EXPECT_EQ(good("fields", "text=body").fields, "text=body");
  EXPECT_EQ(good("max-malformed", "5%").max_malformed, 50'000U);
  EXPECT_EQ(good("max-malformed", "0").max_malformed, 0U);
  EXPECT_EQ(good("max-malformed", "").max_malformed, std::nullopt);
  EXPECT_EQ(good("max-dropped", "0.9").max_dropped, 900'000U);
  EXPECT_EQ(good("min-articles", "1000").min_articles, 1000U);
  EXPECT_EQ(good("baseline", "monday").baseline, "monday");
  EXPECT_EQ(good("out", "o").out, "o");
  EXPECT_EQ(good("work", "w").work, "w");
  EXPECT_TRUE(good("fresh", "true").fresh);
  EXPECT_TRUE(good("keep-work", "true").keep_work);
  EXPECT_TRUE(good("quiet", "true").quiet);
  EXPECT_TRUE(good("verbose", "true").verbose);
  const test::ScratchDir dir;
  test::spit(dir / "file", "");
  EXPECT_EQ(good("files-from", dir / "file").files_from, dir / "file");
  EXPECT_EQ(good("furniture", dir / "file").furniture, dir / "file");
  EXPECT_EQ(good("site-memory", dir / "none yet").site_memory, dir / "none yet");
  EXPECT_FALSE(good("line-model", "off").line_model);
  EXPECT_FALSE(good("survey", "off").survey);
  EXPECT_EQ(good("site-aliases", dir / "file").site_aliases, dir / "file");
  EXPECT_EQ(good("date-order", "dmy").date_order, DateOrder::day_first);
  EXPECT_EQ(good("date-order", "mdy").date_order, DateOrder::month_first);
  EXPECT_EQ(good("date-order", "unknown").date_order, DateOrder::unknown);
}

struct Bad {
  const char* name;
  std::vector<const char*> values;
};

TEST(Settings, BadValuesAreNamed) {
  const Bad all[] = {
      {"clean", {"", "yes", "ON", "no"}},
      {"clean-threshold", {"", "0", "0%", "100%", "33.3%", "half"}},
      {"line-model", {"", "yes", "OFF"}},
      {"survey", {"", "yes", "OFF"}},
      {"furniture", {"/nonexistent/list"}},
      {"guard", {"", "off", "on", "KEEP"}},
      {"guard-share", {"", "0%", "101%", "12.5%"}},
      {"lang", {"en,", ",en", "e", "en de", "english-language", "xx", "en,qq", "xx-Copt"}},
      {"audit", {"", "on", "all"}},
      {"pii", {"", "on", "MASK", "email", "mask,count"}},
      {"quality", {"", "gofer", "News", "news,c4"}},
      {"drop", {"exact,", "all", "exact quality", "none,exact", "near,dup"}},
      {"near", {"", "0", "0.2999", "29%", "1.1", "-0.7", "0.70005", "yes", "OFF", "7000"}},
      {"contained", {"", "0", "0.4999", "1.0001", "-1", "0.90001", "on"}},
      {"lsh", {"", "Auto", "fineweb2", "14x8"}},
      {"scope", {"", "cross_site", "sites", "ALL"}},
      {"prefer-site", {",", "a.example,", ",a.example", "a.example,,b.example"}},
      {"repair", {"", "yes", "ON", "true", "maybe"}},
      {"dedup", {"", "Near", "Exact", "on"}},
      {"survivor", {"", "shortest", "Best", "best,first"}},
      {"dropped", {"", "all", "id"}},
      {"progress", {"", "none", "automatic"}},
      {"sample", {"", "0", "0%", "-1%", "101%", "1.5", "half", "0.0000001"}},
      {"limit", {"", "-1", "1.5", "1k", "all", "18446744073709551616", " 5", "0x10"}},
      {"level", {"", "0", "20", "-3", "3.0", "best"}},
      {"max-malformed", {"5", "-1%", "101%", "some"}},
      {"max-dropped", {"1.5", "all"}},
      {"min-articles", {"", "-1", "1k"}},
      {"threads", {"", "-1", "1025", "all", "2.5"}},
      {"memory", {"8X", "-1G", "lots", "255M", "1"}},
      {"fields", {"text", "story=body", "text="}},
      {"files-from", {"/nonexistent/list"}},
      {"site-aliases", {"/nonexistent/aliases"}},
      {"date-order", {"ymd", "DMY", ""}},
  };
  for (const Bad& bad : all) {
    for (const char* value : bad.values) {
      const auto plan = plan_with(bad.name, value);
      ASSERT_FALSE(plan) << bad.name << " '" << value << "'";
      EXPECT_EQ(plan.error().code(), Code::usage);
      EXPECT_NE(plan.error().text().find(std::string("--") + bad.name), std::string::npos)
          << plan.error().text();
      EXPECT_NE(plan.error().text().find(value), std::string::npos) << plan.error().text();
    }
  }
}

TEST(Settings, EveryOptionWithAValueIsTested) {
  std::string values;
  for (const Option& option : options())
    if (option.takes == Takes::value) values += std::string(option.name) + ' ';
  EXPECT_EQ(
      values,
      "out files-from fields date-order site-aliases sample limit repair clean clean-threshold "
      "line-model survey site-memory furniture guard guard-share lang pii audit quality drop "
      "near contained dedup scope lsh survivor prefer-site dropped level "
      "max-malformed max-dropped min-articles baseline threads memory work progress ")
      << "a new setting needs its good and bad values above";
}

using Given = std::vector<std::pair<const char*, const char*>>;

Plan plan_of(const Given& given) {
  Settings settings;
  for (const auto& [name, value] : given) settings.offer(name, value);
  const auto plan = settings.resolve({"in"});
  EXPECT_TRUE(plan) << (plan ? "" : plan.error().text());
  return plan ? *plan : Plan();
}

struct Drops {
  bool exact, quality, language;
  bool operator==(const Drops&) const = default;
};

Drops drops_of(const Given& given) {
  const Plan plan = plan_of(given);
  return {plan.drop_exact, plan.drop_quality, plan.drop_language};
}

TEST(Settings, NamingARecipeIsAskingForItAndDropAlwaysWins) {
  EXPECT_EQ(drops_of({}), (Drops{true, false, true}));
  EXPECT_EQ(drops_of({{"quality", "news"}}), (Drops{true, true, true}));
  EXPECT_EQ(drops_of({{"quality", "none"}}), (Drops{true, false, true}));
  EXPECT_EQ(drops_of({{"drop", "quality"}}), (Drops{false, true, false}));
  EXPECT_EQ(drops_of({{"quality", "c4"}, {"drop", "exact,near"}}), (Drops{true, false, false}));
  EXPECT_EQ(drops_of({{"quality", "c4"}, {"lang", "en"}, {"drop", "none"}}),
            (Drops{false, false, false}));
}

std::string error_of(const Given& given) {
  Settings settings;
  for (const auto& [name, value] : given) settings.offer(name, value);
  const auto plan = settings.resolve({"in"});
  EXPECT_FALSE(plan);
  if (plan) return "";
  EXPECT_EQ(plan.error().code(), Code::usage);
  return plan.error().text();
}

TEST(Settings, DedupIsShortForNearAndContained) {
  const Plan near = plan_of({{"dedup", "near"}});
  EXPECT_TRUE(near.compare);
  EXPECT_EQ(near.near, 7000U);
  EXPECT_EQ(near.contained, 9000U);
  const Plan other = plan_of({{"dedup", "near"}, {"near", "0.4"}, {"contained", "off"}});
  EXPECT_EQ(other.near, 4000U);
  EXPECT_EQ(other.contained, 0U);
  const Plan exact = plan_of({{"dedup", "exact"}});
  EXPECT_TRUE(exact.compare);
  EXPECT_EQ(exact.near, 0U);
  EXPECT_EQ(exact.contained, 0U);
  const Plan off = plan_of({{"dedup", "off"}});
  EXPECT_FALSE(off.compare);
  EXPECT_EQ(off.near, 0U);
  EXPECT_EQ(off.contained, 0U);
  EXPECT_EQ(plan_of({{"dedup", "exact"}, {"near", "0.7"}}).near, 0U) << "what it is anyway";
  EXPECT_TRUE(plan_of({{"dedup", "exact"}, {"near", "off"}, {"contained", "off"}}).compare);
}

TEST(Settings, DropNamesWhatGoes) {
  const auto drops = [](const char* list) {
    const Plan plan = plan_of({{"drop", list}});
    return std::vector<bool>{plan.drop_exact, plan.drop_near, plan.drop_contained};
  };
  EXPECT_EQ(drops("none"), (std::vector<bool>{false, false, false}));
  EXPECT_EQ(drops("exact"), (std::vector<bool>{true, false, false}));
  EXPECT_EQ(drops("near"), (std::vector<bool>{false, true, false}));
  EXPECT_EQ(drops("contained"), (std::vector<bool>{false, false, true}));
  EXPECT_EQ(drops("contained,near,exact"), (std::vector<bool>{true, true, true}));
}

// What was said must not speak against what else was said.
TEST(Settings, ContradictionsAreErrors) {
  EXPECT_EQ(error_of({{"dedup", "exact"}, {"near", ".5"}}),
            "--near .5: --dedup exact looks for none");
  EXPECT_EQ(error_of({{"dedup", "exact"}, {"contained", "0.8"}}),
            "--contained 0.8: --dedup exact looks for none");
  EXPECT_EQ(error_of({{"dedup", "off"}, {"near", "0.75"}}),
            "--near 0.75: --dedup off looks for none");
  EXPECT_EQ(error_of({{"dedup", "off"}, {"drop", "exact"}}),
            "--drop exact: --dedup off compares nothing");
  EXPECT_EQ(error_of({{"dedup", "exact"}, {"drop", "exact,near"}}),
            "--drop near: nothing looks for near-duplicates; give --near");
  EXPECT_EQ(error_of({{"near", "off"}, {"drop", "near"}}),
            "--drop near: nothing looks for near-duplicates; give --near");
  EXPECT_EQ(error_of({{"contained", "off"}, {"drop", "exact,contained"}}),
            "--drop contained: nothing looks for excerpts; give --contained");
}

TEST(Settings, AnUnknownLanguageIsToldWhichAreKnown) {
  const auto plan = plan_with("lang", "en,xx");
  ASSERT_FALSE(plan);
  const std::string text = plan.error().text();
  EXPECT_NE(text.find("\"xx\" is none of aa "), std::string::npos) << text;
  for (const char* code : {" en ", " de ", " he ", " zh zh-hant "})
    EXPECT_NE(text.find(code), std::string::npos) << code << " of " << text;
  EXPECT_EQ(good("lang", "zh-hant,he").languages, (std::vector<std::string>{"he", "zh-hant"}));
}

std::vector<std::string> notices_of(const Given& given) {
  return plan_of(given).notices;
}

TEST(Settings, WhatHasNoEffectIsSaid) {
  const test::ScratchDir dir;
  test::spit(dir / "list", "");
  const std::string list = dir / "list";
  const Given all[] = {
      {{"line-model", "off"}, {"clean", "off"}},
      {{"clean-threshold", "20%"}, {"clean", "off"}},
      {{"clean-threshold", "20%"}, {"line-model", "off"}},
      {{"survey", "off"}, {"clean", "off"}},
      {{"site-memory", "m.tsv"}, {"clean", "off"}},
      {{"furniture", list.c_str()}, {"clean", "off"}},
      {{"guard", "drop"}, {"clean", "off"}},
      {{"guard-share", "50%"}, {"clean", "off"}},
      {{"survivor", "first"}, {"dedup", "off"}},
      {{"prefer-site", "a.example"}, {"dedup", "off"}},
      {{"scope", "site"}, {"dedup", "off"}},
      {{"lsh", "fineweb"}, {"dedup", "off"}},
      {{"lsh", "fineweb"}, {"dedup", "exact"}},
      {{"lsh", "fineweb"}, {"near", "off"}},
      {{"drop", "quality"}, {"quality", "none"}},
      {{"drop", "exact,language"}},
      {{"lang", "en"}, {"drop", "exact"}},
      {{"progress", "bar"}, {"quiet", "true"}},
      // Who adds a word to the list loses the others.
      {{"drop", "contained"}},
      {{"drop", "language"}, {"lang", "en"}},
  };
  for (const Given& given : all) {
    const auto notices = notices_of(given);
    ASSERT_EQ(notices.size(), 1U) << given[0].first;
    EXPECT_TRUE(notices[0].starts_with(std::string("--") + given[0].first + ' ')) << notices[0];
  }
}

TEST(Settings, WhatHasAnEffectIsNotRemarkedOn) {
  EXPECT_TRUE(notices_of({}).empty());
  EXPECT_TRUE(notices_of({{"line-model", "off"}, {"guard", "drop"}, {"survey", "off"}}).empty());
  EXPECT_TRUE(notices_of({{"lang", "en"}, {"survivor", "first"}}).empty());
  EXPECT_TRUE(notices_of({{"lsh", "fineweb"}, {"contained", "off"}}).empty());
  EXPECT_TRUE(
      notices_of({{"scope", "site"}, {"prefer-site", "a.example"}, {"dedup", "exact"}}).empty());
  EXPECT_TRUE(notices_of({{"lang", "en"}, {"drop", "exact,language"}}).empty());
  Given all = {{"clean", "off"}, {"dedup", "off"}};  // and what `pressmill config` prints
  for (const Option& option : options())
    if (!option.fallback.empty()) all.emplace_back(option.name.data(), option.fallback.data());
  EXPECT_TRUE(notices_of(all).empty());
}

TEST(Settings, StatisticsTakeNothingAway) {
  Settings settings;
  const Given given = {{"repair", "on"},  {"clean", "on"},        {"lang", "en"},
                       {"pii", "mask"},   {"drop", "exact,near"}, {"dropped", "ids"},
                       {"quality", "c4"}, {"near", "0.5"},        {"max-dropped", "1%"},
                       {"guard", "drop"}, {"limit", "7"}};
  for (const auto& [name, value] : given) settings.offer(name, value);
  const auto plan = settings.resolve({"in"}, Purpose::statistics);
  ASSERT_TRUE(plan) << plan.error().text();
  EXPECT_TRUE(plan->stats_only);
  EXPECT_FALSE(plan->repair || plan->normalise || plan->clean || plan->survey);
  EXPECT_FALSE(plan->drop_exact || plan->drop_near || plan->drop_contained || plan->drop_quality ||
               plan->drop_language);
  EXPECT_TRUE(plan->languages.empty());
  EXPECT_EQ(plan->pii, Pii::count);
  EXPECT_EQ(plan->max_dropped, std::nullopt);
  EXPECT_EQ(plan->quality, "c4");
  EXPECT_EQ(plan->near, 5'000U);
  EXPECT_EQ(plan->limit, 7U);
  std::string said;
  for (const std::string& notice : plan->notices)
    said += notice.substr(0, notice.find(" has")) + ';';
  EXPECT_EQ(said,
            "--guard drop;--lang en;--drop exact,near;--dropped ids;--max-dropped 1%;--pii mask;");
}

TEST(Settings, FirstErrorIsReported) {
  Settings settings;
  settings.offer("level", "99");
  settings.offer("repair", "maybe");
  const auto plan = settings.resolve({});
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error().text(), "--repair maybe: takes on, off");
}

TEST(Settings, WhatIsOfferedFirstStays) {
  Settings settings;
  settings.offer("level", "5");
  settings.offer("level", "9");
  EXPECT_EQ(settings.value("level"), "5");
  EXPECT_EQ(settings.value("survivor"), "best") << "the fallback";
  EXPECT_EQ(settings.value("no such option"), "");
}

TEST(Options, AreFoundByName) {
  for (const Option& option : options()) {
    EXPECT_EQ(find_option(option.name), &option);
    EXPECT_FALSE(option.help.empty());
    EXPECT_FALSE(option.group.empty());
  }
  EXPECT_EQ(find_option("nonesuch"), nullptr);
}

}  // namespace
}  // namespace pressmill::config
