// SPDX-License-Identifier: Apache-2.0
//
// The definitions of src/text, spelled out.

#include "tests/reference/text_reference.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <vector>

namespace pressmill::reference {
namespace {

bool is_in(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

// The code point that exactly these bytes stand for; kNone where they stand for none.
constexpr char32_t kNone = 0xFFFF'FFFF;

char32_t code_point(std::string_view bytes) {
  const auto byte = [&bytes](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(bytes[i]));
  };
  char32_t c = kNone;
  if (bytes.size() == 1) c = byte(0);
  if (bytes.size() == 2) c = (byte(0) & 0x1F) << 6 | (byte(1) & 0x3F);
  if (bytes.size() == 3) c = (byte(0) & 0xF) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  if (bytes.size() == 4) {
    c = (byte(0) & 7) << 18 | (byte(1) & 0x3F) << 12 | (byte(2) & 0x3F) << 6 | (byte(3) & 0x3F);
  }
  if (c > 0x10FFFF || is_in(c, 0xD800, 0xDFFF)) return kNone;
  return encode(c) == bytes ? c : kNone;  // only one form of each is valid
}

// The length of the character at the start; 0 where none stands there.
std::size_t character_length(std::string_view bytes) {
  for (std::size_t n = 1; n <= 4 && n <= bytes.size(); ++n) {
    if (code_point(bytes.substr(0, n)) != kNone) return n;
  }
  return 0;
}

// Could more bytes make this a character? The bounds of what a second byte may be suffice.
bool is_start_of_character(const std::string& bytes) {
  if (code_point(bytes) != kNone) return true;
  if (bytes.size() == 4) return false;
  for (const char next : {'\x80', '\x8F', '\x90', '\x9F', '\xA0', '\xBF'}) {
    if (is_start_of_character(bytes + next)) return true;
  }
  return false;
}

bool is_line_end(char32_t c) {
  return is_in(c, 0x0A, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_space(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || is_in(c, 0x2000, 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_control(char32_t c) {
  return (c < 0x20 || is_in(c, 0x7F, 0x9F)) && !is_line_end(c) && !is_space(c);
}

bool is_invisible(char32_t c) {
  return c == 0xAD || c == 0xFEFF || is_in(c, 0x2060, 0x2064) || is_in(c, 0x206A, 0x206F) ||
         c == 0x200E || c == 0x200F || c == 0x61C || is_in(c, 0x202A, 0x202E) ||
         is_in(c, 0x2066, 0x2069) || is_in(c, 0xFFF9, 0xFFFB) || c == 0x180E;
}

bool has_category(char32_t c, std::uint32_t mask) {
  return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0;
}

bool is_of_script(char32_t c, UScriptCode script) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(static_cast<UChar32>(c), &error) == script;
}

bool separates_words_by_zero_width_space(char32_t c) {
  return has_category(c, U_GC_L_MASK | U_GC_M_MASK) &&
         (is_of_script(c, USCRIPT_THAI) || is_of_script(c, USCRIPT_LAO) ||
          is_of_script(c, USCRIPT_KHMER) || is_of_script(c, USCRIPT_MYANMAR));
}

// A character with whether it has been counted as changed.
struct Item {
  char32_t c = 0;
  bool changed = false;
};
using Items = std::vector<Item>;

Items with_line_ends(const std::u32string& text, text::NormaliseCounts& counts) {
  Items items;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_line_end(text[i])) {
      items.push_back({text[i]});
      continue;
    }
    const bool changed = text[i] != '\n';
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
    if (changed) ++counts.line_ends;
    items.push_back({'\n', changed});
  }
  return items;
}

bool keeps_zero_width_space(const Items& before) {
  for (auto item = before.rbegin(); item != before.rend(); ++item) {
    if (u_getCombiningClass(static_cast<UChar32>(item->c)) != 0) continue;
    return separates_words_by_zero_width_space(item->c);
  }
  return false;
}

bool keeps_tag(const Items& before) {
  return !before.empty() &&
         (before.back().c == 0x1F3F4 || is_in(before.back().c, 0xE0000, 0xE007F));
}

Items without_hidden(const Items& in, text::NormaliseCounts& counts) {
  Items out;
  for (const Item& item : in) {
    const bool is_tag = is_in(item.c, 0xE0000, 0xE007F);
    if (is_control(item.c)) {
      ++counts.controls;
    } else if (is_invisible(item.c) || (item.c == 0x200B && !keeps_zero_width_space(out)) ||
               (is_tag && !keeps_tag(out))) {
      ++counts.invisibles;
    } else {
      out.push_back(item);
    }
  }
  return out;
}

Items with_single_spaces(const Items& in, text::NormaliseCounts& counts) {
  Items out;
  for (std::size_t i = 0; i < in.size();) {
    std::size_t end = i;
    while (end < in.size() && is_space(in[end].c)) ++end;
    if (end == i) {
      out.push_back(in[i++]);
      continue;
    }
    const bool at_edge = i == 0 || in[i - 1].c == '\n' || end == in.size() || in[end].c == '\n';
    counts.spaces += end - i;
    if (!at_edge && in[i].c == ' ') --counts.spaces;  // the one that stays as it was
    if (!at_edge) out.push_back({' '});
    i = end;
  }
  return out;
}

Items without_blank_edges(Items items, text::NormaliseCounts& counts) {
  const auto is_content = [](const Item& item) { return item.c != '\n'; };
  const auto first = std::find_if(items.begin(), items.end(), is_content);
  const auto last = std::find_if(items.rbegin(), items.rend(), is_content).base();
  const auto drop = [&counts](const Item& item) { counts.line_ends += item.changed ? 0U : 1U; };
  std::for_each(items.begin(), first, drop);
  if (first == items.end()) return {};
  std::for_each(last, items.end(), drop);
  return {first, last};
}

const icu::Normalizer2& normalizer(bool compose) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* found =
      compose ? icu::Normalizer2::getNFCInstance(error) : icu::Normalizer2::getNFDInstance(error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  return *found;
}

std::string normal_form(std::string_view utf8, bool compose) {
  UErrorCode error = U_ZERO_ERROR;
  const auto utf16 =
      icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  const icu::UnicodeString normal = normalizer(compose).normalize(utf16, error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
  std::string out;
  normal.toUTF8String(out);
  return out;
}

}  // namespace

bool is_attached(char32_t c) {
  return has_category(c, U_GC_M_MASK) || (has_category(c, U_GC_CF_MASK) && c != 0x200B);
}

bool is_word_by_itself(char32_t c) {
  if (!has_category(c, U_GC_LM_MASK | U_GC_LO_MASK | U_GC_NL_MASK)) return false;
  for (const UScriptCode script : {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA, USCRIPT_THAI,
                                   USCRIPT_LAO, USCRIPT_KHMER, USCRIPT_MYANMAR}) {
    if (uscript_hasScript(static_cast<UChar32>(c), script) != 0) return true;
  }
  return false;
}

bool is_of_a_word(char32_t c) {
  return has_category(c, U_GC_L_MASK | U_GC_N_MASK) && !is_word_by_itself(c);
}

std::string encode(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  const auto tail = [c](unsigned shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | c >> 6), tail(0)};
  if (c < 0x10000) return {byte(0xE0 | c >> 12), tail(6), tail(0)};
  return {byte(0xF0 | c >> 18), tail(12), tail(6), tail(0)};
}

std::string encode(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) out += encode(c);
  return out;
}

std::u32string decode(std::string_view utf8) {
  std::u32string out;
  while (!utf8.empty()) {
    const std::size_t length = character_length(utf8);
    if (length == 0) throw std::invalid_argument("no UTF-8");
    out += code_point(utf8.substr(0, length));
    utf8.remove_prefix(length);
  }
  return out;
}

std::size_t valid_prefix(std::string_view bytes) {
  std::size_t i = 0;
  while (i < bytes.size()) {
    const std::size_t length = character_length(bytes.substr(i));
    if (length == 0) break;
    i += length;
  }
  return i;
}

Replaced replace_invalid(std::string_view bytes) {
  Replaced replaced;
  while (!bytes.empty()) {
    std::size_t length = character_length(bytes);
    if (length != 0) {
      replaced.text += bytes.substr(0, length);
    } else {
      length = std::min<std::size_t>(3, bytes.size());
      while (length > 1 && !is_start_of_character(std::string(bytes.substr(0, length)))) --length;
      replaced.text += "\xEF\xBF\xBD";
      ++replaced.count;
    }
    bytes.remove_prefix(length);
  }
  return replaced;
}

Normalised normalise(std::string_view utf8) {
  Normalised result;
  Items items = with_line_ends(decode(utf8), result.counts);
  items = without_hidden(items, result.counts);
  items = with_single_spaces(items, result.counts);
  items = without_blank_edges(std::move(items), result.counts);
  std::string clean;
  for (const Item& item : items) clean += encode(item.c);
  result.text = nfc(clean);
  result.counts.composed = result.text == clean ? 0 : 1;
  return result;
}

std::string nfc(std::string_view utf8) {
  return normal_form(utf8, true);
}

std::string nfd(std::string_view utf8) {
  return normal_form(utf8, false);
}

std::uint64_t count_words(std::string_view utf8) {
  // What is attached changes nothing, so it may as well not be there.
  std::u32string text = decode(utf8);
  std::erase_if(text, is_attached);
  const auto is_joined = [&text](std::size_t i) {
    const char32_t c = text[i];
    return (c == '\'' || c == 0x2019 || c == 0xB7) && i > 0 && i + 1 < text.size() &&
           is_of_a_word(text[i - 1]) && is_of_a_word(text[i + 1]);
  };
  std::uint64_t words = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_word_by_itself(text[i])) ++words;
    const bool begins = i == 0 || (!is_of_a_word(text[i - 1]) && !is_joined(i - 1));
    if (is_of_a_word(text[i]) && begins) ++words;
  }
  return words;
}

