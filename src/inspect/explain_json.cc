// SPDX-License-Identifier: Apache-2.0
//
// An article for programs: the names of the outputs, wherever they have one.

#include "doc/json_writer.h"
#include "inspect/explain.h"

namespace pressmill::inspect {

namespace {

void put_text_if(doc::JsonWriter& json, std::string_view name, const std::string& value) {
  if (!value.empty()) json.member(name, value);
}

void put_place(doc::JsonWriter& json, const ArticleView& view) {
  json.member_raw("id", view.id).member("input", view.input).member("line", view.line);
  if (view.site != "-") json.member("site", view.site);
  put_text_if(json, "day", view.day);
}

// Reason, partner, measure and threshold, as emit printed them.
void put_verdict(doc::JsonWriter& json, const ArticleView& view) {
  json.member("verdict", view.is_kept() ? "kept" : "dropped");
  if (view.is_kept()) return;
  for (const Told& member : view.told)
    if (member.name != "input" && member.name != "line" && member.name != "lang" &&
        member.name != "lang_score" && member.name != "cluster")
      json.member_raw(member.name, member.token);
}

void put_line(doc::JsonWriter& json, const TextLine& line) {
  static constexpr std::string_view kFates[] = {"kept", "removed", "spared"};
  json.begin_object()
      .member("line", line.number)
      .member("fate", kFates[static_cast<std::size_t>(line.fate)]);
  if (line.fate != Fate::kept) {
    json.member("rule", clean::rule_name(line.why.rule));
    if (line.why.rule == clean::LineRule::model) {
      json.member_raw("chance", doc::ratio4(line.why.chance, 100)).key("because").begin_array();
      for (const std::string_view name : because(line.why)) json.string(name);
      json.end_array();
    }
    if (line.why.of > 0)
      json.member("articles", std::uint64_t{line.why.articles})
          .member("of", std::uint64_t{line.why.of});
  }
  json.member("text", line.text).end_object();
}

void put_cluster(doc::JsonWriter& json, const ClusterView& cluster) {
  json.key("cluster")
      .begin_object()
      .member("cluster", cluster.number)
      .member("size", cluster.size)
      .member("why", cluster.why)
      .key("survivor")
      .begin_object();
  put_place(json, cluster.articles.front());
  json.end_object().key("members").begin_array();
  for (std::size_t i = 1; i < cluster.articles.size(); ++i) {
    const ArticleView& member = cluster.articles[i];
    json.begin_object();
    put_place(json, member);
    if (member.verdict.indirect)
      if (const ArticleView* of = cluster.find(member.verdict.of); of != nullptr)
        json.member_raw("of", of->id);
    json.member("kind", dedup::kind_name(member.verdict.kind))
        .member_raw("similarity", similarity_of(member.verdict));
    json.key("removed").boolean(!member.is_kept()).end_object();
  }
  json.end_array();
  if (cluster.size > cluster.articles.size())
    json.member("members_left_out", cluster.size - cluster.articles.size());
  json.end_object();
}

// The article that it was compared with, in what way they are alike, and where they are not.
void put_partner(doc::JsonWriter& json, const FinishedRun& run, const Explained& explained) {
  const ArticleView& view = explained.article;
  const ArticleView& partner = *explained.partner;
  json.key("partner").begin_object();
  put_place(json, partner);
  put_text_if(json, "title", partner.title.empty() ? partner.found_title : partner.title);
  put_text_if(json, "url", partner.url);
  json.key("survivor")
      .boolean(!view.verdict.indirect)
      .member("kind", dedup::kind_name(view.verdict.kind))
      .member_raw("similarity", similarity_of(view.verdict))
      .member("shared", std::uint64_t{view.verdict.shared})
      .member("total", std::uint64_t{view.verdict.total});
  if (view.verdict.kind != dedup::Kind::exact) {
    json.member("shingle_words", std::uint64_t{run.settings().shingle_words});
    if (const std::string least = view.told_text("threshold"); !least.empty())
      json.member_raw("threshold", least);
    json.member("passages", explained.differing.all).key("differing").begin_array();
    for (const Passage& passage : explained.differing.first)
      json.begin_object()
          .member("before", passage.before)
          .member("this", passage.left)
          .member("partner", passage.right)
          .member("after", passage.after)
          .end_object();
    json.end_array();
  }
  json.end_object();
}

}  // namespace

std::string explained_json(const FinishedRun& run, const Explained& explained) {
  const ArticleView& view = explained.article;
  doc::JsonWriter json;
  json.begin_object();
  put_place(json, view);
  json.member("byte", view.byte).member("line_bytes", std::uint64_t{view.input_bytes});
  if (view.day_source > 0) json.member("day_source", view.day_source == 1 ? "field" : "url");
  if (view.is_date_unparsable) json.key("date_unparsable").boolean(true);
  put_text_if(json, "title", view.title);
  put_text_if(json, "found_title", view.found_title);
  put_text_if(json, "url", view.url);
  put_text_if(json, "lang", view.lang);
  if (view.lang_percent > 0) json.member_raw("lang_score", doc::ratio4(view.lang_percent, 100));
  json.member("words", std::uint64_t{view.words});
  put_verdict(json, view);
  json.member("file", view.part).member("file_line", view.part_line);
  json.key("mended").boolean(view.is_mended).key("normalised").boolean(view.is_normalised);
  json.key("repairs").begin_array();
  for (std::size_t i = 0; i < dedup::kRepairs; ++i)
    if (view.repairs.has(static_cast<dedup::Repair>(i))) json.string(dedup::kRepairNames[i]);
  json.end_array();
  json.key("guarded").boolean(view.is_guarded);
  json.member("lines_removed", std::uint64_t{view.lines_removed})
      .member("words_removed", std::uint64_t{view.words_removed});
  json.key("lines_known").boolean(run.settings().lines_written || view.lines_removed == 0);
  if (explained.partner != nullptr) put_partner(json, run, explained);
  if (explained.cluster != nullptr) put_cluster(json, *explained.cluster);
  if (view.is_text_of_kept) json.key("text_of_survivor").boolean(true);
  if (view.has_text || !view.taken.lines.empty()) {
    json.key("text").begin_array();
    for (const TextLine& line : view.lines()) put_line(json, line);
    json.end_array();
  }
  return json.end_object().take() + "\n";
}

}  // namespace pressmill::inspect
