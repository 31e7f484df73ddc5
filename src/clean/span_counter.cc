// SPDX-License-Identifier: Apache-2.0
//
// Lengths compared and summed up.

#include "clean/span_counter.h"

#include "clean/line_space.h"
#include "text/simd/count_kinds.h"

namespace pressmill::clean {
namespace {

// Needs: less than 2^32 of both.
std::uint64_t share_of(std::uint64_t part, std::uint64_t chars) {
  return (part * kShareUnits + chars / 2) / chars;
}

}  // namespace

void SpanCounter::begin_text() {
  counts_ = {};
  starts_.clear();
  paragraph_chars_ = 0;
}

void SpanCounter::end_line(std::string_view line, const LineKinds& kinds) {
  counts_.long_lines += kinds.chars >= kLongLineChars ? 1 : 0;
  // Most lines have no figures, and what has none needs no division.
  if (kinds.digits > 0) counts_.digit_shares += share_of(kinds.digits, kinds.chars);
  if (kinds.capitals > 0) counts_.capital_shares += share_of(kinds.capitals, kinds.chars);
  if (kinds.starts_paragraph) end_paragraph();
  paragraph_chars_ += kinds.chars + (paragraph_chars_ > 0 ? 1 : 0);
  if (kinds.has_words) count_sentences(line, kinds.chars == line.size());
  starts_.clear();
}

const SpanCounts& SpanCounter::end_text() {
  end_paragraph();
  return counts_;
}

void SpanCounter::end_paragraph() {
  if (paragraph_chars_ == 0) return;
  ++counts_.paragraphs;
  counts_.short_paragraphs += paragraph_chars_ <= kShortParagraphChars ? 1 : 0;
  counts_.long_paragraphs += paragraph_chars_ >= kLongParagraphChars ? 1 : 0;
  paragraph_chars_ = 0;
}

void SpanCounter::count_sentences(std::string_view line, bool is_ascii) {
  const auto chars = [is_ascii](const char* begin, const char* end) {
    const auto sentence =
        without_end_space(std::string_view(begin, static_cast<std::size_t>(end - begin)));
    return is_ascii ? sentence.size() : text::count_kinds(sentence).chars;
  };
  const char* begin = line.data();
  for (const char* next : starts_) {
    add_sentence(chars(begin, next));
    begin = next;
  }
  add_sentence(chars(begin, line.data() + line.size()));
}

void SpanCounter::add_sentence(std::uint64_t chars) {
  ++counts_.sentences;
  counts_.sentence_chars += chars;
  counts_.short_sentences += chars <= kShortSentenceChars ? 1 : 0;
  counts_.long_sentences += chars >= kLongSentenceChars ? 1 : 0;
}

}  // namespace pressmill::clean
