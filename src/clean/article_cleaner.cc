// SPDX-License-Identifier: Apache-2.0
//
// Rules, model, guard; then the text without what went.

#include "clean/article_cleaner.h"

#include <algorithm>

namespace pressmill::clean {
namespace {

const WordTable& word_table() {
  static const WordTable table(line_model().weights);
  return table;
}

// Of the first model: the second mostly says that the first was right.
const ScoreExplainer& explainer() {
  static const ScoreExplainer explainer(line_model().first);
  return explainer;
}

}  // namespace

ArticleCleaner::ArticleCleaner(CleanSettings settings)
    : settings_(settings), meter_(word_table()), judge_(line_model()) {}

const CleanedText& ArticleCleaner::clean(std::string_view text, std::string_view title) {
  result_.guarded = false;
  result_.words = result_.words_removed = 0;
  result_.removed.clear();
  result_.title = {};
  if (static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) >= kMostLines) {
    result_.guarded = true;
    return result_;
  }
  meter_.measure(text, title, page_);
  judge(title);
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    result_.words += page_.lines[i].words;
    if (ruled_.lines[i].fate == LineFate::removed) result_.words_removed += page_.lines[i].words;
  }
  remember(text);
  if (result_.removed.empty()) return result_;
  result_.guarded = result_.words_removed * 100 > result_.words * settings_.guard_percent ||
                    result_.removed.size() == page_.lines.size();
  if (!result_.guarded) rebuild(text);
  return result_;
}

void ArticleCleaner::judge(std::string_view title) {
  apply_line_rules(page_, title, ruled_);
  result_.title = ruled_.title;
  scores_ = judge_.judge(page_);
  const bool is_page_learnt = is_learnt(page_);
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const bool is_doubted = !is_page_learnt || ruled_.lines[i].is_wrapped;
    const std::int32_t least = least_score(page_.lines[i], is_doubted, settings_.thresholds);
    if (ruled_.lines[i].fate == LineFate::open && scores_[i] < least)
      ruled_.lines[i] = {LineFate::removed, LineRule::model};
  }
}

void ArticleCleaner::remember(std::string_view text) {
  std::size_t at = 0;
  bool is_behind_removed = false;
  for (std::uint32_t number = 0; !text.empty() && at < page_.lines.size(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const bool is_this = text.data() == page_.lines[at].text.data();
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!is_this) {  // blank
      if (is_behind_removed) ++result_.removed.back().blank_behind;
      continue;
    }
    is_behind_removed = ruled_.lines[at].fate == LineFate::removed;
    if (is_behind_removed) {
      RemovedLine line{number, ruled_.lines[at].rule, percent_of_score(scores_[at]),
                       {},     page_.lines[at].text,  0};
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
    if (ruled_.lines[at++].fate == LineFate::removed) continue;
    if (!out.empty()) out.append(longest + 1, '\n');
    out += line;
    longest = 0;
  }
}

}  // namespace pressmill::clean
