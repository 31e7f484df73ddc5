// SPDX-License-Identifier: Apache-2.0
//
// The scanner beyond ASCII: letters of scripts without spaces in rows, and signs.

#include <algorithm>

#include "base/bytes.h"
#include "clean/sentence_signs.h"
#include "clean/text_scan.h"
#include "clean/word_hash.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

// U+4E00 to U+9FFF, by its UTF-8, the first byte lowest: E4 B8 80 to E9 BF BF. Needs: the first
// three bytes of valid UTF-8.
constexpr std::uint32_t kIdeographBytes = 3;
bool is_ideograph(std::uint32_t bytes) {
  const std::uint32_t in_order = (bytes & 0xFF) << 16 | (bytes & 0xFF00) | bytes >> 16;
  return in_order - 0xE4'B880 <= 0xE9'BFBF - 0xE4'B880;
}

}  // namespace

const char* TextScanner::take_wide(const char* p, const char* end) {
  const char* next = p;
  const char32_t c = text::decode_one(next);
  const text::FoldedChar folded = folded_[c];
  switch (folded.char_class()) {
    case text::CharClass::word:
      return take_word(p, end);
    case text::CharClass::single:
      return take_singles(p, end);
    case text::CharClass::attached:
      ++text_.marks;
      return next;
    default:
      break;
  }
  const WideSign sign = wide_sign(c);
  if (sign == WideSign::white)
    see_white(p, next);
  else
    see_wide_sign(c, sign);
  return next;
}

void TextScanner::see_wide_sign(char32_t c, WideSign sign) {
  dots_ = 0;
  if (sign == WideSign::sentence_end) return see_sentence_end(c);
  after_initial_ = false;
  switch (sign) {
    case WideSign::ellipsis:
      ++text_.ellipses;
      ++text_.ellipsis_chars;
      last_ = Last::ellipsis;
      // As three dots do; what has ended already goes by its own sign.
      if (!is_pending_) {
        is_pending_ = needs_space_ = true;
        has_space_ = false;
      }
      return;
    case WideSign::quote:
      last_ = Last::quote;
      return;
    case WideSign::bracket:
      return;
    case WideSign::zero_width:
      ++text_.zero_width_spaces;
      has_space_ = true;
      return;
    default:
      text_.garbage += sign == WideSign::garbage ? 1 : 0;
      last_ = Last::other;
      is_pending_ = false;
  }
}

// Letters of a script without spaces, each a word: they come in runs, up to one with marks. What a
// sentence's end before them means is settled with the first. Needs: one stands at p.
const char* TextScanner::take_singles(const char* p, const char* end) {
  const char* next = p;
  char32_t c = text::decode_one(next);
  text::FoldedChar folded = folded_[c];
  add_word(p, {word_hash::of_single(folded.fold(c)), 1, place(p)},
           {.letters = 1, .has_letter = folded.is_letter()});
  std::uint32_t digits = folded.is_digit() ? 1 : 0;
  std::uint32_t alphas = 0;
  std::uint32_t more = 0;
  for (p = next; p < end && static_cast<unsigned char>(*p) >= 0x80; p = next) {
    next = take_ideographs(p, end);
    if (next > p) {
      const auto taken = static_cast<std::uint32_t>(next - p) / kIdeographBytes;
      alphas += taken;
      more += taken;
      continue;
    }
    c = text::decode_one(next);
    folded = folded_[c];
    if (folded.char_class() != text::CharClass::single) break;
    if (word_count_ < words_.size())
      words_[word_count_++] = {word_hash::of_single(folded.fold(c)), 1, place(p)};
    alphas += folded.is_letter() ? 1 : 0;
    digits += folded.is_digit() ? 1 : 0;
    ++more;
  }
  line_.words += more;
  line_.single_letters += 1 + more;
  text_.word_chars += more;
  text_.alpha_words += alphas;
  wide_digits_ += digits;
  after_initial_ = false;
  return folded.char_class() == text::CharClass::attached ? take_marks(p, end) : p;
}

// Remembers unified ideographs that stand in a row and returns their end: letters that fold to
// themselves, so that what is hashed is the three bytes they are.
const char* TextScanner::take_ideographs(const char* p, const char* end) {
  ScannedWord* out = words_.data() + word_count_;
  const ScannedWord* const out_end = words_.data() + words_.size();
  for (; end - p >= 4; p += kIdeographBytes) {
    const std::uint32_t bytes = load_le<std::uint32_t>(p) & 0xFF'FFFF;
    if (!is_ideograph(bytes)) break;
    if (out < out_end) *out++ = {word_hash::of_bytes(bytes), 1, place(p)};
  }
  word_count_ = static_cast<std::size_t>(out - words_.data());
  return p;
}

// Marks and format characters behind a word that is a single letter: characters of it. Returns
// their end.
const char* TextScanner::take_marks(const char* p, const char* end) {
  const char* single = p - 1;
  while (text::is_continuation(*single)) --single;
  std::uint32_t marks = 0;
  for (const char* next = p; p < end; p = next, ++marks)
    if (folded_[text::decode_one(next)].char_class() != text::CharClass::attached) break;
  text_.marks += marks;
  text_.marks_in_words += marks;
  text_.word_chars += marks;
  line_.longest_word = std::max(line_.longest_word, 1 + marks);
  ScannedWord& last = words_[word_count_ - 1];
  if (last.at == place(single)) last.chars += marks;  // else it is beyond those remembered
  return p;
}

}  // namespace pressmill::clean
