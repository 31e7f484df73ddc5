// SPDX-License-Identifier: Apache-2.0
//
// Lines, then words of the lines that differ, then passages.

#include "inspect/passages.h"

#include <algorithm>

#include "inspect/compare.h"
#include "text/char_class.h"
#include "text/utf8.h"

namespace pressmill::inspect {

namespace {

using Words = std::vector<std::string_view>;

bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t';
}

bool stands_alone(char32_t c) {
  return text::char_classes()[c] == text::CharClass::single;
}

void add_words(std::string_view text, Words& words) {
  const char* p = text.data();
  const char* const end = p + text.size();
  const char* begin = p;  // of the word under way
  const auto close = [&](const char* at) {
    if (at != begin) words.emplace_back(begin, static_cast<std::size_t>(at - begin));
    begin = at;
  };
  while (p != end) {
    const char* const at = p;
    const char32_t c = text::decode_one(p);
    if (is_space(*at)) {
      close(at);
      begin = p;
    } else if (stands_alone(c)) {
      close(at);
      close(p);
    }
  }
  close(end);
}

// The words of both texts, those that both have beside each other.
class AlignedWords {
 public:
  AlignedWords(std::string_view left, std::string_view right) {
    for (const ComparedLine& line : compare_lines(filled_lines(left), filled_lines(right))) {
      if (line.side != Side::both) {
        add_words(line.left, left_);
        add_words(line.right, right_);
        continue;
      }
      close_block();
      Words words;
      add_words(line.left, words);
      Words others;
      add_words(line.right, others);
      for (std::size_t i = 0; i < words.size(); ++i)
        words_.push_back({Side::both, words[i], others[i]});
    }
    close_block();
  }

  const std::vector<ComparedLine>& words() const { return words_; }

 private:
  // Lines that differ are compared together: texts are not broken in the same places.
  void close_block() {
    const auto compared = compare_lines(left_, right_);
    words_.insert(words_.end(), compared.begin(), compared.end());
    left_.clear();
    right_.clear();
  }

  Words left_;
  Words right_;
  std::vector<ComparedLine> words_;
};

// From the first word to the last as the text has it; line ends are spaces.
std::string stretch(const std::vector<ComparedLine>& words, std::size_t begin, std::size_t end,
                    Side side, std::uint64_t& count) {
  const char* from = nullptr;
  const char* to = nullptr;
  count = 0;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view word = side == Side::left ? words[i].left : words[i].right;
    if (word.empty()) continue;
    if (from == nullptr) from = word.data();
    to = word.data() + word.size();
    ++count;
  }
  std::string out;
  for (; from != to; ++from)
    if (!is_space(*from))
      out += *from;
    else if (!out.ends_with(' '))
      out += ' ';
  return out;
}

struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// Of words that differ, with few alike between.
std::vector<Range> differing_ranges(const std::vector<ComparedLine>& words) {
  std::vector<Range> ranges;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].side == Side::both) continue;
    if (!ranges.empty() && i - ranges.back().end <= kWordsBetween)
      ranges.back().end = i + 1;
    else
      ranges.push_back({i, i + 1});
  }
  return ranges;
}

}  // namespace

Passages differing_passages(std::string_view left, std::string_view right, std::size_t most) {
  const AlignedWords aligned(left, right);
  const auto& words = aligned.words();
  const std::vector<Range> ranges = differing_ranges(words);
  Passages passages;
  passages.all = ranges.size();
  for (std::size_t i = 0; i < std::min(most, ranges.size()); ++i) {
    const auto [begin, end] = ranges[i];
    const std::size_t least = i > 0 ? ranges[i - 1].end : 0;
    const std::size_t last = i + 1 < ranges.size() ? ranges[i + 1].begin : words.size();
    const std::size_t from = std::max(least, begin - std::min(begin, kWordsAround));
    const std::size_t to = std::min(last, end + kWordsAround);
    Passage passage;
    std::uint64_t around = 0;
    passage.before = stretch(words, from, begin, Side::left, around);
    passage.left = stretch(words, begin, end, Side::left, passage.left_words);
    passage.right = stretch(words, begin, end, Side::right, passage.right_words);
    passage.after = stretch(words, end, to, Side::left, around);
    if (i > 0 && begin - least <= 2 * kWordsAround)
      passage.between = stretch(words, least, begin, Side::left, around);
    passage.at_start = from == 0;
    passage.at_end = to == words.size();
    passages.first.push_back(std::move(passage));
  }
  return passages;
}

}  // namespace pressmill::inspect
