// SPDX-License-Identifier: Apache-2.0
//
// Finding sequences, weighing them, putting one character in the place of several.

#include "clean/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "text/folded_char.h"
#include "text/legacy_encoding.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

using text::LegacyEncoding;

// Misread three times is the most that was ever seen.
constexpr int kMostPasses = 4;

// Weights, in half points; a sequence is mended from kEnough on.
constexpr int kEnough = 5;
constexpr int kLongSequence = 4;    // three bytes: chance hardly makes one
constexpr int kLongerSequence = 8;  // four
constexpr int kControl = 6;         // a control that no text has
constexpr int kOddSign = 4;         // a sign that does not follow a letter
constexpr int kUsualSign = 1;       // one that may: an ellipsis, a closing quote
constexpr int kSpaced = 2;          // a plain space: only beside others
constexpr int kLatinLead = 1;       // Â or Ã, by far the commonest
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
constexpr int kPlainText = -3;  // small letters, then letters or quotes: the end of a word

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

bool is_control(char32_t c) {
  return c >= 0x80 && c < 0xA0;
}
bool is_letter(char32_t c) {
  return text::folded_chars()[c].is_letter();
}
bool is_upper(char32_t c) {
  return text::folded_chars()[c].is_upper();
}
// A letter that has a capital form: it says something about the case of its word.
bool is_lower(char32_t c) {
  constexpr char32_t kCasedEnd = 0x590;
  return c < kCasedEnd && is_letter(c) && !is_upper(c);
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

struct Sequence {
  std::size_t begin = 0;
  std::size_t end = 0;
  char32_t meant = 0;
  LegacyEncoding encoding = LegacyEncoding::windows_1252;
  bool spaced = false;  // its last byte became a plain space
  int weight = 0;
  std::size_t company = 0;  // sequences of the same encoding that are beyond doubt
  bool operator<(const Sequence& other) const { return begin < other.begin; }
};

std::size_t length_of_lead(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return 2;
  if (byte >= 0xE0 && byte <= 0xEF) return 3;
  if (byte >= 0xF0 && byte <= 0xF4) return 4;
  return 0;
}

constexpr std::array<char32_t, 5> kLeastOfLength = {0, 0, 0x80, 0x800, 0x10000};

class Mender {
 public:
  explicit Mender(std::string_view text) {
    const char* p = text.data();
    const char* const end = p + text.size();
    while (p < end) chars_.push_back(text::decode_one(p));
  }

  bool run(MojibakeCounts& counts) {
    bool changed = false;
    for (int pass = 0; pass < kMostPasses && mend_sequences(counts); ++pass) changed = true;
    return replace_controls(counts) || changed;
  }

  std::string text() const {
    std::string out;
    for (const char32_t c : chars_) text::append_utf8(out, c);
    return out;
  }

 private:
  std::uint8_t byte_at(std::size_t i, LegacyEncoding encoding) const {
    return i < chars_.size() ? table_[chars_[i]].in(encoding) : std::uint8_t{0};
  }

  // A byte that was lost on the way: U+FFFD, or the question mark that some programs put for it.
  bool is_lost(std::size_t i) const {
    if (i >= chars_.size()) return false;
    const bool is_question =
        chars_[i] == U'?' && i >= 2 && chars_[i - 1] == U'\u20AC' && chars_[i - 2] == U'\u00E2';
    return is_question || chars_[i] == text::kReplacementCharacter;
  }

  // A no-break space that became a plain one: the last byte of a letter that begins a word, or of
  // one in a run of sequences.
  bool is_spaced(std::size_t i, std::size_t begin, LegacyEncoding encoding) const {
    if (i + 1 >= chars_.size() || chars_[i] != U' ' || !is_upper(chars_[begin])) return false;
    if (chars_[begin] == U'\u00C3' || chars_[begin] == U'\u0413') return false;  // see mend_lone_a
    const bool begins_word = begin == 0 || !is_letter(chars_[begin - 1]);
    const bool is_short = i == begin + 1;
    return (is_short && begins_word && is_lower(chars_[i + 1])) ||
           length_of_lead(byte_at(i + 1, encoding)) > 0;
  }

  // The code point of `length` bytes from i on; none where they are no sequence of UTF-8. A
  // replacement character stands for a byte that was lost.
  std::optional<char32_t> decode(std::size_t i, std::size_t length, LegacyEncoding encoding) const {
    char32_t c = byte_at(i, encoding) & (0xFFU >> (length + 1));
    bool lossy = false;
    for (std::size_t k = 1; k < length; ++k) {
      const std::uint8_t byte = k + 1 == length && is_spaced(i + k, i, encoding)
                                    ? std::uint8_t{0xA0}
                                    : byte_at(i + k, encoding);
      const bool lost = is_lost(i + k);
      if ((byte & 0xC0) != 0x80 && !lost) return std::nullopt;
      lossy = lossy || lost;
      c = c << 6 | (byte & 0x3F);
    }
    if (lossy) return text::kReplacementCharacter;
    if (c < kLeastOfLength[length] || c >= text::kCodePointEnd) return std::nullopt;
    return c;
  }

  // CESU-8: an emoji as two surrogates of three bytes each.
  std::optional<Sequence> surrogates_at(std::size_t i, char32_t high,
                                        LegacyEncoding encoding) const {
    if (byte_at(i + 3, encoding) != 0xED) return std::nullopt;
    const auto low = decode(i + 3, 3, encoding);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
    const char32_t meant = 0x10000 + ((high - 0xD800) << 10) + (*low - 0xDC00);
    return Sequence{i, i + 6, meant, encoding};
  }

  std::optional<Sequence> sequence_at(std::size_t i, LegacyEncoding encoding) const {
    const std::uint8_t lead = byte_at(i, encoding);
    const std::size_t length = length_of_lead(lead);
    if (length == 0) return std::nullopt;
    const auto meant = decode(i, length, encoding);
    if (!meant) return std::nullopt;
    if (*meant >= 0xD800 && *meant <= 0xDBFF) return surrogates_at(i, *meant, encoding);
    if (*meant >= 0xDC00 && *meant <= 0xDFFF) return std::nullopt;
    return Sequence{i, i + length, *meant, encoding, chars_[i + length - 1] == U' '};
  }

  static int weigh_sign(char32_t c, char32_t lead) {
    if (is_control(c)) return kControl;
    if (c == text::kReplacementCharacter || c == U'?') return kOddSign;
    if (is_drawing(lead) && is_drawing(c)) return 0;
    // Letters that look like signs here: small ligatures and letters with carons, in capitals.
    static constexpr std::u32string_view kOddLetters =
        U"\u0192\u0152\u0153\u0160\u0161\u017D\u017E\u0178";
    if (kOddLetters.find(c) != std::u32string_view::npos) return kOddSign;
    if (is_letter(c)) return 0;
    return is_usual_behind_letter(c) ? kUsualSign : kOddSign;
  }

  // What the sequence looks like by itself.
  // `previous`: the sequence found before it.
  int weigh(const Sequence& s, const Sequence* previous) const {
    const char32_t before = s.begin > 0 ? chars_[s.begin - 1] : U' ';
    const char32_t behind = s.end < chars_.size() ? chars_[s.end] : U' ';
    const char32_t lead = chars_[s.begin];
    int weight = s.end - s.begin == 3 ? kLongSequence : 0;
    if (s.end - s.begin > 3) weight = kLongerSequence;
    if (s.spaced) return kSpaced;
    int signs = 0;
    bool all_plain = true;
    for (std::size_t i = s.begin + 1; i < s.end; ++i) {
      signs = std::max(signs, weigh_sign(chars_[i], lead));
      all_plain = all_plain && (is_closing(chars_[i]) || is_letter(chars_[i]));
    }
    weight += signs;
    if (lead == U'\u00C2' || lead == U'\u00C3') weight += kLatinLead;
    if (is_upper(lead) && is_lower(before)) weight += kCapitalInWord;
    if (is_upper(lead) && is_lower(behind)) weight += kLetterBehind;
    const char32_t last = chars_[s.end - 1];
    if (!is_letter(last) && last != U'\u2019' && is_letter(before) && is_letter(behind))
      weight += kSignInWord;
    if (is_symbol(lead) && !is_punctuation(lead) && is_letter(before) &&
        is_letter(chars_[s.begin + 1]))
      weight += kBetweenLetters;
    if (lead == U'\u00C3' && last == U'\u00A0' && !is_upper(before)) weight += kLoneA;
    if (is_punctuation(lead))
      weight += kSymbolAlone;
    else if (is_symbol(lead))
      weight += is_letter(before) || is_letter(behind) ? kSymbolInWord : kSymbolAlone;
    if (is_lower(lead) && is_lower(before) && all_plain) weight += kPlainText;
    const auto next = sequence_at(s.end, s.encoding);
    const bool follows = previous != nullptr && previous->end == s.begin;
    if (has_wrong_case(s.meant, follows ? previous->meant : before, next ? next->meant : behind))
      weight += kWrongCase;
    if (!is_usual(s.meant)) weight += kRareChar;
    return weight;
  }

  // A small letter among capitals, or the other way round.
  static bool has_wrong_case(char32_t c, char32_t before, char32_t behind) {
    if (!is_letter(c)) return false;
    if (is_upper(c)) return is_lower(before);
    if (!is_lower(c)) return false;
    const bool capital_around = is_upper(before) || is_upper(behind);
    return capital_around && !is_lower(before) && !is_lower(behind);
  }

  // All sequences of one encoding, weighed together.
  std::vector<Sequence> find(LegacyEncoding encoding) const {
    std::vector<Sequence> found;
    for (std::size_t i = 0; i < chars_.size();) {
      const auto sequence = chars_[i] < 0x80 ? std::nullopt : sequence_at(i, encoding);
      if (!sequence) {
        ++i;
        continue;
      }
      found.push_back(*sequence);
      found.back().weight = weigh(*sequence, found.size() > 1 ? &found[found.size() - 2] : nullptr);
      i = sequence->end;
    }
    add_company(found);
    return found;
  }

  // Sequences are more likely in runs and beside others.
  static void add_company(std::vector<Sequence>& found) {
    for (std::size_t begin = 0; begin < found.size();) {
      std::size_t end = begin + 1;
      while (end < found.size() && found[end].begin == found[end - 1].end) ++end;
      const int neighbours = static_cast<int>(std::min<std::size_t>(end - begin - 1, 3));
      for (std::size_t i = begin; i < end; ++i) found[i].weight += neighbours * kNeighbour;
      begin = end;
    }
    const auto count = [&found](int weight) {
      return std::count_if(found.begin(), found.end(),
                           [weight](const Sequence& s) { return s.weight >= weight && !s.spaced; });
    };
    const int many = count(kEnough - kMany) >= 3 ? kMany : 0;
    for (Sequence& s : found) s.weight += s.spaced ? 0 : many;
    const auto certain = count(kEnough);
    for (Sequence& s : found) {
      s.company = static_cast<std::size_t>(certain);
      const auto others = certain - (s.weight >= kEnough && !s.spaced ? 1 : 0);
      if (others > 0) s.weight += kOthers;
      if (others >= 3) s.weight += kManyOthers;
    }
  }

  bool mend_sequences(MojibakeCounts& counts) {
    std::vector<Sequence> chosen;
    for (std::size_t e = 0; e < text::kLegacyEncodings; ++e)
      for (const Sequence& s : find(static_cast<LegacyEncoding>(e)))
        if (s.weight >= kEnough) chosen.push_back(s);
    if (chosen.empty()) return mend_lone_a(false);
    // The encoding that explains most comes first, then what is heaviest; of equals the encoding
    // listed first, then the first in the text.
    std::stable_sort(chosen.begin(), chosen.end(), [](const Sequence& a, const Sequence& b) {
      return a.company != b.company ? a.company > b.company : a.weight > b.weight;
    });
    std::vector<bool> taken(chars_.size(), false);
    std::vector<Sequence> mended;
    for (const Sequence& s : chosen) {
      const auto begin = taken.begin() + static_cast<std::ptrdiff_t>(s.begin);
      const auto end = taken.begin() + static_cast<std::ptrdiff_t>(s.end);
      if (std::find(begin, end, true) != end) continue;
      std::fill(begin, end, true);
      mended.push_back(s);
    }
    std::sort(mended.begin(), mended.end());
    replace(mended);
    mend_lone_a(true);
    counts.sequences += mended.size();
    return true;
  }

  void replace(const std::vector<Sequence>& mended) {
    std::u32string out;
    std::size_t at = 0;
    for (const Sequence& s : mended) {
      out.append(chars_, at, s.begin - at);
      out += s.meant;
      at = s.end;
    }
    out.append(chars_, at);
    chars_ = std::move(out);
  }

  // "Ã" whose no-break space became a plain one, at a word's end or in a text with other
  // mojibake: an "à". True where there was one.
  bool mend_lone_a(bool has_others) {
    bool changed = false;
    std::u32string out;
    for (std::size_t i = 0; i < chars_.size(); ++i) {
      const bool is_a = chars_[i] == U'\u00C3' || (has_others && chars_[i] == U'\u0413');
      const bool ends = i + 1 < chars_.size() && chars_[i + 1] == U' ';
      const bool is_right = has_others || (i > 0 && is_lower(chars_[i - 1]));
      if (!is_a || !ends || !is_right) {
        out += chars_[i];
        continue;
      }
      out += U'\u00E0';
      changed = true;
      // "Ã s" of Portuguese is one word, unless the s begins another.
      const bool is_s = i + 3 < chars_.size() && chars_[i + 2] == U's' && chars_[i + 3] == U' ';
      const std::u32string_view rest = std::u32string_view(chars_).substr(i + 2);
      if (is_s || rest.starts_with(U"quele") || rest.starts_with(U"quela")) ++i;
    }
    chars_ = std::move(out);
    return changed;
  }

  bool replace_controls(MojibakeCounts& counts) {
    bool changed = false;
    for (char32_t& c : chars_) {
      if (!is_control(c)) continue;
      const char32_t meant = text::windows_1252_char(static_cast<std::uint8_t>(c));
      if (meant == 0) continue;
      c = meant;
      ++counts.controls;
      changed = true;
    }
    return changed;
  }

  const text::CodePointTable<text::LegacyBytes>& table_ = text::legacy_bytes();
  std::u32string chars_;
};

// Two characters beyond ASCII side by side, the first of which can lead, or a control.
bool could_be_mojibake(std::string_view text) {
  const text::CodePointTable<text::LegacyBytes>& table = text::legacy_bytes();
  const char* p = text.data();
  const char* const end = p + text.size();
  text::LegacyBytes before;
  while (p < end) {
    if (static_cast<unsigned char>(*p) < 0x80) {
      ++p;
      before = {};
      continue;
    }
    const char32_t c = text::decode_one(p);
    if (is_control(c)) return true;
    if (c == U'\u00C3' && p < end && *p == ' ') return true;
    const text::LegacyBytes bytes = table[c];
    const bool is_lost = c == text::kReplacementCharacter;
    for (std::size_t e = 0; before.any() && e < text::kLegacyEncodings; ++e) {
      const auto encoding = static_cast<LegacyEncoding>(e);
      const bool follows = is_lost || (bytes.in(encoding)&0xC0) == 0x80;
      if (follows && length_of_lead(before.in(encoding)) > 0) return true;
    }
    before = bytes;
  }
  return false;
}

}  // namespace

bool mend_mojibake(std::string_view text, std::string& out, MojibakeCounts& counts) {
  if (!could_be_mojibake(text)) return false;
  Mender mender(text);
  if (!mender.run(counts)) return false;
  out = mender.text();
  return true;
}

}  // namespace pressmill::clean
