// SPDX-License-Identifier: Apache-2.0
//
// Sums.

#include "stats/corpus_stats.h"

#include "base/hash.h"

namespace pressmill {

Volume& Volume::operator+=(const Volume& other) {
  articles += other.articles;
  bytes += other.bytes;
  text_bytes += other.text_bytes;
  chars += other.chars;
  words += other.words;
  lines += other.lines;
  return *this;
}

Flow& Flow::operator+=(const Flow& other) {
  in += other.in;
  kept += other.kept;
  return *this;
}

std::uint64_t Summary::malformed_lines() const {
  std::uint64_t sum = 0;
  for (const auto& [kind, count] : malformed) sum += count;
  return sum;
}

std::uint64_t CleaningSummary::lines_removed() const {
  std::uint64_t sum = 0;
  for (const auto& [rule, count] : lines) sum += count;
  return sum;
}

std::uint64_t PersonalSummary::all() const {
  return emails + ips + card_numbers + phones;
}

std::uint64_t QualitySummary::found_articles() const {
  std::uint64_t sum = 0;
  for (const auto& [rule, count] : found) sum += count;
  return sum;
}

std::uint64_t Summary::dropped_articles() const {
  std::uint64_t sum = 0;
  for (const auto& [reason, count] : dropped) sum += count;
  return sum;
}

}  // namespace pressmill

namespace pressmill::stats {

namespace {

template <class Map>
void merge_flows(Map& to, const Map& from) {
  for (const auto& [key, flow] : from) to[key] += flow;
}

}  // namespace

std::size_t CorpusStats::KeyHash::operator()(const SiteDayKey& key) const {
  return mix64(key.first ^ mix64(static_cast<std::uint32_t>(key.second)));
}

void CorpusStats::add(const ArticleFacts& article) {
  Flow flow;
  flow.in = article.volume;
  if (article.reason == 0) flow.kept = article.volume;
  total += flow;
  ++by_reason[article.reason];
  if (article.rule != kNoRule) {
    ++by_rule[article.rule].found;
    by_rule[article.rule].dropped += article.reason == kQuality ? 1 : 0;
  }
  sites[article.site] += flow;
  days[article.day] += flow;
  site_days[{article.site, article.day}] += flow;
  languages[article.lang] += flow;
  InputFlow& input = inputs[article.input];
  ++(article.reason == 0 ? input.kept : input.dropped);
  dates_from_field += article.day_source == 1 ? 1 : 0;
  dates_from_url += article.day_source == 2 ? 1 : 0;
  dates_unparsable += article.date_unparsable ? 1 : 0;
  dates_missing += article.day_source == 0 && !article.date_unparsable ? 1 : 0;
  normalised += article.normalised ? 1 : 0;
  mended += article.mended ? 1 : 0;
  if (article.guarded) {
    ++guarded_sites[article.site];
  } else {
    cleaned += article.lines_removed > 0 ? 1 : 0;
    words_removed += article.words_removed;
  }
  std::uint64_t pieces = 0;
  for (std::size_t kind = 0; kind < personal.size(); ++kind) {
    pieces += article.personal[kind];
    personal[kind] += article.personal[kind];
  }
  with_personal += pieces > 0 ? 1 : 0;
}

void CorpusStats::merge(const CorpusStats& other) {
  total += other.total;
  for (std::size_t i = 0; i < kReasons; ++i) by_reason[i] += other.by_reason[i];
  for (std::size_t i = 0; i < by_rule.size(); ++i) {
    by_rule[i].found += other.by_rule[i].found;
    by_rule[i].dropped += other.by_rule[i].dropped;
  }
  merge_flows(sites, other.sites);
  merge_flows(days, other.days);
  merge_flows(site_days, other.site_days);
  merge_flows(languages, other.languages);
  for (const auto& [input, flow] : other.inputs) {
    inputs[input].kept += flow.kept;
    inputs[input].dropped += flow.dropped;
  }
  dates_from_field += other.dates_from_field;
  dates_from_url += other.dates_from_url;
  dates_missing += other.dates_missing;
  dates_unparsable += other.dates_unparsable;
  normalised += other.normalised;
  mended += other.mended;
  cleaned += other.cleaned;
  words_removed += other.words_removed;
  for (const auto& [site, articles] : other.guarded_sites) guarded_sites[site] += articles;
  with_personal += other.with_personal;
  for (std::size_t kind = 0; kind < personal.size(); ++kind) personal[kind] += other.personal[kind];
}

}  // namespace pressmill::stats
