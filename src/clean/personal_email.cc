// SPDX-License-Identifier: Apache-2.0
//
// Backwards over the box, forwards over the domain.

#include "clean/personal_email.h"

#include <algorithm>
#include <array>

#include "text/char_class.h"
#include "text/utf8.h"

namespace pressmill::clean {

namespace {

constexpr std::size_t kMostBoxBytes = 64;
constexpr std::size_t kMostLabelBytes = 63;
constexpr std::size_t kMostDomainBytes = 253;
constexpr std::size_t kMostSingles = 6;  // letters of a last label in a script without spaces

// Last labels that are names of files' kinds.
constexpr std::array<std::string_view, 18> kFileKinds = {
    "bmp", "css",  "csv", "doc", "docx", "gif", "htm", "html", "jpeg",
    "jpg", "json", "js",  "mp3", "mp4",  "pdf", "png", "svg",  "webp"};

enum class Letters : std::uint8_t { none, latin, other };

struct Char {
  char32_t code = 0;
  std::size_t bytes = 0;
};

Char char_at(std::string_view text, std::size_t at) {
  const char* p = text.data() + at;
  const char* const begin = p;
  const char32_t code = text::decode_one(p);
  return {code, static_cast<std::size_t>(p - begin)};
}

// Needs: at > 0.
Char char_before(std::string_view text, std::size_t at) {
  std::size_t begin = at - 1;
  while (text::is_continuation(text[begin])) --begin;
  return char_at(text, begin);
}

Letters letters_of(char32_t c) {
  constexpr char32_t kLatinEnd = 0x250;
  if (c < 0x80)
    return is_ascii_letter(static_cast<char>(c)) || is_ascii_digit(static_cast<char>(c))
               ? Letters::latin
               : Letters::none;
  const auto char_class = text::char_classes()[c];
  if (char_class == text::CharClass::separator || char_class == text::CharClass::apostrophe)
    return Letters::none;
  return c < kLatinEnd ? Letters::latin : Letters::other;
}

// May `c` stand in a part whose letter beside the sign is of these?
bool fits(char32_t c, Letters letters) {
  const Letters own = letters_of(c);
  return own == Letters::latin || (own == Letters::other && letters == Letters::other);
}

bool is_box_sign(char32_t c) {
  constexpr std::string_view kSigns = "._%+-'&~";
  return c < 0x80 && kSigns.find(static_cast<char>(c)) != kSigns.npos;
}

// Where the box that ends at `end` begins; `end` where there is none.
std::size_t box_begin(std::string_view text, std::size_t end) {
  if (end == 0) return end;
  const Letters letters = letters_of(char_before(text, end).code);
  std::size_t begin = end;
  while (begin > 0) {
    const Char c = char_before(text, begin);
    const bool is_second_point = c.code == '.' && byte_at(text, begin) == '.' && begin < end;
    if ((!is_box_sign(c.code) && !fits(c.code, letters)) || is_second_point) break;
    begin -= c.bytes;
    if (end - begin > kMostBoxBytes) return end;
  }
  // A box begins with a letter, a digit or an underscore.
  while (begin < end && is_box_sign(static_cast<unsigned char>(text[begin])) && text[begin] != '_')
    ++begin;
  const char last = byte_before(text, end);
  if (begin == end || last == '.' || last == '\'' || last == '%' || last == '&') return end;
  return begin;
}

// "https://name:word@host/": what stands before the box on its way back to "://" has no slash.
bool is_user_of_address(std::string_view text, std::size_t begin) {
  constexpr std::size_t kMost = 64;
  for (std::size_t at = begin; at > 0 && begin - at < kMost; --at) {
    const char c = text[at - 1];
    if (c == '/') return text.substr(0, at).ends_with("://");
    if (c == ' ' || c == '\n') return false;
  }
  return false;
}

struct Label {
  std::size_t end = 0;
  std::size_t singles = 0;  // letters of scripts without spaces
  bool has_digit = false;
};

// The label that begins at `at`; its end is `at` where there is none.
Label take_label(std::string_view text, std::size_t at) {
  Label label{at, 0, false};
  if (at >= text.size()) return label;
  const Letters letters = letters_of(char_at(text, at).code);
  std::size_t end = at;
  while (end < text.size()) {
    const Char c = char_at(text, end);
    if (c.code != '-' && !fits(c.code, letters)) break;
    end += c.bytes;
    if (end - at > kMostLabelBytes) return label;
    label.has_digit |= c.code < 0x80 && is_ascii_digit(static_cast<char>(c.code));
    label.singles += text::char_classes()[c.code] == text::CharClass::single ? 1U : 0U;
  }
  while (end > at && text[end - 1] == '-') --end;
  if (end > at && text[at] != '-') label.end = end;
  return label;
}

std::string_view::size_type after_spelt(std::string_view text, std::size_t at,
                                        std::string_view word) {
  std::size_t end = at;
  if (byte_at(text, end) == ' ') ++end;
  const char open = byte_at(text, end);
  const char close = open == '(' ? ')' : open == '[' ? ']' : '}';
  if (open != '(' && open != '[' && open != '{') return at;
  if (byte_at(text, ++end) == ' ') ++end;
  for (const char c : word)
    if (ascii_lower(byte_at(text, end++)) != c) return at;
  if (byte_at(text, end) == ' ') ++end;
  if (byte_at(text, end++) != close) return at;
  return byte_at(text, end) == ' ' ? end + 1 : end;
}

// Behind the point at `at`, or behind a "[dot]" where they are spelt; `at` where there is none.
std::size_t after_point(std::string_view text, std::size_t at, bool is_spelt) {
  if (byte_at(text, at) == '.') return at + 1;
  if (!is_spelt) return at;
  for (const std::string_view word : {"dot", "punto", "point", "punkt", "."})
    if (const std::size_t end = after_spelt(text, at, word); end != at) return end;
  constexpr std::string_view kBare = " dot ";
  return text.substr(at).starts_with(kBare) ? at + kBare.size() : at;
}

bool is_last_label(std::string_view label, const Label& what) {
  if (what.singles > kMostSingles) return false;
  if (label.starts_with("xn--")) return true;
  if (what.has_digit || label.size() < 2 || label.find('-') != label.npos) return false;
  return std::none_of(kFileKinds.begin(), kFileKinds.end(), [&](std::string_view kind) {
    return std::equal(label.begin(), label.end(), kind.begin(), kind.end(),
                      [](char a, char b) { return ascii_lower(a) == b; });
  });
}

// "comCustomer": a page's next words, glued to the last label.
std::size_t unglued_bytes(std::string_view label) {
  for (std::size_t i = 2; i + 1 < label.size(); ++i) {
    const bool is_lower = is_ascii_lower(label[i - 2]) && is_ascii_lower(label[i - 1]);
    if (is_lower && label[i] >= 'A' && label[i] <= 'Z' && is_ascii_lower(label[i + 1])) return i;
  }
  return label.size();
}

// Where the domain that begins at `at` ends; `at` where there is none. Labels that cannot be the
// last are left to what follows.
std::size_t domain_end(std::string_view text, std::size_t at, bool is_spelt) {
  std::size_t end = at;
  for (std::size_t begin = at, labels = 0;; ++labels) {
    const Label label = take_label(text, begin);
    if (label.end == begin || label.end - at > kMostDomainBytes) break;
    const std::size_t unglued = begin + unglued_bytes(text.substr(begin, label.end - begin));
    if (labels > 0 && is_last_label(text.substr(begin, unglued - begin), label)) end = unglued;
    if (unglued != label.end && end == unglued) break;
    begin = after_point(text, label.end, is_spelt);
    if (begin == label.end) break;
  }
  return end;
}

// Not glued to something longer ("a@b@c.example", "foo@bar.example@").
bool has_email_borders(std::string_view text, TextSpan span) {
  const char before = byte_before(text, span.begin);
  const char after = byte_at(text, span.end);
  return before != '@' && after != '@' && after != '_' && !is_ascii_digit(after);
}

}  // namespace

std::optional<TextSpan> find_email(std::string_view text, std::size_t end) {
  const std::size_t sign = text[end - 1] == '@' ? 1 : 3;
  if (sign == 3 && !text.substr(0, end).ends_with("\uFF20")) return std::nullopt;
  const char before = byte_before(text, end - sign);
  if (before == '(' || before == '[' || before == '{') return find_spelt_email(text, end - sign);
  const TextSpan span{box_begin(text, end - sign), domain_end(text, end, false)};
  if (span.begin == end - sign || span.end == end) return std::nullopt;
  if (!has_email_borders(text, span) || is_user_of_address(text, span.begin)) return std::nullopt;
  return span;
}

std::optional<TextSpan> find_spelt_email(std::string_view text, std::size_t at) {
  if (at == 0) return std::nullopt;
  // The box ends before the bracket, or before a space in front of it.
  std::size_t box_end = at - 1;
  if (byte_before(text, box_end) == ' ') --box_end;
  for (const std::string_view word : {"at", "arroba", "@"}) {
    const std::size_t domain = after_spelt(text, box_end, word);
    if (domain == box_end) continue;
    const TextSpan span{box_begin(text, box_end), domain_end(text, domain, true)};
    if (span.begin == box_end || span.end == domain || !has_email_borders(text, span)) continue;
    return span;
  }
  return std::nullopt;
}

}  // namespace pressmill::clean
