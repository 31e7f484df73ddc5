// SPDX-License-Identifier: Apache-2.0
//
// The longest common subsequence of lines, by the table.

#include "inspect/compare.h"

#include <algorithm>

#include "text/utf8.h"

namespace pressmill::inspect {

namespace {

using Lines = std::vector<std::string_view>;

// Adds the lines between two that are alike.
void add_block(const Lines& left, std::size_t l, std::size_t l_end, const Lines& right,
               std::size_t r, std::size_t r_end, std::vector<ComparedLine>& out) {
  for (; l < l_end && r < r_end; ++l, ++r) out.push_back({Side::changed, left[l], right[r]});
  for (; l < l_end; ++l) out.push_back({Side::left, left[l], {}});
  for (; r < r_end; ++r) out.push_back({Side::right, {}, right[r]});
}

// Pairs of positions of the longest common subsequence of the two ranges.
std::vector<std::pair<std::size_t, std::size_t>> common(const Lines& left, std::size_t l,
                                                        std::size_t l_end, const Lines& right,
                                                        std::size_t r, std::size_t r_end) {
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  const std::size_t rows = l_end - l;
  const std::size_t columns = r_end - r;
  if (rows == 0 || columns == 0 || rows > kMostPairs / columns) return pairs;
  std::vector<std::uint8_t> steps(rows * columns);  // 0 alike, 1 down, 2 right
  std::vector<std::uint32_t> below(columns + 1), here(columns + 1);
  for (std::size_t i = rows; i-- > 0;) {
    for (std::size_t j = columns; j-- > 0;) {
      std::uint8_t& step = steps[i * columns + j];
      if (left[l + i] == right[r + j]) {
        here[j] = below[j + 1] + 1;
      } else {
        step = below[j] >= here[j + 1] ? 1 : 2;
        here[j] = std::max(below[j], here[j + 1]);
      }
    }
    std::swap(below, here);
    here[columns] = 0;
  }
  for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
    const std::uint8_t step = steps[i * columns + j];
    if (step == 0) pairs.emplace_back(l + i, r + j);
    i += step != 2 ? 1 : 0;
    j += step != 1 ? 1 : 0;
  }
  return pairs;
}

bool is_word_end(std::string_view text, std::size_t at) {
  if (at == 0 || at == text.size()) return true;
  if (text::is_continuation(text[at])) return false;
  // Scripts without spaces have a word end at every character.
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  const bool is_wide = static_cast<unsigned char>(text[at]) >= 0xE3;
  return is_wide || text[at] == ' ' || text[at - 1] == ' ' ||
         (!is_letter(text[at]) && static_cast<unsigned char>(text[at]) < 0x80);
}

std::string with_brackets(std::string_view text, std::size_t begin, std::size_t end,
                          std::string_view open, std::string_view close) {
  if (begin == end) return std::string(text);
  std::string out(text.substr(0, begin));
  out.append(open).append(text.substr(begin, end - begin)).append(close);
  return out.append(text.substr(end));
}

}  // namespace

std::vector<std::string_view> filled_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<ComparedLine> compare_lines(const Lines& left, const Lines& right) {
  std::vector<ComparedLine> out;
  std::size_t begin = 0;
  while (begin < left.size() && begin < right.size() && left[begin] == right[begin]) {
    out.push_back({Side::both, left[begin], right[begin]});
    ++begin;
  }
  std::size_t l_end = left.size();
  std::size_t r_end = right.size();
  while (l_end > begin && r_end > begin && left[l_end - 1] == right[r_end - 1]) {
    --l_end;
    --r_end;
  }
  std::size_t l = begin;
  std::size_t r = begin;
  for (const auto& [at_left, at_right] : common(left, begin, l_end, right, begin, r_end)) {
    add_block(left, l, at_left, right, r, at_right, out);
    out.push_back({Side::both, left[at_left], right[at_right]});
    l = at_left + 1;
    r = at_right + 1;
  }
  add_block(left, l, l_end, right, r, r_end, out);
  for (; l_end < left.size(); ++l_end, ++r_end)
    out.push_back({Side::both, left[l_end], right[r_end]});
  return out;
}

std::pair<std::string, std::string> bracketed(std::string_view left, std::string_view right) {
  const std::size_t shorter = std::min(left.size(), right.size());
  std::size_t begin = 0;
  while (begin < shorter && left[begin] == right[begin]) ++begin;
  while (!is_word_end(left, begin) || !is_word_end(right, begin)) --begin;
  std::size_t behind = 0;  // bytes that both end with
  while (behind < shorter - begin &&
         left[left.size() - 1 - behind] == right[right.size() - 1 - behind])
    ++behind;
  while (!is_word_end(left, left.size() - behind) || !is_word_end(right, right.size() - behind))
    --behind;
  return {with_brackets(left, begin, left.size() - behind, "[-", "-]"),
          with_brackets(right, begin, right.size() - behind, "{+", "+}")};
}

}  // namespace pressmill::inspect
