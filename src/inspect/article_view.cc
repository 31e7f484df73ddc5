// SPDX-License-Identifier: Apache-2.0
//
// Gathering articles.

#include "inspect/article_view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "base/buffer.h"
#include "clean/prepare.h"
#include "dedup/card.h"
#include "doc/calendar.h"
#include "doc/day.h"
#include "doc/line_parser.h"
#include "inspect/part_lines.h"
#include "pipeline/article_refs.h"
#include "pipeline/removed_lines.h"

namespace pressmill::inspect {

namespace {

// Values of one row of a file of cards; the first failure is kept.
class CardRow {
 public:
  CardRow(const dedup::CardReader& cards, std::uint64_t at) : cards_(cards), at_(at) {}

  template <class T>
  T get(std::string_view name) {
    auto value = cards_.value<T>(name, at_);
    if (value) return *value;
    if (!failed_) failed_ = value.error();
    return T{};
  }
  std::string id() {
    auto token = cards_.id(at_);
    if (token) return *token;
    if (!failed_) failed_ = token.error();
    return "";
  }
  const std::optional<Error>& failed() const { return failed_; }

 private:
  const dedup::CardReader& cards_;
  std::uint64_t at_;
  std::optional<Error> failed_;
};

Result<std::string> site_name(const dedup::CardReader& cards, std::uint64_t hash) {
  auto sites = cards.sites();
  if (!sites) return sites.error();
  for (const dedup::SiteName& site : *sites)
    if (site.hash == hash) return site.name;
  return std::string("-");
}

class Loader {
 public:
  explicit Loader(const FinishedRun& run) : run_(run), index_(run.index()) {}

  Result<ArticleView> figures(std::uint64_t row) const {
    const pipeline::SegmentRows& segment = index_.segment_of(row).rows;
    auto cards = dedup::CardReader::open(run_.paths().cards(segment.key));
    if (!cards) return cards.error();
    const std::uint64_t at = row - segment.first_row;
    ArticleView view;
    view.row = row;
    CardRow card(*cards, at);
    const auto input = card.get<std::uint32_t>("input");
    view.line = pipeline::SegmentTable::line_of(segment, input, card.get<std::uint64_t>("line"));
    const auto site = card.get<std::uint64_t>("site");
    fill(card, view);
    if (card.failed()) return *card.failed();
    if (input >= run_.inputs().size())
      return Error(Code::input, "a card of an input that is not in the manifest",
                   Place{.path = run_.paths().cards(segment.key)});
    view.input = run_.inputs()[input];
    view.id = pipeline::printed_id(view.id, view.input, view.line);
    auto name = site_name(*cards, site);
    if (!name) return name.error();
    view.site = *name;
    auto verdicts = dedup::VerdictReader::open(run_.paths().verdicts(segment.key));
    if (!verdicts) return verdicts.error();
    auto verdict = verdicts->row(at);
    if (!verdict) return verdict.error();
    view.verdict = *verdict;
    return view;
  }

  // Where in kept or dropped the article stands.
  Status locate(ArticleView& view) const {
    const pipeline::EmitUnit& unit = index_.unit_of(view.row);
    std::uint64_t before = 0;  // articles of the unit with the same fate
    for (const pipeline::IndexedSegment& segment : index_.segments) {
      const std::uint64_t first = std::max(segment.rows.first_row, unit.first_row);
      const std::uint64_t end = std::min(segment.rows.first_row + segment.rows.rows, view.row);
      if (first >= end) continue;
      auto verdicts = dedup::VerdictReader::open(run_.paths().verdicts(segment.rows.key));
      if (!verdicts) return verdicts.error();
      auto reasons = verdicts->reasons();
      if (!reasons) return reasons.error();
      for (std::uint64_t row = first; row < end; ++row) {
        const std::uint8_t reason = (*reasons)[row - segment.rows.first_row];
        before += (static_cast<dedup::Reason>(reason) == dedup::Reason::kept) == view.is_kept();
      }
    }
    view.part = fmt::format("{}/part-{:05}.jsonl.zst", view.is_kept() ? "kept" : "dropped",
                            view.is_kept() ? unit.kept_part : unit.dropped_part);
    view.part_line = before + 1;
    return {};
  }

