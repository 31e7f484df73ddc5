// SPDX-License-Identifier: Apache-2.0
//
// The dump: same arguments, same bytes; how lines go into files; the committed sample.

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>

#include "tests/support/test_support.h"
#include "tests/unit/corpusgen/dump_reader.h"

namespace pressmill::corpusgen::test {
namespace {

using pressmill::test::ScratchDir;
using pressmill::test::slurp;
using pressmill::test::source_dir;

Files dump_of(std::vector<std::string> arguments) {
  ScratchDir scratch;
  make_corpus(scratch.path(), std::move(arguments));
  return read_folder(scratch / "dump");
}

std::string joined(const Files& files) {
  std::string all;
  for (const auto& [name, content] : files) all += content;
  return all;
}

TEST(Corpus, SameArgumentsMakeTheSameBytes) {
  ScratchDir first;
  ScratchDir second;
  for (const ScratchDir* scratch : {&first, &second})
    make_corpus(scratch->path(), {"--articles=300", "--files=3", "--codec=zst,plain,gz",
                                  "--near-share=10%", "--malformed-share=10%"});
  std::size_t compared = 0;
  for (const char* folder : {"dump", "truth"}) {
    for (const auto& entry : std::filesystem::directory_iterator(first / folder)) {
      const auto other = second.path() / folder / entry.path().filename();
      EXPECT_EQ(slurp(entry.path()), slurp(other)) << entry.path();
      ++compared;
    }
  }
  EXPECT_EQ(compared, 3U + 9U);
}

TEST(Corpus, ThreadsDoNotChangeTheBytes) {
  ScratchDir one;
  ScratchDir many;
  make_corpus(one.path(), {"--articles=1200", "--threads=1", "--malformed-share=5%"});
  make_corpus(many.path(), {"--articles=1200", "--threads=3", "--malformed-share=5%"});
  for (const char* folder : {"dump", "truth"})
    EXPECT_EQ(read_folder(one / folder), read_folder(many / folder)) << folder;
}

TEST(Corpus, EveryCodecHoldsTheSameLines) {
  const std::string plain = joined(dump_of({"--articles=60", "--codec=plain"}));
  for (const char* codec : {"zst", "gz", "xz", "bz2", "lz4"}) {
    const std::string flag = std::string("--codec=") + codec;
    EXPECT_EQ(joined(dump_of({"--articles=60", flag})), plain) << codec;
    EXPECT_EQ(joined(dump_of({"--articles=60", flag, "--frame=16K"})), plain) << codec;
  }
}

TEST(Corpus, RealSentencesAreMixedIn) {
  ScratchDir scratch;
  const std::string real = scratch / "real.jsonl";
  std::string lines;
  for (int i = 0; i < 50; ++i)
    lines += "{\"text\":\"The gannet of number " + std::to_string(i) +
             " is the subject of this line. Here is another of the kind! Short. \"}\n";
  std::ofstream(real) << lines << "{\"text\":5}\n";
  ScratchDir out;
  make_corpus(out.path(), {"--articles=200", "--from=" + real, "--from-share=30%"});
  std::size_t english = 0;
  std::size_t mixed = 0;
  for (const auto& [id, article] : read_articles(out / "dump")) {
    const bool has_real = article.text.find("The gannet of number") != std::string::npos;
    const bool is_english = id.starts_with("ht-") || id.starts_with("ql:") || id.starts_with("SW");
    EXPECT_FALSE(has_real && !is_english) << id;
    english += is_english ? 1 : 0;
    mixed += has_real ? 1 : 0;
  }
  EXPECT_GT(english, 30U);
  EXPECT_GT(mixed * 10, english * 8);
}

TEST(Corpus, SeedsDiffer) {
  EXPECT_NE(dump_of({"--articles=20", "--seed=1"}), dump_of({"--articles=20", "--seed=2"}));
}

// The lines of an article that are its body; `gold` is a row of truth.lines.jsonl.
std::vector<std::string> body_of(const std::string& text, const std::string& gold) {
  std::vector<std::string> body;
  std::size_t label = gold.find('[') + 1;
  for (const std::string& line : split(text, '\n')) {
    if (line.empty()) continue;
    if (gold.at(label) == '1') body.push_back(line);
    label += 2;
  }
  return body;
}

std::map<std::string, std::vector<std::string>> bodies_of(const ScratchDir& scratch) {
  std::map<std::string, std::vector<std::string>> bodies;
  const auto articles = read_articles(scratch / "dump");
  for (const std::string& row : lines_of(slurp(scratch / "truth/truth.lines.jsonl"))) {
    const std::string id = row.substr(7, row.find('"', 7) - 7);
    bodies[id] = body_of(articles.at(id).text, row);
  }
  return bodies;
}

TEST(Corpus, AnotherScrapeHasTheSameBodiesAmongOtherFurniture) {
  const std::vector<std::string> arguments = {"--articles=200", "--only-named", "--near-share=20%",
                                              "--update-share=10%", "--report-share=10%"};
  ScratchDir first;
  make_corpus(first.path(), arguments);
  const auto wanted = bodies_of(first);
  const auto pages = read_articles(first / "dump");
  ASSERT_EQ(wanted.size(), 200U);
  std::set<std::string> texts;
  for (const char* number : {"1", "2"}) {
    ScratchDir other;
    std::vector<std::string> again = arguments;
    again.push_back(std::string("--scrape=") + number);
    make_corpus(other.path(), again);
    const auto bodies = bodies_of(other);
    ASSERT_EQ(bodies.size(), wanted.size());
    std::size_t other_texts = 0;
    const auto others = read_articles(other / "dump");
    for (const auto& [id, page] : pages) {
      const auto found = others.find(id + "-" + number);
      ASSERT_NE(found, others.end()) << id;
      EXPECT_EQ(bodies.at(found->first), wanted.at(id)) << id;
      EXPECT_EQ(found->second.url, page.url);
      EXPECT_EQ(found->second.date, page.date);
      other_texts += texts.insert(found->second.text).second && found->second.text != page.text;
    }
    EXPECT_GT(other_texts * 10, pages.size() * 9) << "furniture is drawn anew";
  }
}

TEST(Corpus, TheFirstScrapeIsTheDumpItself) {
  EXPECT_EQ(dump_of({"--articles=40", "--scrape=0"}), dump_of({"--articles=40"}));
}

TEST(Corpus, ALongerOneBeginsWithTheShorterOne) {
  const std::vector<std::string> planted = {"--exact-share=10%", "--near-share=20%",
                                            "--malformed-share=10%"};
  std::vector<std::string> arguments = planted;
  arguments.emplace_back("--articles=100");
  const std::string shorter = joined(dump_of(arguments));
  arguments.back() = "--articles=400";
  const std::string longer = joined(dump_of(arguments));
  EXPECT_GT(longer.size(), 3 * shorter.size());
  EXPECT_EQ(longer.substr(0, shorter.size()), shorter);
}

TEST(Corpus, FilesAndCodecsDoNotChangeTheLines) {
  const std::string one = joined(dump_of({"--articles=50"}));
  const Files spread = dump_of({"--articles=50", "--files=7", "--codec=gz,zst,plain"});
  EXPECT_EQ(spread.size(), 7U);
  EXPECT_EQ(joined(spread), one);
  for (const auto& [name, content] : spread) {
    EXPECT_GE(lines_of(content).size(), 7U) << name;
    EXPECT_LE(lines_of(content).size(), 8U) << name;
  }
  const Files framed = dump_of({"--articles=50", "--files=2", "--codec=zst,gz", "--frame=4K"});
  EXPECT_EQ(joined(framed), one);
}

TEST(Corpus, RoundRobinDealsLinesOut) {
  const std::vector<std::string> all = lines_of(joined(dump_of({"--articles=30"})));
  const Files dealt = dump_of({"--articles=30", "--files=4", "--spread=round-robin"});
  ASSERT_EQ(dealt.size(), 4U);
  std::size_t file = 0;
  for (const auto& [name, content] : dealt) {
    const std::vector<std::string> lines = lines_of(content);
    for (std::size_t i = 0; i < lines.size(); ++i) EXPECT_EQ(lines[i], all[4 * i + file]) << name;
    ++file;
  }
}

TEST(Corpus, BytesEndItBehindTheLineThatReachesThem) {
  const std::string all = joined(dump_of({"--bytes=100K"}));
  EXPECT_GE(all.size(), 100U << 10);
  const std::size_t last = all.rfind('\n', all.size() - 2);
  EXPECT_LT(last + 1, 100U << 10);
}

TEST(Corpus, SmallestOnes) {
  EXPECT_EQ(lines_of(joined(dump_of({"--articles=1"}))).size(), 1U);
  // A first line cannot be a copy of anything.
  EXPECT_EQ(lines_of(joined(dump_of({"--articles=3", "--near-share=100%", "--only-named"}))).size(),
            3U);
}

TEST(Corpus, SharesAreKept) {
  ScratchDir scratch;
  make_corpus(scratch.path(), {"--articles=4000", "--exact-share=5%", "--near-share=10%",
                               "--malformed-share=2%", "--codec=plain"});
  std::map<std::string, std::uint64_t> counts;
  for (const auto& row : read_rows(scratch / "truth/truth.counts.tsv"))
    counts[row[0]] = std::stoull(row[1]);
  EXPECT_EQ(counts["lines"], 4000U);
  // Five sigma of a binomial.
  EXPECT_NEAR(static_cast<double>(counts["role.exact"]), 200, 70);
  EXPECT_NEAR(static_cast<double>(counts["role.near"]), 400, 95);
  EXPECT_NEAR(static_cast<double>(counts["role.spoilt"]), 80, 45);
}

TEST(Corpus, AFolderThatHoldsSomethingIsRefused) {
  ScratchDir scratch;
  make_corpus(scratch.path(), {"--articles=1"});
  EXPECT_THROW(make_corpus(scratch.path(), {"--articles=1"}), std::runtime_error);
}

TEST(Corpus, AllLanguagesSitesAndSectionsOccur) {
  std::set<std::string> hosts;
  ScratchDir scratch;
  make_corpus(scratch.path(), {"--articles=400"});
  for (const auto& [id, article] : read_articles(scratch / "dump"))
    hosts.insert(split(article.url, '/').at(2));
  EXPECT_EQ(hosts.size(), 9U);
  for (const std::string& host : hosts) EXPECT_TRUE(host.ends_with(".example")) << host;
}

// Compressed bytes belong to the version of zstd and zlib; what is inside must not change.
TEST(Sample, IsWhatItsArgumentsMake) {
  ScratchDir scratch;
  make_corpus(scratch.path(), lines_of(slurp(source_dir() / "tools/corpusgen/sample.args")));
  EXPECT_EQ(read_folder(scratch / "dump"), read_folder(source_dir() / "corpus/sample"));
  EXPECT_EQ(read_folder(scratch / "truth"), read_folder(source_dir() / "corpus/sample-truth"));
}

TEST(Sample, StaysSmall) {
  std::uintmax_t bytes = 0;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "corpus/sample"))
    bytes += entry.file_size();
  EXPECT_GT(bytes, 100'000U);
  EXPECT_LT(bytes, 1'000'000U);
}

}  // namespace
}  // namespace pressmill::corpusgen::test
