// SPDX-License-Identifier: Apache-2.0
//
// A removal for people: two articles beside each other where the terminal is wide, else one over
// the other; a line between its neighbours.

#include <fmt/format.h>

#include <algorithm>

#include "base/human.h"
#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "inspect/compare.h"
#include "inspect/sample.h"
#include "inspect/side_by_side.h"
#include "inspect/surroundings.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kAlikeColumns = 150;  // shown of a line around a drawn one
constexpr std::size_t kAlikeAround = 1;     // lines shown beside a difference
constexpr std::size_t kAlikeHead = 3;       // and at the start of the text
constexpr std::size_t kNearRemoved = 3;     // removed lines shown beside a drawn one
constexpr std::size_t kAloneLines = 8;      // of an article without a partner
constexpr Heads kHeads{"removed", "stays"};

void add_fact(std::vector<Row>& rows, const char* label, std::string left, std::string right) {
  if (left.empty() && right.empty()) return;
  const Side side = left == right ? Side::both : Side::changed;
  for (std::string* value : {&left, &right})
    if (value->empty()) *value = "(none)";
  rows.push_back({label, side, std::move(left), std::move(right)});
}

void add_facts(std::vector<Row>& rows, const ArticleView& a, const ArticleView& b) {
  add_fact(rows, "id", shown_id(a), shown_id(b));
  add_fact(rows, "place", place_of(a), place_of(b));
  const auto site = [](const ArticleView& view) {
    return view.site == "-" ? "" : printable(view.site);
  };
  add_fact(rows, "site", site(a), site(b));
  add_fact(rows, "day", a.day, b.day);
  add_fact(rows, "title", printable(a.title), printable(b.title));
  add_fact(rows, "url", printable(a.url), printable(b.url));
  add_fact(rows, "lang", a.lang, b.lang);
  add_fact(rows, "words", human_count(a.words), human_count(b.words));
}

// Lines that both have are shown beside differences and at the start only.
std::vector<bool> worth_showing(const std::vector<ComparedLine>& lines) {
  std::vector<bool> shown(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i < kAlikeHead) shown[i] = true;
    if (lines[i].side == Side::both) continue;
    const std::size_t end = std::min(lines.size(), i + kAlikeAround + 1);
    for (std::size_t j = i - std::min(i, kAlikeAround); j < end; ++j) shown[j] = true;
  }
  return shown;
}

void add_text(std::vector<Row>& rows, const std::string& left, const std::string& right) {
  const auto lines = compare_lines(filled_lines(left), filled_lines(right));
  const std::vector<bool> shown = worth_showing(lines);
  const char* label = "text";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Row row{label, lines[i].side, printable(lines[i].left), printable(lines[i].right)};
    label = "";
    if (!shown[i]) {
      std::size_t end = i;
      while (end < lines.size() && !shown[end]) ++end;
      row.left = row.right = fmt::format("... {} alike ...", counted(end - i, "line"));
      i = end - 1;
    } else if (row.side == Side::changed) {
      std::tie(row.left, row.right) = bracketed(row.left, row.right);
    }
    rows.push_back(std::move(row));
  }
}

// What the guard spared is named: it is why the article went, or would have.
std::string alone(const ArticleView& article) {
  std::vector<Row> rows;
  add_facts(rows, article, article);
  const std::vector<TextLine> lines = article.lines();
  for (std::size_t i = 0; i < std::min(lines.size(), kAloneLines); ++i) {
    const std::string rule = lines[i].fate == Fate::kept
                                 ? ""
                                 : fmt::format("[{}] ", clean::rule_name(lines[i].why.rule));
    rows.push_back({i == 0 ? "text" : "", Side::both, rule + printable(lines[i].text), ""});
  }
  if (lines.size() > kAloneLines)
    rows.push_back({"", Side::both,
                    fmt::format("... {} ...", counted(lines.size() - kAloneLines, "more line")),
                    ""});
  return side_by_side(rows, {}, kHeads);
}

