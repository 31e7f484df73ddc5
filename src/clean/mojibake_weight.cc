// SPDX-License-Identifier: Apache-2.0
//
// What speaks for and against a sequence.

#include "clean/mojibake_weight.h"

#include <algorithm>
#include <iterator>

#include "text/folded_char.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

// Weights, in half points.
constexpr int kLongSequence = 4;    // three bytes: chance hardly makes one
constexpr int kLongerSequence = 8;  // four
constexpr int kControl = 6;         // a control that no text has
constexpr int kOddSign = 4;         // a sign that does not follow a letter
constexpr int kUsualSign = 1;       // one that may: an ellipsis, a closing quote
constexpr int kSpaced = 2;          // a plain space: only beside others
constexpr int kLatinLead = 2;       // Â or Ã, by far the commonest
constexpr int kCapitalInWord = 3;   // a capital behind a small letter
constexpr int kLetterBehind = 2;    // the word goes on with a small letter
constexpr int kSignInWord = 3;      // a sign with letters on both sides
constexpr int kSymbolInWord = 2;    // the sequence begins with a sign, at a letter
constexpr int kBetweenLetters = 3;  // ... and goes on with one
constexpr int kLoneA = 3;           // Ã and a no-break space: the word à
constexpr int kSymbolAlone = -2;    // ... and with none: a formula, a picture made of signs
constexpr int kNeighbour = 3;       // for each other sequence in the same run, up to three
constexpr int kMany = 1;            // three that are likely
constexpr int kOthers = 3;          // others in the text that are beyond doubt
constexpr int kManyOthers = 2;      // three or more
constexpr int kWrongCase = -6;
constexpr int kRareChar = -8;
constexpr int kPlainText = -6;  // a small letter, then letters or quotes: a word as it should be

struct Range {
  char32_t first;
  char32_t last;
};

// What texts consist of. What is not in here (phonetic letters, historic ones, controls) is more
// likely an accident.
constexpr Range kUsual[] = {
    {0xA0, 0x17E},      {0x192, 0x192},    {0x1A0, 0x1A1},   {0x1AF, 0x1B0},   {0x1CD, 0x1DC},
    {0x218, 0x21B},     {0x2BB, 0x2BC},    {0x2C6, 0x2DD},   {0x300, 0x36F},   {0x386, 0x3CE},
    {0x400, 0x45F},     {0x490, 0x4E9},    {0x531, 0x58A},   {0x591, 0x5F4},   {0x60C, 0x6FF},
    {0x900, 0xDFF},     {0xE01, 0xE5B},    {0xE81, 0xEDD},   {0x1000, 0x109F}, {0x10A0, 0x10FC},
    {0x1100, 0x11FF},   {0x1200, 0x137C},  {0x1780, 0x17F9}, {0x1E00, 0x1FFE}, {0x2000, 0x206F},
    {0x2070, 0x209C},   {0x20A0, 0x20BF},  {0x2100, 0x27BF}, {0x2800, 0x2800}, {0x2900, 0x2BFF},
    {0x3000, 0x30FF},   {0x3105, 0x312F},  {0x3131, 0x318E}, {0x3200, 0x33FF}, {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},   {0xAC00, 0xD7A3},  {0xF900, 0xFAFF}, {0xFB00, 0xFB06}, {0xFB1D, 0xFDFF},
    {0xFE00, 0xFE0F},   {0xFE30, 0xFEFF},  {0xFF00, 0xFFEF}, {0xFFFD, 0xFFFD}, {0x1D400, 0x1D7FF},
    {0x1F000, 0x1FAFF}, {0x20000, 0x2FA1F}};

bool is_usual(char32_t c) {
  const auto at = std::upper_bound(std::begin(kUsual), std::end(kUsual), c,
                                   [](char32_t x, const Range& range) { return x < range.first; });
  return at != std::begin(kUsual) && c <= std::prev(at)->last;
}

bool is_letter(char32_t c) {
  return text::folded_chars()[c].is_letter();
}
bool is_upper(char32_t c) {
  return text::folded_chars()[c].is_upper();
}
// Signs that stand behind a letter in texts that are right.
bool is_usual_behind_letter(char32_t c) {
  static constexpr std::u32string_view kSigns =
      U"\u2026\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u2122\u00A0\u00A1\u00A8\u00AA\u00AB"
      U"\u00AD\u00AE\u00B4\u00B7\u00BA\u00BB\u00BF\u00A9\u02C6\u02DC";
  return kSigns.find(c) != std::u32string_view::npos;
}

// What closes a quotation or a sentence.
bool is_closing(char32_t c) {
  static constexpr std::u32string_view kSigns = U"\u2026\u2019\u201C\u201D\u00BB";
  return kSigns.find(c) != std::u32string_view::npos;
}

bool is_drawing(char32_t c) {
  return c >= 0x2500 && c < 0x25A0;
}

// No letter of a word: the florin sign, which Unicode calls one, is none.
bool is_symbol(char32_t c) {
  return !is_letter(c) || c == 0x192;
}

// Dashes, quotes, ellipsis: they stand beside letters everywhere.
bool is_punctuation(char32_t c) {
  return c >= 0x2010 && c <= 0x2027;
}

