// SPDX-License-Identifier: Apache-2.0
//
// Finding sequences, weighing them, putting one character in the place of several.

#include "clean/mojibake.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "clean/mojibake_weight.h"
#include "text/folded_char.h"
#include "text/legacy_encoding.h"
#include "text/simd/find_legacy_lead.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

using text::LegacyEncoding;

// Misread three times is the most that was ever seen.
constexpr int kMostPasses = 4;

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
    if (i + 1 >= chars_.size() || chars_[i] != U' ' ||
        !text::folded_chars()[chars_[begin]].is_upper())
      return false;
    if (chars_[begin] == U'\u00C3' || chars_[begin] == U'\u0413') return false;  // see mend_lone_a
    const bool begins_word = begin == 0 || !text::folded_chars()[chars_[begin - 1]].is_letter();
    const bool is_short = i == begin + 1;
    return (is_short && begins_word && is_small_letter(chars_[i + 1])) ||
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
  std::optional<MojibakeSequence> surrogates_at(std::size_t i, char32_t high,
                                                LegacyEncoding encoding) const {
    if (byte_at(i + 3, encoding) != 0xED) return std::nullopt;
    const auto low = decode(i + 3, 3, encoding);
    if (!low || *low < 0xDC00 || *low > 0xDFFF) return std::nullopt;
    const char32_t meant = 0x10000 + ((high - 0xD800) << 10) + (*low - 0xDC00);
    return MojibakeSequence{i, i + 6, meant, encoding};
  }

  std::optional<MojibakeSequence> sequence_at(std::size_t i, LegacyEncoding encoding) const {
    const std::uint8_t lead = byte_at(i, encoding);
    const std::size_t length = length_of_lead(lead);
    if (length == 0) return std::nullopt;
    const auto meant = decode(i, length, encoding);
    if (!meant) return std::nullopt;
    if (*meant >= 0xD800 && *meant <= 0xDBFF) return surrogates_at(i, *meant, encoding);
    if (*meant >= 0xDC00 && *meant <= 0xDFFF) return std::nullopt;
    return MojibakeSequence{i, i + length, *meant, encoding, chars_[i + length - 1] == U' '};
  }

  // All sequences of one encoding, weighed together.
  std::vector<MojibakeSequence> find(LegacyEncoding encoding) const {
    std::vector<MojibakeSequence> found;
    for (std::size_t i = 0; i < chars_.size();) {
      const auto sequence = chars_[i] < 0x80 ? std::nullopt : sequence_at(i, encoding);
      if (!sequence) {
        ++i;
        continue;
      }
      found.push_back(*sequence);
      found.back().weight = weigh_sequence(chars_, *sequence, around(found));
      i = sequence->end;
    }
    add_company(found);
    return found;
  }

  // What stands around the last one found; sequences as what they mean.
  SequenceContext around(const std::vector<MojibakeSequence>& found) const {
    const MojibakeSequence& s = found.back();
    SequenceContext context;
    if (s.begin > 0) context.before = context.meant_before = chars_[s.begin - 1];
    if (s.end < chars_.size()) context.behind = context.meant_behind = chars_[s.end];
    const bool follows = found.size() > 1 && found[found.size() - 2].end == s.begin;
    if (follows) context.meant_before = found[found.size() - 2].meant;
    if (const auto next = sequence_at(s.end, s.encoding)) context.meant_behind = next->meant;
    return context;
  }

  bool mend_sequences(MojibakeCounts& counts) {
    std::vector<MojibakeSequence> chosen;
    for (std::size_t e = 0; e < text::kLegacyEncodings; ++e)
      for (const MojibakeSequence& s : find(static_cast<LegacyEncoding>(e)))
        if (s.weight >= kEnoughWeight) chosen.push_back(s);
    if (chosen.empty()) return mend_lone_a(false);
    // The encoding that explains most comes first, then what is heaviest; of equals the encoding
    // listed first, then the first in the text.
    std::stable_sort(chosen.begin(), chosen.end(),
                     [](const MojibakeSequence& a, const MojibakeSequence& b) {
                       return a.company != b.company ? a.company > b.company : a.weight > b.weight;
                     });
    std::vector<bool> taken(chars_.size(), false);
    std::vector<MojibakeSequence> mended;
    for (const MojibakeSequence& s : chosen) {
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

  void replace(const std::vector<MojibakeSequence>& mended) {
    std::u32string out;
    std::size_t at = 0;
    for (const MojibakeSequence& s : mended) {
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
      const bool is_right = has_others || (i > 0 && is_small_letter(chars_[i - 1]));
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
      if (!is_c1_control(c)) continue;
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

// Does the character end what could be a sequence of some encoding, with those before it?
bool could_end(text::LegacyBytes second, text::LegacyBytes first, text::LegacyBytes bytes,
               bool is_lost) {
  if (!first.any() || (!bytes.any() && !is_lost)) return false;
  const auto continues = [](std::uint8_t byte) { return (byte & 0xC0) == 0x80; };
  for (std::size_t e = 0; e < text::kLegacyEncodings; ++e) {
    const auto encoding = static_cast<LegacyEncoding>(e);
    if (!is_lost && !continues(bytes.in(encoding))) continue;
    if (length_of_lead(first.in(encoding)) == 2) return true;
    if (length_of_lead(second.in(encoding)) > 2 && continues(first.in(encoding))) return true;
  }
  return false;
}

// Looks for anything that the mender would look at closely from p on, to where nothing of the kind
// came for a while; p is there then.
bool could_be_mojibake_from(const char*& p, const char* end) {
  constexpr int kWhile = 4;  // in Cyrillic, words are two signs apart
  const text::CodePointTable<text::LegacyBytes>& table = text::legacy_bytes();
  text::LegacyBytes first, second;  // the character before, and the one before that
  for (int others = 0; p < end && others < kWhile;) {
    const char32_t c = text::decode_one(p);
    if (is_c1_control(c)) return true;
    if (c == U'\u00C3' && p < end && *p == ' ') return true;
    const text::LegacyBytes bytes = table[c];
    if (could_end(second, first, bytes, c == text::kReplacementCharacter)) return true;
    second = first;
    first = bytes;
    others = bytes.any() ? 0 : others + 1;
  }
  return false;
}

bool could_be_mojibake(std::string_view text) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (true) {
    p += text::find_legacy_lead({p, static_cast<std::size_t>(end - p)});
    if (p == end) return false;
    if (could_be_mojibake_from(p, end)) return true;
  }
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
