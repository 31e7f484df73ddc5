// SPDX-License-Identifier: Apache-2.0
//
// Composing pages out of stories and furniture.

#include "tools/corpusgen/furniture.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

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

// Links stand on half of the pages; half of them in mid-text.
constexpr std::uint64_t kMostLinks = 3;
// A headline in three is cut off after so many bytes and glued to a section's name.
constexpr std::uint64_t kGluedOf = 3;
constexpr std::size_t kCutAtBytes = 30;

struct Prompts {
  std::array<std::string_view, 3> related;
  std::string_view section;
};
// By Language.
constexpr std::array<Prompts, kLanguageCount> kPrompts = {{
    {{"Related stories", "Read also:", "More on this"}, "Latest News"},
    {{"Noticias relacionadas", "Te puede interesar:", "Más sobre el tema"}, "Última hora"},
    {{"مواضيع ذات صلة", "قد يهمك أيضا:", "المزيد حول الموضوع"}, "أهم الأخبار"},
    {{"相关新闻", "推荐阅读：", "更多报道"}, "头条新闻"},
}};

// "Latest NewsMayor to widen the foot..."
std::string glued(std::string_view section, std::string_view title) {
  std::size_t size = std::min(title.size(), kCutAtBytes);
  while (size < title.size() && (static_cast<unsigned char>(title[size]) & 0xC0) == 0x80) ++size;
  return std::string(section).append(title.substr(0, size)).append("...");
}

// Keeps any number of the lines, none and all among them.
void shuffle_and_cut(Random& random, std::vector<std::string_view>& lines) {
  for (std::size_t i = lines.size(); i > 1; --i) std::swap(lines[i - 1], lines[random.index(i)]);
  lines.resize(random.index(lines.size() + 1));
}

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

  void links(const Links& links) {
    const Prompts& prompts = kPrompts[static_cast<std::size_t>(site_.language)];
    line(prompts.related[random_.index(prompts.related.size())], Label::furniture);
    for (const std::string& title : links.titles) {
      const bool is_last = &title == &links.titles.back();
      line(is_last && links.is_glued ? glued(prompts.section, title) : title, Label::furniture);
    }
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

std::size_t plan_links(Random& random, Links& links) {
  links.titles.clear();
  links.in_middle = random.chance(1, 2);
  links.is_glued = random.chance(1, kGluedOf);
  return random.chance(1, 2) ? random.between(1, kMostLinks) : 0;
}

void compose_page(const Story& story, const Site& site, FurnitureStyle style, const Links& links,
                  Random& random, Page& page) {
  Composer composer(site, random, page);
  const bool with_furniture = style != FurnitureStyle::none;
  std::vector<std::string_view> top(site.furniture.top.begin(), site.furniture.top.end());
  std::vector<std::string_view> end(site.furniture.end.begin(), site.furniture.end.end());
  if (style == FurnitureStyle::scraped) {
    shuffle_and_cut(random, top);
    shuffle_and_cut(random, end);
  }
  if (with_furniture) {
    composer.block(top);
    if (site.repeats_title && random.chance(1, kTitleRepeatedIn))
      composer.line(story.title, Label::title);
  }
  const bool has_links = !links.titles.empty();
  const std::size_t middle = has_links && links.in_middle ? (story.ends.size() + 1) / 2 : 0;
  for (std::size_t i = 0; i < story.ends.size(); ++i) {
    if (i > 0 && with_furniture) composer.gap(site.furniture.middle);
    if (i > 0 && i == middle) composer.links(links);
    composer.line(story.paragraph(i), Label::body);
  }
  if (has_links && !(middle > 0 && middle < story.ends.size())) composer.links(links);
  if (with_furniture) composer.block(end);
}

}  // namespace pressmill::corpusgen
