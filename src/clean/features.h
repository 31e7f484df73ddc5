// SPDX-License-Identifier: Apache-2.0
//
// The features by which lines are judged: one column of bytes for each, one row for each line.
//
// Bytes, not floats: every measure is brought to 0..255 by integer arithmetic, so that all
// machines see the same numbers, and a vector of lines goes through a tree at once. Columns have
// rows to spare at both ends: a tree may ask for the feature of the line two above, and that is
// the same column, read two rows earlier.
//
// Threads:  one owner.
// Memory:   a byte per feature and line.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/prompts.h"

namespace pressmill::clean {

// clang-format off
// The line itself; its neighbours may be asked for these.
#define PRESSMILL_LINE_FEATURES(X)                                                                \
  X(words) X(chars) X(mean_word) X(longest_word) X(long_words) X(stop_share) X(stop_words)        \
  X(capitalised) X(upper_share) X(all_upper) X(digit_share) X(numbers) X(sign_share) X(first)     \
  X(last) X(ends_quoted) X(inner_ends) X(commas) X(colons) X(quotes) X(brackets) X(dashes)        \
  X(separators) X(money) X(handles) X(copyright_signs) X(years) X(times) X(singles)               \
  X(prompt_share) X(first_prompt) X(share) X(subscribe) X(read_more) X(related) X(comments)       \
  X(copyright) X(advert) X(photo) X(byline) X(form) X(menu) X(legal) X(time) X(tags) X(app)       \
  X(pager) X(pointer) X(weight_mean) X(weight_sum) X(weight_min) X(weight_max) X(weighed)         \
  X(weight_first) X(weight_last) X(in_title) X(title_cover) X(repeats) X(repeat_index)            \
  X(same_start) X(same_end) X(shared_long) X(shared_any) X(shared_near)

// Its place, and the page around it.
#define PRESSMILL_PLACE_FEATURES(X)                                                               \
  X(page_lines) X(page_words) X(page_long_share) X(page_end_share) X(page_mean_words)             \
  X(page_stop_share) X(page_prompts) X(page_mean_weight) X(from_top) X(from_end) X(place)         \
  X(words_before) X(words_after) X(words_place) X(long_before) X(long_after) X(since_long)        \
  X(until_long) X(segment_begin) X(segment_end) X(in_segment) X(short_run) X(short_run_place)     \
  X(short_run_left) X(headline_run) X(headline_run_place) X(since_related) X(since_comments)      \
  X(since_share) X(since_read_more) X(since_subscribe) X(since_copyright) X(until_copyright)      \
  X(since_prompt) X(until_prompt) X(after_related) X(after_comments) X(words_2) X(words_5)        \
  X(words_12) X(above_words_4) X(below_words_4) X(stop_2) X(stop_5) X(ends_3) X(ends_8)           \
  X(prompts_3) X(prompts_8) X(weight_2) X(weight_5) X(weight_12) X(above_weight_5)                \
  X(below_weight_5) X(similar_above) X(similar_below) X(similar_count)

// What a first judgement of all lines says about each of them.
#define PRESSMILL_SCORE_FEATURES(X)                                                               \
  X(score) X(score_2) X(score_5) X(score_12) X(score_page) X(above_score_3) X(below_score_3)      \
  X(above_score_10) X(below_score_10) X(best_above) X(best_below) X(since_body) X(until_body)     \
  X(body_above) X(body_below) X(body_words_share) X(score_segment_begin) X(score_segment_end)     \
  X(in_score_segment) X(shared_body) X(shared_body_words) X(score_rank) X(similar_score)          \
  X(similar_low)
// clang-format on

enum class Feature : std::uint8_t {
#define PRESSMILL_NAME(name) name,
  PRESSMILL_LINE_FEATURES(PRESSMILL_NAME) PRESSMILL_PLACE_FEATURES(PRESSMILL_NAME)
      PRESSMILL_SCORE_FEATURES(PRESSMILL_NAME)
#undef PRESSMILL_NAME
          end,
};

inline constexpr std::size_t kFeatures = static_cast<std::size_t>(Feature::end);
inline constexpr std::size_t kPlainFeatures = static_cast<std::size_t>(Feature::score);

std::string_view name_of(Feature feature);

class FeatureColumns {
 public:
  // Rows of nothing before the first line and behind the last, and how far a kernel may read on.
  static constexpr std::size_t kEdgeRows = 8;
  static constexpr std::size_t kBlockRows = 64;

  // All zero, for so many lines.
  void reset(std::size_t lines);
  std::size_t lines() const { return lines_; }
  // The first line's place in the column; kEdgeRows before it may be read, and behind the last
  // kEdgeRows more than what fills the block.
  std::uint8_t* operator[](Feature feature) {
    return bytes_.data() + static_cast<std::size_t>(feature) * stride_ + kEdgeRows;
  }
  const std::uint8_t* operator[](Feature feature) const {
    return bytes_.data() + static_cast<std::size_t>(feature) * stride_ + kEdgeRows;
  }

 private:
  std::vector<std::uint8_t> bytes_;
  std::size_t lines_ = 0;
  std::size_t stride_ = 0;
};

}  // namespace pressmill::clean
