// SPDX-License-Identifier: Apache-2.0
//
// Cutting, joining, drawing figures.

#include "tools/corpusgen/other_copies.h"

#include <string>
#include <utility>
#include <vector>

namespace pressmill::corpusgen {

namespace {

constexpr std::uint64_t kLeastExcerptPercent = 30;
constexpr std::uint64_t kMostExcerptPercent = 70;

void append_paragraphs(const Story& from, Story& to) {
  const std::size_t base = to.body.size();
  to.body += from.body;
  for (const std::size_t end : from.ends) to.ends.push_back(base + end);
}

// The digit that begins at `at`: its size in bytes, 0 for anything else. ASCII, and U+0660 to
// U+0669, which are D9 A0 to D9 A9.
std::size_t digit_size(const std::string& text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(at) >= '0' && byte(at) <= '9') return 1;
  const bool arabic =
      byte(at) == 0xD9 && at + 1 < text.size() && byte(at + 1) >= 0xA0 && byte(at + 1) <= 0xA9;
  return arabic ? 2 : 0;
}

void draw_digits(Random& random, std::string& text) {
  bool first = true;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = digit_size(text, at);
    if (size == 0) {
      first = true;
      ++at;
      continue;
    }
    const std::uint64_t digit = first ? random.between(1, 9) : random.below(10);
    text[at + size - 1] = static_cast<char>((size == 1 ? '0' : 0xA0) + digit);
    first = false;
    at += size;
  }
}

}  // namespace

// Takes paragraphs from a drawn one on until there are enough words' bytes; at least one
// paragraph goes where there are several.
void cut_excerpt(Random& random, Story& story) {
  const std::size_t paragraphs = story.ends.size();
  if (paragraphs < 2) return;
  const std::size_t wanted =
      story.body.size() * random.between(kLeastExcerptPercent, kMostExcerptPercent) / 100;
  std::size_t first = random.index(paragraphs);
  const auto begin_of = [&](std::size_t i) { return i == 0 ? 0 : story.ends[i - 1]; };
  while (first > 0 && story.body.size() - begin_of(first) < wanted) --first;
  const std::size_t begin = begin_of(first);
  std::size_t last = first;
  while (last + 1 < paragraphs && story.ends[last] - begin < wanted) ++last;
  if (first == 0 && last + 1 == paragraphs) --last;
  Story cut;
  for (std::size_t i = first; i <= last; ++i) cut.add_paragraph(story.paragraph(i));
  story.body = std::move(cut.body);
  story.ends = std::move(cut.ends);
}

void embed(const Story& before, const Story& behind, Story& story) {
  Story joined;
  append_paragraphs(before, joined);
  append_paragraphs(story, joined);
  append_paragraphs(behind, joined);
  story.body = std::move(joined.body);
  story.ends = std::move(joined.ends);
}

void append_story(const Story& other, Story& story) {
  story.add_paragraph(other.title);
  append_paragraphs(other, story);
}

void set_figures(Random& random, Story& story) {
  draw_digits(random, story.title);
  draw_digits(random, story.body);
}

}  // namespace pressmill::corpusgen
