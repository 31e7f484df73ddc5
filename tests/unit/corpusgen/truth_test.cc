// SPDX-License-Identifier: Apache-2.0
//
// What the truth files say holds for the lines that were written.

#include <gtest/gtest.h>

#include <cctype>
#include <iterator>
#include <set>

#include "doc/day.h"
#include "tests/support/test_support.h"
#include "tests/unit/corpusgen/dump_reader.h"
#include "tools/corpusgen/dates.h"

namespace pressmill::corpusgen::test {
namespace {

using pressmill::test::ScratchDir;

// Long enough for every planted thing to occur many times.
class Truth : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    scratch_ = new ScratchDir;
    make_corpus(
        scratch_->path(),
        {"--articles=1500", "--files=2", "--codec=plain,zst", "--exact-share=8%",
         "--near-share=10%", "--malformed-share=8%", "--spun-share=2%", "--excerpt-share=3%",
         "--longer-share=3%", "--roundup-share=2%", "--scrape-share=3%", "--update-share=3%",
         "--report-share=3%", "--garbled-share=2%", "--personal-share=8%", "--seed=3"});
    files_ = new Files(read_folder(*scratch_ / "dump"));
    articles_ = new std::map<std::string, Parsed>(read_articles(*scratch_ / "dump"));
  }
  static void TearDownTestSuite() {
    delete articles_;
    delete files_;
    delete scratch_;
  }
  static Rows rows(std::string_view name) {
    return read_rows(*scratch_ / ("truth/" + std::string(name)));
  }
  static const Parsed& article(const std::string& id) { return articles_->at(id); }

  static ScratchDir* scratch_;
  static Files* files_;
  static std::map<std::string, Parsed>* articles_;
};
ScratchDir* Truth::scratch_ = nullptr;
Files* Truth::files_ = nullptr;
std::map<std::string, Parsed>* Truth::articles_ = nullptr;

std::vector<std::string> characters(const std::string& text) {
  std::vector<std::string> all;
  for (const char c : text) {
    if ((static_cast<unsigned char>(c) & 0xC0) == 0x80)
      all.back() += c;
    else
      all.emplace_back(1, c);
  }
  return all;
}

bool is_han(const std::string& c) {
  return c >= "\u3400" && c <= "\u9FFF";
}

// Unlike the generator, this twin lists what is no letter.
bool is_gap(const std::string& c) {
  static const std::set<std::string> kMarks = {"“",  "”",  "«",  "»",  "「", "」", "，",
                                               "。", "、", "：", "；", "（", "）", "　",
                                               "©",  "·",  "،",  "؛",  "…"};
  if (c.size() == 1) return std::isalnum(static_cast<unsigned char>(c[0])) == 0;
  return kMarks.contains(c);
}

std::string lowered(const std::string& c) {
  static const std::map<std::string, std::string> kAccented = {
      {"Á", "á"}, {"É", "é"}, {"Í", "í"}, {"Ó", "ó"}, {"Ú", "ú"}, {"Ñ", "ñ"}, {"Ü", "ü"}};
  if (c.size() == 1) return {static_cast<char>(std::tolower(static_cast<unsigned char>(c[0])))};
  const auto found = kAccented.find(c);
  return found == kAccented.end() ? c : found->second;
}

std::set<std::string> naive_shingles(const std::string& text) {
  std::vector<std::string> words = {""};
  for (const std::string& c : characters(text)) {
    if (is_gap(c) || is_han(c)) words.emplace_back();
    if (!is_gap(c)) words.back() += lowered(c);
    if (is_han(c)) words.emplace_back();
  }
  std::erase(words, "");
  std::set<std::string> shingles;
  for (std::size_t i = 0; i + 5 <= words.size(); ++i) {
    std::string shingle;
    for (std::size_t k = 0; k < 5; ++k) shingle += words[i + k] + ' ';
    shingles.insert(shingle);
  }
  return shingles;
}

struct Alike {
  double jaccard;
  double containment;  // of the smaller in the larger
};
Alike naive_alike(const std::string& a, const std::string& b) {
  const std::set<std::string> left = naive_shingles(a);
  const std::set<std::string> right = naive_shingles(b);
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  const auto common = static_cast<double>(both.size());
  return {common / static_cast<double>(left.size() + right.size() - both.size()),
          common / static_cast<double>(std::min(left.size(), right.size()))};
}

