// SPDX-License-Identifier: Apache-2.0
//
// What each command does: resolve, call the library, print.

#include "cli/commands.h"

#include <fmt/format.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "cli/exit_code.h"
#include "cli/progress_view.h"
#include "cli/version.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "inspect/status.h"
#include "io/zstd_file.h"
#include "pipeline/versions.h"
#include "pressmill/run.h"
#include "report/stats_json.h"
#include "report/summary_text.h"
#include "text/unicode_version.h"

namespace pressmill::cli {

namespace {

constexpr int kInterrupted = 130;

// Set by the signal handler, polled by the passes. The one thing that has to be global: a handler
// has no arguments of its own.
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
}

int fail(const Error& error) {
  fmt::print(stderr, "pressmill: {}\n", error.text());
  return exit_code(error);
}

Result<Plan> plan_of(const CommandLine& line) {
  config::Settings settings = line.settings;
  if (!line.config_file.empty())
    if (Status s = settings.load_file(line.config_file); !s) return s.error();
  auto plan = settings.resolve(line.inputs);
  if (!plan) return plan;
  if (plan->inputs.empty() && plan->files_from.empty())
    return Error(Code::usage, "no inputs; name files, folders, globs or - for stdin");
  if (plan->out.empty())
    return Error(Code::usage, "--out is missing; name a folder for the results");
  return plan;
}

Observer observer_for(const Plan& plan, ProgressView& view) {
  Observer observer;
  observer.warning = [&view](const std::string& line) {
    view.clear();
    fmt::print(stderr, "{}\n", line);
  };
  if (plan.verbose && !plan.quiet)
    observer.plan = [](const std::string& text) { fmt::print(stderr, "{}\n", text); };
  if (!plan.quiet) observer.progress = [&view](const ProgressReport& r) { view.show(r); };
  observer.stop = [] { return stop_requested != 0; };
  return observer;
}

}  // namespace

int run_command(const CommandLine& line) {
  const auto plan = plan_of(line);
  if (!plan) return fail(plan.error());
  watch_signals();
  ProgressView view(plan->progress);
  const auto outcome = run(*plan, observer_for(*plan, view));
  view.clear();
  if (!outcome) return fail(outcome.error());
  const bool json = line.settings.is_on("json");
  if (json && !outcome->facts.already_done)
    fmt::print("{}", report::stats_json(outcome->summary));
  else if (!plan->quiet && !json)
    fmt::print("{}", report::summary_text(*outcome, *plan));
  return exit_code(*outcome);
}

int plan_command(const CommandLine& line) {
  const auto plan = plan_of(line);
  if (!plan) return fail(plan.error());
  ProgressView view(Progress::off);
  const auto text = describe_plan(*plan, observer_for(*plan, view));
  if (!text) return fail(text.error());
  fmt::print("{}", *text);
  return 0;
}

int status_command(const CommandLine& line) {
  const auto text = inspect::status_text(line.out);
  if (!text) return fail(text.error());
  fmt::print("{}", *text);
  return 0;
}

int config_command(const CommandLine& line) {
  config::Settings settings = line.settings;
  if (!line.config_file.empty())
    if (Status s = settings.load_file(line.config_file); !s) return fail(s.error());
  if (auto plan = settings.resolve({}); !plan) return fail(plan.error());
  fmt::print("{}", settings.to_toml());
  return 0;
}

std::string version_text() {
  return fmt::format("pressmill {}\nzstd {}, simdjson {}, Unicode {}, public suffixes {}",
                     pipeline::version(), io::zstd_version(), doc::simdjson_version(),
                     text::unicode_version(), doc::psl_version());
}

}  // namespace pressmill::cli
