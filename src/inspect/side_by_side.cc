// SPDX-License-Identifier: Apache-2.0
//
// Rows to text.

#include "inspect/side_by_side.h"

#include <fmt/format.h>

#include <algorithm>

#include "doc/raw_json.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kWideColumns = 110;  // from here on two columns of text are readable
constexpr std::size_t kLabelColumns = 8;
constexpr std::size_t kAlikeColumns = 150;  // shown of what both have

std::string over_each_other(const std::vector<Row>& rows, const Terminal& terminal) {
  std::string out;
  for (const Row& row : rows) {
    const auto put = [&](char mark, Tone tone, const std::string& text) {
      out += toned(terminal, tone,
                   fmt::format("    {:<{}} {} {}", row.label, kLabelColumns, mark, text)) +
             "\n";
    };
    if (row.side == Side::both) put(' ', Tone::plain, clipped(row.left, kAlikeColumns));
    if (row.side == Side::changed || row.side == Side::left) put('-', Tone::gone, row.left);
    if (row.side == Side::changed || row.side == Side::right) put('+', Tone::stayed, row.right);
  }
  return out;
}

std::string beside_each_other(const std::vector<Row>& rows, const Terminal& terminal,
                              const Heads& heads) {
  static constexpr char kMarks[] = {' ', '|', '<', '>'};
  const std::size_t columns = (terminal.width - kLabelColumns - 10) / 2;
  std::string out = fmt::format("    {:<{}}   {} {}\n", "", kLabelColumns,
                                padded(heads.left, columns + 2), heads.right);
  for (const Row& row : rows) {
    const bool is_alike = row.side == Side::both;
    const auto left = wrapped(is_alike ? clipped(row.left, kAlikeColumns) : row.left, columns);
    const auto right = wrapped(is_alike ? clipped(row.right, kAlikeColumns) : row.right, columns);
    for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
      const std::string second = i < right.size() ? right[i] : "";
      out += fmt::format(
          "    {:<{}}   {} {}{}\n", i == 0 ? row.label : "", kLabelColumns,
          toned(terminal, is_alike ? Tone::plain : Tone::gone,
                padded(i < left.size() ? left[i] : "", columns)),
          kMarks[static_cast<std::size_t>(row.side)],
          second.empty() ? ""
                         : " " + toned(terminal, is_alike ? Tone::plain : Tone::stayed, second));
    }
  }
  return out;
}

}  // namespace

std::string side_by_side(const std::vector<Row>& rows, const Terminal& terminal,
                         const Heads& heads) {
  return terminal.width >= kWideColumns ? beside_each_other(rows, terminal, heads)
                                        : over_each_other(rows, terminal);
}

std::string shown_id(const ArticleView& view) {
  return printable(doc::unquoted(view.id));
}

std::string place_of(const ArticleView& view) {
  return fmt::format("{}:{}", printable(view.input), view.line);
}

std::string named(const ArticleView& view) {
  const std::string id = shown_id(view);
  return id == place_of(view) ? id : fmt::format("{} ({})", id, place_of(view));
}

}  // namespace pressmill::inspect