std::vector<std::string> non_empty_lines(const std::string& text) {
  std::vector<std::string> lines = split(text, '\n');
  std::erase_if(lines, [](const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos;
  });
  return lines;
}

// {"id":"x","gold":[0,1]} -> labels by id
std::map<std::string, std::string> read_gold(const std::string& path) {
  std::map<std::string, std::string> gold;
  for (const std::string& line : lines_of(read_decoded(path))) {
    const std::vector<std::string> parts = split(line, '"');
    std::string labels;
    for (const char c : parts.at(6))
      if (c >= '0' && c <= '9') labels += c;
    gold[parts.at(3)] = labels;
  }
  return gold;
}

TEST_F(Truth, SimilaritiesAreThoseOfANaiveRecomputation) {
  const auto gold = read_gold(*scratch_ / "truth/truth.lines.jsonl");
  const auto body = [&](const std::string& id) {
    std::string text;
    const std::vector<std::string> lines = non_empty_lines(normalised(article(id).text));
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (gold.at(id).at(i) == '1') text += lines[i] + '\n';
    return text;
  };
  const Rows pairs = rows("truth.dups.tsv");
  EXPECT_GT(pairs.size(), 200U);
  for (const auto& row : pairs) {
    const std::string& a = row[1];
    const std::string& b = row[2];
    const Alike pages = naive_alike(normalised(article(a).text), normalised(article(b).text));
    const Alike bodies = naive_alike(body(a), body(b));
    EXPECT_NEAR(std::stod(row[4]), pages.jaccard, 0.00005001) << a << ' ' << b;
    EXPECT_NEAR(std::stod(row[5]), bodies.jaccard, 0.00005001) << a << ' ' << b;
    EXPECT_NEAR(std::stod(row[6]), pages.containment, 0.00005001) << a << ' ' << b;
    EXPECT_NEAR(std::stod(row[7]), bodies.containment, 0.00005001) << a << ' ' << b;
  }
}

TEST_F(Truth, VerdictsFollowFromBothSimilarities) {
  std::map<std::string, int> seen;
  for (const auto& row : rows("truth.dups.tsv")) {
    const auto low = [&](std::size_t at) {
      return std::min(std::stod(row[at]), std::stod(row[at + 1]));
    };
    const auto high = [&](std::size_t at) {
      return std::max(std::stod(row[at]), std::stod(row[at + 1]));
    };
    std::string expected = "not_dup";
    if (row[3] == "roundup")  // removes nothing and is removed by nothing, unless it is a copy
      expected = high(4) >= 0.35 ? "grey" : "not_dup";
    else if (low(4) >= 0.5 || low(6) >= 0.9)
      expected = "dup";
    else if (high(4) >= 0.35 || high(6) >= 0.75)
      expected = "grey";
    EXPECT_EQ(row[0], expected) << row[1] << ' ' << row[2];
    ++seen[row[0]];
  }
  EXPECT_GT(seen["dup"], 100);
  EXPECT_GT(seen["grey"], 10);
}

TEST_F(Truth, NearCopiesComeCloseToTheirAim) {
  std::set<std::string> aims;
  for (const auto& row : rows("truth.dups.tsv")) {
    if (row[8] == "-" || row[3] != "near") continue;
    aims.insert(row[8]);
    // One edit is the least there is: in the shortest body (60 words) it costs a sixth.
    EXPECT_NEAR(std::stod(row[5]), std::stod(row[8]), std::stod(row[8]) > 0.95 ? 0.17 : 0.06)
        << row[1] << ' ' << row[2];
  }
  EXPECT_EQ(aims.size(), 8U);
}

