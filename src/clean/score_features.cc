// SPDX-License-Identifier: Apache-2.0
//
// Features made of a first judgement's scores: what it thinks of the lines around, of the page,
// and of lines that say or look the same.

#include <algorithm>

#include "clean/line_features.h"
#include "clean/quantise.h"

namespace pressmill::clean {
namespace {

constexpr std::uint8_t kBodyScore = 160;  // 128 is undecided, 16 steps are one unit of log odds
constexpr std::uint8_t kNever = 255;
constexpr std::uint32_t kMostOften = 10;  // lines: more says nothing new

}  // namespace

void LineFeatures::fill_scores(const Page& page, FeatureColumns& columns) {
  fill_score_windows(columns);
  fill_score_bests(page, columns);
  fill_score_topics(page, columns);
  fill_score_similar(page, columns);
}

void LineFeatures::fill_score_windows(FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  sums_.fill(columns.lines(), [score](std::size_t i) { return score[i]; });
  const auto all = static_cast<std::ptrdiff_t>(columns.lines());
  for (std::size_t i = 0; i < columns.lines(); ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns[Feature::score_2][i] = sums_.mean_around(i, 2);
    columns[Feature::score_5][i] = sums_.mean_around(i, 5);
    columns[Feature::score_12][i] = sums_.mean_around(i, 12);
    columns[Feature::score_page][i] = sums_.mean(0, all);
    columns[Feature::above_score_3][i] = sums_.mean(at - 3, at);
    columns[Feature::below_score_3][i] = sums_.mean(at + 1, at + 4);
    columns[Feature::above_score_10][i] = sums_.mean(at - 10, at);
    columns[Feature::below_score_10][i] = sums_.mean(at + 1, at + 11);
  }
}

void LineFeatures::fill_score_bests(const Page& page, FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  const std::size_t lines = columns.lines();
  const auto is_body = [score](std::size_t i) { return score[i] >= kBodyScore; };
  words_.fill(lines, [&](std::size_t i) { return is_body(i) ? page.lines[i].words : 0; });
  values_.clear();
  for (std::size_t i = 0; i < lines; ++i)
    values_.push_back((std::int64_t{score[i]} - 128) *
                      std::min<std::int64_t>(page.lines[i].words + 2, 30));
  const Stretch body = greatest_stretch(values_);
  std::uint8_t best = 0;
  std::size_t since = kNever;
  std::size_t bodies = 0;
  for (std::size_t i = 0; i < lines; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns[Feature::best_above][i] = best;
    columns[Feature::body_above][i] = count_byte(bodies);
    columns[Feature::score_segment_begin][i] =
        signed_byte(at - static_cast<std::ptrdiff_t>(body.begin));
    columns[Feature::score_segment_end][i] =
        signed_byte(at - static_cast<std::ptrdiff_t>(body.end));
    columns[Feature::in_score_segment][i] = i >= body.begin && i < body.end ? 1 : 0;
    columns[Feature::body_words_share][i] = share_byte(words_.between(0, at), words_.all());
    columns[Feature::since_body][i] =
        static_cast<std::uint8_t>(std::min<std::size_t>(since, kNever));
    since = is_body(i) ? 1 : since + 1;
    bodies += is_body(i) ? 1 : 0;
    best = std::max(best, score[i]);
  }
  best = 0;
  since = kNever;
  bodies = 0;
  for (std::size_t i = lines; i-- > 0;) {
    columns[Feature::best_below][i] = best;
    columns[Feature::body_below][i] = count_byte(bodies);
    columns[Feature::until_body][i] =
        static_cast<std::uint8_t>(std::min<std::size_t>(since, kNever));
    since = is_body(i) ? 1 : since + 1;
    bodies += is_body(i) ? 1 : 0;
    best = std::max(best, score[i]);
  }
}

// Which of a line's words stand in lines that are body by the first judgement. The words are
// entered already.
void LineFeatures::fill_score_topics(const Page& page, FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  vocabulary_.forget_lines();
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    for (std::size_t w = 0; score[i] >= kBodyScore && w < line.contents; ++w) {
      PageVocabulary::Entry& entry = vocabulary_.at(line.first_content + w);
      if (entry.last_line == i + 1) continue;
      entry.last_line = i + 1;
      if (entry.lines < PageVocabulary::kMostLines) ++entry.lines;
    }
  }
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const std::uint32_t self = score[i] >= kBodyScore ? 1 : 0;
    std::uint32_t shared = 0, often = 0;
    for (std::size_t w = 0; w < line.contents; ++w) {
      const std::uint32_t lines = vocabulary_.at(line.first_content + w).lines;
      shared += lines > self ? 1 : 0;
      often += std::min<std::uint32_t>(lines - std::min(lines, self), kMostOften);
    }
    columns[Feature::shared_body][i] = share_byte(shared, line.contents);
    columns[Feature::shared_body_words][i] = mean_byte(often, line.contents);
  }
}

// Lines of one look stand and fall together: the mean score of those that look like this one.
void LineFeatures::fill_score_similar(const Page& page, FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  const std::size_t lines = columns.lines();
  hashes_.clear();
  for (std::size_t i = 0; i < lines; ++i) {
    hashes_.push_back(look_of(page.lines[i]) << 40 | static_cast<std::uint64_t>(score[i]) << 32 |
                      i);
  }
  std::sort(hashes_.begin(), hashes_.end());
  for (std::size_t begin = 0; begin < lines;) {
    std::size_t end = begin;
    std::uint64_t sum = 0;
    while (end < lines && hashes_[end] >> 40 == hashes_[begin] >> 40)
      sum += hashes_[end++] >> 32 & 255;
    const std::uint64_t low = hashes_[begin] >> 32 & 255;
    for (std::size_t k = begin; k < end; ++k) {
      const auto i = static_cast<std::size_t>(hashes_[k] & 0xFFFF'FFFF);
      columns[Feature::similar_score][i] = static_cast<std::uint8_t>(sum / (end - begin));
      columns[Feature::similar_low][i] = static_cast<std::uint8_t>(low);
    }
    begin = end;
  }
  std::vector<std::uint8_t> sorted(score, score + lines);
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < lines; ++i) {
    const auto below = std::lower_bound(sorted.begin(), sorted.end(), score[i]) - sorted.begin();
    columns[Feature::score_rank][i] = share_byte(static_cast<std::uint64_t>(below), lines);
  }
}

}  // namespace pressmill::clean
