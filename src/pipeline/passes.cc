// SPDX-License-Identifier: Apache-2.0
//
// The table of contents. Read this file first: each line below is a stage of the mill, in order,
// with what holds from there on.

#include "pipeline/passes.h"

#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/task_arena.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "base/hash.h"
#include "base/human.h"
#include "config/statistics.h"
#include "doc/day.h"
#include "pipeline/baseline.h"
#include "pipeline/collect_stats.h"
#include "pipeline/emit_pass.h"
#include "pipeline/gates.h"
#include "pipeline/look_baseline.h"
#include "pipeline/match_pass.h"
#include "pipeline/pass_clock.h"
#include "pipeline/preflight.h"
#include "pipeline/refine_pass.h"
#include "pipeline/session.h"
#include "pipeline/survey_pass.h"

namespace pressmill::pipeline {

namespace {

using Clock = std::chrono::steady_clock;

std::string one_line(const Message& message) {
  return Error(Code::input, message.what, message.place).text();
}

unsigned thread_count(const Plan& plan) {
  return plan.threads > 0 ? plan.threads : static_cast<unsigned>(tbb::info::default_concurrency());
}

std::uint64_t memory_limit(const Plan& plan) {
  if (plan.memory_bytes > 0) return plan.memory_bytes;
  const auto pages = static_cast<std::uint64_t>(::sysconf(_SC_PHYS_PAGES));
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE)) / 2;
}

// The scratch folder is removed whole in the end, and several runs may be given the same --work:
// so each has a folder of its own there, named after OUT.
Paths paths_of(const Plan& plan) {
  const std::string out = std::filesystem::absolute(plan.out + "/").lexically_normal().string();
  const std::string work =
      plan.work.empty() ? out + "work" : plan.work + "/pressmill-" + to_hex(hash64(out));
  return {plan.out, std::filesystem::absolute(work).lexically_normal().string(), !plan.stats_only};
}

// Dates after tomorrow are wrong somewhere, but which are depends on the clock: they are told,
// not written into outputs.
std::uint64_t future_dates(const Summary& summary) {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  const auto today = std::chrono::duration_cast<std::chrono::hours>(since).count() / 24;
  const std::string tomorrow = doc::format_day(static_cast<std::int32_t>(today + 1));
  std::uint64_t count = 0;
  for (const auto& [day, flow] : summary.days)
    if (day > tomorrow) count += flow.in.articles;
  return count;
}

std::uint64_t peak_memory() {
  struct rusage usage {};
  ::getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
}

// What counting took in small pieces and freed; the allocator keeps it, and what is written next
// takes large ones.
void give_back_memory() {
#ifdef __GLIBC__
  ::malloc_trim(0);
#endif
}

Result<doc::Aliases> load_aliases(const Plan& plan) {
  if (plan.site_aliases.empty()) return doc::Aliases();
  return doc::Aliases::load(plan.site_aliases);
}

std::string path_of_part(const std::string& out, const char* folder, std::uint64_t number) {
  return fmt::format("{}/{}/part-{:05}.jsonl.zst", out, folder, number);
}

// Everything between the lock and the last word.
class Mill {
 public:
  Mill(const Plan& plan, const Observer& observer, const Reports& reports)
      : plan_(plan.stats_only ? config::statistics_of(plan) : plan),
        observer_(observer),
        reports_(reports),
        paths_(paths_of(plan)) {
    diagnostics_.set_screen([this](const Message& m) {
      const auto& tell = m.is_error ? observer_.error : observer_.warning;
      if (tell) tell(one_line(m));
    });
    // What is told before there is a log comes first in it.
    diagnostics_.set_log([this](const Message& m) { before_log_.push_back(m); });
  }

