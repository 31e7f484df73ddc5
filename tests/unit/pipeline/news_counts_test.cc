// SPDX-License-Identifier: Apache-2.0
//
// Copying, originality and furniture of a made table of articles, against counting them off one by
// one; with sorts in memory and on disk.

#include "pipeline/news_counts.h"

#include <gtest/gtest.h>
#include <tbb/global_control.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "io/store.h"
#include "pipeline/furniture.h"
#include "pipeline/removed_lines.h"
#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

#if defined(__SANITIZE_THREAD__)
// Debian's oneTBB is not instrumented: every hand-over between its threads looks like a race.
const tbb::global_control kOneThread(tbb::global_control::max_allowed_parallelism, 1);
#endif

constexpr std::size_t kSegments = 3;

struct Row {
  std::uint64_t site = 0;
  std::int32_t day = dedup::kNoDay;
  dedup::Verdict verdict;
};

std::uint64_t site_hash(std::uint64_t number) {
  return hash64(std::to_string(number) + ".test");
}

class NewsCountsTest : public testing::Test {
 protected:
  NewsCountsTest() {
    plan_.out = dir_ / "out";
    Input input;
    input.name = "in";
    inputs_.push_back(input);
  }

  RunState state(std::uint64_t memory_bytes) {
    return RunState{plan_,
                    observer_,
                    Paths{dir_ / "out", dir_ / "work"},
                    inputs_,
                    *doc::FieldMap::make(),
                    *clean::Recipe::make("none", {}),
                    nullptr,
                    2,
                    memory_bytes,
                    diagnostics_,
                    nullptr,
                    progress_};
  }

  // The rows as cards of three segments.
  SegmentTable write(const RunState& run, const std::vector<Row>& rows, std::size_t sites) {
    std::vector<SegmentKey> keys;
    for (std::size_t segment = 0; segment < kSegments; ++segment) {
      dedup::SegmentCards cards;
      for (std::size_t i = segment * rows.size() / kSegments;
           i < (segment + 1) * rows.size() / kSegments; ++i) {
        dedup::Card card;
        card.site = rows[i].site;
        card.day = rows[i].day;
        cards.rows.add(card, "");
      }
      cards.inputs.push_back({});
      cards.inputs.back().articles = cards.rows.size();
      for (std::uint64_t site = 0; site < sites; ++site)
        cards.sites.push_back({site_hash(site), std::to_string(site) + ".test"});
      keys.push_back({0, static_cast<std::uint32_t>(segment)});
      EXPECT_TRUE(dedup::write_cards(cards, run.paths.cards(keys.back())));
    }
    auto table = SegmentTable::load(run, keys);
    EXPECT_TRUE(table);
    return std::move(*table);
  }

  test::ScratchDir dir_;
  Plan plan_;
  Observer observer_;
  Diagnostics diagnostics_;
  ProgressMeter progress_{observer_, ""};
  std::vector<Input> inputs_;
};

std::vector<Row> random_rows(test::Random& random, std::size_t n, std::size_t sites) {
  std::vector<Row> rows(n);
  for (Row& row : rows) {
    row.site = site_hash(random.below(sites));
    if (random.below(5) > 0) row.day = static_cast<std::int32_t>(random.below(400));
    if (random.below(2) == 0) continue;
    row.verdict.cluster = 1;
    row.verdict.of = random.below(n / 8);  // so that clusters have several
    row.verdict.kind = static_cast<dedup::Kind>(1 + random.below(4));
  }
  return rows;
}

struct NaivePair {
  std::map<dedup::Kind, std::uint64_t> kinds;
  std::vector<std::int64_t> lags;
};

// The row of the article of which all others of the centre's cluster are copies.
std::size_t naive_source(const std::vector<Row>& rows, std::size_t centre) {
  std::size_t source = centre;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const dedup::Verdict& verdict = rows[i].verdict;
    const bool is_like_it =
        verdict.is_copy() && verdict.of == centre &&
        (verdict.kind == dedup::Kind::exact || verdict.kind == dedup::Kind::near);
    if (is_like_it && rows[i].day != dedup::kNoDay && rows[centre].day != dedup::kNoDay &&
        rows[i].day < rows[source].day)
      source = i;
  }
  return source;
}

