// SPDX-License-Identifier: Apache-2.0
//
// Printing for people.

#include "inspect/terminal.h"

#include <fmt/format.h>

#include "text/display_width.h"
#include "text/utf8.h"

namespace pressmill::inspect {

namespace {

// How many bytes of the text fit into so many columns; at least one character.
std::size_t fitting(std::string_view text, std::size_t columns) {
  const char* p = text.data();
  const char* const end = p + text.size();
  std::size_t used = 0;
  while (p != end) {
    const char* next = p;
    used += text::display_width(text::decode_one(next));
    if (used > columns && p != text.data()) break;
    p = next;
  }
  return static_cast<std::size_t>(p - text.data());
}

}  // namespace

std::string printable(std::string_view text) {
  std::string valid;
  text::replace_invalid(text, valid);
  std::string out;
  const char* const end = valid.data() + valid.size();
  for (const char* p = valid.data(); p != end;) {
    const char32_t c = text::decode_one(p);
    if (text::steers_terminal(c))
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    else
      text::append_utf8(out, c);
  }
  return out;
}

std::string toned(const Terminal& terminal, Tone tone, std::string_view text) {
  static constexpr std::string_view kCodes[] = {"", "31", "32", "2"};
  if (!terminal.has_colour || tone == Tone::plain) return std::string(text);
  return fmt::format("\x1b[{}m{}\x1b[0m", kCodes[static_cast<std::size_t>(tone)], text);
}

std::string clipped(std::string_view text, std::size_t columns) {
  if (text::display_width(text) <= columns || columns < 4) return std::string(text);
  return std::string(text.substr(0, fitting(text, columns - 3))) + "...";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    std::size_t bytes = fitting(text, columns);
    if (bytes < text.size() && text[bytes] != ' ') {
      const std::size_t space = text.substr(0, bytes).rfind(' ');
      if (space != std::string_view::npos && space > 0) bytes = space;
    }
    lines.emplace_back(text.substr(0, bytes));
    while (lines.back().ends_with(' ')) lines.back().pop_back();
    text.remove_prefix(bytes);
    while (text.starts_with(' ')) text.remove_prefix(1);
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = text::display_width(text);
  return std::string(text) + std::string(columns > width ? columns - width : 0, ' ');
}

}  // namespace pressmill::inspect
