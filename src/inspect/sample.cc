// SPDX-License-Identifier: Apache-2.0
//
// Drawing, loading, printing.

#include "inspect/sample.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/human.h"
#include "inspect/draw.h"

namespace pressmill::inspect {

namespace {

// Articles by row, each loaded once.
class Shelf {
 public:
  static Result<Shelf> load(const FinishedRun& run, const std::vector<Removal>& removals) {
    Shelf shelf;
    std::vector<std::uint64_t> rows;
    for (const Removal& removal : removals) rows.push_back(removal.row);
    if (Status s = shelf.add(run, rows); !s) return s.error();
    rows.clear();
    for (const Removal& removal : removals)
      if (const ArticleView* article = shelf.find(removal.row);
          !removal.kind.is_line && article->has_partner())
        rows.push_back(article->verdict.of);
    if (Status s = shelf.add(run, rows); !s) return s.error();
    return shelf;
  }

  const ArticleView* find(std::uint64_t row) const {
    const auto it = std::lower_bound(
        articles_.begin(), articles_.end(), row,
        [](const ArticleView& view, std::uint64_t wanted) { return view.row < wanted; });
    return it != articles_.end() && it->row == row ? &*it : nullptr;
  }

 private:
  Status add(const FinishedRun& run, std::vector<std::uint64_t> rows) {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::erase_if(rows, [&](std::uint64_t row) { return find(row) != nullptr; });
    auto views = load_articles(run, rows, Detail::whole);
    if (!views) return views.error();
    for (ArticleView& view : *views) articles_.push_back(std::move(view));
    std::sort(articles_.begin(), articles_.end(),
              [](const ArticleView& a, const ArticleView& b) { return a.row < b.row; });
    return {};
  }

  std::vector<ArticleView> articles_;
};

std::string introduction(const SampleOptions& options, std::uint64_t drawn, std::uint64_t all) {
  const bool is_named =
      options.reason != "all" && options.reason != "articles" && options.reason != "lines";
  const std::string what = options.reason == "articles" ? "removed article"
                           : options.reason == "lines"  ? "removed line"
                                                        : "removal";
  const std::string of = is_named ? fmt::format(" for the reason {}", options.reason) : "";
  if (all == 0) return fmt::format("No {}{} in this run.\n", what, of);
  return fmt::format("{} of {}{}, drawn with seed {}.\n", human_count(drawn), counted(all, what),
                     of, options.seed);
}

}  // namespace

std::string_view kind_name(RemovalKind kind) {
  return kind.is_line ? clean::rule_name(static_cast<clean::LineRule>(kind.number))
                      : dedup::reason_name(static_cast<dedup::Reason>(kind.number));
}

Status sample(const std::string& out, const SampleOptions& options,
              const std::function<bool(const std::string&)>& write) {
  if (options.count > kMostSampled)
    return Error(Code::usage, fmt::format("-n {}: at most {} are drawn at a time", options.count,
                                          human_count(kMostSampled)));
  auto run = FinishedRun::open(out);
  if (!run) return run.error();
  auto kinds = removal_kinds(*run, options.reason);
  if (!kinds) return kinds.error();
  const auto removals = Removals::open(*run, std::move(*kinds));
  if (!removals) return removals.error();
  const auto numbers = draw(removals->count(), options.count, options.seed);
  if (!options.json && !write(introduction(options, numbers.size(), removals->count()))) return {};
  for (std::size_t first = 0; first < numbers.size(); first += kSampledAtOnce) {
    const std::size_t end = std::min<std::size_t>(numbers.size(), first + kSampledAtOnce);
    auto drawn = removals->at({numbers.begin() + static_cast<std::ptrdiff_t>(first),
                               numbers.begin() + static_cast<std::ptrdiff_t>(end)});
    if (!drawn) return drawn.error();
    auto shelf = Shelf::load(*run, *drawn);
    if (!shelf) return shelf.error();
    for (std::size_t i = 0; i < drawn->size(); ++i) {
      const Removal& removal = (*drawn)[i];
      const ArticleView* article = shelf->find(removal.row);
      const bool has_partner = !removal.kind.is_line && article->has_partner();
      const Sampled sampled{removal, *article,
                            has_partner ? shelf->find(article->verdict.of) : nullptr};
      if (!write(options.json ? sampled_json(sampled)
                              : sampled_text(sampled, first + i + 1, options.terminal)))
        return {};
    }
  }
  return {};
}

}  // namespace pressmill::inspect
