// SPDX-License-Identifier: Apache-2.0
//
// An article for people. A new fact is a line in one of the functions that list them.

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/human.h"
#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "inspect/explain.h"
#include "inspect/side_by_side.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kLabelColumns = 10;
constexpr std::size_t kLeastColumns = 40;   // of text, below which it is not wrapped
constexpr std::size_t kWordsShown = 24;     // of what differs in one place
constexpr std::size_t kColumnsShown = 120;  // of the same without spaces

class Page {
 public:
  explicit Page(const Terminal& terminal) : terminal_(terminal) {}

  // Facts without a value are left out.
  void fact(std::string_view label, const std::string& value) {
    if (!value.empty())
      fmt::format_to(std::back_inserter(out_), "  {:<{}}{}\n", label, kLabelColumns, value);
  }
  void line(const std::string& text) { out_ += text + "\n"; }
  // With its line ends.
  void text(const std::string& lines) { out_ += lines; }
  const Terminal& terminal() const { return terminal_; }
  std::string take() { return std::move(out_); }

 private:
  const Terminal& terminal_;
  std::string out_;
};

std::string day_of(const ArticleView& view) {
  if (view.day.empty())
    return view.is_date_unparsable ? "none: its date field is unreadable"
                                   : "none: no date field, and no day in its url";
  if (view.day_source == 1) return view.day + ", from its date field";
  return view.day + (view.is_date_unparsable ? ", from its url; its date field is unreadable"
                                             : ", from its url");
}

std::string language_of(const ArticleView& view) {
  if (view.lang.empty()) return "";
  if (view.lang_percent == 0) return view.lang + ", as the input says";
  return fmt::format("{}, {} % of the text", view.lang, view.lang_percent);
}

// Everything that emit said of a removal, in its own names; partners are named once.
std::string verdict_of(const ArticleView& view) {
  if (view.is_kept())
    return view.has_partner() && view.verdict.kind != dedup::Kind::contains
               ? fmt::format("kept; marked as {}", dedup::kind_name(view.verdict.kind))
               : "kept";
  std::string text = fmt::format("dropped: {}", view.told_text("reason"));
  if (const std::string of = view.told_text("of"); !of.empty()) {
    const std::string place =
        fmt::format("{}:{}", view.told_text("of_input"), view.told_text("of_line"));
    text += of == place ? fmt::format("; {} stays", printable(of))
                        : fmt::format("; {} ({}) stays", printable(of), printable(place));
  }
  for (const Told& member : view.told) {
    static constexpr std::string_view kSaid[] = {
        "reason", "of", "of_input", "of_line", "cluster", "lang", "lang_score", "input", "line"};
    const bool is_said =
        std::find(std::begin(kSaid), std::end(kSaid), member.name) != std::end(kSaid);
    if (is_said) continue;
    fmt::format_to(std::back_inserter(text), "; {} {}", printable(member.name),
                   printable(doc::unquoted(member.token)));
  }
  return text;
}

std::string repair_of(const ArticleView& view) {
  static constexpr std::string_view kDone[dedup::kRepairs] = {
      "line decoded from an older encoding",
      "bad bytes of the line replaced",
      "lone surrogates of the line replaced",
      "mojibake mended",
      "tags taken out",
      "character references replaced",
      "control characters taken out",
      "invisible characters taken out",
      "spaces made plain",
      "line ends made plain",
      "letters and their marks composed"};
  std::string text;
  for (std::size_t i = 0; i < dedup::kRepairs; ++i)
    if (view.repairs.has(static_cast<dedup::Repair>(i)))
      fmt::format_to(std::back_inserter(text), "{}{}", text.empty() ? "" : "; ", kDone[i]);
  return text;
}

std::string cleaning_of(const FinishedRun& run, const ArticleView& view) {
  if (view.lines_removed == 0) return view.is_guarded ? "nothing taken: too many lines" : "";
  const std::string lines = counted(view.lines_removed, "line");
  const std::string words = counted(view.words_removed, "word");
  const std::string audit =
      run.settings().lines_written ? "" : "; which ones was not written down (--audit off)";
  if (view.is_guarded)
    return fmt::format("guarded: {} with {} of {} would have gone, nothing was taken{}", lines,
                       words, human_count(view.words), audit);
  return fmt::format("{} with {} removed{}", lines, words, audit);
}

