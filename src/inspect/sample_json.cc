// SPDX-License-Identifier: Apache-2.0
//
// A removal as a flat object, so that a spreadsheet or a data frame takes it as a row.

#include <algorithm>

#include "doc/json_writer.h"
#include "inspect/sample.h"
#include "inspect/surroundings.h"

namespace pressmill::inspect {

namespace {

void put_article(doc::JsonWriter& json, const std::string& prefix, const ArticleView& view) {
  const auto put_if = [&](const char* name, const std::string& value) {
    if (!value.empty()) json.member(prefix + name, value);
  };
  put_if("site", view.site == "-" ? "" : view.site);
  put_if("day", view.day);
  put_if("lang", view.lang);
  put_if("title", view.title.empty() ? view.found_title : view.title);
  put_if("url", view.url);
}

void put_removed_line(doc::JsonWriter& json, const Sampled& sampled) {
  const TakenLine& taken = sampled.article.taken.lines[sampled.removal.at];
  if (taken.line.rule == clean::LineRule::model) {
    std::string names;
    for (const std::string_view name : because(taken.line))
      names += (names.empty() ? "" : ", ") + std::string(name);
    json.member_raw("chance", doc::ratio4(taken.line.chance, 100)).member("because", names);
  }
  if (taken.line.of > 0)
    json.member("articles", std::uint64_t{taken.line.articles})
        .member("of", std::uint64_t{taken.line.of});
  json.member("text_line", std::uint64_t{taken.line.line} + 1).member("text", taken.text);
  const Surroundings around = surroundings(sampled.article, sampled.removal.at);
  json.member("before", joined_kept(around.before)).member("after", joined_kept(around.after));
}

}  // namespace

std::string sampled_json(const Sampled& sampled) {
  const ArticleView& article = sampled.article;
  const std::string told = sampled.removal.kind.is_line ? "" : article.told_text("reason");
  doc::JsonWriter json;
  json.begin_object()
      .member("kind", sampled.removal.kind.is_line ? "line" : "article")
      .member("reason", told.empty() ? kind_name(sampled.removal.kind) : told)
      .member_raw("id", article.id)
      .member("input", article.input)
      .member("line", article.line);
  put_article(json, "", article);
  if (sampled.removal.kind.is_line) {
    put_removed_line(json, sampled);
    return json.end_object().take() + "\n";
  }
  json.member("words", std::uint64_t{article.words});
  for (const Told& member : article.told) {
    static constexpr std::string_view kSaid[] = {"reason", "input", "line", "lang"};
    if (std::find(std::begin(kSaid), std::end(kSaid), member.name) == std::end(kSaid))
      json.member_raw(member.name, member.token);
  }
  if (article.has_text) json.member("text", article.text);
  if (sampled.stayed != nullptr) {
    put_article(json, "of_", *sampled.stayed);
    json.member("of_text", sampled.stayed->text);
  }
  return json.end_object().take() + "\n";
}

}  // namespace pressmill::inspect
