// SPDX-License-Identifier: Apache-2.0
//
// The command: judges the method on folds of domains it did not learn from, then learns the model
// from all of them. 0 done, 2 wrong command, 3 reading or writing failed.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>

#include "io/atomic_file.h"
#include "tools/train_lines/evaluate.h"
#include "tools/train_lines/stacking.h"
#include "tools/train_lines/write_model.h"

namespace {

using namespace pressmill;
using namespace pressmill::train_lines;

struct Command {
  std::string pages;
  std::string folds;
  std::string model;
  std::string kept;
  bool deal = false;
  int judge = kFolds;
  unsigned threshold = 40;
  StackOptions options;
};

int fail(const Error& error) {
  fmt::print(stderr, "train_lines: {}\n", error.text());
  return 3;
}

void print_quality(std::string_view what, const std::vector<LabelledPage>& pages,
                   const PageScores& scores) {
  fmt::print("{}\n      threshold pages    P     R     F1  wordF1 pageF1  hurt\n", what);
  for (const char* variant : {"light", "full", "thin"})
    for (const unsigned percent : {20U, 30U, 35U, 40U, 45U, 50U, 60U}) {
      const auto thresholds = clean::Thresholds::of_percent(percent);
      const Quality q = evaluate(pages, scores, variant, thresholds);
      fmt::print("  {:5} {:4} % {:6} {:.3f} {:.3f} {:.4f} {:.4f} {:.4f} {:.4f}\n", variant, percent,
                 q.pages, q.precision, q.recall, q.f1, q.word_f1, q.page_f1, q.hurt);
    }
  std::fflush(stdout);
}

void merge(PageScores& all, PageScores&& some) {
  all.resize(some.size());
  for (std::size_t i = 0; i < some.size(); ++i)
    if (!some[i].empty()) all[i] = std::move(some[i]);
}

Status run(const Command& command) {
  auto pages = read_pages(command.pages);
  if (!pages) return std::move(pages.error());
  if (command.deal) return write_folds(make_folds(*pages), command.folds);
  const auto folds = read_folds(command.folds);
  if (!folds) return Error(folds.error());
  for (LabelledPage& page : *pages) {
    const auto fold = folds->find(page.domain);
    if (fold == folds->end())
      return Error(Code::input, fmt::format("no fold for {}; run with --deal", page.domain),
                   {command.folds});
    page.fold = fold->second;
  }
  add_thin_pages(*pages);
  Stacking stacking(*pages, command.options);
  PageScores first(pages->size()), second(pages->size());
  for (int fold = 0; fold < command.judge; ++fold) {
    merge(first, stacking.first_of_fold(fold));
    merge(second, stacking.judge_fold(fold));
  }
  if (command.judge > 0) {
    print_quality("first model", *pages, first);
    print_quality("second model", *pages, second);
  }
  if (!command.kept.empty()) {
    auto written = io::write_file(
        command.kept, kept_lines(*pages, second, clean::Thresholds::of_percent(command.threshold)));
    if (!written) return written;
  }
  if (command.model.empty()) return Status::ok();
  return io::write_file(command.model, model_source(stacking.learn_all()));
}

}  // namespace

int main(int argc, char** argv) {
  Command command;
  CLI::App app("Learns to tell body from furniture, line by line.");
  app.add_option("--pages", command.pages, "Labelled pages, JSONL in any codec")->required();
  app.add_option("--folds", command.folds, "Domain and fold, tab between them")->required();
  app.add_flag("--deal", command.deal, "Deal domains out to folds, write --folds and stop");
  app.add_option("--judge", command.judge, "Judge the method on so many folds");
  app.add_option("--model", command.model, "Learn from all folds; write the source here");
  app.add_option("--kept", command.kept, "Write which lines would be kept, and the chance of each");
  app.add_option("--threshold", command.threshold, "Keep lines from this chance in percent on")
      ->check(CLI::Range(1, 99));
  app.add_option("--trees", command.options.first.trees, "Trees of the first model");
  app.add_option("--trees2", command.options.second.trees, "Trees of the second model");
  app.add_option("--rate", command.options.first.rate, "Learning rate of the first model");
  app.add_option("--rate2", command.options.second.rate, "Learning rate of the second model");
  app.add_option("--doubt", command.options.first.regularisation, "Regularisation, first model");
  app.add_option("--doubt2", command.options.second.regularisation, "Regularisation, second model");
  app.add_option("--columns", command.options.first.column_share, "Share of features a tree sees");
  app.add_option("--without", command.options.without, "Features to leave out, by name");
  app.add_option("--columns2", command.options.second.column_share, "The same, second model");
  CLI11_PARSE(app, argc, argv);
  const Status status = run(command);
  return status ? 0 : fail(status.error());
}