// "678 of 728 five-word shingles", and of which article.
std::string ratio_of(const FinishedRun& run, const ArticleView& view) {
  const std::string ratio = ratio_in_words(view.verdict, run.settings().shingle_words);
  switch (view.verdict.kind) {
    case dedup::Kind::near:
      return ratio + " that the two have together";
    case dedup::Kind::contained:
      return ratio + " of this article stand in the partner";
    case dedup::Kind::contains:
      return ratio + " of the partner stand in this article";
    default:
      return "";
  }
}

void put_partner(const FinishedRun& run, const Explained& explained, Page& page) {
  if (explained.partner == nullptr) return;
  const ArticleView& view = explained.article;
  const ArticleView& partner = *explained.partner;
  std::string who = named(partner);
  if (partner.site != "-") who += "  " + printable(partner.site);
  if (!partner.day.empty()) who += "  " + partner.day;
  const std::string& title = partner.title.empty() ? partner.found_title : partner.title;
  if (!title.empty()) who += "  " + printable(title);
  page.fact("partner", who);
  std::string alike =
      fmt::format("{} {}", dedup::kind_name(view.verdict.kind), similarity_of(view.verdict));
  if (const std::string ratio = ratio_of(run, view); !ratio.empty()) alike += ": " + ratio;
  if (const std::string least = view.told_text("threshold"); !least.empty())
    alike += "; threshold " + printable(least);
  page.fact("alike", alike);
  if (view.verdict.indirect && explained.cluster != nullptr)
    page.fact("", fmt::format("the partner is not the cluster's survivor, {}, and stays, too",
                              named(explained.cluster->articles.front())));
}

// What stands between a member's name and its place in the list: kind, similarity, what else.
std::string remarks_on(const ArticleView& member, const ClusterView& cluster) {
  std::string remarks;
  if (member.verdict.indirect)
    if (const ArticleView* of = cluster.find(member.verdict.of); of != nullptr)
      remarks += fmt::format("  of {}", named(*of));
  if (member.is_kept()) remarks += "  stays, too";
  return remarks;
}

void put_cluster(const ArticleView& view, const ClusterView* whole, Page& page) {
  if (whole == nullptr) return;
  const ClusterView& cluster = *whole;
  const ArticleView& survivor = cluster.articles.front();
  page.fact("cluster",
            fmt::format("{}: {}; {} stays: {}", cluster.number, counted(cluster.size, "article"),
                        named(survivor), why_in_words(cluster.why)));
  for (const ArticleView& member : cluster.articles) {
    const bool is_survivor = member.row == survivor.row;
    const std::string kind = is_survivor
                                 ? "stays"
                                 : fmt::format("{} {}", dedup::kind_name(member.verdict.kind),
                                               similarity_of(member.verdict));
    std::string line =
        fmt::format("    {} {:<16} {}", member.row == view.row ? '>' : ' ', kind, named(member));
    if (member.site != "-") line += "  " + printable(member.site);
    if (!member.day.empty()) line += "  " + member.day;
    if (!is_survivor) line += remarks_on(member, cluster);
    page.line(line);
  }
  if (cluster.size > cluster.articles.size())
    page.line(fmt::format("      and {} more; clusters.jsonl.zst has all",
                          human_count(cluster.size - cluster.articles.size())));
}

// The first and the last words of what differs at length.
std::string shortened(const std::string& text, std::uint64_t words) {
  if (words <= kWordsShown) return text;
  const auto cut = [&](std::size_t n, bool from_end) {
    std::size_t at = from_end ? text.size() : 0;
    for (; n > 0; --n) at = from_end ? text.rfind(' ', at - 1) : text.find(' ', at + 1);
    return at;
  };
  if (std::count(text.begin(), text.end(), ' ') < static_cast<std::ptrdiff_t>(kWordsShown))
    return clipped(text, kColumnsShown);  // a script without spaces
  return fmt::format("{} ... {} ...{}", text.substr(0, cut(kWordsShown / 2, false)),
                     counted(words - kWordsShown, "more word"),
                     text.substr(cut(kWordsShown / 2, true)));
}

std::string one_side(const Passage& passage, const std::string& differs, std::uint64_t words,
                     std::string_view open, std::string_view close) {
  std::string marked;
  if (!differs.empty())
    marked = fmt::format("{}{}{}", open, shortened(printable(differs), words), close);
  std::string text = passage.at_start ? "" : "...";
  for (const std::string& piece : {printable(passage.before), marked, printable(passage.after)})
    if (!piece.empty()) text += (text.empty() ? "" : " ") + piece;
  return text + (passage.at_end ? "" : " ...");
}

