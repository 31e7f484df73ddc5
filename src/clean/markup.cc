// SPDX-License-Identifier: Apache-2.0
//
// Tags first, then references; then tags again, where references hid some.

#include "clean/markup.h"

#include <algorithm>
#include <array>
#include <optional>

#include "clean/entity_names.h"
#include "text/legacy_encoding.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

constexpr int kMostPasses = 3;
constexpr std::size_t kLongestName = 10;        // of an element or a reference
constexpr std::size_t kLongestTagBytes = 4096;  // a longer one is a stray sign

enum class Effect : std::uint8_t { none, line_end, space };

struct Element {
  std::string_view name;
  Effect effect = Effect::none;
  bool is_alone = false;       // has no other half
  bool hides_content = false;  // what stands between its halves is no text
};

// In the order of names.
constexpr Element kElements[] = {
    {"a"},
    {"abbr"},
    {"article", Effect::line_end},
    {"aside", Effect::line_end},
    {"b"},
    {"big"},
    {"blockquote", Effect::line_end},
    {"br", Effect::line_end, true},
    {"button", Effect::line_end},
    {"caption", Effect::line_end},
    {"center", Effect::line_end},
    {"cite"},
    {"dd", Effect::line_end},
    {"del"},
    {"div", Effect::line_end},
    {"dl", Effect::line_end},
    {"dt", Effect::line_end},
    {"em"},
    {"figcaption", Effect::line_end},
    {"figure", Effect::line_end},
    {"font"},
    {"footer", Effect::line_end},
    {"form", Effect::line_end},
    {"h1", Effect::line_end},
    {"h2", Effect::line_end},
    {"h3", Effect::line_end},
    {"h4", Effect::line_end},
    {"h5", Effect::line_end},
    {"h6", Effect::line_end},
    {"header", Effect::line_end},
    {"hr", Effect::line_end, true},
    {"i"},
    {"iframe", Effect::line_end, false, true},
    {"img", Effect::space},
    {"ins"},
    {"li", Effect::line_end},
    {"main", Effect::line_end},
    {"nav", Effect::line_end},
    {"noscript", Effect::line_end},
    {"ol", Effect::line_end},
    {"p", Effect::line_end, true},
    {"pre", Effect::line_end},
    {"s"},
    {"script", Effect::line_end, false, true},
    {"section", Effect::line_end},
    {"small"},
    {"span"},
    {"strike"},
    {"strong"},
    {"style", Effect::line_end, false, true},
    {"sub"},
    {"sup"},
    {"table", Effect::line_end},
    {"tbody", Effect::line_end},
    {"td", Effect::space},
    {"th", Effect::space},
    {"thead", Effect::line_end},
    {"tr", Effect::line_end},
    {"u"},
    {"ul", Effect::line_end},
};

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_name_char(char c) {
  return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9');
}
bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

const Element* find_element(std::string_view name) {
  std::array<char, kLongestName> folded{};
  if (name.empty() || name.size() > folded.size()) return nullptr;
  std::transform(name.begin(), name.end(), folded.begin(), lower);
  const std::string_view wanted(folded.data(), name.size());
  const auto at = std::lower_bound(
      std::begin(kElements), std::end(kElements), wanted,
      [](const Element& element, std::string_view other) { return element.name < other; });
  return at != std::end(kElements) && at->name == wanted ? &*at : nullptr;
}

struct Tag {
  std::size_t end = 0;  // behind the '>'
  const Element* element = nullptr;
  bool closes = false;
  bool has_attributes = false;
};

// The tag whose '<' stands at `begin`.
std::optional<Tag> tag_at(std::string_view text, std::size_t begin) {
  Tag tag;
  std::size_t at = begin + 1;
  if (at < text.size() && text[at] == '/') {
    tag.closes = true;
    ++at;
  }
  const std::size_t name = at;
  while (at < text.size() && is_name_char(text[at])) ++at;
  tag.element = find_element(text.substr(name, at - name));
  if (tag.element == nullptr || at == text.size()) return std::nullopt;
  const std::size_t limit = std::min(text.size(), begin + kLongestTagBytes);
  if (!is_space(text[at]) && text[at] != '>' && text[at] != '/') return std::nullopt;
  for (; at < limit && text[at] != '>'; ++at) {
    if (text[at] == '<') return std::nullopt;
    tag.has_attributes = tag.has_attributes || text[at] == '=';
  }
  if (at >= limit) return std::nullopt;
  tag.end = at + 1;
  return tag;
}

class TagStripper {
 public:
  explicit TagStripper(std::string_view text) : text_(text) {}

  bool run(std::string& out, MarkupCounts& counts) {
    std::size_t copied = 0;
    std::uint64_t tags = 0;
    out.clear();
    for (std::size_t at = text_.find('<'); at != std::string_view::npos;) {
      std::size_t end = at + 1;
      if (const auto effect = take(at, end)) {
        out.append(text_.substr(copied, at - copied));
        if (*effect == Effect::line_end) out += '\n';
        if (*effect == Effect::space) out += ' ';
        copied = end;
        ++tags;
      }
      at = text_.find('<', end);
    }
    if (tags == 0) return false;
    out.append(text_.substr(copied));
    counts.tags += tags;
    return true;
  }

