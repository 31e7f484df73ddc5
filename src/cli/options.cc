// SPDX-License-Identifier: Apache-2.0
//
// Declaring commands and flags to CLI11.

#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <deque>
#include <iostream>

#include "cli/version.h"
#include "config/options.h"

namespace pressmill::cli {

namespace {

constexpr const char* kIntroduction =
    "pressmill mills news: scraped articles in (compressed JSONL, one article a line),\n"
    "clean, deduplicated articles out, with an account of everything that was removed.\n";

constexpr const char* kExamples =
    "Examples\n"
    "  pressmill plan dump/ --out milled            look first: inputs, fields, estimates\n"
    "  pressmill run dump/ --out milled             mill a folder\n"
    "  zstdcat x.zst | pressmill run - --out milled mill what a pipe brings\n"
    "  pressmill run dump/ --out try --sample 1%    try settings on a hundredth\n"
    "  pressmill stats dump/ --out figures          the figures alone, of the dump as it is\n"
    "  pressmill status milled                      where a run stands\n"
    "  pressmill explain milled h-4                 what happened to one article, and why\n"
    "  pressmill sample milled --reason lines -n 20 removals to judge by eye\n"
    "  pressmill compare monday tuesday             what changed from one run to the next\n"
    "  pressmill report milled                      its summary, page and tables again\n";

// What concerns those that read dumps.
constexpr const char* kReading =
    "Inputs are files, folders, globs or -, in JSONL: plain, zst, gz, xz, bz2 or lz4.\n"
    "An interrupted run goes on where it was when the same command is given again.\n"
    "Exit: 0 done; 1 done, but some input could not be read to its end; 2 wrong command,\n"
    "or no articles in the input; 3 stopped by I/O or a full disk, run again to resume;\n"
    "4 refused: the folder holds another run; 5 another run is at work there;\n"
    "6 done, but a gate failed (--max-malformed, --max-dropped, --min-articles);\n"
    "7 verification failed; 130 interrupted, run again to resume.\n";

// What CLI11 writes into while it parses, for each command its own; kept until it is handed on.
struct Values {
  struct Typed {
    const config::Option* option;
    const CLI::App* command;
    std::string text;
    bool on = false;
  };
  std::deque<Typed> typed;  // addresses stay as it grows
};

// What has an effect on statistics alone: the rest is taken, and told to have none.
bool is_for_stats(std::string_view name) {
  static constexpr std::array<std::string_view, 13> kOthers = {
      "repair",      "clean",     "clean-threshold", "line-model",  "survey",
      "site-memory", "furniture", "guard",           "guard-share", "audit",
      "lang",        "drop",      "dropped"};
  return std::find(kOthers.begin(), kOthers.end(), name) == kOthers.end() && name != "max-dropped";
}

void declare_settings(CLI::App& command, Values& values, CommandLine& line) {
  command.add_option("--config", line.config_file, "TOML file of settings; flags win")
      ->type_name("FILE")
      ->group("Input and output");
  for (const config::Option& option : config::options()) {
    const std::string flag = "--" + std::string(option.name);
    const std::string help(option.help);
    values.typed.push_back({&option, &command, "", false});
    Values::Typed& typed = values.typed.back();
    CLI::Option* declared = option.takes == config::Takes::nothing
                                ? command.add_flag(flag, typed.on, help)
                                : command.add_option(flag, typed.text, help)->type_name("");
    if (!option.fallback.empty()) declared->default_str(std::string(option.fallback));
    const bool is_hidden = command.get_name() == "stats" && !is_for_stats(option.name);
    declared->group(is_hidden ? "" : std::string(option.group));
  }
}

CLI::App* declare_mill(CLI::App& app, const char* name, const char* help, Values& values,
                       CommandLine& line) {
  CLI::App* command = app.add_subcommand(name, help);
  command->add_option("INPUT", line.inputs, "Files, folders, globs, or - for stdin");
  declare_settings(*command, values, line);
  return command;
}

void declare_inspection(CLI::App& app, CommandLine& line) {
  CLI::App* status = app.add_subcommand("status", "Where a running or stopped run stands");
  status->add_option("OUT", line.out, "The run's output folder")->required();
  CLI::App* explain =
      app.add_subcommand("explain", "All that happened to one article, its lines and its cluster");
  explain->add_option("OUT", line.out, "The output folder of a finished run")->required();
  explain
      ->add_option("ID", line.id,
                   "The article's id, or INPUT:LINE; behind -- where it begins with -")
      ->required();
  explain->add_flag("--json", line.json, "For programs: an object a line");
  CLI::App* compare = app.add_subcommand("compare", "What changed from one run to another");
  compare->add_option("OUT1", line.out, "The earlier run's folder, or a stats.json")->required();
  compare->add_option("OUT2", line.other, "The later run's")->required();
  compare->add_flag("--json", line.json, "For programs: an object");
  CLI::App* sample = app.add_subcommand("sample", "Removals drawn at random, to judge by eye");
  sample->add_option("OUT", line.out, "The output folder of a finished run")->required();
  sample
      ->add_option(
          "--reason", line.reason,
          "all, articles, lines, a reason (exact, near, ...) or a rule of lines (model, ...)")
      ->type_name("")
      ->capture_default_str();
  sample->add_option("-n", line.count, "How many")
      ->type_name("")
      ->check([](const std::string& text) {
        const bool is_number =
            !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
        return is_number ? std::string() : "takes a whole number, not " + text;
      })
      ->capture_default_str();
  sample->add_option("--seed", line.seed, "Another seed draws others")
      ->type_name("")
      ->capture_default_str();
  sample->add_flag("--json", line.json, "For programs and spreadsheets: an object a line");
  CLI::App* report = app.add_subcommand(
      "report", "Print the summary, write report.html and the tables again, from stats.json alone");
  report->add_option("OUT", line.out, "The output folder of a finished run")->required();
}

// What to say of a first word that is no command; "" where it is one, or a flag, or nothing.
std::string unknown_command(const CLI::App& app, int argc, const char* const* argv) {
  if (argc < 2 || argv[1][0] == '-') return "";
  const std::string given = argv[1];
  std::string names;
  std::string meant;
  for (const CLI::App* command : app.get_subcommands({})) {
    const std::string& name = command->get_name();
    if (name == given) return "";
    names += (names.empty() ? "" : ", ") + name;
    const bool begins_alike = given.starts_with(name) || name.starts_with(given);
    if (begins_alike || std::is_permutation(name.begin(), name.end(), given.begin(), given.end()))
      meant = name;
  }
  return "pressmill: no command is called " + given +
         (meant.empty() ? "" : "; is " + meant + " meant?") + "\nCommands: " + names +
         "; pressmill --help tells what they do\n";
}

void hand_on(const CLI::App& command, const Values& values, config::Settings& settings) {
  for (const Values::Typed& typed : values.typed) {
    if (typed.command != &command) continue;
    const std::string name(typed.option->name);
    if (command.get_option("--" + name)->count() == 0) continue;
    if (typed.option->takes == config::Takes::nothing)
      settings.offer(name, typed.on ? "true" : "false");
    else
      settings.offer(name, typed.text);
  }
}

}  // namespace

Parsed parse_command_line(int argc, char** argv) {
  CommandLine line;
  Values values;
  CLI::App app(kIntroduction, "pressmill");
  app.set_version_flag("--version", version_text());
  app.require_subcommand(1);
  app.get_formatter()->column_width(26);
  declare_mill(app, "run", "Mill the inputs", values, line);
  declare_mill(app, "plan", "Look at the inputs and say what a run would do; runs nothing", values,
               line);
  declare_mill(app, "stats", "Statistics of the inputs as they are: nothing is cleaned or removed",
               values, line);
  declare_inspection(app, line);
  CLI::App* config = app.add_subcommand("config", "Print the settings in force, as a TOML file");
  declare_settings(*config, values, line);
  // Behind the commands, which would inherit it.
  app.footer(std::string(kExamples) + "\n" + kReading);
  for (const char* name : {"run", "stats"}) app.get_subcommand(name)->footer(kReading);
  config->add_option("--recipe", line.recipe, "Print this recipe instead")->type_name("NAME");
  if (const std::string unknown = unknown_command(app, argc, argv); !unknown.empty()) {
    std::cerr << unknown;
    return {std::nullopt, 2};
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // Help and version are "errors" with code 0; everything else is a wrong command.
    const bool asked = error.get_exit_code() == 0;
    app.exit(error, std::cout, std::cerr);
    return {std::nullopt, asked ? 0 : 2};
  }
  const CLI::App* command = app.get_subcommands().front();
  line.command = command->get_name();
  hand_on(*command, values, line.settings);
  return {std::move(line), 0};
}

}  // namespace pressmill::cli
