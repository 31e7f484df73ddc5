// SPDX-License-Identifier: Apache-2.0
//
// Counts to measures.

#include "clean/quality_measures.h"

#include <algorithm>

#include "clean/phrases.h"
#include "clean/stop_word_hashes.h"
#include "text/shingles.h"

namespace pressmill::clean {
namespace {

using text::Measure;
using text::Measures;

constexpr std::uint32_t kShortLineChars = 30;  // FineWeb's
constexpr std::uint32_t kC4LineWords = 3;      // C4 takes shorter lines out
constexpr std::uint32_t kC4LongestWordChars = 1000;
// In half words, since it takes about two letters of Chinese to make one.
constexpr std::uint32_t kSentenceHalfWords = 2 * 4;    // with its end
constexpr std::uint32_t kParagraphHalfWords = 2 * 15;  // prose, even where no end shows
constexpr std::uint32_t kNoticeHalfWords = 2 * 60;     // a longer line is no notice

std::uint32_t count_of(std::uint64_t n) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(n, text::kMostCount));
}

std::uint32_t share_of(std::uint64_t part, std::uint64_t whole) {
  return text::ten_thousandths(part, whole, text::kMostShare);
}

// Sums over the lines.
struct LineSums {
  std::uint64_t bullets = 0;
  std::uint64_t end_ellipses = 0;
  std::uint64_t end_sentences = 0;
  std::uint64_t shorts = 0;
  std::uint64_t sentences = 0;
  std::uint64_t c4_sentences = 0;
  std::uint64_t prose_words = 0;
  std::uint64_t notices = 0;
  std::uint64_t notice_words = 0;
  std::uint64_t lorem_ipsum = 0;
};

// Would C4's rules leave the line in?
bool stays_in_c4(const ScannedLine& line, const PhraseCounts& phrases) {
  return line.ends_sentence && !line.ends_ellipsis && line.words >= kC4LineWords &&
         line.longest_word <= kC4LongestWordChars && phrases[PhraseKind::c4_line] == 0;
}

std::uint32_t half_words(const ScannedLine& line) {
  return 2 * line.words - line.single_letters;
}

// Adds lines up to prose: a line that goes on in lower case where the one before ended no sentence
// was cut off at some width, and is judged with it.
class ProseCounter {
 public:
  void add(const ScannedLine& line, bool is_notice) {
    const bool goes_on = line.starts_lower && !line.starts_paragraph && !ends_sentence_;
    if (!goes_on) close();
    half_words_ += half_words(line);
    words_ += line.words;
    is_notice_ |= is_notice;
    ends_sentence_ = line.ends_sentence && !line.ends_ellipsis;
  }
  std::uint64_t finish() {
    close();
    return prose_words_;
  }

 private:
  void close() {
    const std::uint64_t least = ends_sentence_ ? kSentenceHalfWords : kParagraphHalfWords;
    if (half_words_ >= least && !is_notice_) prose_words_ += words_;
    half_words_ = words_ = 0;
    is_notice_ = ends_sentence_ = false;
  }

  std::uint64_t prose_words_ = 0;
  // Of the lines that belong together:
  std::uint64_t half_words_ = 0;
  std::uint64_t words_ = 0;
  bool is_notice_ = false;
  bool ends_sentence_ = false;
};

bool is_notice(const ScannedLine& line, const PhraseCounts& phrases) {
  return phrases[PhraseKind::notice] > 0 && half_words(line) <= kNoticeHalfWords;
}

void add_line(const ScannedLine& line, const PhraseCounts& phrases, LineSums& sums) {
  sums.bullets += line.starts_bullet ? 1 : 0;
  sums.end_ellipses += line.ends_ellipsis ? 1 : 0;
  sums.end_sentences += line.ends_sentence ? 1 : 0;
  sums.shorts += line.chars <= kShortLineChars ? 1 : 0;
  sums.sentences += line.words == 0 ? 0 : line.inner_ends + (line.ends_sentence ? 1 : 0);
  sums.c4_sentences += stays_in_c4(line, phrases) ? line.inner_ends + 1 : 0;
  sums.notices += phrases[PhraseKind::notice];
  sums.notice_words += is_notice(line, phrases) ? line.words : 0;
  sums.lorem_ipsum += phrases[PhraseKind::lorem_ipsum];
}