// Or else truth would miss pairs.
TEST_F(Truth, WhatIsNotListedHasNextToNothingInCommon) {
  std::set<std::pair<std::string, std::string>> listed;
  for (const auto& row : rows("truth.dups.tsv")) listed.emplace(row[1], row[2]);
  std::map<std::string, std::vector<std::string>> holders;
  std::map<std::string, std::size_t> sizes;
  for (const auto& [id, parsed] : *articles_) {
    const std::set<std::string> shingles = naive_shingles(normalised(parsed.text));
    sizes[id] = shingles.size();
    for (const std::string& shingle : shingles) holders[shingle].push_back(id);
  }
  std::map<std::pair<std::string, std::string>, std::size_t> common;
  for (const auto& [shingle, ids] : holders)
    for (std::size_t i = 0; i < ids.size(); ++i)
      for (std::size_t k = 0; k < i; ++k) ++common[{ids[k], ids[i]}];
  EXPECT_GT(common.size(), listed.size());
  for (const auto& [pair, count] : common) {
    const auto& [a, b] = pair;
    if (listed.contains({a, b}) || listed.contains({b, a})) continue;
    // Reports of one family share their words, and still most shingles hold a figure.
    EXPECT_LT(count * 5, sizes[a] + sizes[b] - count) << a << ' ' << b;  // Jaccard under .2
  }
}

TEST_F(Truth, ExactCopiesAreEqualAfterNormalisation) {
  std::map<std::string, int> dresses;
  std::map<std::string, int> sites;
  for (const auto& row : rows("truth.exact.tsv")) {
    const std::string& source = article(row[0]).text;
    const std::string& copy = article(row[1]).text;
    EXPECT_EQ(normalised(source), normalised(copy)) << row[1] << ' ' << row[2];
    // An Arabic or Spanish text with nothing to decompose would be equal, but there is none.
    EXPECT_EQ(source == copy, row[2] == "verbatim") << row[1] << ' ' << row[2];
    const bool same_site = split(article(row[0]).url, '/')[2] == split(article(row[1]).url, '/')[2];
    EXPECT_EQ(row[3], same_site ? "same" : "other");
    ++dresses[row[2]];
    ++sites[row[3]];
  }
  EXPECT_EQ(dresses.size(), 5U);
  EXPECT_EQ(sites.size(), 2U);
}

TEST_F(Truth, NoOtherTextsAreEqual) {
  std::map<std::string, std::string> first;  // id by text
  std::map<std::string, std::string> source_of;
  for (const auto& row : rows("truth.exact.tsv")) source_of[row[1]] = row[0];
  // A second scrape may happen to wear the same furniture.
  for (const auto& row : rows("truth.dups.tsv"))
    if (row[4] == "1.0000" && !source_of.contains(row[2])) source_of[row[2]] = row[1];
  const auto source = [&](const std::string& id) {
    return source_of.contains(id) ? source_of[id] : id;
  };
  for (const auto& [id, parsed] : *articles_) {
    if (parsed.kind != "article") continue;
    const auto [it, is_new] = first.emplace(normalised(parsed.text), id);
    EXPECT_TRUE(is_new || source(it->second) == source(id)) << it->second << ' ' << id;
  }
}

// What a role promises of the pair with its source.
TEST_F(Truth, CopiesAreWhatTheirKindSays) {
  std::map<std::string, int> seen;
  for (const auto& row : rows("truth.dups.tsv")) {
    const std::string& kind = row[3];
    ++seen[kind];
    const double jaccard = std::stod(row[5]);
    const double containment = std::stod(row[7]);
    const std::string where = kind + ' ' + row[1] + ' ' + row[2];
    EXPECT_FALSE(kind == "spun" && row[8] != "-" && jaccard > 0.2) << where;
    if (row[8] != "-") continue;
    EXPECT_FALSE(kind == "exact" && row[4] != "1.0000") << where;
    EXPECT_LE(jaccard, containment) << where;
  }
  for (const char* kind :
       {"exact", "near", "spun", "excerpt", "longer", "roundup", "scrape", "update"})
    EXPECT_GT(seen[kind], 5) << kind;
}

// The source lies whole in what is longer; an excerpt lies whole in its source.
TEST_F(Truth, ContainedCopiesAreContained) {
  std::map<std::string, int> whole;
  for (const auto& row : rows("truth.dups.tsv"))
    if (std::stod(row[7]) == 1.0 && std::stod(row[5]) < 0.9) ++whole[row[3]];
  for (const char* kind : {"excerpt", "longer", "roundup"}) EXPECT_GT(whole[kind], 10) << kind;
}

