// SPDX-License-Identifier: Apache-2.0
//
// Cards read once more, for their measures alone: which groups are the largest has to be known.

#include "pipeline/collect_measures.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <unordered_map>

#include "dedup/card.h"
#include "dedup/verdict.h"
#include "doc/calendar.h"
#include "stats/distribution.h"
#include "stats/group_spreads.h"
#include "text/measures.h"

namespace pressmill::pipeline {

namespace {

using stats::Distribution;
using stats::GroupKeys;
using stats::GroupSpreads;
using text::Measure;

constexpr std::size_t kMostMedians = 1024;  // groups of a kind

// What is told of groups: how long articles are, how they are made up, how they read.
constexpr std::array kGroupMeasures = {
    Measure::words,
    Measure::lines,
    Measure::paragraphs,
    Measure::sentence_pieces,
    Measure::avg_line_length,
    Measure::avg_sentence_length,
    Measure::mean_word_length,
    Measure::type_token_ratio,
    Measure::stop_word_ratio,
    Measure::digit_ratio,
    Measure::punctuation_ratio,
    Measure::short_line_ratio,
};
static_assert(std::is_sorted(kQuantileRanks.begin(), kQuantileRanks.end()));
static_assert(text::kNoValue == GroupSpreads::kNoValue);

enum Kind : std::uint8_t { kSites, kLanguages, kMonths, kDays, kInputs };
constexpr std::size_t kKinds = 5;

// Keys of groups; days are moved so that they are not negative.
constexpr std::uint64_t day_key(std::int32_t day) {
  return static_cast<std::uint64_t>(std::int64_t{day} - INT32_MIN);
}
constexpr std::int32_t day_of(std::uint64_t key) {
  return static_cast<std::int32_t>(static_cast<std::int64_t>(key) + INT32_MIN);
}

// "2018-06" of a day, "" where it is none.
std::string month_name(std::int32_t day) {
  return doc::format_day(day).substr(0, 7);
}

// Months by number: two days of one month have one key. Undated ones have 0.
std::uint64_t month_key(std::int32_t day) {
  const std::string name = month_name(day);
  if (name.empty()) return 0;
  const auto digit = [&name](std::size_t i) { return static_cast<std::uint64_t>(name[i] - '0'); };
  const std::uint64_t year = digit(0) * 1000 + digit(1) * 100 + digit(2) * 10 + digit(3);
  return year * 12 + digit(5) * 10 + digit(6);
}

std::string month_of(std::uint64_t key) {
  if (key == 0) return "";
  const std::uint64_t year = (key - 1) / 12;
  const std::uint64_t month = key - year * 12;
  std::string name = "0000-00";
  const auto put = [&name](std::size_t last, std::uint64_t value) {
    for (; value != 0; value /= 10) name[last--] = static_cast<char>('0' + value % 10);
  };
  put(3, year);
  put(6, month);
  return name;
}

using ChosenGroups = std::array<GroupKeys, kKinds>;

ChosenGroups choose_groups(const stats::CorpusStats& counts) {
  std::array<std::vector<std::pair<std::uint64_t, std::uint64_t>>, kKinds> sizes;
  for (const auto& [site, flow] : counts.sites) sizes[kSites].emplace_back(site, flow.in.articles);
  for (const auto& [lang, flow] : counts.languages)
    sizes[kLanguages].emplace_back(lang, flow.in.articles);
  std::map<std::uint64_t, std::uint64_t> months;
  for (const auto& [day, flow] : counts.days) {
    sizes[kDays].emplace_back(day_key(day), flow.in.articles);
    months[month_key(day)] += flow.in.articles;
  }
  sizes[kMonths].assign(months.begin(), months.end());
  for (const auto& [input, flow] : counts.inputs)
    sizes[kInputs].emplace_back(input, flow.kept + flow.dropped);
  ChosenGroups chosen;
  for (std::size_t kind = 0; kind < kKinds; ++kind)
    chosen[kind] = stats::largest_groups(std::move(sizes[kind]), kMostMedians);
  return chosen;
}

// Of kept or of dropped articles.
struct Spreads {
  explicit Spreads(const ChosenGroups& chosen) {
    groups.reserve(kKinds);
    for (const GroupKeys& keys : chosen) groups.emplace_back(kGroupMeasures.size(), keys);
  }
  void merge(const Spreads& other) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i].merge(other.all[i]);
    for (std::size_t kind = 0; kind < kKinds; ++kind) groups[kind].merge(other.groups[kind]);
  }

  std::array<Distribution, text::kMeasures> all;
  std::vector<GroupSpreads> groups;  // by Kind
};

struct Counts {
  explicit Counts(const ChosenGroups& chosen) : kept(chosen), dropped(chosen) {}
  Spreads kept;
  Spreads dropped;
};

class SegmentCounter {
 public:
  SegmentCounter(const RunState& run, const ChosenGroups& chosen) : run_(run), counts_(chosen) {}

  Status count(const SegmentRows& segment) {
    auto reader = dedup::CardReader::open(run_.paths.cards(segment.key));
    if (!reader) return reader.error();
    auto cards = reader->measured_rows();
    if (!cards) return cards.error();
    auto verdicts = dedup::VerdictTable::read(run_.paths.verdicts(segment.key));
    if (!verdicts) return verdicts.error();
    for (std::size_t row = 0; row < cards->size(); ++row) {
      if (cards->state[row] == static_cast<std::uint8_t>(dedup::CardState::empty)) continue;
      const bool is_kept = (*verdicts)[row].reason == dedup::Reason::kept;
      add(*cards, row, is_kept ? counts_.kept : counts_.dropped);
    }
    return {};
  }
  const Counts& counts() const { return counts_; }