std::map<std::pair<std::uint64_t, std::uint64_t>, NaivePair> naive_pairs(
    const std::vector<Row>& rows) {
  std::map<std::pair<std::uint64_t, std::uint64_t>, NaivePair> pairs;
  std::map<std::size_t, std::size_t> sources;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const dedup::Verdict& verdict = rows[i].verdict;
    if (!verdict.is_copy()) continue;
    if (!sources.contains(verdict.of)) sources[verdict.of] = naive_source(rows, verdict.of);
    const Row& source = rows[sources[verdict.of]];
    const Row& copy = &source == &rows[i] ? rows[verdict.of] : rows[i];
    NaivePair& pair = pairs[{copy.site, source.site}];
    ++pair.kinds[verdict.kind];
    if (copy.day != dedup::kNoDay && source.day != dedup::kNoDay)
      pair.lags.push_back(copy.day - source.day);
  }
  return pairs;
}

TEST_F(NewsCountsTest, PairsAreThoseOfCountingOneByOne) {
  constexpr std::size_t kSites = 6;
  test::Random random(11);
  const std::vector<Row> rows = random_rows(random, 20'000, kSites);
  auto wanted = naive_pairs(rows);
  for (const std::uint64_t memory : {std::uint64_t{1} << 30, std::uint64_t{1}}) {
    const RunState run = state(memory);
    const SegmentTable table = write(run, rows, kSites);
    CopyingCounts copying(run, table);
    for (std::uint64_t i = 0; i < rows.size(); ++i) {
      if (!rows[i].verdict.is_copy()) continue;
      ASSERT_TRUE(copying.add({{rows[i].verdict.of, i, rows[i].site, rows[i].day,
                                static_cast<std::uint32_t>(rows[i].verdict.kind)}}));
    }
    const auto result = copying.finish();
    ASSERT_TRUE(result) << result.error().text();
    ASSERT_EQ(result->summary.pairs.size(), wanted.size());
    EXPECT_TRUE(std::is_sorted(
        result->summary.pairs.begin(), result->summary.pairs.end(),
        [](const CopyingPair& a, const CopyingPair& b) { return a.all() > b.all(); }));
    std::map<std::uint64_t, std::uint64_t> from_others;
    for (const CopyingPair& pair : result->summary.pairs) {
      NaivePair& naive = wanted.at({hash64(pair.site), hash64(pair.from_site)});
      EXPECT_EQ(pair.exact, naive.kinds[dedup::Kind::exact]);
      EXPECT_EQ(pair.near, naive.kinds[dedup::Kind::near]);
      EXPECT_EQ(pair.contained, naive.kinds[dedup::Kind::contained]);
      EXPECT_EQ(pair.contains, naive.kinds[dedup::Kind::contains]);
      std::sort(naive.lags.begin(), naive.lags.end());
      ASSERT_FALSE(naive.lags.empty());
      EXPECT_EQ(pair.median_lag_days, naive.lags[(naive.lags.size() - 1) / 2]);
      if (pair.site != pair.from_site)
        from_others[hash64(pair.site)] += pair.exact + pair.near + pair.contained;
    }
    for (const auto& [site, copies] : from_others) EXPECT_EQ(result->from_others.at(site), copies);
  }
}

TEST_F(NewsCountsTest, UndatedPairsHaveNoLag) {
  std::vector<Row> rows(3);
  for (Row& row : rows) row.site = site_hash(0);
  rows[0].site = site_hash(1);
  rows[0].day = 5;
  const RunState run = state(1 << 20);
  const SegmentTable table = write(run, rows, 2);
  CopyingCounts copying(run, table);
  ASSERT_TRUE(copying.add({{0, 1, rows[1].site, dedup::kNoDay, 2}, {0, 2, rows[2].site, 9, 2}}));
  const auto result = copying.finish();
  ASSERT_TRUE(result);
  ASSERT_EQ(result->summary.pairs.size(), 1U);
  EXPECT_EQ(result->summary.pairs[0].near, 2U);
  EXPECT_EQ(result->summary.pairs[0].median_lag_days, 4);
  ASSERT_EQ(result->from_one.size(), 1U);
  EXPECT_EQ(result->from_one[0].from_site, "1.test");
  EXPECT_EQ(result->from_one[0].row, 1U);
}

// The wire had it first, though a later copy stays; the centre is a copy of it as all others are.
TEST_F(NewsCountsTest, TheEarliestIsTheSource) {
  constexpr auto kNear = static_cast<std::uint32_t>(dedup::Kind::near);
  constexpr auto kContained = static_cast<std::uint32_t>(dedup::Kind::contained);
  std::vector<Row> rows(5);
  const std::vector<std::int32_t> days = {9, 5, 12, 2, 5};
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].site = site_hash(i);
    rows[i].day = days[i];
  }
  const RunState run = state(1 << 20);
  const SegmentTable table = write(run, rows, rows.size());
  CopyingCounts copying(run, table);
  for (const std::uint64_t i : {4U, 3U, 2U, 1U})
    ASSERT_TRUE(copying.add({{0, i, rows[i].site, rows[i].day, i == 3 ? kContained : kNear}}));
  const auto result = copying.finish();
  ASSERT_TRUE(result);
  std::map<std::string, std::optional<std::int64_t>> lags;
  for (const CopyingPair& pair : result->summary.pairs) {
    EXPECT_EQ(pair.from_site, "1.test") << "of two on one day the first row";
    EXPECT_EQ(pair.contained, pair.site == "3.test" ? 1U : 0U) << "an excerpt is no source";
    lags[pair.site] = pair.median_lag_days;
  }
  const std::map<std::string, std::optional<std::int64_t>> wanted = {
      {"0.test", 4}, {"2.test", 7}, {"3.test", -3}, {"4.test", 0}};
  EXPECT_EQ(lags, wanted);
  EXPECT_EQ(result->from_others.size(), 4U);
  EXPECT_FALSE(result->from_others.contains(rows[1].site));
}

