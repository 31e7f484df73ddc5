// SPDX-License-Identifier: Apache-2.0
//
// Counting segments, naming groups.

#include "pipeline/collect_stats.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "clean/line_rules.h"
#include "clean/personal_data.h"
#include "clean/recipe.h"
#include "dedup/verdict.h"
#include "doc/article.h"
#include "doc/day.h"
#include "pipeline/at_once.h"
#include "pipeline/cluster_counts.h"
#include "pipeline/collect_measures.h"
#include "pipeline/collect_words.h"
#include "pipeline/malformed.h"
#include "pipeline/news_counts.h"
#include "stats/corpus_stats.h"

namespace pressmill::pipeline {

namespace {

struct Counts {
  stats::CorpusStats articles;
  ClusterCounts clusters;
  NewsCounts news;
  std::array<std::uint64_t, doc::kMalformedCount> malformed{};
};

Status count_articles(const RunState& run, const SegmentRows& segment, Counts& counts) {
  auto reader = dedup::CardReader::open(run.paths.cards(segment.key));
  if (!reader) return reader.error();
  auto cards = reader->rows();
  if (!cards) return cards.error();
  auto verdicts = dedup::VerdictTable::read(run.paths.verdicts(segment.key));
  if (!verdicts) return verdicts.error();
  for (std::size_t i = 0; i < cards->size(); ++i) {
    stats::ArticleFacts facts;
    facts.input = cards->input[i];
    facts.site = cards->site[i];
    facts.day = cards->day[i];
    facts.lang = cards->lang[i];
    const dedup::Verdict verdict = (*verdicts)[i];
    facts.reason = static_cast<std::uint8_t>(verdict.reason);
    counts.clusters.add(segment.first_row + i, verdict);
    counts.news.add(*cards, i, segment.first_row + i, verdict);
    if (cards->rules[i] != 0)
      facts.rule = static_cast<std::uint8_t>(clean::deciding_rule(cards->rules[i]));
    facts.volume = {1,
                    cards->input_bytes[i],
                    cards->text_bytes[i],
                    cards->chars[i],
                    cards->words[i],
                    cards->lines[i]};
    facts.day_source = cards->day_source[i];
    facts.date_unparsable = cards->date_unparsable[i] != 0;
    facts.normalised = cards->normalised[i] != 0;
    facts.mended = cards->mended[i] != 0;
    facts.guarded = cards->guarded[i] != 0;
    facts.lines_removed = cards->lines_removed[i];
    facts.words_removed = cards->words_removed[i];
    for (std::size_t kind = 0; kind < dedup::kPersonalKinds; ++kind)
      facts.personal[kind] = cards->personal[kind][i];
    counts.articles.add(facts);
  }
  return {};
}

Status count_malformed(const RunState& run, const SegmentRows& segment, Counts& counts) {
  return each_malformed(run.paths.malformed(segment.key), [&](const MalformedLine& line) {
    ++counts.malformed[static_cast<std::size_t>(line.reason)];
    return Status();
  });
}

Result<Counts> count_all(const RunState& run, const SegmentTable& table, CopyingCounts& copying) {
  tbb::enumerable_thread_specific<Counts> locals;
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::parallel_for(std::size_t{0}, table.segments().size(), [&](std::size_t i) {
    Counts& counts = locals.local();
    Status s = count_articles(run, table.segments()[i], counts);
    if (s) s = count_malformed(run, table.segments()[i], counts);
    if (s) s = copying.add(counts.news.take_copies());
    if (s) return;
    const std::lock_guard lock(mutex);
    failure = s.error();
  });
  if (failure) return *failure;
  Counts sum;  // sums of counts: the order of merging cannot be seen
  for (const Counts& local : locals) {
    sum.articles.merge(local.articles);
    sum.clusters.merge(local.clusters);
    sum.news.merge(local.news);
    for (std::size_t i = 0; i < sum.malformed.size(); ++i) sum.malformed[i] += local.malformed[i];
  }
  return sum;
}

void name_groups(const SegmentTable& table, const stats::CorpusStats& counts, Summary& summary) {
  for (const auto& [site, flow] : counts.sites) summary.sites[table.site_name(site)] += flow;
  for (const auto& [day, flow] : counts.days) summary.days[doc::format_day(day)] += flow;
  for (const auto& [lang, flow] : counts.languages)
    summary.languages[dedup::unpack_lang(lang)] += flow;
  summary.site_days.reserve(counts.site_days.size());
  for (const auto& [key, flow] : counts.site_days)
    summary.site_days.push_back({table.site_name(key.first), doc::format_day(key.second), flow});
  std::sort(summary.site_days.begin(), summary.site_days.end(),
            [](const SiteDay& a, const SiteDay& b) {
              return std::tie(a.site, a.day) < std::tie(b.site, b.day);
            });
}

PersonalSummary personal_summary(Pii pii, const stats::CorpusStats& counts) {
  const auto count = [&](clean::PersonalKind kind) {
    return counts.personal[static_cast<std::size_t>(kind)];
  };
  PersonalSummary personal;
  personal.mode = pii == Pii::mask ? "mask" : pii == Pii::count ? "count" : "off";
  personal.articles = counts.with_personal;
  personal.emails = count(clean::PersonalKind::email);
  personal.ips = count(clean::PersonalKind::ip);
  personal.card_numbers = count(clean::PersonalKind::card);
  personal.phones = count(clean::PersonalKind::phone);
  return personal;
}

// Sites are held by name, so their numbers are exact.
InAndKept distinct_sites(const Summary& summary) {
  InAndKept sites;
  for (const auto& [site, flow] : summary.sites) {
    if (site == "-") continue;
    ++sites.in.number;
    sites.kept.number += flow.kept.articles > 0 ? 1 : 0;
  }
  return sites;
}

// What quality drops goes by the name of the rule.
static_assert(stats::CorpusStats::kQuality == static_cast<std::uint8_t>(dedup::Reason::quality));
void name_reasons(const RunState& run, const stats::CorpusStats& counts, Summary& summary) {
  for (std::size_t i = 1; i < dedup::kReasonCount; ++i) {
    const auto reason = static_cast<dedup::Reason>(i);
    if (reason != dedup::Reason::quality && counts.by_reason[i] > 0)
      summary.dropped[std::string(dedup::reason_name(reason))] = counts.by_reason[i];
  }
  const auto& rules = run.recipe.rules();
  const auto dropped = static_cast<std::size_t>(dedup::Reason::quality);
  summary.quality.recipe = run.recipe.name();
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (counts.by_rule[i].found > 0) {
      summary.quality.found[rules[i].reason] = counts.by_rule[i].found;
      summary.quality.conditions[rules[i].reason] = clean::condition_text(rules[i]);
    }
    if (counts.by_rule[i].dropped > 0) summary.dropped[rules[i].reason] = counts.by_rule[i].dropped;
  }
  summary.quality.dropped = counts.by_reason[dropped];
}

void list_inputs(const RunState& run, const SegmentTable& table, const stats::CorpusStats& counts,
                 Summary& summary) {
  for (std::uint32_t i = 0; i < run.inputs.size(); ++i) {
    const Input& input = run.inputs[i];
    const dedup::InputTally& tally = table.tallies()[i];
    InputSummary line;
    line.name = input.name;
    line.codec = io::codec_name(input.codec);
    line.file_bytes = input.bytes;
    line.bytes = tally.bytes;
    line.lines = tally.lines;
    line.blank = tally.blank;
    line.malformed = tally.malformed;
    line.not_sampled = tally.not_sampled;
    line.articles = tally.articles;
    line.damage = tally.damage;
    if (const auto flow = counts.inputs.find(i); flow != counts.inputs.end()) {
      line.kept = flow->second.kept;
      line.dropped = flow->second.dropped;
    }
    summary.lines += line.lines;
    summary.blank += line.blank;
    summary.not_sampled += line.not_sampled;
    summary.bad_bytes += tally.bad_bytes;
    summary.lone_surrogates += tally.lone_surrogates;
    summary.legacy_lines += tally.legacy_lines;
    summary.controls += tally.controls;
    summary.invisibles += tally.invisibles;
    summary.spaces += tally.spaces;
    summary.line_ends += tally.line_ends;
    summary.composed += tally.composed;
    summary.mojibake_texts += tally.mojibake_texts;
    summary.mojibake += tally.mojibake;
    summary.markup_texts += tally.markup_texts;
    summary.tags += tally.tags;
    summary.references += tally.references;
    for (std::size_t rule = 0; rule < clean::kLineRules; ++rule)
      if (tally.lines_removed[rule] > 0)
        summary.cleaning.lines[std::string(clean::rule_name(static_cast<clean::LineRule>(rule)))] +=
            tally.lines_removed[rule];
    summary.inputs.push_back(std::move(line));
  }
}

// What was measured and what was counted of the texts: neither needs the other.
Status add_texts(const RunState& run, const SegmentTable& table, const stats::CorpusStats& articles,
                 Summary& summary) {
  const auto keep = [](auto collected, auto& to) -> Status {
    if (!collected) return collected.error();
    to = std::move(*collected);
    return {};
  };
  Status measures;
  Status words;
  at_once([&] { measures = keep(collect_measures(run, table, articles), summary.measures); },
          [&] { words = keep(collect_words(run, table), summary.words); });
  return measures ? words : measures;
}

}  // namespace

