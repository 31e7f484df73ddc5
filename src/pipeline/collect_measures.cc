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
#include <tuple>
#include <unordered_map>

#include "base/hash.h"
#include "dedup/card.h"
#include "dedup/verdict.h"
#include "doc/calendar.h"
#include "stats/distribution.h"
#include "stats/group_spreads.h"
#include "text/measures.h"

namespace pressmill::pipeline {

namespace {

using stats::Distribution;
using stats::GroupSpreads;
using text::Measure;

// Threads that count: each has all groups, which may be some 100 MB.
constexpr int kMostCounters = 4;

constexpr std::size_t place_of(Measure measure) {
  return static_cast<std::size_t>(measure);
}

// What is told of all groups, as small as they may be: how long articles are, how they are made
// up, how they read.
constexpr std::array kFewMeasures = {
    place_of(Measure::words),
    place_of(Measure::lines),
    place_of(Measure::paragraphs),
    place_of(Measure::sentence_pieces),
    place_of(Measure::avg_line_length),
    place_of(Measure::avg_sentence_length),
    place_of(Measure::mean_word_length),
    place_of(Measure::type_token_ratio),
    place_of(Measure::stop_word_ratio),
    place_of(Measure::digit_ratio),
    place_of(Measure::punctuation_ratio),
    place_of(Measure::short_line_ratio),
};
static_assert(std::is_sorted(kQuantileRanks.begin(), kQuantileRanks.end()));
static_assert(text::kNoValue == stats::GroupValues::kNoValue);

enum Kind : std::uint8_t { kSites, kLanguages, kMonths, kDays, kInputs, kSiteDays };
constexpr std::size_t kKinds = 6;
// So many groups of a kind have medians. Days are many and small: eleven years of them. A site's
// day has none.
constexpr std::array<std::size_t, kKinds> kMostMedians = {1024, 1024, 1024, 4096, 1024, 0};
// Those of them with so many articles have means of all measures, not of the few alone: of fewer
// articles a mean says little, and a table of days would be as large as the texts.
constexpr std::uint64_t kLeastForAll = 32;
// Of days of sites only so many are counted at all, for each may be one article.
constexpr std::size_t kMostSiteDays = 131'072;

// Keys of groups: days and months are moved so that they are not negative.
constexpr std::uint64_t key_of(std::int32_t number) {
  return static_cast<std::uint64_t>(std::int64_t{number} - INT32_MIN);
}
constexpr std::int32_t number_of(std::uint64_t key) {
  return static_cast<std::int32_t>(static_cast<std::int64_t>(key) + INT32_MIN);
}

using SiteDay = stats::CorpusStats::SiteDayKey;

// What is told of which groups, and which days of sites are counted.
struct Choice {
  std::array<GroupSpreads::Choice, kKinds> groups;
  std::unordered_map<std::uint64_t, SiteDay> site_days;  // by key
  bool has_all_site_days = true;
};

std::uint64_t key_of(const SiteDay& pair) {
  return mix64(pair.first ^ mix64(key_of(pair.second)));
}

// Those with most articles; of as many, those that come first by hash of the site and day.
void choose_site_days(const stats::CorpusStats& counts, Choice& choice) {
  std::vector<std::pair<std::uint64_t, SiteDay>> pairs;
  pairs.reserve(counts.site_days.size());
  for (const auto& [pair, flow] : counts.site_days) pairs.emplace_back(flow.in.articles, pair);
  choice.has_all_site_days = pairs.size() <= kMostSiteDays;
  if (!choice.has_all_site_days) {
    const auto end = pairs.begin() + kMostSiteDays;
    std::nth_element(pairs.begin(), end, pairs.end(), [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    pairs.erase(end, pairs.end());
  }
  choice.site_days.reserve(pairs.size());
  for (const auto& [articles, pair] : pairs) choice.site_days.emplace(key_of(pair), pair);
}

Choice choose_groups(const stats::CorpusStats& counts) {
  std::array<std::vector<stats::GroupSize>, kKinds> sizes;
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
  Choice choice;
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    stats::keep_largest(sizes[kind], kMostMedians[kind]);
    choice.groups[kind] = {stats::keys_of(sizes[kind], kLeastForAll),
                           stats::keys_of(sizes[kind], 0)};
  }
  choose_site_days(counts, choice);
  return choice;
}

// Of kept or of dropped articles.
struct Spreads {
  explicit Spreads(const Choice& choice) {
    groups.reserve(kKinds);
    for (const GroupSpreads::Choice& of_kind : choice.groups)
      groups.emplace_back(kFewMeasures, of_kind);
  }
  void merge(const Spreads& other) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i].merge(other.all[i]);
    for (std::size_t kind = 0; kind < kKinds; ++kind) groups[kind].merge(other.groups[kind]);
  }

