// SPDX-License-Identifier: Apache-2.0
//
// Cards read once more, for their measures alone: which groups are the largest has to be known.

#include "pipeline/collect_measures.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

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

// Threads that count: each has all groups, which may be some 100 MB.
constexpr int kMostCounters = 4;

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
// So many groups of a kind have medians. Days are many and small: eleven years of them.
constexpr std::array<std::size_t, kKinds> kMostMedians = {1024, 1024, 1024, 4096, 1024};

// Keys of groups: days and months are moved so that they are not negative.
constexpr std::uint64_t key_of(std::int32_t number) {
  return static_cast<std::uint64_t>(std::int64_t{number} - INT32_MIN);
}
constexpr std::int32_t number_of(std::uint64_t key) {
  return static_cast<std::int32_t>(static_cast<std::int64_t>(key) + INT32_MIN);
}

using ChosenGroups = std::array<GroupKeys, kKinds>;

ChosenGroups choose_groups(const stats::CorpusStats& counts) {
  std::array<std::vector<std::pair<std::uint64_t, std::uint64_t>>, kKinds> sizes;
  for (const auto& [site, flow] : counts.sites) sizes[kSites].emplace_back(site, flow.in.articles);
  for (const auto& [lang, flow] : counts.languages)
    sizes[kLanguages].emplace_back(lang, flow.in.articles);
  std::map<std::uint64_t, std::uint64_t> months;
  for (const auto& [day, flow] : counts.days) {
    sizes[kDays].emplace_back(key_of(day), flow.in.articles);
    months[key_of(doc::month_of(day))] += flow.in.articles;
  }
  sizes[kMonths].assign(months.begin(), months.end());
  for (const auto& [input, flow] : counts.inputs)
    sizes[kInputs].emplace_back(input, flow.kept + flow.dropped);
  ChosenGroups chosen;
  for (std::size_t kind = 0; kind < kKinds; ++kind)
    chosen[kind] = stats::largest_groups(std::move(sizes[kind]), kMostMedians[kind]);
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

// What one thread counts: which segments these are makes no difference to sums.
class MeasureCounter {
 public:
  MeasureCounter(const RunState& run, const ChosenGroups& chosen) : run_(run), counts_(chosen) {}

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
  Counts& counts() { return counts_; }

 private:
  void add(const dedup::CardTable& cards, std::size_t row, Spreads& to) {
    const text::Measures measures = cards.measures(row);
    for (std::size_t i = 0; i < text::kMeasures; ++i)
      if (measures.values[i] != text::kNoValue) to.all[i].add(measures.values[i]);
    std::array<std::uint32_t, kGroupMeasures.size()> values;
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = measures[kGroupMeasures[i]];
    to.groups[kSites].add(cards.site[row], values);
    to.groups[kLanguages].add(cards.lang[row], values);
    to.groups[kMonths].add(key_of(doc::month_of(cards.day[row])), values);
    to.groups[kDays].add(key_of(cards.day[row]), values);
    to.groups[kInputs].add(cards.input[row], values);
  }

  const RunState& run_;
  Counts counts_;
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

std::vector<GroupSpread> spreads_of(const GroupSpreads::Group& group) {
  std::vector<GroupSpread> spreads(kGroupMeasures.size());
  for (std::size_t i = 0; i < spreads.size(); ++i) {
    const GroupSpreads::Spread spread = group.spread(i);
    spreads[i] = {spread.count, spread.sum,
                  group.is_chosen() ? group.values[i].quantile(stats::kRankUnits / 2) : 0};
  }
  return spreads;
}

// What came in is what stays and what goes; of most groups all stays.
template <class NameOf>
std::vector<GroupMeasures> name_groups(const GroupSpreads& kept, const GroupSpreads& dropped,
                                       NameOf name_of) {
  std::vector<GroupMeasures> named;
  named.reserve(kept.groups().size());
  for (const auto& [key, group] : kept.groups()) {
    std::vector<GroupSpread> of_kept = spreads_of(group);
    std::vector<GroupSpread> of_in = of_kept;
    if (const auto gone = dropped.groups().find(key); gone != dropped.groups().end()) {
      GroupSpreads::Group in = gone->second;
      in.merge(group);
      of_in = spreads_of(in);
    }
    named.push_back({name_of(key), group.is_chosen(), std::move(of_in), std::move(of_kept)});
  }
  for (const auto& [key, group] : dropped.groups())
    if (!kept.groups().contains(key))
      named.push_back({name_of(key), group.is_chosen(), spreads_of(group),
                       std::vector<GroupSpread>(kGroupMeasures.size())});
  std::sort(named.begin(), named.end(),
            [](const GroupMeasures& a, const GroupMeasures& b) { return a.name < b.name; });
  return named;
}

MeasuresSummary summarise(const RunState& run, const SegmentTable& table, const Spreads& kept,
                          const Spreads& dropped) {
  MeasuresSummary summary;
  for (std::size_t i = 0; i < text::kMeasures; ++i) {
    Distribution in = dropped.all[i];
    in.merge(kept.all[i]);
    summary.all.push_back(summary_of(static_cast<Measure>(i), in, kept.all[i]));
  }
  for (const Measure measure : kGroupMeasures)
    summary.of_groups.push_back(static_cast<std::size_t>(measure));
  const auto named = [&](Kind kind, auto name_of) {
    return name_groups(kept.groups[kind], dropped.groups[kind], name_of);
  };
  summary.sites = named(kSites, [&](std::uint64_t key) { return table.site_name(key); });
  summary.languages = named(kLanguages, dedup::unpack_lang);
  summary.months =
      named(kMonths, [](std::uint64_t key) { return doc::format_month(number_of(key)); });
  summary.days = named(kDays, [](std::uint64_t key) { return doc::format_day(number_of(key)); });
  summary.inputs = named(kInputs, [&](std::uint64_t key) { return run.inputs[key].name; });
  return summary;
}

}  // namespace

Result<MeasuresSummary> collect_measures(const RunState& run, const SegmentTable& table,
                                         const stats::CorpusStats& counts) {
  const ChosenGroups chosen = choose_groups(counts);
  tbb::enumerable_thread_specific<MeasureCounter> counters(
      [&] { return MeasureCounter(run, chosen); });
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::task_arena arena(std::min(kMostCounters, tbb::this_task_arena::max_concurrency()));
  arena.execute([&] {
    tbb::parallel_for(std::size_t{0}, table.segments().size(), [&](std::size_t i) {
      const Status status = counters.local().count(table.segments()[i]);
      if (status) return;
      const std::lock_guard lock(mutex);
      failure = status.error();
    });
  });
  if (failure) return *failure;
  if (counters.empty()) counters.local();
  Counts& sums = counters.begin()->counts();
  for (auto other = std::next(counters.begin()); other != counters.end(); ++other) {
    sums.kept.merge(other->counts().kept);
    sums.dropped.merge(other->counts().dropped);
  }
  return summarise(run, table, sums.kept, sums.dropped);
}

}  // namespace pressmill::pipeline