  Result<Outcome> run() {
    // No two runs write into one folder.
    auto lock = OutLock::take(plan_.out);
    if (!lock) return lock.error();
    if (Status s = check_out(plan_, paths_); !s) return s.error();
    // Find the inputs, look into them, say what will be done. Beyond this point the list of
    // inputs and their numbers are fixed.
    if (Status s = look(paths_.spool()); !s) {
      forget_beginning(*lock, paths_);
      return s.error();
    }
    Manifest manifest(paths_.manifest(), paths_.work, plan_, found_.inputs);
    auto start = decide_start(plan_, paths_, manifest);
    if (!start) return start.error();
    if (*start == Start::already_done) return already_done();
    if (Status s = copy_memory(plan_, paths_); !s) return s.error();
    if (Status s = begin(*start, manifest); !s) return s.error();
    tbb::task_arena arena(static_cast<int>(thread_count(plan_)));
    auto outcome = arena.execute([&] { return mill(manifest); });
    if (!outcome) (void)manifest.stop(outcome.error().text());
    return outcome;
  }

  Result<std::string> describe() {
    if (Status s = look(""); !s) return s.error();
    return plan_text(found_, plan_, thread_count(plan_), memory_limit(plan_));
  }

 private:
  Status look(const std::string& spool) {
    auto fields = doc::FieldMap::make(plan_.fields);
    if (!fields) return fields.error();
    fields_ = std::move(*fields);
    auto recipe = clean::Recipe::of_plan(plan_);
    if (!recipe) return recipe.error();
    recipe_ = std::move(*recipe);
    auto aliases = load_aliases(plan_);
    if (!aliases) return aliases.error();
    aliases_ = std::move(*aliases);
    if (Status s = read_baseline(); !s) return s;
    // Read again by the survey; what is wrong with it should be told at once.
    if (Status s = check_memory(plan_); !s) return s.error();
    if (!plan_.furniture.empty()) {
      auto furniture = clean::FurnitureList::load(plan_.furniture);
      if (!furniture) return furniture.error();
      furniture_ = std::move(*furniture);
    }
    auto list = find_inputs(plan_, spool, observer_.stop);
    if (!list) return list.error();
    auto found = preflight({plan_, fields_, &aliases_}, std::move(*list), diagnostics_);
    if (!found) return found.error();
    found_ = std::move(*found);
    return {};
  }

  // Now, since it may be gone when the run is done, or no statistics at all.
  Status read_baseline() {
    if (plan_.baseline.empty()) return {};
    std::error_code none;
    const std::string stats = baseline_path(plan_.baseline);
    if (std::filesystem::equivalent(std::filesystem::path(stats).parent_path(), plan_.out, none))
      return Error(Code::usage, "--baseline: this run writes there; name an earlier run's folder",
                   Place{.path = plan_.baseline});
    auto figures = read_figures(plan_.baseline);
    if (!figures) return figures.error();
    baseline_ = std::move(*figures);
    return {};
  }

  Status begin(Start start, Manifest& manifest) {
    std::error_code error;
    std::filesystem::create_directories(paths_.work, error);
    if (error)
      return Error(Code::output, fmt::format("cannot make the folder: {}", error.message()),
                   Place{.path = paths_.work});
    auto log = LogFile::open(paths_.log(), start == Start::resume);
    if (!log) return log.error();
    log_ = std::move(*log);
    for (const Message& m : before_log_) log_->write(m);
    before_log_.clear();
    diagnostics_.set_log([this](const Message& m) { log_->write(m); });
    auto journal = Journal::open(paths_.journal());
    if (!journal) return journal.error();
    journal_ = std::move(*journal);
    if (start == Start::resume) {
      auto before = read_manifest(paths_.manifest());
      if (before && *before) facts_.resumes = (*before)->resumes + 1;
      manifest.set_resumes(facts_.resumes);
      diagnostics_.note("resumed", fmt::format("resume {}", facts_.resumes));
      if (observer_.plan)
        observer_.plan(plan_.out +
                       ": goes on with the run that was interrupted there; what it "
                       "finished is taken over\n");
    }
    for (const std::string& notice : plan_.notices) diagnostics_.note("settings", notice);
    if (observer_.plan)
      observer_.plan(plan_text(found_, plan_, thread_count(plan_), memory_limit(plan_)));
    return {};
  }

