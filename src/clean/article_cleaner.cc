// SPDX-License-Identifier: Apache-2.0
//
// Rules, model, guard; then the text without what went.

#include "clean/article_cleaner.h"

#include <algorithm>

#include "clean/headline.h"

namespace pressmill::clean {
namespace {

// A shorter line may be said twice: a speaker's name, a heading, a refrain.
constexpr std::uint32_t kLeastRepeatedWords = 8;

const WordTable& word_table() {
  static const WordTable table(line_model().weights);
  return table;
}

const ScoreExplainer& explainer() {
  static const ScoreExplainer explainer(line_model().second);
  return explainer;
}

}  // namespace

std::string_view rule_name(LineRule rule) {
  static constexpr std::array<std::string_view, kLineRules> kNames = {
      "", "model", "cut_headline", "headline", "repeated"};
  return kNames[static_cast<std::size_t>(rule)];
}

ArticleCleaner::ArticleCleaner(CleanSettings settings)
    : settings_(settings), meter_(word_table()), judge_(line_model()) {}

const CleanedText& ArticleCleaner::clean(std::string_view text, std::string_view title) {
  result_.guarded = false;
  result_.words = result_.words_removed = 0;
  result_.removed.clear();
  result_.title = {};
  meter_.measure(text, title, page_);
  rules_.assign(page_.lines.size(), LineRule::none);
  apply_rules(title);
  apply_model();
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    result_.words += page_.lines[i].words;
    if (rules_[i] != LineRule::none) result_.words_removed += page_.lines[i].words;
  }
  remember(text);
  if (result_.removed.empty()) return result_;
  result_.guarded = result_.words_removed * 100 > result_.words * settings_.guard_percent ||
                    result_.removed.size() == page_.lines.size();
  if (!result_.guarded) rebuild(text);
  return result_;
}

void ArticleCleaner::apply_rules(std::string_view title) {
  const Headlines headlines = find_headlines(page_, title);
  for (const std::size_t i : headlines.cut) rules_[i] = LineRule::cut_headline;
  for (const std::size_t i : headlines.repeated) rules_[i] = LineRule::headline;
  if (headlines.title != SIZE_MAX) result_.title = page_.lines[headlines.title].text;
  seen_.clear();
  for (const LineMeasures& line : page_.lines)
    if (line.words >= kLeastRepeatedWords) seen_.push_back(line.hash);
  std::sort(seen_.begin(), seen_.end());
  if (std::adjacent_find(seen_.begin(), seen_.end()) == seen_.end()) return;
  std::vector<std::uint64_t> before;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const LineMeasures& line = page_.lines[i];
    if (line.words < kLeastRepeatedWords) continue;
    if (std::find(before.begin(), before.end(), line.hash) != before.end())
      rules_[i] = LineRule::repeated;
    else if (std::upper_bound(seen_.begin(), seen_.end(), line.hash) -
                 std::lower_bound(seen_.begin(), seen_.end(), line.hash) > 1)
      before.push_back(line.hash);
  }
}

void ArticleCleaner::apply_model() {
  scores_ = judge_.judge(page_);
  for (std::size_t i = 0; i < page_.lines.size(); ++i)
    if (rules_[i] == LineRule::none && scores_[i] < settings_.threshold)
      rules_[i] = LineRule::model;
}

void ArticleCleaner::remember(std::string_view text) {
  std::size_t at = 0;
  for (std::uint32_t number = 0; !text.empty() && at < page_.lines.size(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool is_this = text.data() == page_.lines[at].text.data();
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!is_this) continue;  // blank
    if (rules_[at] != LineRule::none) {
      RemovedLine line{number, rules_[at], percent_of_score(scores_[at]), {}, page_.lines[at].text};
      line.because.fill(Feature::end);
      if (line.rule == LineRule::model) line.because = explainer().against(judge_.columns(), at);
      result_.removed.push_back(line);
    }
    ++at;
  }
}

void ArticleCleaner::rebuild(std::string_view text) {
  std::string& out = result_.text;
  out.clear();
  std::size_t at = 0;       // of the page's lines
  std::size_t blank = 0;    // lines in the run under way
  std::size_t longest = 0;  // run since the last kept line
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (at == page_.lines.size() || line.data() != page_.lines[at].text.data()) {
      longest = std::max(longest, ++blank);
      continue;
    }
    blank = 0;
    if (rules_[at++] != LineRule::none) continue;
    if (!out.empty()) out.append(longest + 1, '\n');
    out += line;
    longest = 0;
  }
}

}  // namespace pressmill::clean
