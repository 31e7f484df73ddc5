// SPDX-License-Identifier: Apache-2.0
//
// What each command does: resolve, call the library, print.

#include "cli/commands.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "cli/exit_code.h"
#include "cli/progress_view.h"
#include "cli/version.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "inspect/explain.h"
#include "inspect/sample.h"
#include "inspect/status.h"
#include "io/atomic_file.h"
#include "io/zstd_file.h"
#include "pipeline/baseline.h"
#include "pipeline/versions.h"
#include "pressmill/run.h"
#include "report/compare_text.h"
#include "report/stats_json.h"
#include "report/summary_text.h"
#include "report/times_text.h"
#include "report/write_reports.h"
#include "text/unicode_version.h"

namespace pressmill::cli {

namespace {

constexpr int kInterrupted = 130;

// Set by the signal handler, polled by the passes. The one thing that has to be global: a handler
// has no arguments of its own.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
volatile std::sig_atomic_t stop_requested = 0;

extern "C" void on_signal(int) {
  if (stop_requested != 0) ::_exit(kInterrupted);  // asked twice: at once
  stop_requested = 1;
}

void watch_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
  std::signal(SIGPIPE, SIG_IGN);  // whoever read our messages went; the run goes on
  std::signal(SIGXFSZ, SIG_IGN);  // a file that may grow no further is an error like a full disk
}

// Messages name files, and a file's name may hold any byte.
std::string without_controls(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return (c >= 0 && c < ' ' && c != '\n' && c != '\t') || c == 0x7F; }, '?');
  return text;
}

// A run goes on where nobody listens any more: what stderr cannot take is lost.
void tell(const std::string& line) {
  std::fputs((without_controls(line) + "\n").c_str(), stderr);
}

int fail(const Error& error) {
  tell("pressmill: " + error.text());
  return exit_code(error);
}

// Prints a result and returns the exit code. A reader that closed the pipe early has seen what it
// wanted; a full disk has not.
int print(const std::string& text, int exit) {
  const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
  if ((written && std::fflush(stdout) == 0) || errno == EPIPE) return exit;
  return fail(Error(Code::output, fmt::format("cannot print: {}", std::strerror(errno)),
                    Place{.path = "stdout"}));
}

// The statistics of a finished run, of this one or of the one that was there.
int print_json(const Outcome& outcome, const Plan& plan) {
  if (!outcome.facts.already_done)
    return print(report::stats_json(outcome.summary), exit_code(outcome));
  const auto stats = io::read_file(plan.out + "/stats.json");
  return stats ? print(*stats, exit_code(outcome)) : fail(stats.error());
}

// Flags first, then the file: what was typed wins.
Result<config::Settings> settings_of(const CommandLine& line) {
  config::Settings settings = line.settings;
  if (!line.config_file.empty())
    if (Status s = settings.load_file(line.config_file); !s) return s.error();
  return settings;
}

Result<Plan> plan_of(const CommandLine& line, const config::Settings& settings) {
  auto plan = settings.resolve(
      line.inputs, line.command == "stats" ? config::Purpose::statistics : config::Purpose::mill);
  if (!plan) return plan;
  if (plan->inputs.empty() && plan->files_from.empty())
    return Error(Code::usage, "no inputs; name files, folders, globs or - for stdin");
  return plan;
}

Observer observer_for(const Plan& plan, ProgressView& view) {
  Observer observer;
  observer.error = [&view](const std::string& line) {
    view.clear();
    tell(line);
  };
  if (!plan.quiet) observer.warning = observer.error;
  if (!plan.quiet) observer.plan = tell;
  if (!plan.quiet) observer.progress = [&view](const ProgressReport& r) { view.show(r); };
  observer.stop = [] { return stop_requested != 0; };
  return observer;
}

// What stdout is; NO_COLOR (no-color.org) is respected.
inspect::Terminal terminal() {
  inspect::Terminal found;
  if (::isatty(STDOUT_FILENO) == 0) return found;
  struct winsize size {};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) found.width = size.ws_col;
  const char* no_colour = std::getenv("NO_COLOR");
  found.has_colour = no_colour == nullptr || *no_colour == '\0';
  return found;
}

}  // namespace

int run_command(const CommandLine& line) {
  const auto settings = settings_of(line);
  if (!settings) return fail(settings.error());
  const auto plan = plan_of(line, *settings);
  if (!plan) return fail(plan.error());
  if (plan->out.empty())
    return fail(Error(Code::usage, "--out is missing; name a folder for the results"));
  watch_signals();
  ProgressView view(plan->progress);
  const auto outcome = run(*plan, observer_for(*plan, view));
  view.clear();
  if (!outcome) return fail(outcome.error());
  // Not a result, so not on stdout; asked for by name, so also with --quiet.
  if (plan->verbose && !outcome->facts.already_done) tell(report::times_text(outcome->facts));
  if (settings->is_on("json")) return print_json(*outcome, *plan);
  return print(plan->quiet ? "" : report::summary_text(*outcome, *plan), exit_code(*outcome));
}

int plan_command(const CommandLine& line) {
  const auto settings = settings_of(line);
  if (!settings) return fail(settings.error());
  const auto plan = plan_of(line, *settings);
  if (!plan) return fail(plan.error());
  ProgressView view(Progress::off);
  const auto text = describe_plan(*plan, observer_for(*plan, view));
  if (!text) return fail(text.error());
  return print(without_controls(*text), 0);
}

int status_command(const CommandLine& line) {
  const auto text = inspect::status_text(line.out);
  if (!text) return fail(text.error());
  return print(*text, 0);
}

int explain_command(const CommandLine& line) {
  std::signal(SIGPIPE, SIG_IGN);  // print() tells a reader that left from a full disk
  const auto text = inspect::explain(line.out, line.id, {line.json, terminal()});
  if (!text) return fail(text.error());
  return print(*text, 0);
}

int report_command(const CommandLine& line) {
  const auto again = report::report_again(line.out);
  if (!again) return fail(again.error());
  const int exit = print(again->summary, 0);
  return again->written ? exit : fail(again->written.error());
}

int sample_command(const CommandLine& line) {
  std::signal(SIGPIPE, SIG_IGN);
  int exit = 0;
  const Status s =
      inspect::sample(line.out, {line.reason, line.count, line.seed, line.json, terminal()},
                      [&](const std::string& text) {
                        exit = print(text, 0);
                        return exit == 0 && std::ferror(stdout) == 0;
                      });
  return s ? exit : fail(s.error());
}

int compare_command(const CommandLine& line) {
  const auto before = pipeline::read_figures(line.out);
  if (!before) return fail(before.error());
  const auto now = pipeline::read_figures(line.other);
  if (!now) return fail(now.error());
  const Comparison comparison = pipeline::compare(*before, *now);
  return print(line.json ? report::compare_json(comparison) : report::compare_text(comparison), 0);
}

int config_command(const CommandLine& line) {
  const auto settings = settings_of(line);
  if (!settings) return fail(settings.error());
  if (const auto plan = settings->resolve({}); !plan) return fail(plan.error());
  if (line.recipe.empty()) return print(settings->to_toml(), 0);
  const auto recipe = settings->recipes().to_toml(line.recipe);
  return recipe ? print(*recipe, 0) : fail(recipe.error());
}

std::string version_text() {
  return fmt::format("pressmill {}\nzstd {}, simdjson {}, Unicode {}, public suffixes {}",
                     pipeline::version(), io::zstd_version(), doc::simdjson_version(),
                     text::unicode_version(), doc::psl_version());
}

}  // namespace pressmill::cli
