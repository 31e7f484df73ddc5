// SPDX-License-Identifier: Apache-2.0
//
// Samples to JSON.

#include "report/json_page.h"

namespace pressmill::report {

namespace {

using doc::JsonWriter;

void put_if(JsonWriter& json, const char* name, const std::string& text) {
  if (!text.empty()) json.member(name, text);
}

void put_token_if(JsonWriter& json, const char* name, const std::string& token) {
  if (!token.empty()) json.member_raw(name, token);
}

// Unknown site and day are null, as everywhere in stats.json.
void put_article(JsonWriter& json, const SampleArticle& article) {
  json.member_raw("id", article.id);
  for (const auto& [name, value] :
       {std::pair("site", article.site == "-" ? "" : article.site), std::pair("day", article.day)})
    if (value.empty())
      json.key(name).null();
    else
      json.member(name, value);
  put_if(json, "title", article.title);
}

void put_cluster(JsonWriter& json, const SampleCluster& sample) {
  json.begin_object()
      .member("cluster", sample.number)
      .member("size", sample.size)
      .key("survivor")
      .begin_object();
  put_article(json, sample.survivor);
  json.end_object().key("member").begin_object();
  put_article(json, sample.member);
  json.member("kind", sample.kind)
      .member_raw("similarity", sample.similarity)
      .key("removed")
      .boolean(sample.removed)
      .end_object()
      .key("passages")
      .begin_array();
  for (const SamplePassage& passage : sample.passages)
    json.begin_object()
        .member("left", passage.left)
        .member("right", passage.right)
        .key("same")
        .boolean(passage.same)
        .end_object();
  json.end_array().member("more_passages", sample.more_passages).end_object();
}

void put_removal(JsonWriter& json, const SampleRemoval& sample) {
  json.begin_object().member("reason", sample.reason);
  put_article(json, sample.article);
  put_if(json, "excerpt", sample.excerpt);
  put_token_if(json, "measured", sample.measured);
  put_token_if(json, "threshold", sample.threshold);
  put_token_if(json, "of", sample.of);
  put_token_if(json, "similarity", sample.similarity);
  json.end_object();
}

void put_line(JsonWriter& json, const SampleLine& sample) {
  json.begin_object().member("rule", sample.rule).member("line", sample.line);
  put_article(json, sample.article);
  put_token_if(json, "chance", sample.chance);
  if (sample.of > 0) json.member("articles", sample.articles).member("of", sample.of);
  json.end_object();
}

}  // namespace

void put_page(JsonWriter& json, const Summary& summary) {
  json.key("samples").begin_object().key("clusters").begin_array();
  for (const SampleCluster& sample : summary.samples.clusters) put_cluster(json, sample);
  json.end_array().key("removed").begin_array();
  for (const SampleRemoval& sample : summary.samples.removed) put_removal(json, sample);
  json.end_array().key("lines").begin_array();
  for (const SampleLine& sample : summary.samples.lines) put_line(json, sample);
  json.end_array().end_object();
}

}  // namespace pressmill::report