// Each family has one frame: without their figures its members are equal.
TEST_F(Truth, ReportsDifferInTheirFigures) {
  const auto without_digits = [](std::string text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const bool arabic = text[i] == '\xD9' && i + 1 < text.size() &&
                          static_cast<unsigned char>(text[i + 1]) >= 0xA0 &&
                          static_cast<unsigned char>(text[i + 1]) <= 0xA9;
      if (arabic) ++i;
      if (!arabic && std::isdigit(static_cast<unsigned char>(text[i])) == 0) out += text[i];
    }
    return out;
  };
  const auto gold = read_gold(*scratch_ / "truth/truth.lines.jsonl");
  std::map<std::string, std::set<std::string>> frames;
  std::set<std::string> texts;
  const Rows reports = rows("truth.reports.tsv");
  for (const auto& row : reports) {
    std::string body;
    const std::vector<std::string> lines = non_empty_lines(article(row[1]).text);
    for (std::size_t i = 0; i < lines.size(); ++i)
      if (gold.at(row[1]).at(i) == '1') body += lines[i] + '\n';
    frames[row[0]].insert(without_digits(body));
    texts.insert(body);
  }
  EXPECT_GT(reports.size(), 30U);
  EXPECT_LT(frames.size(), reports.size());
  EXPECT_EQ(texts.size(), reports.size());
  for (const auto& [family, bodies] : frames) EXPECT_EQ(bodies.size(), 1U) << family;
}

TEST_F(Truth, GarbledTextsHaveTheirOriginalBesideThem) {
  std::set<std::string> encodings;
  const std::vector<std::string> lines =
      lines_of(read_decoded(*scratch_ / "truth/truth.garbled.jsonl"));
  EXPECT_GT(lines.size(), 10U);
  for (const std::string& line : lines) {
    const Parsed parsed = parse_line(line, false);
    ASSERT_EQ(parsed.kind, "article") << line;
    encodings.insert(split(line, '"').at(7));
    const std::string& garbled = article(parsed.id).text;
    // What is ASCII stays; the rest grows.
    EXPECT_GE(garbled.size(), parsed.text.size()) << parsed.id;
    const auto ascii = [](const std::string& text) {
      std::string kept;
      for (const char c : text)
        if (static_cast<unsigned char>(c) < 0x80) kept += c;
      return kept;
    };
    EXPECT_TRUE(ascii(garbled) == ascii(parsed.text)) << parsed.id;
  }
  EXPECT_GE(encodings.size(), 3U);
}

TEST_F(Truth, PersonalDataStandsInTheTexts) {
  std::map<std::string, std::set<std::string>> seen;
  for (const auto& row : rows("truth.personal.tsv")) {
    EXPECT_NE(article(row[0]).text.find(row[2]), std::string::npos) << row[2];
    seen[row[1]].insert(row[3]);
    if (row[1] != "card") continue;
    // Luhn, the slow way: every second digit from the right counts twice.
    std::string digits;
    for (const char c : row[2])
      if (c != ' ') digits.insert(digits.begin(), c);
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
      const int digit = digits[i] - '0';
      sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
    }
    EXPECT_EQ(sum % 10 == 0, row[3] == "no") << row[2];
  }
  EXPECT_EQ(seen.size(), 5U);
  EXPECT_EQ(seen["card"].size(), 2U);
  EXPECT_EQ(seen["ipv4"].size(), 2U);
}

TEST_F(Truth, LabelsFitTheNonEmptyLines) {
  const auto gold = read_gold(*scratch_ / "truth/truth.lines.jsonl");
  std::map<char, int> seen;
  for (const auto& [id, labels] : gold) {
    EXPECT_EQ(non_empty_lines(article(id).text).size(), labels.size()) << id;
    EXPECT_NE(labels.find('1'), std::string::npos) << id;
    for (const char label : labels) ++seen[label];
  }
  EXPECT_EQ(seen.size(), 3U);
  for (const auto& [id, parsed] : *articles_)
    EXPECT_EQ(gold.contains(id), parsed.kind == "article") << id;
}