std::uint64_t count_chars(std::string_view utf8) {
  return decode(utf8).size();
}

text::LineCounts count_lines(std::string_view utf8) {
  text::LineCounts counts;
  bool in_line = false;
  bool is_blank = true;
  const auto end_line = [&] {
    ++(is_blank ? counts.blank : counts.lines);
    in_line = false;
    is_blank = true;
  };
  for (const char32_t c : decode(utf8)) {
    in_line = true;
    if (c == '\n') {
      end_line();
    } else if (!is_space(c) && !is_line_end(c)) {
      is_blank = false;
    }
  }
  if (in_line) end_line();
  return counts;
}

std::string json_string(std::string_view utf8) {
  std::string out = "\"";
  for (const char c : utf8) {
    char escape[8] = {c, 0};
    switch (c) {
      case '"':
      case '\\':
        std::snprintf(escape, sizeof(escape), "\\%c", c);
        break;
      case '\n':
        std::snprintf(escape, sizeof(escape), "\\n");
        break;
      case '\r':
        std::snprintf(escape, sizeof(escape), "\\r");
        break;
      case '\t':
        std::snprintf(escape, sizeof(escape), "\\t");
        break;
      case '\b':
        std::snprintf(escape, sizeof(escape), "\\b");
        break;
      case '\f':
        std::snprintf(escape, sizeof(escape), "\\f");
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20) {
          std::snprintf(escape, sizeof(escape), "\\u%04x", static_cast<unsigned>(c));
        }
    }
    out += escape;
  }
  return out + "\"";
}

}  // namespace pressmill::reference
