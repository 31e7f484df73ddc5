// SPDX-License-Identifier: Apache-2.0
//
// Folding bytes and hashing what is left.

#include "clean/line_key.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/hash.h"
#include "text/ascii_run.h"

namespace pressmill::clean {
namespace {

// Longer lines are compared as they are: notices come word for word, and folding every paragraph
// would cost 3 ns a byte.
constexpr std::size_t kMostFoldedBytes = 160;
// Figures differ in counters and dates; in sentences they are what is said.
constexpr std::size_t kMostFoldedFigures = 64;  // bytes of the line
constexpr std::uint32_t kLeastLetters = 2;
// Starts and ends are told apart from the line only where there is something between.
constexpr std::size_t kLeastWords = 4;
constexpr std::size_t kLeastStartBytes = 5;

constexpr std::uint64_t kStartMark = 0x7374'6172'7473'2d2dULL;
constexpr std::uint64_t kEndMark = 0x656e'6473'2d2d'2d2dULL;

enum class Kind : std::uint8_t { gap, letter, digit, lead };

constexpr std::array<Kind, 256> make_kinds() {
  std::array<Kind, 256> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    kinds[c] = c >= 0x80              ? Kind::lead
               : is_letter            ? Kind::letter
               : c >= '0' && c <= '9' ? Kind::digit
                                      : Kind::gap;
  }
  return kinds;
}
constexpr std::array<Kind, 256> kKinds = make_kinds();

std::size_t length_of_lead(char lead) {
  const auto c = static_cast<unsigned char>(lead);
  return c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
}

// Signs of Latin-1, of general punctuation, of CJK, and the wide ones.
bool is_sign(const char* bytes, std::size_t length) {
  const auto* p = reinterpret_cast<const unsigned char*>(bytes);
  if (length == 2) return p[0] == 0xC2 && p[1] <= 0xBF;
  if (length != 3) return false;
  if (p[0] == 0xE2) return p[1] == 0x80 || p[1] == 0x81;
  if (p[0] == 0xE3) return p[1] == 0x80 && p[2] <= 0x9F;
  if (p[0] != 0xEF || p[1] != 0xBC) return p[0] == 0xEF && p[1] == 0xBD && p[2] >= 0x9B;
  return p[2] <= 0x8F || (p[2] >= 0x9A && p[2] <= 0xA0) || p[2] >= 0xBB;
}

bool ends_sentence(std::string_view line) {
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?') ||
         line.ends_with("。") || line.ends_with("！") || line.ends_with("？") ||
         line.ends_with("؟") || line.ends_with("।");
}

// Folds the ASCII letters from p on, or the first of them; says how many. What it may write behind
// them comes to be overwritten. Needs: one letter; as much room at `out` as there is from p on.
std::size_t fold_letters(const char* p, const char* end, char* out) {
  if (end - p < text::kRunBytes) {
    *out = static_cast<char>(*p | 0x20);
    return 1;
  }
  const std::uint64_t run = text::load_run(p);
  const std::uint64_t folded = text::fold_run(run);
  std::memcpy(out, &folded, sizeof(folded));
  return text::first_letters(run);
}

// Copies a character; the same holds of what it may write behind it.
char* copy_char(const char* p, const char* end, std::size_t length, char* out) {
  constexpr std::ptrdiff_t kLongest = 4;
  if (end - p < kLongest) return std::copy_n(p, length, out);
  std::memcpy(out, p, kLongest);  // of constant length: no call
  return out + length;
}

// 0 is no key.
std::uint64_t key_of(std::string_view folded, std::uint64_t mark) {
  const std::uint64_t hash = mix64(hash64(folded) ^ mark);
  return hash == 0 ? 1 : hash;
}

}  // namespace

void LineKeyer::fold(std::string_view line) {
  line_ = line;
  words_.clear();
  letters_ = 0;
  folded_.resize(line.size());
  const bool folds_figures = line.size() <= kMostFoldedFigures;
  bool in_word = false;
  char* out = folded_.data();
  const char* const begin = line.data();
  const char* const end = begin + line.size();
  for (const char* p = begin; p < end;) {
    const Kind kind = kKinds[static_cast<unsigned char>(*p)];
    const std::size_t length = kind == Kind::lead ? length_of_lead(*p) : 1;
    if (kind == Kind::gap || (kind == Kind::lead && is_sign(p, length))) {
      in_word = false;
      p += length;
      continue;
    }
    if (!in_word)
      words_.push_back({static_cast<std::uint32_t>(out - folded_.data()),
                        static_cast<std::uint32_t>(p - begin)});
    in_word = true;
    if (kind == Kind::letter) {
      const std::size_t letters = fold_letters(p, end, out);
      letters_ += static_cast<std::uint32_t>(letters);
      out += letters;
      p += letters;
      continue;
    }
    if (kind == Kind::lead) {
      out = copy_char(p, end, length, out);
    } else if (!folds_figures) {
      *out++ = *p;
    } else if (out == folded_.data() || out[-1] != '0') {
      *out++ = '0';
    }
    letters_ += kind == Kind::digit ? 0 : 1;
    p += length;
  }
  folded_.resize(static_cast<std::size_t>(out - folded_.data()));
}

// "[Original](https://...)": of a link that is other on every page, what is read stays.
std::string_view LineKeyer::without_links(std::string_view line) {
  bare_.clear();
  while (true) {
    const std::size_t scheme = line.find("://");
    if (scheme == line.npos) break;
    std::size_t begin = scheme;
    while (begin > 0 && kKinds[static_cast<unsigned char>(line[begin - 1])] == Kind::letter)
      --begin;
    bare_.append(line.substr(0, begin)) += ' ';
    line.remove_prefix(std::min(line.find_first_of(" )]>\"", scheme), line.size()));
  }
  bare_ += line;
  return bare_;
}

LineKeys LineKeyer::keys(std::string_view line) {
  LineKeys keys;
  if (line.size() > kMostFoldedBytes) {
    keys.whole = key_of(line, 0);
    return keys;
  }
  const bool has_link = line.find("://") != line.npos;
  fold(has_link ? without_links(line) : line);
  if (letters_ < kLeastLetters) return keys;
  const std::string_view folded = folded_;
  keys.whole = key_of(folded, 0);
  if (words_.size() < kLeastWords || has_link || ends_sentence(line)) return keys;
  const std::string_view start = folded.substr(0, words_[kKeyWords].folded);
  const std::string_view end = folded.substr(words_[words_.size() - kKeyWords].folded);
  if (start.size() >= kLeastStartBytes) keys.start = key_of(start, kStartMark);
  if (end.size() >= kLeastStartBytes) keys.end = key_of(end, kEndMark);
  return keys;
}

std::uint64_t LineKeyer::words_key(std::string_view words, bool is_end) {
  fold(words);
  return folded_.empty() ? 0 : key_of(folded_, is_end ? kEndMark : kStartMark);
}

}  // namespace pressmill::clean
