// SPDX-License-Identifier: Apache-2.0
//
// Weighing lines.

#include "clean/article_stretch.h"

#include <algorithm>

#include "clean/line_features.h"
#include "clean/sentence_signs.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

// Bytes, so that the survey need not look inside lines: a paragraph of two sentences in Latin
// letters, of one or two in Arabic ones, of three dozen Chinese signs.
constexpr std::size_t kParagraphBytes = 100;
constexpr std::size_t kLongBytes = 200;
// One long notice is not worth a whole article.
constexpr std::int64_t kMostBytesCounted = 500;
// A paragraph outweighs so many of them that captions and quotes between paragraphs do not part
// an article.
constexpr std::int64_t kShortLine = -20;

bool is_quote_or_bracket(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'' || c == ')' || c == ']';
  const WideSign sign = wide_sign(c);
  return sign == WideSign::quote || sign == WideSign::bracket;
}

bool ends_sentence(std::string_view line) {
  while (!line.empty()) {
    const char* last = line.data() + line.size() - 1;
    while (last > line.data() && (static_cast<unsigned char>(*last) & 0xC0) == 0x80) --last;
    const char* next = last;
    const char32_t c = text::decode_one(next);
    if (!is_quote_or_bracket(c)) {
      if (c < 0x80) return c == '.' || c == '!' || c == '?';
      const WideSign sign = wide_sign(c);
      return sign == WideSign::sentence_end || sign == WideSign::ellipsis;
    }
    line = line.substr(0, static_cast<std::size_t>(last - line.data()));
  }
  return false;
}

}  // namespace

bool is_paragraph(std::string_view line) {
  return line.size() >= kLongBytes || (line.size() >= kParagraphBytes && ends_sentence(line));
}

void ArticleStretch::add(std::string_view line) {
  weights_.push_back(is_paragraph(line)
                         ? std::min(static_cast<std::int64_t>(line.size()), kMostBytesCounted)
                         : kShortLine);
}

void ArticleStretch::find() {
  const Stretch found = greatest_stretch(weights_);
  begin_ = found.begin;
  end_ = found.end;
}

}  // namespace pressmill::clean
