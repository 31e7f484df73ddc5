// SPDX-License-Identifier: Apache-2.0
//
// Where in a page its article stands, by nothing but how long lines are and how they end.
//
// Paragraphs speak for the article, short lines against it; the stretch of lines with the greatest
// sum is the article. Rough, but the same in all languages and cheap enough for the survey, which
// learns from many pages which of a site's lines stand above and below its articles.
//
// Format:   what a line counts reaches site memory: change it, and kSiteMemoryVersion must change.
// Threads:  one owner; scratch is kept.
// Memory:   8 bytes a line.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace pressmill::clean {

// Where a line stands as the article sees it. Numbers are part of survey records.
enum class LinePlace : std::uint8_t {
  unknown,  // the page has no paragraph
  inside,
  above,
  below,
};
inline constexpr std::size_t kLinePlaces = 4;

// A long line, or a middling one that ends as sentences do. Needs: valid UTF-8.
bool is_paragraph(std::string_view line);

class ArticleStretch {
 public:
  void clear() { weights_.clear(); }
  // The page's next line. Needs: valid UTF-8; not blank.
  void add(std::string_view line);
  // To be called when all lines are added, before place().
  void find();
  LinePlace place(std::size_t line) const {
    if (begin_ == end_) return LinePlace::unknown;
    return line < begin_ ? LinePlace::above : line < end_ ? LinePlace::inside : LinePlace::below;
  }
  // Of the lines that were added; empty where there is no paragraph.
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }

 private:
  std::vector<std::int64_t> weights_;
  std::size_t begin_ = 0, end_ = 0;
};

}  // namespace pressmill::clean