  std::array<Distribution, text::kMeasures> all;
  std::vector<GroupSpreads> groups;  // by Kind
};

struct Counts {
  explicit Counts(const Choice& choice) : kept(choice), dropped(choice) {}
  Spreads kept;
  Spreads dropped;
};

// What one thread counts: which segments these are makes no difference to sums.
class MeasureCounter {
 public:
  MeasureCounter(const RunState& run, const Choice& choice)
      : run_(run), choice_(choice), counts_(choice) {}

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
    values_.set(measures.values);
    const auto add_to = [&](Kind kind, std::uint64_t key) { to.groups[kind].add(key, values_); };
    add_to(kSites, cards.site[row]);
    add_to(kLanguages, cards.lang[row]);
    add_to(kMonths, key_of(doc::month_of(cards.day[row])));
    add_to(kDays, key_of(cards.day[row]));
    add_to(kInputs, cards.input[row]);
    const std::uint64_t pair = key_of(SiteDay(cards.site[row], cards.day[row]));
    if (choice_.has_all_site_days || choice_.site_days.contains(pair)) add_to(kSiteDays, pair);
  }

  const RunState& run_;
  const Choice& choice_;
  stats::GroupValues values_;
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

GroupSpread spread_of(const GroupSpreads::Group& group) {
  GroupSpread spread;
  for (const std::uint64_t missing : group.missing)
    spread.articles.push_back(group.articles - missing);
  spread.sums = group.sums;
  spread.medians.reserve(group.medians.size());
  for (const stats::SmallDistribution& values : group.medians)
    spread.medians.push_back(values.quantile(stats::kRankUnits / 2));
  return spread;
}

// Of a group of which nothing stays.
GroupSpread nothing_of(const GroupSpreads::Group& group) {
  GroupSpread spread;
  spread.articles.resize(group.sums.size());
  spread.sums.resize(group.sums.size());
  spread.medians.resize(group.medians.size());
  return spread;
}

// What came in is what stays and what goes; of most groups all stays. name(key, group) names one.
template <class Name>
std::vector<GroupMeasures> name_groups(const GroupSpreads& kept, const GroupSpreads& dropped,
                                       Name name) {
  std::vector<GroupMeasures> named;
  named.reserve(kept.groups().size());
  for (const GroupSpreads::Group& group : kept.groups()) {
    GroupMeasures& told = named.emplace_back();
    name(group.key, told);
    told.has_all = group.has_all;
    told.kept = spread_of(group);
    const GroupSpreads::Group* const gone = dropped.find(group.key);
    if (gone == nullptr) {
      told.in = told.kept;
      continue;
    }
    GroupSpreads::Group in = *gone;
    in.merge(group);
    told.in = spread_of(in);
  }
  for (const GroupSpreads::Group& group : dropped.groups()) {
    if (kept.find(group.key) != nullptr) continue;
    GroupMeasures& told = named.emplace_back();
    name(group.key, told);
    told.has_all = group.has_all;
    told.in = spread_of(group);
    told.kept = nothing_of(group);
  }
  std::sort(named.begin(), named.end(), [](const GroupMeasures& a, const GroupMeasures& b) {
    return std::tie(a.name, a.day) < std::tie(b.name, b.day);
  });
  return named;
}

MeasuresByGroup summarise_groups(const RunState& run, const SegmentTable& table,
                                 const Choice& choice, const Counts& counts) {
  const auto named = [&](Kind kind, auto name_of) {
    return name_groups(counts.kept.groups[kind], counts.dropped.groups[kind],
                       [&](std::uint64_t key, GroupMeasures& group) { group.name = name_of(key); });
  };
  MeasuresByGroup by;
  by.few.assign(kFewMeasures.begin(), kFewMeasures.end());
  by.sites = named(kSites, [&](std::uint64_t key) { return table.site_name(key); });
  by.languages = named(kLanguages, dedup::unpack_lang);
  by.months = named(kMonths, [](std::uint64_t key) { return doc::format_month(number_of(key)); });
  by.days = named(kDays, [](std::uint64_t key) { return doc::format_day(number_of(key)); });
  by.inputs = named(kInputs, [&](std::uint64_t key) { return run.inputs[key].name; });
  by.site_days = name_groups(counts.kept.groups[kSiteDays], counts.dropped.groups[kSiteDays],
                             [&](std::uint64_t key, GroupMeasures& group) {
                               const auto& [site, day] = choice.site_days.at(key);
                               group.name = table.site_name(site);
                               group.day = doc::format_day(day);
                             });
  return by;
}

MeasuresSummary summarise(const Counts& counts) {
  MeasuresSummary summary;
  for (std::size_t i = 0; i < text::kMeasures; ++i) {
    Distribution in = counts.dropped.all[i];
    in.merge(counts.kept.all[i]);
    summary.all.push_back(summary_of(static_cast<Measure>(i), in, counts.kept.all[i]));
  }
  return summary;
}

}  // namespace

Result<MeasuresSummary> collect_measures(const RunState& run, const SegmentTable& table,
                                         const stats::CorpusStats& counts) {
  const Choice choice = choose_groups(counts);
  tbb::enumerable_thread_specific<MeasureCounter> counters(
      [&] { return MeasureCounter(run, choice); });
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
  MeasuresSummary summary = summarise(sums);
  summary.by = summarise_groups(run, table, choice, sums);
  return summary;
}

}  // namespace pressmill::pipeline