// The reason, and what emit said with it.
std::string article_head(const Sampled& sampled) {
  std::string head = sampled.article.told_text("reason");  // what quality drops: the rule
  if (head.empty()) head = kind_name(sampled.removal.kind);
  for (const char* name : {"lang", "lang_score", "similarity", "measured", "threshold", "recipe"})
    if (const std::string value = sampled.article.told_text(name); !value.empty())
      head += fmt::format(", {} {}", name, printable(value));
  return head;
}

std::string line_head(const Sampled& sampled) {
  const ArticleView& article = sampled.article;
  const clean::RemovedLine& line = article.taken.lines[sampled.removal.at].line;
  std::string head(clean::rule_name(line.rule));
  if (line.rule == clean::LineRule::model) {
    head += fmt::format(", chance {} of being body", doc::ratio4(line.chance, 100));
    std::string names;
    for (const std::string_view name : because(line))
      names += (names.empty() ? "" : ", ") + std::string(name);
    if (!names.empty()) head += fmt::format("; {}", names);
  }
  if (line.of > 0)
    head += fmt::format(", in {} of {} articles of its site", human_count(line.articles),
                        human_count(line.of));
  const std::string id = shown_id(article);
  head += fmt::format("\n    {}", id);
  if (id != place_of(article)) head += "  " + place_of(article);
  if (article.site != "-") head += "  " + printable(article.site);
  return head;
}

class Neighbours {
 public:
  explicit Neighbours(const Terminal& terminal) : terminal_(terminal) {}

  void put(const TextLine& line, char mark, Tone tone) {
    const std::string text = printable(line.text);
    out_ += toned(terminal_, tone,
                  fmt::format("    {} {:>4}  {}", mark, line.number,
                              mark == '>' ? text : clipped(text, kAlikeColumns))) +
            "\n";
  }
  // `distance` counts lines from the one that was drawn. Of long runs of removed lines the nearest
  // are shown.
  void put_around(const TextLine& line, std::size_t distance) {
    const bool is_kept = line.fate == Fate::kept;
    if (!is_kept && distance > kNearRemoved) {
      ++skipped_;
      return;
    }
    tell_skipped();
    put(line, is_kept ? ' ' : '-', is_kept ? Tone::plain : Tone::faint);
  }
  void tell_skipped() {
    if (skipped_ > 0)
      out_ += fmt::format("    -       ... {} removed ...\n",
                          counted(std::exchange(skipped_, 0), "more line"));
  }
  std::string take() { return std::move(out_); }

 private:
  const Terminal& terminal_;
  std::string out_;
  std::uint64_t skipped_ = 0;
};

std::string line_text(const Sampled& sampled, const Terminal& terminal) {
  const Surroundings around = surroundings(sampled.article, sampled.removal.at);
  Neighbours text(terminal);
  for (std::size_t i = 0; i < around.before.size(); ++i)
    text.put_around(around.before[i], around.before.size() - i);
  text.tell_skipped();
  text.put(around.line, '>', Tone::gone);
  for (std::size_t i = 0; i < around.after.size(); ++i) text.put_around(around.after[i], i + 1);
  text.tell_skipped();
  return text.take();
}

}  // namespace

std::string sampled_text(const Sampled& sampled, std::uint64_t number, const Terminal& terminal) {
  if (sampled.removal.kind.is_line)
    return fmt::format("\n{}. {}\n{}", number, line_head(sampled), line_text(sampled, terminal));
  std::string out = fmt::format("\n{}. {}\n", number, article_head(sampled));
  if (sampled.stayed == nullptr) return out + alone(sampled.article);
  std::vector<Row> rows;
  add_facts(rows, sampled.article, *sampled.stayed);
  add_text(rows, sampled.article.text, sampled.stayed->text);
  return out + side_by_side(rows, terminal, kHeads);
}

}  // namespace pressmill::inspect