 private:
  void add(const dedup::CardTable& cards, std::size_t row, Spreads& to) {
    const text::Measures measures = cards.measures(row);
    for (std::size_t i = 0; i < text::kMeasures; ++i)
      if (measures.values[i] != text::kNoValue) to.all[i].add(measures.values[i]);
    std::array<std::uint32_t, kGroupMeasures.size()> values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = measures[kGroupMeasures[i]];
    to.groups[kSites].add(cards.site[row], values);
    to.groups[kLanguages].add(cards.lang[row], values);
    to.groups[kMonths].add(month(cards.day[row]), values);
    to.groups[kDays].add(day_key(cards.day[row]), values);
    to.groups[kInputs].add(cards.input[row], values);
  }
  std::uint64_t month(std::int32_t day) {
    const auto [place, is_new] = months_.try_emplace(day, 0);
    if (is_new) place->second = month_key(day);
    return place->second;
  }

  const RunState& run_;
  Counts counts_;
  std::unordered_map<std::int32_t, std::uint64_t> months_;
};

MeasureSpread spread_of(const Distribution& values) {
  MeasureSpread spread;
  spread.articles = values.count();
  spread.sum = values.sum();
  spread.min = values.least();
  spread.max = values.greatest();
  for (std::size_t i = 0; i < kQuantileRanks.size(); ++i)
    spread.quantiles[i] = values.quantile(kQuantileRanks[i]);
  return spread;
}

std::string unit_name(text::MeasureUnit unit) {
  return unit == text::MeasureUnit::count   ? "count"
         : unit == text::MeasureUnit::share ? "ratio"
                                            : "mean";
}

MeasureSummary summary_of(Measure measure, const Distribution& in, const Distribution& kept) {
  const text::MeasureInfo& info = text::measure_info(measure);
  MeasureSummary summary;
  summary.name = info.name;
  summary.unit = unit_name(info.unit);
  for (const std::string_view alias : text::measure_aliases(measure))
    summary.also.emplace_back(alias);
  summary.in = spread_of(in);
  summary.kept = spread_of(kept);
  for (const stats::Bin& bin : stats::histogram(in, kept))
    summary.histogram.push_back({bin.from, bin.to, bin.first, bin.second});
  return summary;
}

std::vector<GroupSpread> spreads_of(const GroupSpreads::Group* group) {
  std::vector<GroupSpread> spreads(kGroupMeasures.size());
  if (group == nullptr) return spreads;
  for (std::size_t i = 0; i < spreads.size(); ++i)
    spreads[i] = {group->spreads[i].count, group->spreads[i].sum,
                  group->values.empty() ? 0 : group->values[i].quantile(stats::kRankUnits / 2)};
  return spreads;
}

template <class NameOf>
std::vector<GroupMeasures> name_groups(const GroupSpreads& in, const GroupSpreads& kept,
                                       NameOf name_of) {
  std::vector<GroupMeasures> named;
  for (const auto& [key, group] : in.groups()) {
    const auto of_kept = kept.groups().find(key);
    named.push_back({name_of(key), !group.values.empty(), spreads_of(&group),
                     spreads_of(of_kept == kept.groups().end() ? nullptr : &of_kept->second)});
  }
  std::sort(named.begin(), named.end(),
            [](const GroupMeasures& a, const GroupMeasures& b) { return a.name < b.name; });
  return named;
}

MeasuresSummary summarise(const RunState& run, const SegmentTable& table, const Spreads& in,
                          const Spreads& kept) {
  MeasuresSummary summary;
  for (std::size_t i = 0; i < text::kMeasures; ++i)
    summary.all.push_back(summary_of(static_cast<Measure>(i), in.all[i], kept.all[i]));
  for (const Measure measure : kGroupMeasures)
    summary.of_groups.push_back(static_cast<std::size_t>(measure));
  const auto named = [&](Kind kind, auto name_of) {
    return name_groups(in.groups[kind], kept.groups[kind], name_of);
  };
  summary.sites = named(kSites, [&](std::uint64_t key) { return table.site_name(key); });
  summary.languages = named(kLanguages, dedup::unpack_lang);
  summary.months = named(kMonths, month_of);
  summary.days = named(kDays, [](std::uint64_t key) { return doc::format_day(day_of(key)); });
  summary.inputs = named(kInputs, [&](std::uint64_t key) { return run.inputs[key].name; });
  return summary;
}

}  // namespace

Result<MeasuresSummary> collect_measures(const RunState& run, const SegmentTable& table,
                                         const stats::CorpusStats& counts) {
  const ChosenGroups chosen = choose_groups(counts);
  Counts sums(chosen);
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::parallel_for(std::size_t{0}, table.segments().size(), [&](std::size_t i) {
    SegmentCounter counter(run, chosen);
    const Status status = counter.count(table.segments()[i]);
    const std::lock_guard lock(mutex);
    if (!status) {
      failure = status.error();
      return;
    }
    sums.kept.merge(counter.counts().kept);
    sums.dropped.merge(counter.counts().dropped);
  });
  if (failure) return *failure;
  // What came in is what stays and what goes.
  sums.dropped.merge(sums.kept);
  return summarise(run, table, sums.dropped, sums.kept);
}

}  // namespace pressmill::pipeline
