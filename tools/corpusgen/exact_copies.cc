// SPDX-License-Identifier: Apache-2.0
//
// The dresses of exact copies.

#include "tools/corpusgen/exact_copies.h"

namespace pressmill::corpusgen {

namespace {

// Half of the copies are verbatim; one place in so many is changed in the others.
constexpr std::uint64_t kVerbatimOf = 2;
constexpr std::uint64_t kPlacesOf = 12;

void dress_spaces(std::string_view text, Random& random, std::string& out) {
  constexpr std::array<std::string_view, 4> kSpaces = {"  ", "\t", "\xC2\xA0", " \xC2\xA0 "};
  constexpr std::array<std::string_view, 3> kAtLineEnd = {" ", "  ", "\t"};
  for (const char c : text) {
    if (c == '\n' && !out.empty() && out.back() != '\n' && random.chance(1, 2))
      out += kAtLineEnd[random.index(kAtLineEnd.size())];
    if (c == ' ' && random.chance(1, kPlacesOf))
      out += kSpaces[random.index(kSpaces.size())];
    else
      out += c;
  }
  out += "  ";
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

bool is_blank(char c) {
  return c == ' ' || c == '\n';
}

void dress_invisible(std::string_view text, Random& random, std::string& out) {
  // U+200B, U+2060, U+00AD, U+FEFF
  constexpr std::array<std::string_view, 4> kInvisible = {"\xE2\x80\x8B", "\xE2\x81\xA0",
                                                          "\xC2\xAD", "\xEF\xBB\xBF"};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool inside =
        i > 0 && begins_character(text[i]) && !is_blank(text[i]) && !is_blank(text[i - 1]);
    if (inside && random.chance(1, 4 * kPlacesOf))
      out += kInvisible[random.index(kInvisible.size())];
    out += text[i];
  }
}

struct Composed {
  std::string_view whole;
  std::string_view parts;
};

// All that have a canonical decomposition in our models.
constexpr std::array<Composed, 18> kComposed = {{
    {"á", "a\xCC\x81"},
    {"é", "e\xCC\x81"},
    {"í", "i\xCC\x81"},
    {"ó", "o\xCC\x81"},
    {"ú", "u\xCC\x81"},
    {"ñ", "n\xCC\x83"},
    {"ü", "u\xCC\x88"},
    {"Á", "A\xCC\x81"},
    {"É", "E\xCC\x81"},
    {"Í", "I\xCC\x81"},
    {"Ó", "O\xCC\x81"},
    {"Ú", "U\xCC\x81"},
    {"Ñ", "N\xCC\x83"},
    {"آ", "\xD8\xA7\xD9\x93"},
    {"أ", "\xD8\xA7\xD9\x94"},
    {"ؤ", "\xD9\x88\xD9\x94"},
    {"إ", "\xD8\xA7\xD9\x95"},
    {"ئ", "\xD9\x8A\xD9\x94"},
}};

void dress_decomposed(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size();) {
    const Composed* found = nullptr;
    if (static_cast<unsigned char>(text[i]) >= 0xC3)
      for (const Composed& composed : kComposed)
        if (text.substr(i).starts_with(composed.whole)) found = &composed;
    out += found != nullptr ? found->parts : text.substr(i, 1);
    i += found != nullptr ? found->whole.size() : 1;
  }
}

void dress_line_ends(std::string_view text, std::string& out) {
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
}

}  // namespace

std::string_view dress_name(Dress dress) {
  constexpr std::array<std::string_view, 5> kNames = {"verbatim", "spaces", "invisible",
                                                      "decomposed", "line_ends"};
  return kNames[static_cast<std::size_t>(dress)];
}

Dress choose_dress(Language language, Random& random) {
  if (random.chance(1, kVerbatimOf)) return Dress::verbatim;
  constexpr std::array<Dress, 4> kDresses = {Dress::spaces, Dress::invisible, Dress::line_ends,
                                             Dress::decomposed};
  const bool decomposes = language == Language::spanish || language == Language::arabic;
  return kDresses[random.index(decomposes ? 4 : 3)];
}

void put_on(Dress dress, Random& random, std::string& text) {
  if (dress == Dress::verbatim) return;
  std::string dressed;
  dressed.reserve(text.size() + text.size() / 4);
  switch (dress) {
    case Dress::verbatim:
      break;
    case Dress::spaces:
      dress_spaces(text, random, dressed);
      break;
    case Dress::invisible:
      dress_invisible(text, random, dressed);
      break;
    case Dress::decomposed:
      dress_decomposed(text, dressed);
      break;
    case Dress::line_ends:
      dress_line_ends(text, dressed);
      break;
  }
  text = std::move(dressed);
}

}  // namespace pressmill::corpusgen