void put_passages(const Explained& explained, Page& page) {
  const Passages& differing = explained.differing;
  const bool is_compared = explained.partner != nullptr &&
                           explained.article.verdict.kind != dedup::Kind::exact &&
                           explained.article.has_text && explained.partner->has_text;
  if (!is_compared) return;
  page.line(differing.all == 0 ? "\n  The texts differ in white space alone."
            : differing.all <= differing.first.size()
                ? fmt::format("\n  The texts differ in {}:", counted(differing.all, "passage"))
                : fmt::format("\n  The texts differ in {}; the first {}:",
                              counted(differing.all, "passage"), differing.first.size()));
  std::vector<Row> rows;
  for (const Passage& passage : differing.first)
    rows.push_back({fmt::format("{}", rows.size() + 1), Side::changed,
                    one_side(passage, passage.left, passage.left_words, "[-", "-]"),
                    one_side(passage, passage.right, passage.right_words, "{+", "+}")});
  if (!rows.empty())
    page.text(side_by_side(rows, page.terminal(), {"this article", "the partner"}));
}

std::string fate_of(const TextLine& line) {
  if (line.fate == Fate::kept) return "";
  if (line.why.of > 0)
    return fmt::format("{} {}/{}", clean::rule_name(line.why.rule), line.why.articles, line.why.of);
  if (line.why.rule != clean::LineRule::model) return std::string(clean::rule_name(line.why.rule));
  return fmt::format("{} {}", clean::rule_name(line.why.rule), doc::ratio4(line.why.chance, 100));
}

std::string features_of(const TextLine& line) {
  std::string names;
  if (line.fate != Fate::kept)
    for (const std::string_view name : because(line.why))
      names += (names.empty() ? "  [" : ", ") + std::string(name);
  return names.empty() ? "" : names + "]";
}

void put_lines(const std::vector<TextLine>& lines, Page& page) {
  static constexpr char kMarks[] = {' ', '-', '!'};
  std::size_t fate_columns = 0;
  for (const TextLine& line : lines)
    fate_columns = std::max(fate_columns, fate_of(line).size() + 1);
  const std::size_t margin = 8 + fate_columns;
  const std::size_t width = page.terminal().width;
  for (const TextLine& line : lines) {
    const std::string text = printable(line.text) + features_of(line);
    const auto rows = width >= margin + kLeastColumns ? wrapped(text, width - margin)
                                                      : std::vector<std::string>{text};
    const Tone tone = line.fate == Fate::removed ? Tone::gone : Tone::plain;
    for (std::size_t i = 0; i < rows.size(); ++i)
      page.line(toned(
          page.terminal(), tone,
          i > 0 ? std::string(margin, ' ') + rows[i]
                : fmt::format("{} {:>4} {:<{}} {}", kMarks[static_cast<std::size_t>(line.fate)],
                              line.number, fate_of(line), fate_columns, rows[i])));
  }
}

void put_text(const ArticleView& view, Page& page) {
  const bool has_lines = view.has_text || !view.taken.lines.empty();
  if (!has_lines) {
    if (!view.is_kept() && view.verdict.reason != dedup::Reason::empty)
      page.line("\n  The text of dropped articles was not kept (--dropped ids).");
    return;
  }
  page.line("");
  if (view.is_text_of_kept)
    page.line(
        "  Only the id was kept (--dropped ids); its cleaned text is that of the article that "
        "stays:");
  else if (!view.has_text)
    page.line("  Only the id was kept (--dropped ids); these lines went:");
  put_lines(view.lines(), page);
}

}  // namespace

std::string explained_text(const FinishedRun& run, const Explained& explained,
                           const Terminal& terminal) {
  const ArticleView& view = explained.article;
  Page page(terminal);
  page.line(shown_id(view));
  page.fact("title", printable(view.title));
  page.fact("title",
            view.found_title.empty() ? "" : printable(view.found_title) + " (found in the text)");
  page.fact("url", printable(view.url));
  page.fact("input", fmt::format("{}, line {}, byte {}, {} bytes", printable(view.input), view.line,
                                 view.byte, view.input_bytes));
  page.fact("site", view.site == "-" ? "" : printable(view.site));
  page.fact("day", day_of(view));
  page.fact("language", language_of(view));
  page.fact("words", human_count(view.words));
  page.fact("repair", repair_of(view));
  page.fact("cleaning", cleaning_of(run, view));
  page.fact("verdict", verdict_of(view));
  page.fact("written", fmt::format("{}, line {}", view.part, view.part_line));
  put_partner(run, explained, page);
  put_cluster(view, explained.cluster, page);
  put_passages(explained, page);
  put_text(view, page);
  return page.take();
}

}  // namespace pressmill::inspect
