// SPDX-License-Identifier: Apache-2.0
//
// One pass over the code points of a date.

#include "doc/day_fold.h"

#include <array>
#include <cstddef>
#include <utility>

#include "doc/code_point.h"
#include "text/utf8.h"

namespace pressmill::doc {
namespace {

// The zeros of scripts whose digits follow in order: Arabic, Persian, Devanagari, Bengali.
constexpr std::array<char32_t, 4> kZeros = {0x660, 0x6F0, 0x966, 0x9E6};

// What stands in mended text for bytes that were broken.
constexpr char32_t kReplacement = 0xFFFD;

bool is_direction_mark(char32_t c) {
  return (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

// The ASCII character that stands for `c`, else `c`; letters in lower case.
char32_t fold(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;  // full-width forms
  if (c >= 'A' && c <= 'Z') return c + 0x20;
  if (c < 0x80) return c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;  // Latin
  if (c >= 0x410 && c <= 0x42F) return c + 0x20;             // Cyrillic
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  if (c == 0x60C || c == 0x3001) return ',';
  if (c == 0x2019) return '\'';
  for (const char32_t zero : kZeros) {
    if (c >= zero && c < zero + 10) return '0' + (c - zero);
  }
  return c;
}

// What a unit sign behind a number becomes, 0 for other characters.
char unit_separator(char32_t c) {
  switch (c) {
    case U'年':
    case U'월':
    case U'月':
    case U'년':
      return '-';
    case U'時':
    case U'时':
    case U'시':
    case U'点':
    case U'點':
    case U'分':
    case U'분':
      return ':';
    case U'日':
    case U'号':
    case U'號':
    case U'일':
    case U'秒':
    case U'초':
      return ' ';
    default:
      return 0;
  }
}

class Folder {
 public:
  std::string fold_all(std::string_view text);

 private:
  void add(char32_t c);
  void add_unit(char separator, bool is_minute, std::string_view rest);
  void add_space() {
    if (!out_.empty() && out_.back() != ' ') out_.push_back(' ');
  }

  std::string out_;
  bool is_behind_number_ = false;  // but for spaces: 日 is a unit in "18日", not in "日曜"
};

std::string Folder::fold_all(std::string_view text) {
  out_.reserve(2 * text.size());
  while (!text.empty()) {
    const char32_t c = take_code_point(text);
    if (c == kBadCodePoint || c == kReplacement) return {};
    const char separator = is_behind_number_ ? unit_separator(c) : '\0';
    if (separator != 0) {
      add_unit(separator, c == U'分' || c == U'분', text);
    } else {
      add(c);
    }
  }
  return std::move(out_);
}

void Folder::add(char32_t c) {
  if (is_direction_mark(c)) return;
  if (is_blank(c)) return add_space();
  c = fold(c);
  text::append_utf8(out_, c);
  is_behind_number_ = c >= '0' && c <= '9';
}

// "22時" is 22:00, "22時10分" 22:10, "22時10分30秒" 22:10:30.
void Folder::add_unit(char separator, bool is_minute, std::string_view rest) {
  is_behind_number_ = false;
  if (out_.back() == ' ') out_.pop_back();
  if (separator == ' ') return add_space();
  const std::size_t next = rest.find_first_not_of(' ');
  char32_t follower = 0;
  if (next != std::string_view::npos) {
    rest.remove_prefix(next);
    follower = fold(take_code_point(rest));
  }
  const bool number_follows = follower >= '0' && follower <= '9';
  if (separator == '-' || number_follows) {
    out_.push_back(separator);
  } else {
    out_ += is_minute ? " " : ":00 ";
  }
}

}  // namespace

std::string fold_date(std::string_view text) {
  return Folder().fold_all(text);
}

}  // namespace pressmill::doc