int weigh_sign(char32_t c, char32_t lead, text::LegacyEncoding encoding) {
  if (is_c1_control(c)) return kControl;
  if (c == text::kReplacementCharacter || c == U'?') return kOddSign;
  if (is_drawing(lead) && is_drawing(c)) return 0;
  // Letters that look like signs here: small ligatures and letters with carons, in capitals.
  static constexpr std::u32string_view kOddLetters =
      U"\u0192\u0152\u0153\u0160\u0161\u017D\u017E\u0178";
  const bool is_western = encoding == text::LegacyEncoding::windows_1252;
  if (is_western && kOddLetters.find(c) != std::u32string_view::npos) return kOddSign;
  if (is_letter(c)) return 0;
  return is_usual_behind_letter(c) ? kUsualSign : kOddSign;
}

// A small letter among capitals, or the other way round.
bool has_wrong_case(char32_t c, char32_t before, char32_t behind) {
  if (!is_letter(c)) return false;
  if (is_upper(c)) return is_small_letter(before);
  if (!is_small_letter(c)) return false;
  const bool capital_around = is_upper(before) || is_upper(behind);
  return capital_around && !is_small_letter(before) && !is_small_letter(behind);
}

bool is_dash(char32_t c) {
  return c == 0x2013 || c == 0x2014;
}

// Â and Ã, with which most mojibake of western languages begins.
bool is_latin_lead(char32_t c) {
  return c == 0xC2 || c == 0xC3;
}

// What the characters of the sequence say: how odd its signs are.
int weigh_signs(std::u32string_view chars, const MojibakeSequence& s) {
  int signs = 0;
  for (std::size_t i = s.begin + 1; i < s.end; ++i)
    signs = std::max(signs, weigh_sign(chars[i], chars[s.begin], s.encoding));
  const std::size_t length = s.end - s.begin;
  return signs + (length == 3 ? kLongSequence : 0) + (length > 3 ? kLongerSequence : 0);
}

// How it sits in its word: capitals and signs where none belong.
int weigh_place(std::u32string_view chars, const MojibakeSequence& s,
                const SequenceContext& around) {
  const char32_t lead = chars[s.begin];
  const char32_t last = chars[s.end - 1];
  const bool behind_letter = is_letter(around.before);
  const bool before_letter = is_letter(around.behind);
  int weight = 0;
  if (is_upper(lead) && is_small_letter(around.before)) weight += kCapitalInWord;
  if (is_upper(lead) && is_small_letter(around.behind)) weight += kLetterBehind;
  const bool is_joining = last == U'\u2019' || (is_dash(last) && !is_latin_lead(lead));
  if (!is_letter(last) && !is_joining && behind_letter && before_letter) weight += kSignInWord;
  if (is_punctuation(lead)) return weight + kSymbolAlone;
  if (!is_symbol(lead)) return weight;
  if (behind_letter && is_letter(chars[s.begin + 1])) weight += kBetweenLetters;
  return weight + (behind_letter || before_letter ? kSymbolInWord : kSymbolAlone);
}

constexpr char32_t kSoftHyphen = 0xAD;

// Small letters, soft hyphens, and what closes a quotation.
bool is_plain_text(std::u32string_view chars, const MojibakeSequence& s) {
  if (!is_small_letter(chars[s.begin])) return false;
  const std::u32string_view rest = chars.substr(s.begin + 1, s.end - s.begin - 1);
  return std::all_of(rest.begin(), rest.end(), [](char32_t c) {
    return is_closing(c) || (is_letter(c) && !is_upper(c)) || c == kSoftHyphen;
  });
}

}  // namespace

bool is_small_letter(char32_t c) {
  constexpr char32_t kCasedEnd = 0x590;  // Latin, Greek, Cyrillic, Armenian stand before it
  return c < kCasedEnd && is_letter(c) && !is_upper(c);
}

int weigh_sequence(std::u32string_view chars, const MojibakeSequence& sequence,
                   const SequenceContext& around) {
  if (sequence.spaced) return kSpaced;
  const char32_t lead = chars[sequence.begin];
  const char32_t last = chars[sequence.end - 1];
  int weight = weigh_signs(chars, sequence) + weigh_place(chars, sequence, around);
  if (is_latin_lead(lead)) weight += kLatinLead;
  if (lead == U'\u00C3' && last == U'\u00A0' && !is_upper(around.before)) weight += kLoneA;
  if (is_plain_text(chars, sequence)) weight += kPlainText;
  if (has_wrong_case(sequence.meant, around.meant_before, around.meant_behind))
    weight += kWrongCase;
  if (!is_usual(sequence.meant)) weight += kRareChar;
  return weight;
}

// Sequences are more likely in runs and beside others.
void add_company(std::vector<MojibakeSequence>& found) {
  for (std::size_t begin = 0; begin < found.size();) {
    std::size_t end = begin + 1;
    while (end < found.size() && found[end].begin == found[end - 1].end) ++end;
    const int neighbours = static_cast<int>(std::min<std::size_t>(end - begin - 1, 3));
    for (std::size_t i = begin; i < end; ++i) found[i].weight += neighbours * kNeighbour;
    begin = end;
  }
  const auto count = [&found](int weight) {
    return std::count_if(found.begin(), found.end(), [weight](const MojibakeSequence& s) {
      return s.weight >= weight && !s.spaced;
    });
  };
  const int many = count(kEnoughWeight - kMany) >= 3 ? kMany : 0;
  for (MojibakeSequence& s : found) s.weight += s.spaced ? 0 : many;
  const auto certain = count(kEnoughWeight);
  for (MojibakeSequence& s : found) {
    s.company = static_cast<std::size_t>(certain);
    const auto others = certain - (s.weight >= kEnoughWeight && !s.spaced ? 1 : 0);
    if (others > 0) s.weight += kOthers;
    if (others >= 3) s.weight += kManyOthers;
  }
}

}  // namespace pressmill::clean