  // The passes. Each is a pure function of inputs, settings and what stands above it.
  Result<Outcome> mill(Manifest& manifest) {
    const Clock::time_point began = Clock::now();
    ProgressMeter progress(observer_, paths_.progress());
    RunState run{plan_,
                 observer_,
                 paths_,
                 found_.inputs,
                 fields_,
                 recipe_,
                 &aliases_,
                 thread_count(plan_),
                 memory_limit(plan_),
                 diagnostics_,
                 std::move(journal_),
                 progress};

    run.lsh = dedup::Lsh::of_plan(plan_);
    // Count what the articles of each site have in common. Beyond this point a line is known to
    // be furniture, or not, whichever page it stands on.
    auto memory = learn_sites(run, manifest);
    if (!memory) return memory.error();
    run.memory = &*memory;
    run.furniture = &furniture_;

    // Read every line; parse, mend, clean, store it; write its card. Beyond this point no
    // text changes, and the inputs are not read again.
    if (Status s = enter("refine", manifest); !s) return s.error();
    auto refined = refine(run);
    if (!refined) return refined.error();

    // Number rows, lines and sites across segments. Beyond this point a row number means one
    // article, the same in every run.
    auto table = SegmentTable::load(run, refined->segments);
    if (!table) return table.error();
    report_damage(*table);

    // Find copies and decide who stays. Beyond this point no verdict changes.
    if (Status s = enter("match", manifest); !s) return s.error();
    auto matched = match(run, *table);
    if (!matched) return matched.error();

    // Write what stays, what goes, and why. Beyond this point only figures remain.
    if (Status s = enter("emit", manifest); !s) return s.error();
    if (Status s = emit(run, *table); !s) return s.error();

    // Count, check that every line is accounted for, report.
    if (Status s = enter("report", manifest); !s) return s.error();
    PassClock clock("report", run.threads, {"count", "write"});
    auto counting = clock.enter(0);
    auto summary = collect_stats(run, *table, *matched);
    counting.leave(0, 0);
    if (!summary) return summary.error();
    if (Status s = check_accounts(*summary); !s) return s.error();
    if (baseline_) look_back(*baseline_, *summary);
    give_back_memory();
    auto writing = clock.enter(1);
    if (Status s = reports_.figures(*summary, run, *table); !s) return s.error();
    writing.leave(0, 0);
    run.passes.push_back(clock.finish());
    return conclude(manifest, run, *refined, std::move(*summary), began);
  }

  Result<clean::SiteMemory> learn_sites(RunState& run, Manifest& manifest) {
    if (!plan_.clean) return clean::SiteMemory();
    if (!plan_.survey) return remembered(run);
    if (Status s = enter("survey", manifest); !s) return s.error();
    return survey(run);
  }

  Status enter(const char* pass, Manifest& manifest) {
    diagnostics_.note("pass", pass);
    return manifest.begin_pass(pass);
  }

  void report_damage(const SegmentTable& table) {
    for (const dedup::InputTally& tally : table.tallies()) {
      if (tally.damaged == 0) continue;
      incomplete_ = true;
      diagnostics_.fail("unreadable", Place{.path = found_.inputs[tally.input].path},
                        tally.damage + "; what stands before it was milled");
    }
  }

  // kept + dropped + malformed = lines that are not blank, for each input. Anything else is a
  // bug, and the run must not be called done.
  static Status check_accounts(const Summary& summary) {
    for (const InputSummary& input : summary.inputs) {
      const std::uint64_t out = input.kept + input.dropped + input.malformed + input.not_sampled;
      if (out == input.lines - input.blank) continue;
      return Error(Code::verify,
                   fmt::format("{} lines went in and {} came out; please report this",
                               input.lines - input.blank, out),
                   Place{.path = input.name});
    }
    return {};
  }

