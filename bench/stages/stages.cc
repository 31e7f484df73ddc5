// SPDX-License-Identifier: Apache-2.0
//
// bench_stages [ROUNDS] < DUMP.jsonl: what each stage of refine costs, in nanoseconds per byte of
// JSONL, on a dump of one's own and one core.
//
//   zstd -dc news.jsonl.zst | build/release/bench/stages/bench_stages
//
// Every article goes through repair, cleaning, what is seen of its words, language, and measures
// with the `news` recipe, one after the other as in a run, and the time between two stages is noted
// for each article. A round is the whole dump; of each stage the fastest round and the median are
// printed, so give it a quiet machine. Not in it: parsing, the memory of sites (rules that rest on
// it find none), personal data, signatures, storing.
//
// Each round must find the same, or the program ends with 1.
//
// Memory:   that of the dump, twice.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iostream>
#include <iterator>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "base/hash.h"
#include "clean/article_cleaner.h"
#include "clean/language.h"
#include "clean/prepare.h"
#include "clean/quality_measures.h"
#include "clean/recipe.h"
#include "doc/field_map.h"
#include "doc/line_parser.h"

namespace pressmill::bench {
namespace {

using Clock = std::chrono::steady_clock;

enum Stage : std::size_t { kRepair, kClean, kSee, kLanguage, kMeasure, kStages };
constexpr std::array<std::string_view, kStages> kStageNames = {"repair", "clean", "see words",
                                                               "language", "measures and recipe"};

struct Article {
  std::string text;
  std::string title;
};

// Lines that are no article are left out.
std::vector<Article> parse(std::string_view dump) {
  const auto fields = doc::FieldMap::make({});
  doc::LineParser parser(*fields, true);
  doc::Article parsed;
  std::vector<Article> articles;
  while (!dump.empty()) {
    const std::size_t end = std::min(dump.find('\n'), dump.size());
    const std::string line = std::string(dump.substr(0, end)).append(Buffer::kPadding, ' ');
    dump.remove_prefix(std::min(end + 1, dump.size()));
    if (parser.parse(std::string_view(line).substr(0, end), parsed).kind != doc::LineKind::article)
      continue;
    articles.push_back(
        {std::string(parsed[doc::Role::text].value), std::string(parsed[doc::Role::title].value)});
  }
  return articles;
}

struct Round {
  std::array<double, kStages> seconds{};
  std::uint64_t found = 0;  // a hash of all results

  double all() const { return std::accumulate(seconds.begin(), seconds.end(), 0.0); }
};

class Mill {
 public:
  explicit Mill(const clean::Recipe& recipe) : recipe_(recipe) {}

  void refine(const Article& article, Round& round) {
    last_ = Clock::now();
    clean::RepairCounts counts;
    const std::string_view repaired = preparer_.prepare(article.text, counts).text;
    tick(round, kRepair);
    const clean::CleanedText& cleaned = cleaner_.clean(repaired, article.title);
    const std::string_view text = cleaned.changed() ? std::string_view(cleaned.text) : repaired;
    tick(round, kClean);
    meter_.see(text);
    tick(round, kSee);
    const std::string_view lang = clean::detect_language(text, meter_).code;
    tick(round, kLanguage);
    const text::Measures measures = meter_.measure(lang);
    const std::uint64_t rules = recipe_.judge(measures, lang);
    tick(round, kMeasure);
    round.found =
        mix64(round.found ^ hash64(text)) + rules + hash64(lang) + measures[text::Measure::words];
  }

 private:
  void tick(Round& round, Stage stage) {
    const Clock::time_point now = Clock::now();
    round.seconds[stage] += std::chrono::duration<double>(now - last_).count();
    last_ = now;
  }

  const clean::Recipe& recipe_;
  clean::TextPreparer preparer_{true, true};
  clean::ArticleCleaner cleaner_{clean::CleanSettings{}};
  clean::QualityMeter meter_;
  Clock::time_point last_;
};

void print(std::string_view name, std::vector<double> seconds, std::size_t bytes) {
  std::ranges::sort(seconds);
  const double unit = 1e9 / static_cast<double>(std::max<std::size_t>(bytes, 1));
  fmt::print("{:<20} {:7.2f} {:7.2f}\n", name, seconds.front() * unit,
             seconds[seconds.size() / 2] * unit);
}

int run(std::size_t rounds) {
  const std::string dump{std::istreambuf_iterator<char>(std::cin), {}};
  const std::vector<Article> articles = parse(dump);
  if (articles.empty()) {
    fmt::print(stderr, "bench_stages: no articles on stdin; give it JSONL\n");
    return 1;
  }
  const auto recipe = clean::Recipe::make("news", *clean::built_in_recipe("news"));
  Mill mill(*recipe);
  std::vector<Round> all(rounds);
  for (Round& round : all)
    for (const Article& article : articles) mill.refine(article, round);
  const auto differs = [&](const Round& round) { return round.found != all.front().found; };
  if (std::ranges::any_of(all, differs)) {
    fmt::print(stderr, "bench_stages: two rounds found different things\n");
    return 1;
  }
  fmt::print("{} articles, {} bytes, {} rounds; ns per byte: fastest, median\n", articles.size(),
             dump.size(), rounds);
  const auto times = [&](auto time_of) {
    std::vector<double> seconds;
    std::ranges::transform(all, std::back_inserter(seconds), time_of);
    return seconds;
  };
  for (std::size_t stage = 0; stage < kStages; ++stage)
    print(kStageNames[stage], times([&](const Round& round) { return round.seconds[stage]; }),
          dump.size());
  print("all", times(&Round::all), dump.size());
  return 0;
}

}  // namespace
}  // namespace pressmill::bench

int main(int argc, char** argv) {
  std::size_t rounds = 9;
  const std::string_view given = argc > 1 ? argv[1] : "9";
  const char* const end = given.data() + given.size();
  if (argc > 2 || std::from_chars(given.data(), end, rounds).ptr != end || rounds == 0) {
    fmt::print(stderr, "usage: bench_stages [ROUNDS] < DUMP.jsonl\n");
    return 2;
  }
  return pressmill::bench::run(rounds);
}