// Furniture repeats within a site; bodies do not.
TEST_F(Truth, FurnitureIsWhatASiteRepeats) {
  const auto gold = read_gold(*scratch_ / "truth/truth.lines.jsonl");
  std::map<std::string, std::set<std::string>> articles_with;  // line -> ids
  std::set<std::string> copies;
  for (const auto& row : rows("truth.dups.tsv")) copies.insert(row[2]);
  std::size_t furniture = 0;
  std::size_t repeated = 0;
  for (const auto& [id, labels] : gold) {
    if (copies.contains(id)) continue;
    const std::vector<std::string> lines = non_empty_lines(article(id).text);
    for (std::size_t i = 0; i < lines.size(); ++i)
      articles_with[std::string(1, labels[i]) + lines[i]].insert(id);
  }
  for (const auto& [line, ids] : articles_with) {
    EXPECT_TRUE(line[0] != '1' || ids.size() <= 2) << line;
    furniture += line[0] == '0' ? 1U : 0U;
    repeated += line[0] == '0' && ids.size() >= 20 ? 1U : 0U;
  }
  EXPECT_GT(furniture, 30U);
  EXPECT_GT(repeated, 20U);
}

TEST_F(Truth, SpoiltLinesMeetTheirFate) {
  std::set<std::string> kinds;
  std::map<std::string, std::vector<std::string>> lines;
  for (const auto& [name, content] : *files_) lines[name] = lines_of(content);
  for (const auto& row : rows("truth.malformed.tsv")) {
    const std::string& line = lines.at(row[0]).at(std::stoull(row[1]) - 1);
    const std::string where = row[2] + ' ' + row[0] + ':' + row[1] + ' ' + line.substr(0, 200);
    kinds.insert(row[2]);
    if (row[3] == "blank") {
      EXPECT_EQ(line.find_first_not_of(" \t\r"), std::string::npos) << where;
      continue;
    }
    const bool is_repaired = row[3] == "repaired";
    const std::string with = is_repaired ? "article" : row[3];
    const std::string without = is_repaired ? "malformed" : row[3];
    EXPECT_EQ(parse_line(line, true).kind, with) << where;
    EXPECT_EQ(parse_line(line, false).kind, without) << where;
    EXPECT_EQ(row[4], with == "malformed" ? "-" : parse_line(line, true).id) << where;
  }
  EXPECT_EQ(kinds.size(), 24U);
}

TEST_F(Truth, AllOtherLinesAreSound) {
  std::set<std::pair<std::string, std::string>> spoilt;
  for (const auto& row : rows("truth.malformed.tsv")) spoilt.emplace(row[0], row[1]);
  for (const auto& [name, content] : *files_) {
    const std::vector<std::string> lines = lines_of(content);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (spoilt.contains({name, std::to_string(i + 1)})) continue;
      EXPECT_EQ(parse_line(lines[i], false).kind, "article") << name << ':' << i + 1;
    }
  }
}

TEST_F(Truth, DaysAreWhereTruthSays) {
  std::map<std::string, int> kinds;
  for (const auto& row : rows("truth.dates.tsv")) {
    const doc::Day day = doc::find_day(article(row[0]).date, article(row[0]).url);
    const std::string source = day.source == doc::DateSource::field ? "field"
                               : day.source == doc::DateSource::url ? "url"
                                                                    : "none";
    EXPECT_EQ(source, row[2]) << row[0] << ' ' << article(row[0]).date;
    EXPECT_EQ(source == "none" ? "-" : iso_day(day.days), row[3]) << row[0];
    EXPECT_EQ(day.unparsable, row[1] == "odd") << row[0] << ' ' << article(row[0]).date;
    ++kinds[row[1]];
  }
  EXPECT_EQ(kinds.size(), 4U);
}

TEST(TruthWithoutFurniture, AllLinesAreBody) {
  ScratchDir scratch;
  make_corpus(scratch.path(), {"--articles=200", "--furniture=off", "--near-share=20%"});
  for (const auto& [id, labels] : read_gold(scratch / "truth/truth.lines.jsonl"))
    EXPECT_EQ(labels.find_first_not_of('1'), std::string::npos) << id;
  const Rows pairs = read_rows(scratch / "truth/truth.dups.tsv");
  EXPECT_GT(pairs.size(), 10U);
  for (const auto& row : pairs) EXPECT_EQ(row[4], row[5]) << row[1] << ' ' << row[2];
}

}  // namespace
}  // namespace pressmill::corpusgen::test
