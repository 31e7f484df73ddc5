// SPDX-License-Identifier: Apache-2.0
//
// Composing pages out of stories and furniture.

#include "tools/corpusgen/furniture.h"

#include <span>
#include <string_view>

namespace pressmill::corpusgen {

namespace {

// A line of furniture stands in five articles of six, so that no article of a site looks quite
// like the next; one of the middle lines in one gap of six.
constexpr std::uint64_t kShown = 5;
constexpr std::uint64_t kOf = 6;
// The headline stands on top of the text in half of the articles of sites that do so.
constexpr std::uint64_t kTitleRepeatedIn = 2;
constexpr std::uint64_t kLeastFigure = 2;
constexpr std::uint64_t kMostFigure = 99;

class Composer {
 public:
  Composer(const Site& site, Random& random, Page& page)
      : site_(site), random_(random), page_(page) {
    page.text.clear();
    page.labels.clear();
  }

  void block(std::span<const std::string_view> lines) {
    for (const std::string_view line : lines)
      if (random_.chance(kShown, kOf)) furniture(line);
  }

  void gap(std::span<const std::string_view> lines) {
    if (random_.chance(1, kOf)) furniture(lines[random_.index(lines.size())]);
  }

  void line(std::string_view text, Label label) {
    open(label);
    page_.text += text;
  }

 private:
  // Furniture lines follow each other closely; everything else is a paragraph of its own.
  void open(Label label) {
    if (!page_.labels.empty()) {
      const bool close = label == Label::furniture && page_.labels.back() == Label::furniture;
      page_.text += close ? "\n" : "\n\n";
    }
    page_.labels.push_back(label);
  }

  void furniture(std::string_view text) {
    open(Label::furniture);
    const std::size_t mark = text.find('#');
    page_.text += text.substr(0, mark);
    if (mark == std::string_view::npos) return;
    append_number(random_.between(kLeastFigure, kMostFigure), site_.numbers, page_.text);
    page_.text += text.substr(mark + 1);
  }

  const Site& site_;
  Random& random_;
  Page& page_;
};

}  // namespace

void compose_page(const Story& story, const Site& site, bool with_furniture, Random& random,
                  Page& page) {
  Composer composer(site, random, page);
  if (with_furniture) {
    composer.block(site.furniture.top);
    if (site.repeats_title && random.chance(1, kTitleRepeatedIn))
      composer.line(story.title, Label::title);
  }
  for (std::size_t i = 0; i < story.ends.size(); ++i) {
    if (i > 0 && with_furniture) composer.gap(site.furniture.middle);
    composer.line(story.paragraph(i), Label::body);
  }
  if (with_furniture) composer.block(site.furniture.end);
}

}  // namespace pressmill::corpusgen