 private:
  // What becomes of the markup at `at`, and its end; nothing where there is none.
  std::optional<Effect> take(std::size_t at, std::size_t& end) {
    constexpr std::string_view kComment = "<!--";
    constexpr std::string_view kCommentEnd = "-->";
    if (text_.substr(at).starts_with(kComment)) {
      if (comments_stay_open_) return std::nullopt;
      const std::size_t close = text_.find(kCommentEnd, at + kComment.size());
      comments_stay_open_ = close == std::string_view::npos;
      if (comments_stay_open_) return std::nullopt;
      end = close + kCommentEnd.size();
      return Effect::none;
    }
    const auto tag = tag_at(text_, at);
    if (!tag || !is_markup(*tag)) return std::nullopt;
    end = tag->end;
    if (tag->element->hides_content && !tag->closes) end = end_of_content(*tag);
    return tag->element->effect;
  }

  bool is_markup(const Tag& tag) {
    if (tag.closes || tag.has_attributes || tag.element->is_alone) return true;
    return has_closing(*tag.element);
  }

  bool has_closing(const Element& element) {
    if (!closing_known_) find_closing();
    return closing_[number_of(element)];
  }

  void find_closing() {
    closing_known_ = true;
    for (std::size_t at = text_.find("</"); at != std::string_view::npos;
         at = text_.find("</", at + 2))
      if (const auto tag = tag_at(text_, at)) closing_[number_of(*tag->element)] = true;
  }

  static std::size_t number_of(const Element& element) {
    return static_cast<std::size_t>(&element - kElements);
  }

  // Where the other half of a script or style ends; the tag's own end where there is none.
  std::size_t end_of_content(const Tag& open) {
    bool& stays_open = stays_open_[number_of(*open.element)];
    if (stays_open) return open.end;
    for (std::size_t at = text_.find("</", open.end); at != std::string_view::npos;
         at = text_.find("</", at + 2)) {
      const auto tag = tag_at(text_, at);
      if (tag && tag->element == open.element) return tag->end;
    }
    stays_open = true;
    return open.end;
  }

  std::string_view text_;
  std::array<bool, std::size(kElements)> closing_{};
  bool closing_known_ = false;
  // What has no other half behind one place has none behind the next: to look again and again
  // would take forever.
  bool comments_stay_open_ = false;
  std::array<bool, std::size(kElements)> stays_open_{};
};

// The code point of "#233" or "#xE9"; 0 where it is none. As browsers do, numbers from 128 to 159
// are taken for bytes of windows-1252.
char32_t numeric_char(std::string_view digits) {
  digits.remove_prefix(1);
  const bool is_hex = !digits.empty() && lower(digits.front()) == 'x';
  if (is_hex) digits.remove_prefix(1);
  if (digits.empty()) return 0;
  char32_t c = 0;
  for (const char d : digits) {
    const char32_t base = is_hex ? 16 : 10;
    const char l = lower(d);
    char32_t value = base;
    if (d >= '0' && d <= '9') value = static_cast<char32_t>(d - '0');
    if (is_hex && l >= 'a' && l <= 'f') value = static_cast<char32_t>(l - 'a' + 10);
    if (value >= base) return 0;
    c = c * base + value;
    if (c >= text::kCodePointEnd) return 0;
  }
  if (c >= 0x80 && c < 0xA0) return text::windows_1252_char(static_cast<std::uint8_t>(c));
  const bool is_control = c < 0x20 && c != '\n' && c != '\t';
  return is_control || (c >= 0xD800 && c < 0xE000) ? 0 : c;
}

bool decode_references(std::string_view text, std::string& out, MarkupCounts& counts) {
  std::size_t copied = 0;
  std::uint64_t references = 0;
  out.clear();
  for (std::size_t at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
    const std::string_view rest = text.substr(at + 1, kLongestName + 1);
    const std::size_t length = rest.find(';');
    if (length == std::string_view::npos || length == 0) continue;
    const std::string_view name = rest.substr(0, length);
    const char32_t c = name.front() == '#' ? numeric_char(name) : entity_char(name);
    if (c == 0) continue;
    out.append(text.substr(copied, at - copied));
    text::append_utf8(out, c);
    copied = at + 1 + length + 1;
    ++references;
  }
  if (references == 0) return false;
  out.append(text.substr(copied));
  counts.references += references;
  return true;
}

}  // namespace

bool strip_markup(std::string_view text, std::string& out, MarkupCounts& counts) {
  if (text.find('<') == std::string_view::npos && text.find('&') == std::string_view::npos)
    return false;
  bool changed = false;
  std::string next;
  for (int pass = 0; pass < kMostPasses; ++pass) {
    const bool had_tags = TagStripper(changed ? std::string_view(out) : text).run(next, counts);
    if (had_tags) out.swap(next);
    changed = changed || had_tags;
    const bool had_references =
        decode_references(changed ? std::string_view(out) : text, next, counts);
    if (had_references) out.swap(next);
    changed = changed || had_references;
    if (!had_references) break;  // nothing new came to light
  }
  return changed;
}

}  // namespace pressmill::clean
