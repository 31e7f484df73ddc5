// SPDX-License-Identifier: Apache-2.0
//
// Counting what is right and wrong.

#include "tools/train_lines/evaluate.h"

#include <fmt/format.h>

#include "clean/chance.h"
#include "clean/line_features.h"
#include "clean/line_measures.h"
#include "clean/line_rules.h"
#include "io/line_cutter.h"
#include "tools/train_lines/lexicon.h"

namespace pressmill::train_lines {
namespace {

constexpr double kHurtShare = 0.05;

struct Tally {
  double hit = 0, wrong = 0, lost = 0;
  double precision() const { return hit + wrong == 0 ? 1 : hit / (hit + wrong); }
  double recall() const { return hit + lost == 0 ? 1 : hit / (hit + lost); }
  double f1() const { return hit + wrong + lost == 0 ? 1 : 2 * hit / (2 * hit + wrong + lost); }
  void add(bool is_body, bool is_kept, double weight) {
    if (is_body)
      (is_kept ? hit : lost) += weight;
    else if (is_kept)
      wrong += weight;
  }
};

std::vector<bool> kept_of(const clean::WordTable& table, const LabelledPage& page,
                          const std::vector<std::int32_t>& scores,
                          const clean::Thresholds& thresholds) {
  clean::LineMeter meter(table);
  clean::Page lines;
  meter.measure(page.text, page.title, lines);
  const bool is_page_learnt = clean::is_learnt(lines);
  std::vector<bool> keep;
  clean::RuledPage ruled;
  clean::apply_line_rules(lines, page.title, ruled);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const bool is_doubted = !is_page_learnt || ruled.lines[i].is_wrapped;
    const std::int32_t least = ruled.lines[i].is_narrow
                                   ? 1 - kRuledScore
                                   : clean::least_score(lines.lines[i], is_doubted, thresholds);
    keep.push_back(scores[i] >= least);
  }
  return keep;
}

}  // namespace

Quality evaluate(const std::vector<LabelledPage>& pages, const PageScores& scores,
                 const std::string& variant, const clean::Thresholds& thresholds) {
  // Of all pages: this is about whole languages, not about what a single page says.
  const clean::WordTable table(learn_weights(pages, 0));
  Tally lines, words;
  Quality quality;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (scores[i].empty() || pages[i].variant != variant) continue;
    Tally page_lines, page_words;
    const std::vector<bool> keep = kept_of(table, pages[i], scores[i], thresholds);
    std::string_view rest = pages[i].text;
    for (std::size_t line = 0; line < pages[i].labels.size(); ++line) {
      const auto count = static_cast<double>(clean::word_hashes(io::take_line(rest)).size());
      const std::int8_t label = pages[i].labels[line];
      if (label != 0 && label != 1) continue;
      const bool is_kept = keep[line];
      page_lines.add(label == 1, is_kept, 1);
      lines.add(label == 1, is_kept, 1);
      page_words.add(label == 1, is_kept, count);
      words.add(label == 1, is_kept, count);
    }
    quality.page_f1 += page_lines.f1();
    quality.hurt += page_words.lost > kHurtShare * (page_words.hit + page_words.lost) ? 1 : 0;
    ++quality.pages;
  }
  const auto n = static_cast<double>(std::max<std::size_t>(quality.pages, 1));
  quality.page_f1 /= n;
  quality.hurt /= n;
  quality.precision = lines.precision();
  quality.recall = lines.recall();
  quality.f1 = lines.f1();
  quality.word_f1 = words.f1();
  return quality;
}

std::string kept_lines(const std::vector<LabelledPage>& pages, const PageScores& scores,
                       const clean::Thresholds& thresholds) {
  const clean::WordTable table(learn_weights(pages, 0));
  std::string out;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (scores[i].empty() || pages[i].variant == "thin") continue;
    const std::vector<bool> kept = kept_of(table, pages[i], scores[i], thresholds);
    std::vector<int> keep(pages[i].input_lines, 0);
    std::vector<int> chance(pages[i].input_lines, 0);
    for (std::size_t line = 0; line < kept.size(); ++line) {
      keep[pages[i].places[line]] = kept[line] ? 1 : 0;
      chance[pages[i].places[line]] = clean::percent_of_score(scores[i][line]);
    }
    out += fmt::format("{{\"id\":\"{}\",\"keep\":[{}],\"chance\":[{}]}}\n", pages[i].id,
                       fmt::join(keep, ","), fmt::join(chance, ","));
  }
  return out;
}

}  // namespace pressmill::train_lines
