// SPDX-License-Identifier: Apache-2.0
//
// The plan as a person reads it before the run starts.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/human.h"
#include "dedup/lsh.h"
#include "dedup/signature.h"
#include "doc/json_writer.h"
#include "pipeline/budget.h"
#include "pipeline/preflight.h"
#include "text/measures.h"

namespace pressmill::pipeline {

namespace {

// Of tables, page and statistics, whatever there is to read.
constexpr double kStartSeconds = 0.1;
// CPU time per byte of JSONL, measured on news in four languages on a server core of 2023; only
// used to say "about".
constexpr double kSecondsPerByte = 28e-9;  // all but the next three
constexpr double kCleaningSecondsPerByte = 13e-9;
constexpr double kSurveySecondsPerByte = 5e-9;
constexpr double kNearSecondsPerByte = 6e-9;  // signatures, and match beyond exact copies
// The store, at zstd's fast end, and cards: shares of the decompressed size.
constexpr double kStoreShare = 0.55;
// Keys of lines, and runs of their sort.
constexpr double kSurveyShare = 0.27;
// Shingle sets of candidates, of which there are the more the more copies there are, and pairs.
constexpr double kNearShare = 0.31;
constexpr std::uint64_t kBytesPerArticleInMatch = 40;
constexpr std::size_t kShownInputs = 8;

using Out = std::back_insert_iterator<std::string>;

void list_inputs(Out to, const Preflight& found) {
  fmt::format_to(to, "Inputs     {}, {}", counted(found.inputs.size(), "file"),
                 human_bytes(found.file_bytes));
  std::map<std::string, std::uint64_t> codecs;
  for (const Input& input : found.inputs) ++codecs[std::string(io::codec_name(input.codec))];
  for (const auto& [codec, count] : codecs) fmt::format_to(to, ", {} {}", count, codec);
  fmt::format_to(to, "\n");
  for (std::size_t i = 0; i < found.inputs.size() && i < kShownInputs; ++i)
    fmt::format_to(to, "           {:<44} {:>10}  {}\n", found.inputs[i].name,
                   human_bytes(found.inputs[i].bytes), io::codec_name(found.inputs[i].codec));
  if (found.inputs.size() > kShownInputs)
    fmt::format_to(to, "           ... and {} more\n", found.inputs.size() - kShownInputs);
  if (found.left_out > 0)
    fmt::format_to(to, "           {} left out: hidden, _SUCCESS, *.crc, *.tmp, or the output\n",
                   found.left_out);
  if (found.passed_by > 0)
    fmt::format_to(to, "           {} left out: links to folders, pipes or devices; told above\n",
                   found.passed_by);
  if (found.repeated > 0)
    fmt::format_to(to, "           {} given more than once, read once\n", found.repeated);
  if (!found.skipped.empty())
    fmt::format_to(to, "  SKIPPED  {} that cannot be milled; the messages above say why\n",
                   found.skipped.size());
}

void list_fields(Out to, const Preflight& found) {
  fmt::format_to(to, "Fields     of {} lines looked at{}\n", human_count(found.sampled),
                 found.malformed > 0 ? fmt::format(", {} malformed", found.malformed) : "");
  for (std::size_t role = 0; role < doc::kRoleCount; ++role) {
    std::string names;
    for (const FieldFill& fill : found.fields[role])
      names += fmt::format("{}{} {}", names.empty() ? "" : ", ", fill.name,
                           human_share(fill.filled, found.sampled));
    fmt::format_to(to, "           {:<7} {}\n", doc::role_name(static_cast<doc::Role>(role)),
                   names.empty() ? "not found" : names);
  }
  fmt::format_to(to, "           days understood {}, sites {}\n",
                 human_share(found.with_day, found.sampled),
                 human_share(found.with_site, found.sampled));
}

void list_samples(Out to, const Preflight& found) {
  for (std::size_t i = 0; i < found.samples.size(); ++i) {
    const SampleRecord& sample = found.samples[i];
    fmt::format_to(to, "{} {}\n", i == 0 ? "Samples   " : "          ",
                   sample.id.empty() ? "(no id)" : sample.id);
    fmt::format_to(to, "             {} | {} | {}\n", sample.site,
                   sample.date.empty() ? "no day" : sample.date,
                   sample.title.empty() ? "(no title)" : sample.title);
    fmt::format_to(to, "             {}\n", sample.text);
  }
}

bool looks_for_near(const Plan& plan) {
  return dedup::Lsh::of_plan(plan).has_value();
}

bool has_survey(const Plan& plan) {
  return plan.clean && plan.survey;
}

std::string_view what_is_matched(const Plan& plan) {
  if (!plan.compare) return "off";
  if (plan.near > 0) return plan.contained > 0 ? "copies, near, contained" : "copies, near";
  return plan.contained > 0 ? "copies, contained" : "exact copies";
}

// How well pairs are found, so that nobody has to trust two numbers.
void list_curve(Out to, const dedup::Lsh& lsh) {
  std::string alike;
  std::string found;
  for (int tenths = 3; tenths <= 10; ++tenths) {
    const double jaccard = tenths / 10.0;
    alike += fmt::format(" {:>7.1f}", jaccard);
    found += fmt::format(" {:>5.1f} %", 100 * lsh.find_chance(jaccard));
  }
  fmt::format_to(to, "           pairs with a similarity of {}\n", alike);
  fmt::format_to(to, "           become candidates         {}\n", found);
}

void list_search(Out to, const Plan& plan) {
  const auto lsh = dedup::Lsh::of_plan(plan);
  if (!lsh) return;
  const char* label = "Search    ";
  if (plan.near > 0) {
    fmt::format_to(
        to, "{} near       from {} on, by {} bands of {} rows ({}), shingles of {} words\n", label,
        doc::ratio4(plan.near, text::kTenThousand), lsh->bands, lsh->rows,
        plan.lsh.empty() ? "as --near needs it" : "--lsh " + plan.lsh, lsh->shingle_words);
    list_curve(to, *lsh);
    label = "          ";
  }
  if (plan.contained > 0)
    fmt::format_to(
        to,
        "{} contained  from {} on, by one of about {} shingles; texts that share {} words "
        "in a row share one\n",
        label, doc::ratio4(plan.contained, text::kTenThousand), dedup::kSampleScale,
        dedup::kSampleWindow + lsh->shingle_words - 1);
}

void list_estimates(Out to, const Preflight& found, const Plan& plan, unsigned threads,
                    std::uint64_t memory) {
  const auto bytes = static_cast<double>(found.estimated_bytes);
  const double seconds_per_byte = kSecondsPerByte + (plan.clean ? kCleaningSecondsPerByte : 0) +
                                  (has_survey(plan) ? kSurveySecondsPerByte : 0) +
                                  (looks_for_near(plan) ? kNearSecondsPerByte : 0);
  // Keys of lines are gone when shingle sets come: the larger counts.
  const double scratch_share = kStoreShare + std::max(has_survey(plan) ? kSurveyShare : 0,
                                                      looks_for_near(plan) ? kNearShare : 0);
  const double match = static_cast<double>(found.estimated_articles * kBytesPerArticleInMatch) +
                       (looks_for_near(plan) ? bytes * kNearShare : 0);
  const std::uint64_t needed =
      std::max(refine_memory(threads, memory),
               std::min(sort_memory(memory), static_cast<std::uint64_t>(match)));
  fmt::format_to(to, "Estimate   about {} articles, {} of JSONL\n",
                 human_count(found.estimated_articles), human_bytes(found.estimated_bytes));
  fmt::format_to(to, "           memory  about {} (limit {})\n", human_bytes(needed),
                 human_bytes(memory));
  fmt::format_to(to, "           scratch about {}\n",
                 human_bytes(static_cast<std::uint64_t>(bytes * scratch_share)));
  fmt::format_to(to, "           time    about {} on {}\n",
                 human_duration(kStartSeconds + bytes * seconds_per_byte / threads),
                 counted(threads, "thread"));
}

}  // namespace

std::string plan_text(const Preflight& found, const Plan& plan, unsigned threads,
                      std::uint64_t memory_bytes) {
  std::string text;
  const Out to = std::back_inserter(text);
  list_inputs(to, found);
  list_fields(to, found);
  list_samples(to, found);
  list_estimates(to, found, plan, threads, memory_bytes);
  fmt::format_to(to, "Passes     {}refine > match ({}) > emit{} > report\n",
                 has_survey(plan) ? "survey > " : "", what_is_matched(plan),
                 plan.stats_only ? " (tables only)" : "");
  list_search(to, plan);
  for (std::size_t i = 0; i < plan.notices.size(); ++i)
    fmt::format_to(to, "{} {}\n", i == 0 ? "Notices   " : "          ", plan.notices[i]);
  return text;
}

}  // namespace pressmill::pipeline
