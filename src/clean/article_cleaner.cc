// SPDX-License-Identifier: Apache-2.0
//
// Rules, site, model, guard; then the text without what went.

#include "clean/article_cleaner.h"

#include <algorithm>

#include "clean/line_features.h"
#include "clean/line_shape.h"
#include "text/simd/count_byte.h"

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

constexpr std::int32_t kAnyScore = INT32_MIN;

}  // namespace

ArticleCleaner::ArticleCleaner(CleanSettings settings)
    : settings_(settings),
      meter_(word_table()),
      judge_(line_model()),
      site_judge_(settings.memory, settings.furniture) {}

const CleanedText& ArticleCleaner::clean(std::string_view text, std::string_view title,
                                         std::uint64_t site) {
  result_.guarded = false;
  result_.words = result_.words_removed = 0;
  result_.removed.clear();
  result_.title = {};
  if (text::count_byte(text, '\n') >= kMostLines) {
    result_.guarded = true;
    return result_;
  }
  meter_.measure(text, title, page_);
  judge(title, site);
  bool is_any_removed = false;
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    result_.words += page_.lines[i].words;
    if (ruled_.lines[i].fate != LineFate::removed) continue;
    result_.words_removed += page_.lines[i].words;
    is_any_removed = true;
  }
  if (!is_any_removed) return result_;
  remember(text);
  result_.guarded = result_.words_removed * 100 > result_.words * settings_.guard_percent ||
                    result_.removed.size() == page_.lines.size();
  if (!result_.guarded) rebuild(text);
  return result_;
}

void ArticleCleaner::judge(std::string_view title, std::uint64_t site) {
  apply_line_rules(page_, title, ruled_);
  result_.title = ruled_.title;
  evidence_ = &site_judge_.judge(page_, site, title);
  apply_evidence();
  scores_ = {};
  if (settings_.has_model)
    apply_model();
  else
    apply_shapes();
}

void ArticleCleaner::apply_evidence() {
  for (std::size_t i = 0; i < evidence_->size(); ++i) {
    RuledLine& ruled = ruled_.lines[i];
    const Evidence evidence = (*evidence_)[i].evidence;
    const bool is_known =
        evidence == Evidence::certain || (is_repeated(evidence) && !settings_.has_model);
    if (evidence == Evidence::keep)
      ruled = {LineFate::protected_, LineRule::none, ruled.is_wrapped};
    else if (evidence == Evidence::remove)
      ruled = {LineFate::removed, LineRule::listed};
    else if (evidence == Evidence::headline && ruled.fate == LineFate::open)
      ruled = {LineFate::removed, LineRule::other_headline};
    else if (is_known && ruled.fate == LineFate::open)
      ruled = {LineFate::removed, LineRule::furniture};
    else if (evidence == Evidence::between && !settings_.has_model && ruled.fate == LineFate::open)
      ruled = {LineFate::removed, LineRule::between};
  }
}

void ArticleCleaner::apply_model() {
  is_gone_.clear();
  for (const RuledLine& ruled : ruled_.lines) {
    const bool is_known = ruled.rule == LineRule::furniture || ruled.rule == LineRule::listed ||
                          ruled.rule == LineRule::other_headline;
    is_gone_.push_back(is_known && ruled.fate == LineFate::removed);
  }
  scores_ = judge_.judge(page_, is_gone_);
  const bool is_page_learnt = is_learnt(page_);
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    if (ruled_.lines[i].fate != LineFate::open || scores_[i] >= least_score_of(i, is_page_learnt))
      continue;
    const bool is_known = !evidence_->empty() && is_repeated((*evidence_)[i].evidence);
    ruled_.lines[i] = {LineFate::removed, is_known ? LineRule::furniture : rule_of(i)};
  }
}

// What the model judged goes by the name of its shape, place or run, where it has one.
LineRule ArticleCleaner::rule_of(std::size_t line) const {
  const LineRule shape = shape_of(page_.lines[line]);
  if (shape != LineRule::none) return shape;
  const bool is_between = !evidence_->empty() && (*evidence_)[line].evidence == Evidence::between;
  if (is_between) return LineRule::between;
  return ruled_.lines[line].is_related ? LineRule::related : LineRule::model;
}

// Where no model can be asked: what is one of these nearly always.
void ArticleCleaner::apply_shapes() {
  for (std::size_t i = 0; i < page_.lines.size(); ++i) {
    const LineRule shape = shape_of(page_.lines[i]);
    if (ruled_.lines[i].fate == LineFate::open && !ruled_.lines[i].is_narrow &&
        shape != LineRule::none && shape != LineRule::caption)
      ruled_.lines[i] = {LineFate::removed, shape};
  }
}

std::int32_t ArticleCleaner::least_score_of(std::size_t line, bool is_page_learnt) const {
  const Evidence evidence = evidence_->empty() ? Evidence::none : (*evidence_)[line].evidence;
  const bool is_doubted = !is_page_learnt || ruled_.lines[line].is_wrapped;
  const Thresholds& t = settings_.thresholds;
  if (evidence == Evidence::likely) return t.likely;
  if (evidence == Evidence::strong) return t.strong;
  if (ruled_.lines[line].is_narrow) return kAnyScore;
  if (evidence == Evidence::hint && !looks_like_prose(page_.lines[line]))
    return is_doubted && !is_prompted(page_.lines[line]) ? t.doubted_hinted : t.hinted;
  const LineRule shape = shape_of(page_.lines[line]);
  if (shape != LineRule::none) return shape == LineRule::caption ? t.caption : t.shaped;
  const std::int32_t least = least_score(page_.lines[line], is_doubted, t);
  if (evidence == Evidence::between) return std::max(least, t.hinted);
  return ruled_.lines[line].is_related ? std::max(least, t.likely) : least;
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
      RemovedLine line;
      line.line = number;
      line.rule = ruled_.lines[at].rule;
      line.text = page_.lines[at].text;
      line.because.fill(Feature::end);
      if (!scores_.empty()) line.chance = percent_of_score(scores_[at]);
      if (line.rule == LineRule::furniture || line.rule == LineRule::other_headline ||
          line.rule == LineRule::between) {
        line.articles = (*evidence_)[at].articles;
        line.of = (*evidence_)[at].of;
      }
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
