// SPDX-License-Identifier: Apache-2.0
//
// Looking up and down from a line.

#include "inspect/surroundings.h"

#include <algorithm>

namespace pressmill::inspect {

namespace {

constexpr std::size_t kMostKept = 2;

// Lines in the order of `begin`, until enough of them stayed.
template <class Iterator>
std::vector<TextLine> lines_from(Iterator begin, Iterator end) {
  std::vector<TextLine> lines;
  std::size_t kept = 0;
  for (; begin != end && kept < kMostKept; ++begin) {
    kept += begin->fate == Fate::kept ? 1 : 0;
    lines.push_back(*begin);
  }
  return lines;
}

}  // namespace

Surroundings surroundings(const ArticleView& article, std::size_t at) {
  const std::vector<TextLine> lines = article.lines();
  const std::uint64_t number = std::uint64_t{article.taken.lines[at].line.line} + 1;
  const auto it = std::find_if(lines.begin(), lines.end(),
                               [&](const TextLine& l) { return l.number == number; });
  Surroundings around;
  if (it == lines.end()) return around;
  around.line = *it;
  around.before = lines_from(std::make_reverse_iterator(it), lines.rend());
  std::reverse(around.before.begin(), around.before.end());
  around.after = lines_from(std::next(it), lines.end());
  return around;
}

std::string joined_kept(const std::vector<TextLine>& lines) {
  std::string text;
  for (const TextLine& line : lines)
    if (line.fate == Fate::kept) text += (text.empty() ? "" : "\n") + line.text;
  return text;
}

}  // namespace pressmill::inspect
