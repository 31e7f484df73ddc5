// SPDX-License-Identifier: Apache-2.0
//
// Putting a text together again.

#include "inspect/text_lines.h"

#include <algorithm>

namespace pressmill::inspect {

namespace {

TextLine taken_line(const TakenLine& taken, Fate fate) {
  return {std::uint64_t{taken.line.line} + 1, fate, taken.line, taken.text};
}

std::string_view next_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

// All are there: numbers are those of the text at hand.
std::vector<TextLine> lines_of_whole(std::string_view text, const TakenLines& taken) {
  std::vector<TextLine> lines;
  std::size_t next = 0;
  for (std::uint64_t number = 0; !text.empty(); ++number) {
    const std::string_view line = next_line(text);
    if (line.empty()) continue;
    lines.push_back({number + 1, Fate::kept, {}, std::string(line)});
    if (next == taken.lines.size() || taken.lines[next].line.line != number) continue;
    lines.back().fate = taken.guarded ? Fate::spared : Fate::removed;
    lines.back().why = taken.lines[next++].line;
  }
  return lines;
}

class Merger {
 public:
  explicit Merger(const std::vector<TakenLine>& taken) : taken_(taken) { place_taken(); }

  // `blank` lines stand before it in the text that stayed, behind the line that stayed before it.
  void add(std::string_view line, std::uint64_t blank) {
    // Of a gap from which lines went, the longest run of blank lines stayed. So a removed line
    // lies in this gap if it comes within so many lines.
    if (!lines_.empty() && next_ < taken_.size() && taken_[next_].line.line <= at_ + blank) {
      at_ = std::max<std::uint64_t>(at_, taken_[next_].line.line);
      place_taken();
    } else if (has_kept_) {
      at_ += blank;
    }
    has_kept_ = true;
    lines_.push_back({at_++ + 1, Fate::kept, {}, std::string(line)});
  }

  std::vector<TextLine> finish() {
    for (; next_ < taken_.size(); ++next_)
      lines_.push_back(taken_line(taken_[next_], Fate::removed));
    return std::move(lines_);
  }

 private:
  // Removed lines that follow each other from at_ on. Behind the blank lines of each stands the
  // next line of the text, whatever became of it.
  void place_taken() {
    for (; next_ < taken_.size() && taken_[next_].line.line <= at_; ++next_) {
      lines_.push_back(taken_line(taken_[next_], Fate::removed));
      at_ = std::uint64_t{taken_[next_].line.line} + 1 + taken_[next_].line.blank_behind;
    }
  }

  const std::vector<TakenLine>& taken_;
  std::size_t next_ = 0;
  std::uint64_t at_ = 0;  // number of the next line that is not blank, once blanks are passed
  bool has_kept_ = false;
  std::vector<TextLine> lines_;
};

}  // namespace

std::vector<TextLine> text_lines(std::string_view text, const TakenLines& taken) {
  if (taken.guarded || taken.is_text_whole) return lines_of_whole(text, taken);
  Merger merger(taken.lines);
  std::uint64_t blank = 0;
  while (!text.empty()) {
    const std::string_view line = next_line(text);
    if (line.empty()) {
      ++blank;
      continue;
    }
    merger.add(line, blank);
    blank = 0;
  }
  return merger.finish();
}

std::vector<std::string_view> because(const clean::RemovedLine& line) {
  std::vector<std::string_view> names;
  if (line.rule != clean::LineRule::model) return names;
  for (const clean::Feature feature : line.because)
    if (feature != clean::Feature::end) names.push_back(clean::name_of(feature));
  return names;
}

}  // namespace pressmill::inspect
