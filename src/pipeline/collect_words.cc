// SPDX-License-Identifier: Apache-2.0
//
// Reading sketches, in order; then words are made readable.

#include "pipeline/collect_words.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_set>

#include "clean/stop_words.h"
#include "clean/word_table.h"
#include "dedup/card.h"
#include "dedup/verdict.h"
#include "doc/calendar.h"
#include "pipeline/word_sketches.h"
#include "stats/hash_share.h"
#include "text/lower_case.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kWordRoom = std::size_t{1} << 15;
constexpr std::size_t kLineRoom = std::size_t{1} << 13;
constexpr std::size_t kNameRoom = std::size_t{1} << 16;
constexpr std::size_t kMostSampled = std::size_t{1} << 17;

// Rows of the tables. Half of the words that are frequent are stop words, so of those without them
// there are as many, too.
constexpr std::size_t kTopWords = 250;
constexpr std::size_t kMostWords = 4096;  // with and without
constexpr std::size_t kTopLines = 200;
constexpr std::size_t kTopNames = 100;  // of a month

// The vocabulary is looked at after this many articles, twice as many, and so on.
constexpr std::uint64_t kFirstPoint = 1000;

class StopWordSet {
 public:
  StopWordSet() {
    for (const clean::StopWords& list : clean::stop_word_lists())
      for (const std::uint64_t hash : clean::word_hashes(list.words)) hashes_.insert(hash);
  }
  std::uint32_t count(const std::vector<std::uint64_t>& words) const {
    return static_cast<std::uint32_t>(std::ranges::count_if(
        words, [this](std::uint64_t hash) { return hashes_.contains(hash); }));
  }

 private:
  std::unordered_set<std::uint64_t> hashes_;
};

// The most frequent first: all of the list, or `most` and those that occur as often as the last.
FrequentTable table_of(const stats::FrequentList& list, std::size_t most) {
  std::vector<std::uint64_t> counts(list.items.size());
  std::ranges::transform(list.items, counts.begin(), &stats::FrequentItem::count);
  const std::uint64_t least = std::max<std::uint64_t>(stats::border_count(counts, most), 1);
  FrequentTable table;
  table.missing = list.missing;
  std::vector<const stats::FrequentItem*> told;
  for (const stats::FrequentItem& item : list.items)
    if (item.count >= least)
      told.push_back(&item);
    else
      table.missing = std::max(table.missing, item.most());
  std::ranges::sort(told, [&](const stats::FrequentItem* a, const stats::FrequentItem* b) {
    return std::tuple(b->count, a->error, list.text(*a)) <
           std::tuple(a->count, b->error, list.text(*b));
  });
  table.rows.reserve(told.size());
  for (const stats::FrequentItem* item : told)
    table.rows.push_back({std::string(list.text(*item)), item->count, item->error, 0, 0});
  return table;
}

// Cuts behind the row that `is_last` is true of. What is cut off may have come more often than it
// was counted.
template <class IsLast>
void cut_behind(FrequentTable& table, IsLast is_last) {
  const auto last = std::ranges::find_if(table.rows, is_last);
  if (last == table.rows.end()) return;
  for (auto row = last + 1; row != table.rows.end(); ++row)
    table.missing = std::max(table.missing, row->count + row->error);
  table.rows.erase(last + 1, table.rows.end());
}

void cut_to(FrequentTable& table, std::size_t most) {
  std::size_t seen = 0;
  cut_behind(table, [&](const Frequent&) { return ++seen == most; });
}

// Cut behind so many rows without a stop word.
FrequentTable words_of(const stats::FrequentList& list, const StopWordSet& stop_words) {
  FrequentTable table = table_of(list, kMostWords);
  std::size_t seen = 0;
  cut_behind(table, [&](Frequent& row) {
    const std::vector<std::uint64_t> words = clean::word_hashes(row.text);
    row.words = static_cast<std::uint32_t>(words.size());
    row.stop_words = stop_words.count(words);
    seen += row.stop_words == 0 ? 1 : 0;
    return seen == kTopWords;
  });
  for (Frequent& row : table.rows) {
    const std::string as_written = std::move(row.text);
    row.text.clear();
    text::append_lower_case(row.text, as_written);
  }
  return table;
}

class WordSum {
 public:
  WordSum(const RunState& run, const SegmentTable& table) : run_(run), table_(table) {}

  Status add(const SegmentRows& segment) {
    auto reader = WordSketchesReader::open(run_.paths.sketches(segment.key));
    if (!reader) return reader.error();
    auto cards = dedup::CardReader::open(run_.paths.cards(segment.key));
    if (!cards) return cards.error();
    auto words = cards->column<std::uint32_t>("words");
    if (!words) return words.error();
    if (Status s = add_growth(*reader, segment, *words); !s) return s;
    if (Status s = add_shares(*reader, segment); !s) return s;
    return add_lists(*reader);
  }