  // The lines of all of them, from where they are had soonest.
  Status read_lines_of(std::vector<ArticleView*> views) {
    if (run_.emitted()) return read_emitted(std::move(views));
    for (ArticleView* view : views)
      if (Status s = locate(*view); !s) return s;
    return read_parts(std::move(views));
  }

  Status read_emitted(std::vector<ArticleView*> views) {
    std::sort(views.begin(), views.end(),
              [](const ArticleView* a, const ArticleView* b) { return a->row < b->row; });
    std::vector<std::uint64_t> rows;
    for (const ArticleView* view : views) rows.push_back(view->row);
    return run_.emitted()(rows, [&](std::size_t i, std::string_view line) {
      take_line(line, *views[i]);
      return Status();
    });
  }

  // Each part is passed through once. Needs: locate().
  Status read_parts(std::vector<ArticleView*> views) {
    std::sort(views.begin(), views.end(), [](const ArticleView* a, const ArticleView* b) {
      return std::tie(a->part, a->part_line) < std::tie(b->part, b->part_line);
    });
    for (std::size_t i = 0; i < views.size();) {
      std::vector<std::uint64_t> numbers;
      std::size_t end = i;
      for (; end < views.size() && views[end]->part == views[i]->part; ++end)
        numbers.push_back(views[end]->part_line);
      const std::string path = run_.paths().out + "/" + views[i]->part;
      Status s = read_lines(path, numbers, [&](std::size_t n, std::string_view line) {
        take_line(line, *views[i + n]);
        return Status();
      });
      if (!s) return s;
      i = end;
    }
    return {};
  }

  Status read_removed(std::vector<ArticleView>& views) const {
    std::map<pipeline::SegmentKey, std::map<std::uint32_t, std::vector<ArticleView*>>> wanted;
    for (ArticleView& view : views) {
      if (view.lines_removed == 0) continue;
      const pipeline::SegmentRows& segment = index_.segment_of(view.row).rows;
      wanted[segment.key][static_cast<std::uint32_t>(view.row - segment.first_row)].push_back(
          &view);
    }
    for (const auto& [key, rows] : wanted) {
      const auto& of_rows = rows;
      Status s = pipeline::each_removed(run_.paths().removed(key),
                                        [&](const pipeline::RemovedLines& removed) {
                                          const auto it = of_rows.find(removed.row);
                                          if (it == of_rows.end()) return Status();
                                          for (ArticleView* view : it->second)
                                            take_removed(removed, *view);
                                          return Status();
                                        });
      if (!s) return s;
    }
    return {};
  }

  // Exact copies of which only the id was kept: their text is that of the article that stays.
  Status borrow_texts(std::vector<ArticleView>& views) {
    std::vector<ArticleView*> poor;
    std::vector<ArticleView> rich;
    for (ArticleView& view : views) {
      if (view.has_text || view.verdict.reason != dedup::Reason::exact) continue;
      auto of = figures(view.verdict.of);
      if (!of) return of.error();
      poor.push_back(&view);
      rich.push_back(std::move(*of));
    }
    std::vector<ArticleView*> lenders;
    lenders.reserve(rich.size());
    for (ArticleView& view : rich) lenders.push_back(&view);
    if (Status s = read_lines_of(lenders); !s) return s;
    for (std::size_t i = 0; i < poor.size(); ++i) {
      poor[i]->text = rich[i].text;
      poor[i]->has_text = poor[i]->is_text_of_kept = rich[i].has_text;
    }
    return {};
  }

