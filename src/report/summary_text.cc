// SPDX-License-Identifier: Apache-2.0
//
// Figures in words.

#include "report/summary_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "base/human.h"
#include "base/shell.h"
#include "report/compare_text.h"
#include "report/write_reports.h"
#include "text/display_width.h"

namespace pressmill::report {

namespace {

constexpr std::string_view kNoSite = "-";  // of articles that name none
constexpr std::size_t kShownSites = 5;
constexpr std::size_t kShownDamaged = 5;
constexpr std::size_t kShownClusters = 5;
constexpr std::size_t kShownFindings = 7;
constexpr std::size_t kLongestFinding = 160;
constexpr std::size_t kLongestCommand = 400;

using Out = std::back_insert_iterator<std::string>;

struct Meaning {
  std::string_view name;
  std::string_view meaning;
};
constexpr std::array<Meaning, 13> kMeanings = {{
    {"empty", "no text, or nothing but white space"},
    {"language", "not in a language that --lang names"},
    {"guard", "cleaning would have taken more than --guard-share"},
    {"exact", "the same text as an article that is kept"},
    {"near", "nearly the same text as an article that is kept"},
    {"contained", "stands in a longer article that is kept"},
    {"not_json", "broken JSON"},
    {"bad_utf8", "invalid UTF-8 (--repair on mends it)"},
    {"not_object", "JSON, but no object"},
    {"text_type", "the text is no string"},
    {"too_deep", "nested too deeply"},
    {"too_long", "line longer than 64 MiB"},
    {"damaged_input", "cut off by damage in the file"},
}};

std::string_view meaning(std::string_view name) {
  for (const Meaning& m : kMeanings)
    if (m.name == name) return m.meaning;
  return "";
}

// Reasons of a recipe explain themselves: measure, comparison, threshold.
std::string meaning_of(const Summary& s, const std::string& reason) {
  const auto rule = s.quality.conditions.find(reason);
  if (rule == s.quality.conditions.end()) return std::string(meaning(reason));
  return fmt::format("{}: {}", s.quality.recipe, rule->second);
}

void flow_line(Out to, std::string_view name, std::uint64_t count, std::uint64_t whole,
               std::string_view what) {
  // The count keeps to the right of a column that a long name may use, too.
  constexpr std::size_t kColumn = 27;
  const std::size_t left = name.size() < kColumn ? kColumn - name.size() : 1;
  fmt::format_to(to, "  {}{:>{}}  {:>7}{}{}\n", name, human_count(count), left,
                 human_share(count, whole), what.empty() ? "" : "  ", what);
}

// The same without a share.
void named_count(Out to, std::string_view name, std::string_view count, std::string_view what) {
  constexpr std::size_t kColumn = 43;
  const std::size_t width = text::display_width(name);
  const std::size_t left = width < kColumn ? kColumn - width : 1;
  fmt::format_to(to, "  {}{:>{}}{}\n", name, count, left, what);
}

// Decompressed.
std::uint64_t bytes_read(const Summary& s) {
  std::uint64_t bytes = 0;
  for (const InputSummary& input : s.inputs) bytes += input.bytes;
  return bytes;
}

void put_read(Out to, const Summary& s, std::uint64_t lines) {
  fmt::format_to(to, "Read         {:>14} {} in {}, {}\n", human_count(lines),
                 lines == 1 ? "line" : "lines", counted(s.inputs.size(), "file"),
                 human_bytes(bytes_read(s)));
  if (s.not_sampled > 0)
    fmt::format_to(to, "             {:>14} more left out by --sample\n",
                   human_count(s.not_sampled));
}

void put_malformed(Out to, const Summary& s, std::uint64_t lines) {
  flow_line(to, "malformed", s.malformed_lines(), lines, "of the lines: they are no article");
  for (const auto& [reason, count] : s.malformed) {
    const bool is_mended = s.news.stats_only && reason == "bad_utf8";
    flow_line(to, "  " + reason, count, lines,
              is_mended ? "invalid UTF-8 (pressmill run mends it)" : meaning(reason));
  }
}

void put_flow(Out to, const Summary& s) {
  const std::uint64_t lines = s.lines - s.blank - s.not_sampled;
  put_read(to, s, lines);
  const std::uint64_t articles = s.total.in.articles;
  flow_line(to, "kept", s.total.kept.articles, articles,
            fmt::format("of the {}, with {}", counted(articles, "article"),
                        counted(s.total.kept.words, "word")));
  flow_line(to, "dropped", s.dropped_articles(), articles, "of the articles");
  for (const auto& [reason, count] : s.dropped)
    flow_line(to, "  " + reason, count, articles, meaning_of(s, reason));
  put_malformed(to, s, lines);
}

// Of a dump that was only looked at.
void put_dump(Out to, const Summary& s) {
  const std::uint64_t lines = s.lines - s.blank - s.not_sampled;
  put_read(to, s, lines);
  const std::uint64_t articles = s.total.in.articles;
  flow_line(to, "articles", articles, lines,
            fmt::format("of the lines, with {}", counted(s.total.in.words, "word")));
  for (const auto& [reason, count] : s.dropped)
    flow_line(to, "  " + reason, count, articles, meaning(reason));
  put_malformed(to, s, lines);
}

constexpr std::size_t kLongestName = 60;

std::string printed(std::string_view text, std::size_t most = kLongestName) {
  return text::one_line(text, most);
}

void put_sites(Out to, const Summary& s) {
  std::vector<std::pair<std::string, Flow>> sites(s.sites.begin(), s.sites.end());
  std::erase_if(sites, [](const auto& site) { return site.first == kNoSite; });
  std::stable_sort(sites.begin(), sites.end(), [](const auto& a, const auto& b) {
    return a.second.in.articles > b.second.in.articles;
  });
  const std::uint64_t articles = s.total.in.articles;
  fmt::format_to(to, "Sites        {:>14}", human_count(sites.size()));
  if (const auto none = s.sites.find(std::string(kNoSite)); none != s.sites.end())
    fmt::format_to(to, "  ({} of articles name none)",
                   human_share(none->second.in.articles, articles));
  fmt::format_to(to, "\n");
  for (std::size_t i = 0; i < sites.size() && i < kShownSites; ++i) {
    const Flow& flow = sites[i].second;
    named_count(to, printed(sites[i].first), counted(flow.in.articles, "article"),
                s.news.stats_only
                    ? ""
                    : fmt::format(", {} kept", human_share(flow.kept.articles, flow.in.articles)));
  }
}

void put_days(Out to, const Summary& s) {
  std::string first;
  std::string last;
  for (const auto& [day, flow] : s.days) {
    if (day.empty()) continue;
    if (first.empty()) first = day;
    last = day;
  }
  const auto none = s.days.find("");
  const std::uint64_t undated = none == s.days.end() ? 0 : none->second.in.articles;
  if (first.empty())
    fmt::format_to(to, "Days                      none of the articles is dated\n");
  else
    fmt::format_to(to, "Days         {} to {}; undated {}{}\n", first, last,
                   human_share(undated, s.total.in.articles),
                   s.dates_unparsable > 0
                       ? fmt::format(", {} not understood", counted(s.dates_unparsable, "date"))
                       : "");
}

void put_cleaning(Out to, const CleaningSummary& cleaning) {
  if (cleaning.articles > 0)
    fmt::format_to(to, "Cleaned      {:>14} of the articles: {} with {} removed\n",
                   human_count(cleaning.articles), counted(cleaning.lines_removed(), "line"),
                   counted(cleaning.words_removed, "word"));
  if (cleaning.guarded == 0) return;
  fmt::format_to(to, "Guarded      {:>14} of the articles: cleaning would have taken too much\n",
                 human_count(cleaning.guarded));
  using Site = std::pair<std::string, std::uint64_t>;
  std::vector<Site> sites(cleaning.guarded_sites.begin(), cleaning.guarded_sites.end());
  std::stable_sort(sites.begin(), sites.end(),
                   [](const Site& a, const Site& b) { return a.second > b.second; });
  for (std::size_t i = 0; i < sites.size() && i < kShownSites; ++i)
    named_count(to, sites[i].first == kNoSite ? "(no site)" : printed(sites[i].first),
                counted(sites[i].second, "article"), "");
}

void put_personal(Out to, const PersonalSummary& personal) {
  if (personal.mode == "off") return;
  if (personal.all() == 0) {
    fmt::format_to(to, "Personal data             none found\n");
    return;
  }
  fmt::format_to(to, "Personal data {:>13} of the articles, {}: {}, {}, {}, {}\n",
                 human_count(personal.articles),
                 personal.mode == "mask" ? "masked in their texts" : "counted",
                 counted(personal.emails, "e-mail"), counted(personal.phones, "phone number"),
                 counted(personal.ips, "IP"), counted(personal.card_numbers, "card number"));
}

void put_largest(Out to, const std::vector<LargeCluster>& clusters) {
  for (std::size_t i = 0; i < clusters.size() && i < kShownClusters; ++i) {
    const LargeCluster& cluster = clusters[i];
    std::string name = cluster.site == kNoSite ? "" : printed(cluster.site);
    for (const std::string& part : {cluster.day, cluster.title})
      if (!part.empty()) name += (name.empty() ? "" : "  ") + printed(part);
    fmt::format_to(to, "  {:<24} {:>18}  {}\n", fmt::format("cluster {}", cluster.number),
                   counted(cluster.size, "article"), name);
  }
}

// What was dropped stands among the reasons above; here is what clusters hold, and what was not
// looked at.
void put_duplicates(Out to, const Summary& s) {
  if (s.clusters > 0) {
    std::string kinds;
    for (const auto& [kind, count] : s.in_clusters.members)
      if (count > 0)
        kinds += fmt::format("{}{} {}", kinds.empty() ? ": " : ", ", human_count(count),
                             kind == "contains" ? "containing another" : kind);
    fmt::format_to(to, "Duplicates   {:>14} articles in {}{}\n", human_count(s.clustered),
                   counted(s.clusters, "cluster"), kinds);
    put_largest(to, s.in_clusters.largest);
  }
  const NearSummary& near = s.near;
  if (near.comparisons > 0)
    fmt::format_to(to, "Compared     {:>14} of articles, text by text; {} found by signatures\n",
                   counted(near.comparisons, "pair"), human_count(near.pairs));
  if (near.unverified > 0)
    fmt::format_to(to, "Not compared {:>14}, beyond the budget; their articles are kept\n",
                   counted(near.unverified, "pair"));
  if (near.cut_stars > 0)
    fmt::format_to(to,
                   "             {:>14} whose centre met only those that signatures link to it\n",
                   counted(near.cut_stars, "cluster"));
  if (near.large_buckets > 0)
    fmt::format_to(to,
                   "Large groups {:>14} of articles that share a signature key, up to {}: each is "
                   "compared with some\n",
                   human_count(near.large_buckets), human_count(near.largest_bucket));
}

void put_quality(Out to, const Summary& s) {
  const QualitySummary& quality = s.quality;
  const std::uint64_t marked = quality.found_articles() - quality.dropped;
  if (quality.dropped > 0 || marked == 0) return;
  if (s.news.stats_only)
    fmt::format_to(to,
                   "Marked       {:>14} of the articles as they came; a run mends and cleans "
                   "them before it judges\n",
                   human_count(marked));
  else
    fmt::format_to(to, "Marked       {:>14} of the articles; --quality {} drops what it marks\n",
                   human_count(marked), quality.recipe);
  for (const auto& [rule, count] : quality.found)
    fmt::format_to(to, "  {:<24} {:>18}  {}\n", rule, counted(count, "article"),
                   quality.conditions.at(rule));
}

void put_notes(Out to, const Outcome& outcome) {
  const Summary& s = outcome.summary;
  put_cleaning(to, s.cleaning);
  put_personal(to, s.personal);
  put_quality(to, s);
  put_duplicates(to, s);
  if (s.mended_lines > 0)
    fmt::format_to(to, "Mended       {:>14} of the lines: {}, {}, {} in an older encoding\n",
                   human_count(s.mended_lines), counted(s.bad_bytes, "bad byte sequence"),
                   counted(s.lone_surrogates, "lone surrogate"), human_count(s.legacy_lines));
  if (s.mojibake_texts > 0)
    fmt::format_to(to, "Mojibake     {:>14} of the texts: {} mended\n",
                   human_count(s.mojibake_texts), counted(s.mojibake, "character"));
  if (s.markup_texts > 0)
    fmt::format_to(to, "Markup       {:>14} of the texts: {} and {} taken out\n",
                   human_count(s.markup_texts), counted(s.tags, "tag"),
                   counted(s.references, "reference"));
  std::size_t shown = 0;
  for (const InputSummary& input : s.inputs) {
    if (input.damage.empty() || shown++ >= kShownDamaged) continue;
    fmt::format_to(to, "Unreadable   {}: {}\n", printed(input.name, kLongestFinding),
                   printed(input.damage, kLongestCommand));
  }
  if (shown > kShownDamaged)
    fmt::format_to(to, "             ... and {} more inputs\n", shown - kShownDamaged);
  const auto& skipped = outcome.facts.skipped_inputs;
  for (std::size_t i = 0; i < skipped.size() && i < kShownDamaged; ++i)
    fmt::format_to(to, "Skipped      {}\n", printed(skipped[i], kLongestCommand));
  if (skipped.size() > kShownDamaged)
    fmt::format_to(to, "             ... and {} more inputs\n", skipped.size() - kShownDamaged);
}

// The command, with the folder's name where OUT stands.
std::string command_for(const Finding& finding, const std::string& out) {
  std::string command = finding.command;
  const std::size_t at = command.find(" OUT");
  if (at == std::string::npos) return command;
  // With what follows it: OUT/tables/gaps.csv is one word.
  const std::size_t end = std::min(command.find(' ', at + 1), command.size());
  const std::string path = out + command.substr(at + 4, end - at - 4);
  command.replace(at + 1, end - at - 1, shell_word(path));
  return command;
}

void put_look(Out to, const Outcome& outcome, const Plan& plan) {
  const std::vector<Finding>& look = outcome.summary.news.look;
  // Where they lie apart from all others that is among the findings.
  const Summary& s = outcome.summary;
  const std::uint64_t future =
      s.dates_after < outcome.facts.future_dates ? outcome.facts.future_dates : 0;
  if (look.empty() && future == 0) return;
  fmt::format_to(to, "Look at these\n");
  if (future > 0)
    fmt::format_to(to, "  {} dated after tomorrow.\n",
                   future == 1 ? "1 article is" : human_count(future) + " articles are");
  const std::size_t shown = std::min(look.size(), kShownFindings);
  for (std::size_t i = 0; i < shown; ++i) {
    fmt::format_to(to, "  {}\n", printed(look[i].text, kLongestFinding));
    // A line of its own: one that wraps is hard to copy.
    if (const std::string command = command_for(look[i], plan.out); !command.empty())
      fmt::format_to(to, "    {}\n", printed(command, kLongestCommand));
  }
  if (look.size() > shown)
    fmt::format_to(to, "  ... and {} more in {}/tables/look.csv\n", look.size() - shown, plan.out);
}

void put_facts(Out to, const Outcome& outcome) {
  const RunFacts& f = outcome.facts;
  const auto bytes = static_cast<double>(bytes_read(outcome.summary));
  fmt::format_to(to, "Time         {:>14}", human_duration(f.seconds));
  if (f.seconds > 0)
    fmt::format_to(to, ", {}/s", human_bytes(static_cast<std::uint64_t>(bytes / f.seconds)));
  fmt::format_to(to, "\nMemory       {:>14} at the most\n", human_bytes(f.peak_memory_bytes));
  if (f.resumes > 0)
    fmt::format_to(to, "Resumed      {:>14} of {} segments were done before\n",
                   human_count(f.segments_done_before), human_count(f.segments));
}

void put_results(Out to, const Summary& summary, const Plan& plan) {
  if (plan.stats_only)
    fmt::format_to(to, "Results      {0}/stats.json, {0}/tables, {0}/articles.csv.zst\n", plan.out);
  else
    fmt::format_to(to, "Results      {1}{2}{0}/articles.csv.zst, {0}/stats.json\n", plan.out,
                   summary.total.kept.articles > 0 ? plan.out + "/kept, " : "",
                   summary.dropped_articles() > 0 ? plan.out + "/dropped, " : "");
}

}  // namespace

std::string summary_text(const Outcome& outcome, const Plan& plan) {
  std::string text;
  const Out to = std::back_inserter(text);
  if (outcome.facts.already_done) {
    fmt::format_to(to,
                   "{}: done already, with the same inputs and settings; nothing to do\n"
                   "Its summary: pressmill report {}\n",
                   plan.out, shell_word(plan.out));
    return text;
  }
  if (plan.stats_only)
    put_dump(to, outcome.summary);
  else
    put_flow(to, outcome.summary);
  put_sites(to, outcome.summary);
  put_days(to, outcome.summary);
  put_notes(to, outcome);
  put_look(to, outcome, plan);
  if (const auto& baseline = outcome.summary.news.baseline)
    fmt::format_to(to, "Compared with {}\n{}",
                   baseline->out_before.empty() ? "an earlier run"
                                                : printed(baseline->out_before, kLongestCommand),
                   compare_text(*baseline));
  // Where figures stand alone nobody knows how the run went, nor whether its results are there.
  if (outcome.facts.peak_memory_bytes > 0) {
    put_facts(to, outcome);
    put_results(to, outcome.summary, plan);
  }
  fmt::format_to(to, "Report       {}\n", page_path(plan.out));
  return text;
}

}  // namespace pressmill::report