  WordSummary summary() {
    WordSummary all;
    point(table_.rows());
    all.growth = std::move(growth_);
    all.distinct_words = in_and_kept(distinct_words_, kept_words_);
    all.distinct_lines = in_and_kept(distinct_lines_, kept_lines_);
    const StopWordSet stop_words;
    all.words = words_of(words_.list(words_.size()), stop_words);
    all.bigrams = words_of(bigrams_.list(bigrams_.size()), stop_words);
    all.lines = table_of(lines_.list(lines_.size()), kTopLines);
    cut_to(all.lines, kTopLines);
    for (const auto& [month, list] : names_.lists(2 * kNameRoom)) {
      MonthNames names{doc::format_month(month), table_of(list, kTopNames)};
      cut_to(names.names, kTopNames);
      all.names.push_back(std::move(names));
    }
    return all;
  }

 private:
  void point(std::uint64_t articles) {
    if (!growth_.empty() && growth_.back().articles == articles) return;
    growth_.push_back({articles, words_so_far_, estimate(distinct_words_)});
  }
  static Estimate estimate(const stats::HyperLogLog& sketch) {
    return {sketch.estimate(), sketch.error_ten_thousandths()};
  }

  // New words row by row where a point lies inside the segment.
  Status add_growth(const WordSketchesReader& reader, const SegmentRows& segment,
                    const std::vector<std::uint32_t>& words) {
    const std::uint64_t end = segment.first_row + segment.rows;
    std::uint64_t row = segment.first_row;
    if (next_point_ <= end) {
      auto news = reader.new_words();
      if (!news) return news.error();
      std::size_t i = 0;
      for (; next_point_ <= end; next_point_ *= 2) {
        for (; row < next_point_; ++row) words_so_far_ += words[row - segment.first_row];
        for (; i < news->rows.size() && segment.first_row + news->rows[i] < row; ++i)
          distinct_words_.add(news->hashes[i]);
        point(next_point_);
      }
    }
    for (; row < end; ++row) words_so_far_ += words[row - segment.first_row];
    auto all = reader.distinct_words();
    if (!all) return all.error();
    distinct_words_.merge(*all);
    return {};
  }

  Status add_shares(const WordSketchesReader& reader, const SegmentRows& segment) {
    auto verdicts = dedup::VerdictTable::read(run_.paths.verdicts(segment.key));
    if (!verdicts) return verdicts.error();
    const auto is_kept = [&](std::uint32_t row) {
      return (*verdicts)[row].reason == dedup::Reason::kept;
    };
    auto words = reader.word_sample();
    if (!words) return words.error();
    kept_words_.add(*words, is_kept);
    auto lines = reader.line_sample();
    if (!lines) return lines.error();
    kept_lines_.add(*lines, is_kept);
    auto distinct = reader.distinct_lines();
    if (!distinct) return distinct.error();
    distinct_lines_.merge(*distinct);
    return {};
  }

  Status add_lists(const WordSketchesReader& reader) {
    auto words = reader.words();
    if (!words) return words.error();
    words_.add(*words);
    auto bigrams = reader.bigrams();
    if (!bigrams) return bigrams.error();
    bigrams_.add(*bigrams);
    auto lines = reader.lines();
    if (!lines) return lines.error();
    lines_.add(*lines);
    auto names = reader.names();
    if (!names) return names.error();
    for (const auto& [month, list] : *names) names_.add(month, list);
    return {};
  }

  // Both errors are small and independent: their squares add up.
  static InAndKept in_and_kept(const stats::HyperLogLog& sketch, const stats::HashShare& share) {
    const Estimate in = estimate(sketch);
    const double of_in = static_cast<double>(in.error_ten_thousandths);
    const double of_share = 10'000 * share.relative_error();
    const double both = std::sqrt(of_in * of_in + of_share * of_share);
    return {in, {share.of(in.number), static_cast<std::uint64_t>(std::ceil(both))}};
  }

  const RunState& run_;
  const SegmentTable& table_;
  stats::HyperLogLog distinct_words_, distinct_lines_;
  stats::HashShare kept_words_{kMostSampled}, kept_lines_{kMostSampled};
  stats::FrequentSum words_{kWordRoom}, bigrams_{kWordRoom}, lines_{kLineRoom};
  stats::FrequentGroups names_{kNameRoom};
  std::vector<VocabularyPoint> growth_;
  std::uint64_t words_so_far_ = 0;
  std::uint64_t next_point_ = kFirstPoint;
};

}  // namespace

Result<WordSummary> collect_words(const RunState& run, const SegmentTable& table) {
  WordSum sum(run, table);
  for (const SegmentRows& segment : table.segments())
    if (Status s = sum.add(segment); !s) return s.error();
  return sum.summary();
}

}  // namespace pressmill::pipeline
