// SPDX-License-Identifier: Apache-2.0
//
// Fills the columns: from the lines' measures, from the page around them, and from the scores of
// a first judgement.
//
// Threads:  one owner; scratch is kept from page to page.
// Memory:   some dozens of bytes per line and content word.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "clean/features.h"
#include "clean/key_counter.h"
#include "clean/line_measures.h"
#include "clean/page_vocabulary.h"
#include "clean/running_sums.h"

namespace pressmill::clean {

class LineFeatures {
 public:
  // All but the scores' columns.
  void fill(const Page& page, FeatureColumns& columns);
  // The scores' columns. Needs: fill() was called for this page last; column `score` is filled.
  void fill_scores(const Page& page, FeatureColumns& columns);

 private:
  // line_features.cc
  void fill_looks(const Page& page, FeatureColumns& columns);
  void fill_repeats(const Page& page, FeatureColumns& columns);
  void count_topics(const Page& page);
  void fill_topics(const Page& page, FeatureColumns& columns);
  // place_features.cc
  void fill_page(const Page& page, FeatureColumns& columns);
  void fill_place(const Page& page, FeatureColumns& columns);
  void fill_distances(const Page& page, FeatureColumns& columns);
  void fill_runs(const Page& page, FeatureColumns& columns);
  void fill_windows(const Page& page, FeatureColumns& columns);
  void fill_similar(const Page& page, FeatureColumns& columns);
  // score_features.cc
  void fill_score_windows(FeatureColumns& columns);
  void fill_score_bests(const Page& page, FeatureColumns& columns);
  void fill_score_topics(const Page& page, FeatureColumns& columns);
  void fill_score_similar(FeatureColumns& columns);  // by the looks that fill() noted
  void fill_score_rank(FeatureColumns& columns);
  // Calls visit(looks) for the lines of each look.
  template <class Visit>
  void each_look(Visit visit) const {
    for (std::size_t begin = 0; begin < looks_.size();) {
      std::size_t end = begin;
      while (end < looks_.size() && looks_[end] >> 32 == looks_[begin] >> 32) ++end;
      visit(std::span(looks_).subspan(begin, end - begin));
      begin = end;
    }
  }
  static std::size_t line_of(std::uint64_t look) { return look & UINT32_MAX; }

  PageVocabulary vocabulary_;
  KeyCounter repeats_;
  RunningSums sums_, words_;
  std::vector<std::uint32_t> places_;
  std::vector<std::int64_t> values_;
  std::vector<std::uint64_t> looks_;  // look_of() and number of each line, by look
};

// The words of a line, letters of scripts without spaces counted as half a word each: that is how
// much of a headline or a sentence they are.
std::uint32_t length_of(const LineMeasures& line);
// A line that by itself looks like body: some length, and sentences or none but well ended.
bool looks_like_body(const LineMeasures& line);
// A line of whole sentences without any prompt: what people write. Only strong doubts may take it.
bool looks_like_prose(const LineMeasures& line);
// A line that could be a headline or a menu's item: short, no sentence's end.
bool looks_like_headline(const LineMeasures& line);

// Equal for lines that look alike: about as long, with the same beginning and end. 24 bits.
std::uint64_t look_of(const LineMeasures& line);

// The stretch of lines with the greatest sum; nothing where none is positive.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
Stretch greatest_stretch(const std::vector<std::int64_t>& values);

}  // namespace pressmill::clean
