// SPDX-License-Identifier: Apache-2.0
//
// Takes the furniture out of one article's text, line by line, and says why each line went.
//
// Rules that need no judgement come first: a headline printed again, a paragraph that stands in
// the article already. Then what people say, and what the site's other articles have. The model
// judges what is left, with less doubt where other articles hint at something. Where it would take
// more than the guard allows, the text stays whole and is flagged: nothing is half-eaten.
//
// Threads:  one owner; the model and its tables are shared, built at first use.
// Order:    kept lines stay in order; of blank lines between two kept ones those stay that were
//           there, of a gap with removed lines its longest run.
// Memory:   some 600 bytes per line, at most 12 MiB, kept from article to article. A text of more
//           than kMostLines is no article: it is guarded, not judged.
// Failure:  none.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/chance.h"
#include "clean/line_judge.h"
#include "clean/line_measures.h"
#include "clean/line_rules.h"
#include "clean/site_evidence.h"
#include "clean/thresholds.h"

namespace pressmill::clean {

struct RemovedLine {
  std::uint32_t line = 0;  // 0-based, of the text before cleaning, blank ones counted
  LineRule rule = LineRule::none;
  std::uint8_t chance = 0;  // that it is body, in percent, as the model sees it
  std::array<Feature, ScoreExplainer::kTold> because{};  // model only
  std::uint32_t articles = 0;  // of the site that have it, too; furniture and other_headline only
  std::uint32_t of = 0;        // articles of the site
  std::string_view text;
  // Blank lines behind it: with them the text before cleaning can be put together again.
  std::uint32_t blank_behind = 0;
};

inline constexpr std::size_t kMostLines = 20'000;

struct CleanSettings {
  Thresholds thresholds;
  std::uint32_t guard_percent = 95;  // of the words that may go; never all lines
  bool has_model = true;
  const SiteMemory* memory = nullptr;
  const FurnitureList* furniture = nullptr;
};

struct CleanedText {
  bool guarded = false;  // more would have gone than the guard allows, or it has too many lines
  std::uint64_t words = 0;
  std::uint64_t words_removed = 0;  // or would have been
  std::vector<RemovedLine> removed;
  std::string_view title;  // found in the text, where none was given
  std::string text;        // where lines were removed

  bool changed() const { return !guarded && !removed.empty(); }
};

class ArticleCleaner {
 public:
  explicit ArticleCleaner(CleanSettings settings);

  // Views in the result are of `text` and `title`. The result lives until the next call. `site` is
  // the hash of its name.
  // Needs: text normalised.
  const CleanedText& clean(std::string_view text, std::string_view title, std::uint64_t site = 0);

 private:
  void judge(std::string_view title, std::uint64_t site);
  void apply_evidence();
  void apply_model();
  void apply_shapes();
  LineRule rule_of(std::size_t line) const;
  std::int32_t least_score_of(std::size_t line, bool is_page_learnt) const;
  void remember(std::string_view text);
  void rebuild(std::string_view text);

  CleanSettings settings_;
  LineMeter meter_;
  LineJudge judge_;
  SiteJudge site_judge_;
  Page page_;
  RuledPage ruled_;
  const std::vector<LineEvidence>* evidence_ = nullptr;  // by line, or empty
  std::vector<bool> is_gone_;                            // by line, before the model is asked
  std::span<const std::int32_t> scores_;                 // empty without a model
  CleanedText result_;
};

}  // namespace pressmill::clean
