// SPDX-License-Identifier: Apache-2.0
//
// How many are many.

#include "clean/site_evidence.h"

#include <algorithm>

#include "base/hash.h"
#include "clean/line_features.h"

namespace pressmill::clean {
namespace {

// Of so many articles a line in two of them is a fifth and more; beyond, two may be chance.
constexpr std::uint32_t kFewArticles = 10;
constexpr std::uint32_t kLeastLikely = 3;
constexpr std::uint32_t kLeastStrong = 10;
// On pages of a few articles a site, three is what "Pros", "Cons" and other headings reach.
constexpr std::uint32_t kLeastCertain = 4;
constexpr std::uint64_t kLikelyPercent = 2;
constexpr std::uint64_t kCertainPercent = 20;
constexpr std::uint64_t kHintPercent = 3;
constexpr std::uint32_t kHintArticles = 3;
// Sentences: articles that belong together share them.
constexpr std::uint64_t kLikelyProsePercent = 10;
constexpr std::uint64_t kCertainProsePercent = 25;
// Pages that are laid out otherwise, and those whose article is not found.
constexpr std::uint64_t kAlwaysPercent = 95;
// Rarer lines are those of a column or of a kind of page, not of the site.
constexpr std::uint64_t kTemplateLinePercent = 10;
// Of the lines between the first and the last of a template's side, so many are its own.
constexpr std::uint64_t kTemplatePercent = 25;
// Shorter titles are names of sections, of series, of people.
constexpr std::uint32_t kLeastHeadlineWords = 4;

bool is_share(std::uint64_t articles, std::uint64_t of, std::uint64_t percent) {
  return articles * 100 >= of * percent;
}

// Both numbers are lower bounds and counted apart, so that the first may be the larger.
LineEvidence found(Evidence evidence, std::uint32_t articles, std::uint32_t of) {
  return {evidence, articles, std::max(articles, of)};
}

Evidence of_line(const LineMeasures& line, std::uint32_t articles, std::uint32_t of) {
  if (articles < 2) return Evidence::none;
  // "Shares closed at 4,107 points.": its figures are not part of the key.
  const bool is_count = line.digit_chars > 0 && line.last == Edge::sentence_end;
  const bool is_prose = is_count || looks_like_prose(line);
  if (articles >= kLeastCertain &&
      is_share(articles, of, is_prose ? kCertainProsePercent : kCertainPercent))
    return Evidence::certain;
  const bool is_enough = of < kFewArticles ? !is_prose : articles >= kLeastLikely;
  if (is_enough && is_share(articles, of, is_prose ? kLikelyProsePercent : kLikelyPercent))
    return articles >= kLeastStrong ? Evidence::strong : Evidence::likely;
  return is_prose ? Evidence::none : Evidence::hint;
}

}  // namespace

const std::vector<LineEvidence>& SiteJudge::judge(const Page& page, std::uint64_t site,
                                                  std::string_view title) {
  evidence_.clear();
  const std::uint32_t of = memory_ == nullptr ? 0 : memory_->articles(site);
  const bool is_listed = list_ != nullptr && !list_->empty();
  if (memory_ == nullptr && !is_listed) return evidence_;
  const std::uint64_t own_title = title.empty() ? 0 : keyer_.keys(title).whole;
  keys_.clear();
  for (const LineMeasures& line : page.lines) {
    const LineKeys keys = keyer_.keys(line.text);
    keys_.push_back(keys.whole);
    evidence_.push_back(weigh(line, keys, site, own_title, of));
  }
  spare_roundups(page);
  if (of > 1) mark_between(page, site, of);
  return evidence_;
}

// A headline with its story behind it: pages that sum up a day have other articles' headlines as
// headings of their own.
void SiteJudge::spare_roundups(const Page& page) {
  for (std::size_t i = 0; i + 1 < evidence_.size(); ++i)
    if (evidence_[i].evidence == Evidence::headline && looks_like_body(page.lines[i + 1]))
      evidence_[i].evidence = Evidence::hint;
}

// Does the line always stand at this place? One that ends in a colon tells what comes.
bool SiteJudge::is_always(const LineMeasures& line, std::size_t i, std::uint64_t site,
                          SiteKind kind) const {
  if (!is_repeated(evidence_[i].evidence) || line.last == Edge::colon) return false;
  const auto& [evidence, articles, of] = evidence_[i];
  if (articles == 0) return false;  // known from other sites
  const std::uint32_t there = memory_->articles(site, kind, keys_[i]);
  return there > 1 && is_share(there, articles, kAlwaysPercent) &&
         is_share(articles, of, kTemplateLinePercent);
}

void SiteJudge::mark_between(const Page& page, std::uint64_t site, std::uint32_t of) {
  stretch_.clear();
  for (const LineMeasures& line : page.lines) stretch_.add(line.text);
  stretch_.find();
  const auto mark = [&](std::size_t begin, std::size_t end, SiteKind kind) {
    const auto is_one = [&](std::size_t i) { return is_always(page.lines[i], i, site, kind); };
    while (begin < end && !is_one(begin)) ++begin;
    while (begin < end && !is_one(end - 1)) --end;
    if (end - begin > 2) mark_between(page, begin, end - 1, of);
  };
  if (stretch_.begin() == stretch_.end()) return;
  mark(0, stretch_.begin(), SiteKind::above);
  mark(stretch_.end(), page.lines.size(), SiteKind::below);
}

// Paragraphs go only where the lines around are mostly known: comments and teasers, not a note
// that the article ends with.
void SiteJudge::mark_between(const Page& page, std::size_t first, std::size_t last,
                             std::uint32_t of) {
  std::uint64_t known = 0;
  for (std::size_t i = first; i <= last; ++i) known += is_repeated(evidence_[i].evidence) ? 1 : 0;
  const bool takes_paragraphs = is_share(known, last - first + 1, kTemplatePercent);
  const std::uint32_t articles = std::min(evidence_[first].articles, evidence_[last].articles);
  for (std::size_t i = first + 1; i < last; ++i) {
    const Evidence evidence = evidence_[i].evidence;
    if (evidence != Evidence::none && evidence != Evidence::hint) continue;
    if (takes_paragraphs || !is_paragraph(page.lines[i].text))
      evidence_[i] = {Evidence::between, articles, of};
  }
}

LineEvidence SiteJudge::weigh(const LineMeasures& line, const LineKeys& keys, std::uint64_t site,
                              std::uint64_t own_title, std::uint32_t of) {
  if (list_ != nullptr) {
    const Said said = list_->said(site, keys.whole);
    if (said != Said::nothing) return {said == Said::keep ? Evidence::keep : Evidence::remove};
  }
  if (memory_ == nullptr || keys.whole == 0) return {};
  if (of < 2) return elsewhere(line, keys.whole);
  if (own_title != 0 && keys.whole != own_title && length_of(line) >= kLeastHeadlineWords) {
    const std::uint32_t shown = memory_->articles(site, SiteKind::headline, keys.whole);
    if (shown > 0) return found(Evidence::headline, shown, of);
  }
  const std::uint32_t articles = memory_->articles(site, SiteKind::line, keys.whole);
  const Evidence own = of_line(line, articles, of);
  if (is_repeated(own)) return found(own, articles, of);
  std::uint32_t part = 0;
  if (keys.start != 0) part = memory_->articles(site, SiteKind::start, keys.start);
  if (keys.end != 0) part = std::max(part, memory_->articles(site, SiteKind::end, keys.end));
  const LineEvidence other = elsewhere(line, keys.whole);
  if (other.evidence != Evidence::none) return other;
  if (articles > 1) return found(own, articles, of);
  if (part >= kHintArticles && is_share(part, of, kHintPercent))
    return found(Evidence::hint, part, of);
  return {};
}

// Pages that are taken over from another site bring its furniture with them.
LineEvidence SiteJudge::elsewhere(const LineMeasures& line, std::uint64_t key) const {
  static const std::uint64_t kAll = hash64(kAllSites);
  const bool is_told = length_of(line) >= kLeastHeadlineWords && !looks_like_prose(line);
  const bool is_known = is_told && memory_->articles(kAll, SiteKind::line, key) > 0;
  return {is_known ? Evidence::likely : Evidence::none};
}

}  // namespace pressmill::clean