 private:
  static void fill(CardRow& card, ArticleView& view) {
    view.id = card.id();
    view.byte = card.get<std::uint64_t>("byte");
    view.day = doc::format_day(card.get<std::int32_t>("day"));
    view.day_source = card.get<std::uint8_t>("day_source");
    view.is_date_unparsable = card.get<std::uint8_t>("date_unparsable") != 0;
    view.lang = dedup::unpack_lang(card.get<std::uint64_t>("lang"));
    view.lang_percent = card.get<std::uint8_t>("lang_percent");
    view.words = card.get<std::uint32_t>("words");
    view.words_removed = card.get<std::uint32_t>("words_removed");
    view.lines_removed = card.get<std::uint32_t>("lines_removed");
    view.input_bytes = card.get<std::uint32_t>("input_bytes");
    view.is_mended = card.get<std::uint8_t>("mended") != 0;
    view.is_normalised = card.get<std::uint8_t>("normalised") != 0;
    view.repairs = dedup::RepairSet(card.get<std::uint16_t>("repairs"));
    view.is_guarded = card.get<std::uint8_t>("guarded") != 0;
  }

  static void take_removed(const pipeline::RemovedLines& removed, ArticleView& view) {
    view.taken.guarded = removed.guarded;
    for (const clean::RemovedLine& line : removed.lines)
      view.taken.lines.push_back({line, std::string(line.text)});
  }

  // To the form that cleaning saw: its line numbers are those of the removed lines.
  void prepare(ArticleView& view) const {
    clean::TextPreparer preparer(run_.settings().repair, true);
    clean::RepairCounts counts;
    view.text = std::string(preparer.prepare(view.text, counts).text);
    view.taken.is_text_whole = true;
  }

  void take_line(std::string_view line, ArticleView& view) {
    view.told = told_of(line);
    view.found_title = view.told_text("title");
    const Buffer padded(line);  // the parser reads beyond the end
    doc::LineParser parser(run_.fields(), true);
    doc::Article article;
    const doc::ParsedLine parsed = parser.parse(padded.view(), article);
    if (parsed.kind == doc::LineKind::malformed) return;
    view.title = article[doc::Role::title].value;
    view.url = article[doc::Role::url].value;
    view.text = article[doc::Role::text].value;
    if (view.is_dropped_as_it_came()) prepare(view);
    const bool is_id_alone = !view.is_kept() && run_.settings().dropped_ids;
    view.has_text = parsed.kind == doc::LineKind::article && !is_id_alone;
  }

  const FinishedRun& run_;
  const pipeline::RunIndex& index_;
};

}  // namespace

std::string ArticleView::told_text(std::string_view name) const {
  for (const Told& member : told)
    if (member.name == name) return doc::unquoted(member.token);
  return "";
}

std::vector<Told> told_of(std::string_view line) {
  std::vector<Told> told;
  const std::size_t brace = line.find('{');
  if (brace == std::string_view::npos) return told;
  doc::RawObject members(line, static_cast<std::uint32_t>(brace));
  doc::RawMember member;
  std::string_view object;
  while (members.next(member))
    if (member.key.of(line) == R"("pressmill")") object = member.value.of(line);
  if (!object.starts_with('{')) return told;
  doc::RawObject inner(object, 0);
  while (inner.next(member))
    told.push_back({doc::unquoted(member.key.of(object)), std::string(member.value.of(object))});
  return told;
}

Result<std::vector<ArticleView>> load_articles(const FinishedRun& run,
                                               const std::vector<std::uint64_t>& rows,
                                               Detail detail) {
  Loader loader(run);
  std::vector<ArticleView> views;
  for (const std::uint64_t row : rows) {
    auto view = loader.figures(row);
    if (!view) return view.error();
    views.push_back(std::move(*view));
  }
  if (detail == Detail::line || detail == Detail::whole) {
    std::vector<ArticleView*> all;
    all.reserve(views.size());
    for (ArticleView& view : views) all.push_back(&view);
    if (Status s = loader.read_lines_of(all); !s) return s.error();
  }
  if (detail == Detail::taken || detail == Detail::whole)
    if (Status s = loader.read_removed(views); !s) return s.error();
  if (detail == Detail::line || detail == Detail::whole)
    if (Status s = loader.borrow_texts(views); !s) return s.error();
  return views;
}

}  // namespace pressmill::inspect