LineSums sum_lines(const ScannedText& text) {
  const PhraseTable& table = phrases();
  const auto words = text.words;
  LineSums sums;
  ProseCounter prose;
  for (const ScannedLine& line : text.lines) {
    // Words beyond those that were remembered cannot be looked at.
    const std::size_t first = std::min<std::size_t>(line.first_word, words.size());
    const std::size_t count = std::min<std::size_t>(line.words, words.size() - first);
    const PhraseCounts phrases = table.count(words.subspan(first, count));
    add_line(line, phrases, sums);
    prose.add(line, is_notice(line, phrases));
  }
  sums.prose_words = prose.finish();
  return sums;
}

void put_lengths(const ScannedText& text, Measures& m) {
  m[Measure::words] = m[Measure::gopher_words] = count_of(text.all_words);
  m[Measure::chars] = count_of(text.chars);
  m[Measure::lines] = count_of(text.all_lines);
  m[Measure::line_ends] = count_of(text.line_ends);
  m[Measure::ws_words] = count_of(text.ws_words);
  m[Measure::mean_word_length] =
      text::ten_thousandths(text.word_chars, text.all_words, text::kMostCount);
}

void put_signs(const ScannedText& text, Measures& m) {
  m[Measure::curly_brackets] = count_of(text.curly_brackets);
  m[Measure::alpha_word_ratio] = share_of(text.alpha_words, text.all_words);
  m[Measure::hash_ratio] = share_of(text.hashes, text.all_words);
  m[Measure::ellipsis_ratio] = share_of(text.ellipses, text.all_words);
  m[Measure::list_ratio] = share_of(text.line_ends, text.all_words);
  m[Measure::code_ratio] = share_of(text.code_signs, text.chars);
  m[Measure::garbage_ratio] = share_of(text.garbage, text.chars);
  m[Measure::single_letter_ratio] = share_of(text.single_letters, text.all_words);
  m[Measure::capitalized_word_ratio] = share_of(text.capitalized_words, text.all_words);
  m[Measure::uppercase_word_ratio] = share_of(text.uppercase_words, text.all_words);
}

void put_characters(const ScannedText& text, Measures& m) {
  const auto share = [&text](std::uint64_t chars) { return share_of(chars, text.chars); };
  m[Measure::white_space_ratio] = share(text.white_spaces + text.line_ends);
  m[Measure::non_alpha_digit_ratio] = share(text.chars - text.letters_and_digits());
  m[Measure::digit_ratio] = share(text.digits);
  m[Measure::uppercase_ratio] = share(text.capitals);
  m[Measure::ellipsis_char_ratio] = share(text.ellipsis_chars);
  m[Measure::punctuation_ratio] = share(text.signs());
  m[Measure::rps_doc_curly_bracket] = share(text.curly_signs);
}

void put_spans(const ScannedText& text, Measures& m) {
  const SpanCounts& spans = text.spans;
  // Rounded to those units before: sums of them times ten thousand could overflow.
  const auto per_line = [&text](std::uint64_t shares) {
    const std::uint64_t lines = std::max<std::uint64_t>(text.all_lines, 1);
    return share_of((shares + lines / 2) / lines, kShareUnits);
  };
  const auto mean = [](std::uint64_t sum, std::uint64_t count) {
    return text::ten_thousandths(sum, count, text::kMostCount);
  };
  m[Measure::avg_line_length] = mean(text.line_chars, text.all_lines);
  m[Measure::long_line_ratio] = share_of(spans.long_lines, text.all_lines);
  m[Measure::paragraphs] = count_of(spans.paragraphs);
  // The ends of a paragraph's inner lines are part of it.
  m[Measure::avg_paragraph_length] =
      mean(text.line_chars + text.all_lines - spans.paragraphs, spans.paragraphs);
  m[Measure::short_paragraph_ratio] = share_of(spans.short_paragraphs, spans.paragraphs);
  m[Measure::long_paragraph_ratio] = share_of(spans.long_paragraphs, spans.paragraphs);
  m[Measure::sentence_pieces] = count_of(spans.sentences);
  m[Measure::avg_sentence_length] = mean(spans.sentence_chars, spans.sentences);
  m[Measure::short_sentence_ratio] = share_of(spans.short_sentences, spans.sentences);
  m[Measure::long_sentence_ratio] = share_of(spans.long_sentences, spans.sentences);
  m[Measure::rps_lines_numerical_chars_fraction] = per_line(spans.digit_shares);
  m[Measure::rps_lines_uppercase_letter_fraction] = per_line(spans.capital_shares);
}

void put_word_counts(const WordCounts& counts, Measures& m) {
  static const std::uint64_t kJavascript = scanned_word_hash("javascript");
  m[Measure::short_word_ratio] = share_of(counts.short_words(), counts.words());
  m[Measure::long_word_ratio] = share_of(counts.long_words(), counts.words());
  m[Measure::type_token_ratio] = share_of(counts.distinct(), counts.words());
  m[Measure::rps_doc_unigram_entropy] = counts.entropy();
  m[Measure::rps_lines_javascript_counts] = share_of(counts.of(kJavascript), m[Measure::lines]);
}

