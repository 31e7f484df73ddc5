// SPDX-License-Identifier: Apache-2.0
//
// Features made of a first judgement's scores: what it thinks of the lines around, of the page,
// and of lines that say or look the same.

#include <algorithm>
#include <array>

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
  fill_score_similar(columns);
  fill_score_rank(columns);
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
  // Lines are numbered on from those that were counted before, so that what is left of these is
  // known for old without forgetting it word by word.
  const auto all = static_cast<std::uint32_t>(page.lines.size());
  for (std::uint32_t i = 0; i < all; ++i) {
    const LineMeasures& line = page.lines[i];
    for (std::size_t w = 0; score[i] >= kBodyScore && w < line.contents; ++w) {
      PageVocabulary::Entry& entry = vocabulary_.at(line.first_content + w);
      if (entry.last_line == all + i + 1) continue;
      if (entry.last_line <= all) entry.lines = 0;
      entry.last_line = all + i + 1;
      if (entry.lines < PageVocabulary::kMostLines) ++entry.lines;
    }
  }
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const std::uint32_t self = score[i] >= kBodyScore ? 1 : 0;
    std::uint32_t shared = 0, often = 0;
    for (std::size_t w = 0; w < line.contents; ++w) {
      const PageVocabulary::Entry& entry = vocabulary_.at(line.first_content + w);
      const std::uint32_t lines = entry.last_line > all ? entry.lines : 0;
      shared += lines > self ? 1 : 0;
      often += std::min<std::uint32_t>(lines - std::min(lines, self), kMostOften);
    }
    columns[Feature::shared_body][i] = share_byte(shared, line.contents);
    columns[Feature::shared_body_words][i] = mean_byte(often, line.contents);
  }
}

// Lines of one look stand and fall together: the mean score of those that look like this one.
void LineFeatures::fill_score_similar(FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  each_look([&](std::span<const std::uint64_t> same) {
    std::uint64_t sum = 0;
    std::uint8_t low = 255;
    for (const std::uint64_t look : same) {
      sum += score[line_of(look)];
      low = std::min(low, score[line_of(look)]);
    }
    for (const std::uint64_t look : same) {
      columns[Feature::similar_score][line_of(look)] = static_cast<std::uint8_t>(sum / same.size());
      columns[Feature::similar_low][line_of(look)] = low;
    }
  });
}

void LineFeatures::fill_score_rank(FeatureColumns& columns) {
  const std::uint8_t* score = columns[Feature::score];
  const std::size_t lines = columns.lines();
  std::array<std::uint32_t, 257> below{};  // lines with a lower score
  for (std::size_t i = 0; i < lines; ++i) ++below[score[i] + 1U];
  for (std::size_t i = 1; i < below.size(); ++i) below[i] += below[i - 1];
  for (std::size_t i = 0; i < lines; ++i)
    columns[Feature::score_rank][i] = share_byte(below[score[i]], lines);
}

}  // namespace pressmill::clean