Result<Summary> collect_stats(RunState& run, const SegmentTable& table,
                              const MatchResult& matched) {
  CopyingCounts copying(run, table);
  auto counts = count_all(run, table, copying);
  if (!counts) return counts.error();
  const stats::CorpusStats& articles = counts->articles;
  Summary summary;
  summary.total = articles.total;
  name_reasons(run, articles, summary);
  for (std::size_t i = 1; i < doc::kMalformedCount; ++i)
    if (counts->malformed[i] > 0)
      summary.malformed[std::string(doc::malformed_name(static_cast<doc::Malformed>(i)))] =
          counts->malformed[i];
  name_groups(table, articles, summary);
  list_inputs(run, table, articles, summary);
  summary.clusters = matched.clusters;
  summary.clustered = matched.clustered;
  summary.near = matched.near;
  auto clusters = counts->clusters.summary(run, table);
  if (!clusters) return clusters.error();
  summary.in_clusters = std::move(*clusters);
  summary.repeated_ids = matched.repeated_ids;
  summary.without_id = matched.without_id;
  summary.dates_from_field = articles.dates_from_field;
  summary.dates_from_url = articles.dates_from_url;
  summary.dates_missing = articles.dates_missing;
  summary.dates_unparsable = articles.dates_unparsable;
  summary.normalised = articles.normalised;
  summary.mended_lines = articles.mended;
  summary.cleaning.articles = articles.cleaned;
  summary.cleaning.words_removed = articles.words_removed;
  for (const auto& [site, count] : articles.guarded_sites) {
    summary.cleaning.guarded += count;
    summary.cleaning.guarded_sites[table.site_name(site)] += count;
  }
  summary.personal = personal_summary(run.plan.pii, articles);
  if (Status s = add_news(run, table, matched, articles, counts->news, copying, summary); !s)
    return s.error();
  if (Status s = add_texts(run, table, articles, summary); !s) return s.error();
  summary.words.distinct_sites = distinct_sites(summary);
  return summary;
}

}  // namespace pressmill::pipeline