void put_stop_words(const WordCounts& counts, std::string_view lang, Measures& m) {
  const StopWordHashes::List* list = stop_word_hashes().find(lang);
  if (list == nullptr) {
    m[Measure::stop_words] = m[Measure::stop_word_ratio] = m[Measure::rps_doc_stop_word_fraction] =
        text::kNoValue;
    return;
  }
  std::uint32_t different = 0;
  std::uint64_t of_eight = 0;
  std::uint64_t of_all = 0;
  for (const std::uint64_t hash : list->eight) {
    different += counts.of(hash) > 0 ? 1 : 0;
    of_eight += counts.of(hash);
  }
  for (const std::uint64_t hash : list->all) of_all += counts.of(hash);
  m[Measure::stop_words] = different;
  m[Measure::stop_word_ratio] = share_of(of_eight, counts.words());
  m[Measure::rps_doc_stop_word_fraction] = share_of(of_all, counts.words());
}

void put_lines(const ScannedText& text, const LineSums& sums, Measures& m) {
  const std::uint64_t lines = text.lines.size();
  m[Measure::sentences] = count_of(sums.sentences);
  m[Measure::c4_sentences] = count_of(sums.c4_sentences);
  m[Measure::lorem_ipsum] = count_of(sums.lorem_ipsum);
  m[Measure::notices] = count_of(sums.notices);
  m[Measure::bullet_line_ratio] = share_of(sums.bullets, lines);
  m[Measure::end_ellipsis_ratio] = share_of(sums.end_ellipses, lines);
  m[Measure::line_punct_ratio] = share_of(sums.end_sentences, lines);
  m[Measure::short_line_ratio] = share_of(sums.shorts, lines);
  m[Measure::prose_words] = count_of(sums.prose_words);
  m[Measure::prose_word_ratio] = share_of(sums.prose_words, text.all_words);
  m[Measure::notice_word_ratio] = share_of(sums.notice_words, text.all_words);
}

// Words of Chinese are letters here: what runs of five of them say is another matter.
bool is_unspaced(const ScannedText& text) {
  return text.single_letters * 2 >= text.all_words && text.all_words > 0;
}

void put_repetition(const ScannedText& text, const Repetition& found, Measures& m) {
  m[Measure::char_dup_ratio] = share_of(found.line_chars, text.line_chars);
  m[Measure::dup_line_frac] = share_of(found.lines, found.all_lines);
  m[Measure::dup_para_frac] = share_of(found.paras, found.all_paras);
  m[Measure::dup_line_char_frac] = share_of(found.line_chars, text.chars);
  m[Measure::dup_para_char_frac] = share_of(found.para_chars, text.chars);
  const auto put = [&](Measure first, const auto& chars) {
    for (std::size_t i = 0; i < chars.size(); ++i)
      m.values[static_cast<std::size_t>(first) + i] =
          is_unspaced(text) ? text::kNoValue : share_of(chars[i], text.chars);
  };
  put(Measure::top_2_gram, found.top_chars);
  put(Measure::duplicated_5_n_grams, found.run_chars);
}

}  // namespace

void QualityMeter::see(std::string_view text) {
  const ScannedText& scanned = scanner_.scan(text);
  take_word_hashes(text, scanned);
  word_counts_.count(scanned.words);
}

Measures QualityMeter::measure(std::string_view lang) {
  const ScannedText& scanned = scanner_.scanned();
  Measures measures;
  put_lengths(scanned, measures);
  put_signs(scanned, measures);
  put_characters(scanned, measures);
  put_spans(scanned, measures);
  put_lines(scanned, sum_lines(scanned), measures);
  put_repetition(scanned, repetition_.count(scanned, !is_unspaced(scanned)), measures);
  put_word_counts(word_counts_, measures);
  put_stop_words(word_counts_, lang, measures);
  text::derive_measures(measures);
  return measures;
}

void QualityMeter::take_word_hashes(std::string_view text, const ScannedText& scanned) {
  word_hashes_.clear();
  if (!keeps_word_hashes_) return;
  // The scanner remembers the beginning of the longest texts only.
  if (scanned.words.size() < scanned.all_words) return text::word_hashes(text, word_hashes_);
  word_hashes_.resize(scanned.words.size());
  std::ranges::transform(scanned.words, word_hashes_.begin(), &ScannedWord::hash);
}

}  // namespace pressmill::clean