// Removed lines of one row each, in segments of their own files.
class FurnitureTest : public NewsCountsTest {
 protected:
  void remove(const RunState& run, std::uint32_t segment, std::uint32_t row, bool guarded,
              const std::vector<std::pair<std::string, clean::LineRule>>& lines) {
    clean::CleanedText cleaned;
    cleaned.guarded = guarded;
    for (const auto& [text, rule] : lines) {
      clean::RemovedLine line;
      line.text = text;
      line.rule = rule;
      cleaned.removed.push_back(line);
    }
    auto& buffer = buffers_[segment];
    put_removed(buffer, row, cleaned);
    written_[segment] = run.paths.removed({0, segment});
  }
  void close() {
    for (auto& [segment, buffer] : buffers_) {
      auto file = io::StoreWriter::create(written_[segment]);
      ASSERT_TRUE(file);
      io::FrameBuilder frames;
      std::string_view rest = buffer.view();
      while (!rest.empty()) {
        frames.begin();
        frames.put(take_record(rest));
        frames.end();
      }
      ASSERT_TRUE(file->append(frames.take()));
      ASSERT_TRUE(file->commit());
    }
  }
  std::map<std::uint32_t, Buffer> buffers_;
  std::map<std::uint32_t, std::string> written_;
};

TEST_F(FurnitureTest, CountsAreThoseOfCountingOneByOne) {
  using clean::LineRule;
  constexpr std::size_t kSites = 4;
  test::Random random(5);
  std::vector<Row> rows = random_rows(random, 3'000, kSites);
  for (const std::uint64_t memory : {std::uint64_t{1} << 30, std::uint64_t{1}}) {
    buffers_.clear();
    const RunState run = state(memory);
    const SegmentTable table = write(run, rows, kSites);
    std::map<std::pair<std::uint64_t, std::string>, std::map<LineRule, std::uint64_t>> naive;
    std::map<std::uint64_t, std::uint64_t> all;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
      const SegmentRows& segment = table.segment_of(i);
      std::vector<std::pair<std::string, LineRule>> lines;
      for (std::uint64_t k = random.below(4); k > 0; --k) {
        // Squares make some lines frequent and others single.
        const std::uint64_t n = random.below(30);
        lines.emplace_back("line " + std::to_string(n * n / 3),
                           random.below(3) == 0 ? LineRule::model : LineRule::furniture);
      }
      const bool guarded = random.below(10) == 0;
      remove(run, segment.key.part, static_cast<std::uint32_t>(i - segment.first_row), guarded,
             lines);
      if (guarded) continue;
      for (const auto& [text, rule] : lines) ++naive[{rows[i].site, text}][rule];
      all[rows[i].site] += lines.size();
    }
    close();
    const auto found = count_furniture(run, table);
    ASSERT_TRUE(found) << found.error().text();
    ASSERT_EQ(found->sites.size(), kSites);
    for (const SiteFurniture& site : found->sites) {
      const std::uint64_t hash = hash64(site.site);
      EXPECT_EQ(site.removed, all[hash]);
      ASSERT_EQ(site.lines.size(), kMostFurnitureLines);
      std::uint64_t least = UINT64_MAX;
      for (const FurnitureLine& line : site.lines) {
        auto& rules = naive.at({hash, line.line});
        EXPECT_EQ(line.removed, rules[LineRule::model] + rules[LineRule::furniture]);
        const bool is_model = rules[LineRule::model] >= rules[LineRule::furniture];
        EXPECT_EQ(line.rule, clean::rule_name(is_model ? LineRule::model : LineRule::furniture));
        EXPECT_LE(line.removed, least) << "most first";
        least = line.removed;
        rules.clear();
      }
      for (const auto& [key, rules] : naive) {
        std::uint64_t count = 0;
        for (const auto& [rule, times] : rules) count += times;
        if (key.first != hash) continue;
        EXPECT_LE(count, least) << key.second << " is not told";
      }
    }
  }
}