  Result<Outcome> conclude(Manifest& manifest, const RunState& run, const RefineResult& refined,
                           Summary summary, Clock::time_point began) {
    // To the millisecond, as the manifest has it: what is told now is what is told again.
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began);
    facts_.seconds = static_cast<double>(took.count()) / 1000;
    facts_.passes = run.passes;
    facts_.segments = refined.segments.size();
    facts_.segments_done_before = refined.taken_over;
    facts_.future_dates = future_dates(summary);
    facts_.peak_memory_bytes = peak_memory();
    facts_.skipped_inputs = found_.skipped;
    if (facts_.future_dates > 0)
      diagnostics_.warn(
          "future_dates", {},
          fmt::format("{} dated after tomorrow", counted(facts_.future_dates, "article")));
    tell_unshown();
    if (Status s = reports_.page(facts_); !s) return s.error();
    Outcome outcome{std::move(summary), facts_, incomplete_ || !found_.skipped.empty(), {}, {}};
    const Summary& s = outcome.summary;
    outcome.no_articles =
        has_no_articles(s.malformed_lines() + s.total.in.articles, s.malformed_lines());
    outcome.failed_gates =
        check_gates({s.malformed_lines() + s.total.in.articles, s.malformed_lines(),
                     s.total.in.articles, s.total.kept.articles});
    if (Status told = hand_on_memory(plan_, paths_, diagnostics_); !told) return told.error();
    // First the last word, then the broom: a kill between the two leaves scratch data, no more.
    if (Status told = manifest.finish(outcome.summary, outcome.facts, outcome.incomplete_input);
        !told)
      return told.error();
    clean_up(plan_, paths_);
    diagnostics_.note("done", fmt::format("{:.1f} s", facts_.seconds));
    return outcome;
  }

  bool has_no_articles(std::uint64_t lines, std::uint64_t malformed) {
    if (lines == 0 || malformed < lines) return false;
    diagnostics_.fail("no_articles", {},
                      fmt::format("no articles in the input: {} malformed; {}/malformed.jsonl.zst "
                                  "has them, with reasons",
                                  lines == 1 ? "its one line is" : "all its lines are", plan_.out));
    return true;
  }

  std::vector<std::string> check_gates(const GateCounts& counts) {
    std::vector<std::string> failed = failed_gates(plan_, counts);
    for (const std::string& message : failed)
      diagnostics_.fail("gate", {}, "gate failed: " + message + "; the results are written");
    return failed;
  }

  // The screen got the first ten of a kind.
  void tell_unshown() const {
    for (const auto& [kind, count, is_error] : diagnostics_.unshown()) {
      const auto& tell = is_error ? observer_.error : observer_.warning;
      if (tell)
        tell(fmt::format("{}: {} more like these; all are in {}", kind, count, paths_.log()));
    }
  }

  Result<Outcome> already_done() {
    auto before = read_manifest(paths_.manifest());
    if (!before) return before.error();
    Outcome outcome;
    outcome.facts.already_done = true;
    clean_up(plan_, paths_);  // what a kill in the last moment may have left
    if (!*before) return outcome;
    const ManifestState& state = **before;
    outcome.incomplete_input = state.exit != 0;
    outcome.no_articles = has_no_articles(state.lines, state.malformed);
    outcome.failed_gates = check_gates({state.lines, state.malformed, state.articles, state.kept});
    return outcome;
  }

  const Plan plan_;
  const Observer& observer_;
  const Reports& reports_;
  Paths paths_;
  Diagnostics diagnostics_;
  doc::FieldMap fields_;
  clean::Recipe recipe_;
  doc::Aliases aliases_;
  clean::FurnitureList furniture_;
  Preflight found_;
  std::vector<Message> before_log_;
  std::unique_ptr<LogFile> log_;
  std::unique_ptr<Journal> journal_;
  std::optional<Figures> baseline_;
  RunFacts facts_;
  bool incomplete_ = false;
};

}  // namespace

std::string Paths::part(const char* folder, std::uint64_t number) const {
  return path_of_part(out, folder, number);
}

Result<Outcome> run_passes(const Plan& plan, const Observer& observer, const Reports& reports) {
  const tbb::global_control threads(tbb::global_control::max_allowed_parallelism,
                                    thread_count(plan));
  return Mill(plan, observer, reports).run();
}

Result<std::string> describe(const Plan& plan, const Observer& observer) {
  static const Reports kNone;
  return Mill(plan, observer, kNone).describe();
}

}  // namespace pressmill::pipeline
