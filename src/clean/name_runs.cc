// SPDX-License-Identifier: Apache-2.0
//
// From capital to capital, since few words have one: first those of all lines, each with the gap
// before it, then runs, then what a run reads. The first two are loops without a branch on what
// text decides.

#include "clean/name_runs.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

#include "base/bytes.h"
#include "text/utf8.h"

namespace pressmill::clean {

namespace {

bool is_lower_ascii(char c) {
  return c >= 'a' && c <= 'z';
}

// What follows an apostrophe of either kind at the beginning of `rest`; empty: there is none.
std::string_view behind_apostrophe(std::string_view rest) {
  for (const std::string_view sign : {std::string_view("'"), std::string_view("\u2019")})
    if (rest.starts_with(sign)) return rest.substr(sign.size());
  return {};
}

constexpr bool is_ascii_letter(char c) {
  return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
}

// "I'm", "I'd" are no names; "O'Neill" and "D'Arcy" are.
bool is_contraction(std::string_view rest) {
  if (rest.size() < 2 || is_ascii_letter(rest[1])) return false;
  const std::string_view behind = behind_apostrophe(rest.substr(1));
  return !behind.empty() && is_lower_ascii(behind.front());
}

// Bytes of the 's that `text` ends with.
std::size_t possessive(std::string_view text) {
  if (!text.ends_with('s')) return 0;
  text.remove_suffix(1);
  for (const std::string_view sign : {std::string_view("'"), std::string_view("\u2019")})
    if (text.ends_with(sign)) return sign.size() + 1;
  return 0;
}

// What a byte near a word may be.
enum Sign : std::uint8_t { kOther, kWord, kSpace, kHyphen, kDot, kComma, kSlash, kBracket, kWide };
constexpr std::size_t kSigns = 9;

constexpr auto kSignOf = [] {
  std::array<Sign, 256> signs{};
  for (std::size_t c = 0; c < signs.size(); ++c) {
    if (c >= 0x80)
      signs[c] = kWide;  // a letter, or none
    else if (is_ascii_letter(static_cast<char>(c)) || (c >= '0' && c <= '9'))
      signs[c] = kWord;
  }
  signs[' '] = kSpace;
  signs['-'] = kHyphen;
  signs['.'] = kDot;
  signs[','] = signs[';'] = kComma;
  signs['/'] = kSlash;
  signs['('] = kBracket;
  return signs;
}();

}  // namespace

// What stands between a word and the one before it on its line.
enum class NameGap : std::uint8_t {
  other,
  space,
  possessive,  // a space, and the word before it ends with 's
  hyphen,
  initial,  // a full stop
  opening,  // what may stand before a name, but in none
  unclear,
};

namespace {

// By the bytes that stand first, second and third before a word.
constexpr NameGap gap_of(Sign first, Sign second, Sign third) {
  const auto behind = [](Sign before, NameGap gap) {
    return before == kWord ? gap : before == kWide ? NameGap::unclear : NameGap::other;
  };
  switch (first) {
    case kSpace:
      if (second == kDot) return behind(third, NameGap::initial);
      if (second == kComma) return behind(third, NameGap::opening);
      return behind(second, NameGap::space);
    case kHyphen:
      return behind(second, NameGap::hyphen);
    case kDot:
      return behind(second, NameGap::initial);
    case kSlash:
      return behind(second, NameGap::opening);
    case kBracket:
      return second == kSpace ? behind(third, NameGap::opening) : NameGap::other;
    default:
      return NameGap::other;
  }
}

constexpr auto kGaps = [] {
  std::array<NameGap, kSigns * kSigns * kSigns> gaps{};
  for (std::size_t i = 0; i < gaps.size(); ++i)
    gaps[i] = gap_of(static_cast<Sign>(i / kSigns / kSigns), static_cast<Sign>(i / kSigns % kSigns),
                     static_cast<Sign>(i % kSigns));
  return gaps;
}();

std::size_t end_of(std::string_view text, const ScannedWord& word) {
  return word.at + word_at(text, word).size();
}

// By all that stands there.
NameGap gap_between(std::string_view text, const ScannedWord& before, const ScannedWord& word) {
  const std::size_t end = end_of(text, before);
  const std::string_view gap = text.substr(end, word.at - end);
  if (gap == " ") return possessive(text.substr(0, end)) > 0 ? NameGap::possessive : NameGap::space;
  if (gap == "-") return NameGap::hyphen;
  if (gap == "." || gap == ". ") return NameGap::initial;
  if (gap == ", " || gap == "; " || gap == "/" || gap == " (") return NameGap::opening;
  return NameGap::other;
}

// Nearly always three bytes tell. Which gap it is cannot be foretold, so there is no branch on it.
NameGap gap_before(std::string_view text, std::span<const ScannedWord> words, std::uint32_t word) {
  const std::size_t at = words[word].at;
  if (word == 0) return NameGap::other;
  if (at < 4) return gap_between(text, words[word - 1], words[word]);
  const auto bytes = load_le<std::uint32_t>(text.data() + at - 4);
  const Sign first = kSignOf[bytes >> 24];
  const Sign second = kSignOf[bytes >> 16 & 0xFF];
  const Sign third = kSignOf[bytes >> 8 & 0xFF];
  const NameGap gap = kGaps[(first * kSigns + second) * kSigns + third];
  const bool may_be_possessive = (bytes >> 16 & 0xFF) == 's' && third != kWord;
  if (gap != NameGap::unclear && !may_be_possessive) return gap;
  return gap_between(text, words[word - 1], words[word]);
}

bool is_initial(const ScannedWord& word) {
  return word.chars == 1;
}

// "VIDEX7VWe6VagT4ivjwBZVDe230102"; "Covid19" and "G20" are none.
bool is_code(std::string_view text, const ScannedWord& word) {
  if (word.chars <= kMostDigitWordChars) return false;
  return std::ranges::any_of(word_at(text, word), [](char c) { return c >= '0' && c <= '9'; });
}

// Does a run go on from `last` to `next`, which both begin with capitals?
bool goes_on(const ScannedText& scanned, const NameCapital& last, const NameCapital& next) {
  const bool is_next = next.word == last.word + 1;
  const bool is_one = next.gap == NameGap::space || next.gap == NameGap::hyphen;
  const bool is_behind_initial = next.gap == NameGap::initial;
  return is_next & (is_one | (is_behind_initial & is_initial(scanned.words[last.word])));
}

// Behind a line's end there is no gap that a name may stand behind.
bool may_begin(const NameCapital& capital) {
  return capital.gap != NameGap::other && capital.gap != NameGap::initial;
}

}  // namespace

std::string_view word_at(std::string_view text, const ScannedWord& word) {
  constexpr std::uint64_t kHighBits = 0x8080'8080'8080'8080;
  const std::string_view rest = text.substr(word.at);
  if (word.chars <= 16 && rest.size() >= 16) {  // as many bytes, where they are ASCII
    const std::uint32_t in_first = std::min(word.chars, 8U);
    const std::uint64_t first = load_le<std::uint64_t>(rest.data()) << (64 - 8 * in_first);
    const std::uint32_t half = 32 - 4 * (word.chars - in_first);  // of a shift by 0 to 64
    const std::uint64_t second = load_le<std::uint64_t>(rest.data() + 8) << half << half;
    if (((first | second) & kHighBits) == 0) return rest.substr(0, word.chars);
  }
  // Characters are counted by their first bytes, which are no continuations, eight at a time.
  std::size_t end = 0;
  std::uint32_t chars = word.chars;
  for (; end + 8 <= rest.size(); end += 8) {
    const auto bytes = load_le<std::uint64_t>(rest.data() + end);
    const auto begins =
        8 - static_cast<std::uint32_t>(std::popcount(bytes & ~(bytes << 1) & kHighBits));
    if (begins > chars) break;
    chars -= begins;
  }
  for (; end < rest.size(); ++end) {
    if (text::is_continuation(rest[end])) continue;
    if (chars == 0) break;
    --chars;
  }
  return rest.substr(0, end);
}

// The words that begin with a capital and are no contractions, but those of headlines.
std::span<const NameCapital> NameFinder::find_capitals(std::string_view text,
                                                       const ScannedText& scanned) {
  const std::span<const std::uint32_t> upper_words = scanned.upper_words;
  if (capitals_.size() <= upper_words.size()) capitals_.resize(upper_words.size() + 1);
  std::size_t kept = 0;
  std::size_t seen = 0;
  for (const ScannedLine& line : scanned.lines) {
    const std::size_t end = std::size_t{line.first_word} + line.words;
    const std::size_t before = kept;
    for (; seen < upper_words.size() && upper_words[seen] < end; ++seen) {
      const std::uint32_t word = upper_words[seen];
      capitals_[kept] = {word, gap_before(text, scanned.words, word)};
      kept += is_contraction(text.substr(scanned.words[word].at)) ? 0 : 1;
    }
    if (3 * (kept - before) > 2 * std::size_t{line.words}) kept = before;
  }
  return {capitals_.data(), kept};
}

// Runs of capitals that a name may be. How long one is and whether it may begin there cannot be
// foretold, so there is no branch on either.
std::span<const NameRun> NameFinder::find_runs(const ScannedText& scanned,
                                               std::span<const NameCapital> capitals,
                                               bool is_german) {
  if (runs_.size() <= capitals.size()) runs_.resize(capitals.size() + 1);
  std::size_t runs = 0;
  for (std::uint32_t i = 0; i < capitals.size(); ++i) {
    runs_[runs].first = i;
    runs += i > 0 && goes_on(scanned, capitals[i - 1], capitals[i]) ? 0 : 1;
  }
  runs_[runs].first = static_cast<std::uint32_t>(capitals.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < runs; ++i) {
    const std::uint32_t words = runs_[i + 1].first - runs_[i].first;
    const NameCapital& first = capitals[runs_[i].first];
    const bool is_none_alone = is_german | is_initial(scanned.words[first.word]);
    const bool is_one = (words <= kMostNameWords) & ((words > 1) | !is_none_alone);
    runs_[kept] = {first.word, words};
    kept += (may_begin(first) & is_one) ? 1 : 0;
  }
  return {runs_.data(), kept};
}

void NameFinder::take_name(std::string_view text, std::span<const ScannedWord> words) {
  for (const ScannedWord& word : words)
    if (is_code(text, word)) return;
  std::size_t end = end_of(text, words.back());
  end -= possessive(text.substr(0, end));
  // An abbreviation's full stop is part of it.
  if (words.size() > 1 && is_initial(words.back()) && text[words.back().at - 1] == '.' &&
      text.substr(end, 1) == ".")
    ++end;
  const std::size_t begin = words[0].at;
  if (end - begin <= kMostNameBytes) names_.push_back(text.substr(begin, end - begin));
}

std::span<const std::string_view> NameFinder::find(std::string_view text,
                                                   const ScannedText& scanned,
                                                   std::string_view lang) {
  names_.clear();
  const auto capitals = find_capitals(text, scanned);
  for (const NameRun& run : find_runs(scanned, capitals, lang == "de"))
    take_name(text, scanned.words.subspan(run.first, run.words));
  return names_;
}

}  // namespace pressmill::clean