TEST_F(FurnitureTest, SingleLinesAreNoFurnitureAndLongOnesAreShortened) {
  using clean::LineRule;
  std::vector<Row> rows(3);
  for (Row& row : rows) row.site = site_hash(0);
  const RunState run = state(1 << 20);
  const SegmentTable table = write(run, rows, 1);
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "é";
  for (std::uint32_t segment = 0; segment < kSegments; ++segment)
    remove(run, segment, 0, false,
           {{wide, LineRule::furniture}, {"once " + std::to_string(segment), LineRule::model}});
  close();
  const auto found = count_furniture(run, table);
  ASSERT_TRUE(found);
  ASSERT_EQ(found->sites.size(), 1U);
  EXPECT_EQ(found->sites[0].removed, 6U);
  ASSERT_EQ(found->sites[0].lines.size(), 1U);
  EXPECT_EQ(found->sites[0].lines[0].removed, 3U);
  EXPECT_EQ(found->sites[0].lines[0].line, wide.substr(0, 300) + "...");
}

TEST(RuleCells, EachGroupIsSetAgainstTheOthers) {
  RuleCells cells;
  RuleCells more;
  for (int i = 0; i < 40; ++i)
    cells.add({1, RuleKind::quality, 2}, static_cast<std::uint64_t>(50 - i));
  for (int i = 0; i < 99; ++i) more.add({2, RuleKind::quality, 2}, 7);
  more.add({2, RuleKind::dropped, 0}, 9);
  cells.merge(more);
  const std::map<std::uint64_t, std::uint64_t> sizes = {{1, 100}, {2, 998}};
  const auto list =
      cells.list({[](std::uint64_t group) { return "g" + std::to_string(group); },
                  [](RuleKind, std::uint8_t rule) { return "r" + std::to_string(rule); },
                  [&](std::uint64_t group, RuleKind) { return sizes.at(group); }},
                 {1098, 1098, 1098});
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].count.group, "g1");
  EXPECT_EQ(list[0].count.rule, "r2");
  EXPECT_EQ(list[0].count.count, 40U);
  EXPECT_EQ(list[0].count.count_elsewhere, 99U);
  EXPECT_EQ(list[0].count.of_elsewhere, 998U);
  EXPECT_DOUBLE_EQ(list[0].count.z, 10.0);
  EXPECT_TRUE(list[0].count.outlier);
  EXPECT_EQ(list[0].row, 11U) << "the first";
  EXPECT_EQ(list[1].count.kind, "dropped");
  EXPECT_FALSE(list[2].count.outlier);
}

}  // namespace
}  // namespace pressmill::pipeline
