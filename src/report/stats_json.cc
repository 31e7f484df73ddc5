// SPDX-License-Identifier: Apache-2.0
//
// Summary to JSON.

#include "report/stats_json.h"

#include "doc/json_writer.h"
#include "pipeline/baseline.h"
#include "report/json_measures.h"
#include "report/json_news.h"
#include "report/json_page.h"
#include "report/json_words.h"
#include "report/months.h"

namespace pressmill::report {

namespace {

using doc::JsonWriter;

void put_volume(JsonWriter& json, const char* name, const Volume& v) {
  json.key(name)
      .begin_object()
      .member("articles", v.articles)
      .member("bytes", v.bytes)
      .member("text_bytes", v.text_bytes)
      .member("chars", v.chars)
      .member("words", v.words)
      .member("lines", v.lines)
      .end_object();
}

void put_flow(JsonWriter& json, const Flow& flow) {
  put_volume(json, "in", flow.in);
  put_volume(json, "kept", flow.kept);
}

void put_counts(JsonWriter& json, const char* name,
                const std::map<std::string, std::uint64_t>& counts) {
  json.key(name).begin_object();
  for (const auto& [key, count] : counts) json.member(key, count);
  json.end_object();
}

// An array, not an object: names are data, and may be empty or repeated in other spellings.
void put_groups(JsonWriter& json, const char* name, const char* key,
                const std::map<std::string, Flow>& groups, const SiteReasons* dropped = nullptr) {
  json.key(name).begin_array();
  for (const auto& [group, flow] : groups) {
    json.begin_object();
    if (group.empty())
      json.key(key).null();
    else
      json.member(key, group);
    put_flow(json, flow);
    if (dropped != nullptr && dropped->contains(group))
      put_counts(json, "dropped", dropped->at(group));
    json.end_object();
  }
  json.end_array();
}

void put_inputs(JsonWriter& json, const std::vector<InputSummary>& inputs) {
  json.key("inputs").begin_array();
  for (const InputSummary& input : inputs) {
    json.begin_object()
        .member("name", input.name)
        .member("codec", input.codec)
        .member("file_bytes", input.file_bytes)
        .member("bytes", input.bytes)
        .member("lines", input.lines)
        .member("blank", input.blank)
        .member("malformed", input.malformed)
        .member("not_sampled", input.not_sampled)
        .member("articles", input.articles)
        .member("kept", input.kept)
        .member("dropped", input.dropped);
    if (!input.damage.empty()) json.member("damage", input.damage);
    json.end_object();
  }
  json.end_array();
}

void put_site_days(JsonWriter& json, const std::vector<SiteDay>& rows) {
  json.key("site_days").begin_array();
  for (const SiteDay& row : rows) {
    json.begin_object().member("site", row.site);
    if (row.day.empty())
      json.key("day").null();
    else
      json.member("day", row.day);
    json.member("articles", row.flow.in.articles)
        .member("kept", row.flow.kept.articles)
        .member("words", row.flow.in.words)
        .member("kept_words", row.flow.kept.words)
        .member("chars", row.flow.in.chars)
        .member("kept_chars", row.flow.kept.chars)
        .member("text_bytes", row.flow.in.text_bytes)
        .member("kept_text_bytes", row.flow.kept.text_bytes)
        .member("lines", row.flow.in.lines)
        .member("kept_lines", row.flow.kept.lines)
        .end_object();
  }
  json.end_array();
}

void put_cleaning(JsonWriter& json, const CleaningSummary& cleaning) {
  json.key("cleaning")
      .begin_object()
      .member("articles", cleaning.articles)
      .member("lines_removed", cleaning.lines_removed())
      .member("words_removed", cleaning.words_removed)
      .member("guarded", cleaning.guarded);
  put_counts(json, "rules", cleaning.lines);
  json.key("guarded_sites").begin_array();
  for (const auto& [site, articles] : cleaning.guarded_sites)
    json.begin_object().member("site", site).member("articles", articles).end_object();
  json.end_array().end_object();
}

void put_personal(JsonWriter& json, const PersonalSummary& personal) {
  json.key("personal_data")
      .begin_object()
      .member("mode", personal.mode)
      .member("articles", personal.articles)
      .member("emails", personal.emails)
      .member("ips", personal.ips)
      .member("card_numbers", personal.card_numbers)
      .member("phones", personal.phones)
      .end_object();
}

void put_quality(JsonWriter& json, const QualitySummary& quality) {
  json.key("quality")
      .begin_object()
      .member("recipe", quality.recipe)
      .member("found", quality.found_articles())
      .member("dropped", quality.dropped);
  put_counts(json, "rules", quality.found);
  json.key("conditions").begin_object();
  for (const auto& [rule, condition] : quality.conditions) json.member(rule, condition);
  json.end_object().end_object();
}

void put_largest(JsonWriter& json, const std::vector<LargeCluster>& clusters) {
  json.key("largest").begin_array();
  for (const LargeCluster& cluster : clusters) {
    json.begin_object()
        .member("cluster", cluster.number)
        .member("size", cluster.size)
        .member_raw("survivor", cluster.id);
    if (cluster.site != "-") json.member("site", cluster.site);
    if (!cluster.day.empty()) json.member("day", cluster.day);
    if (!cluster.title.empty()) json.member("title", cluster.title);
    json.end_object();
  }
  json.end_array();
}

void put_sizes(JsonWriter& json, const ClusterSummary& clusters) {
  json.key("sizes").begin_array();
  for (const auto& [size, count] : clusters.sizes)
    json.begin_object().member("size", size).member("clusters", count).end_object();
  json.end_array().key("similarities").begin_array();
  for (const auto& [kind, counts] : clusters.similarities)
    for (const auto& [from, count] : counts)
      json.begin_object()
          .member("kind", kind)
          .member_raw("similarity", doc::ratio4(from, 100))
          .member("articles", count)
          .end_object();
  json.end_array();
}

void put_duplicates(JsonWriter& json, const Summary& s) {
  json.key("duplicates")
      .begin_object()
      .member("clusters", s.clusters)
      .member("clustered_articles", s.clustered);
  put_counts(json, "members", s.in_clusters.members);
  put_sizes(json, s.in_clusters);
  put_largest(json, s.in_clusters.largest);
  json.member("candidates", s.near.candidates)
      .member("pairs", s.near.pairs)
      .member("links", s.near.links)
      .member("components", s.near.components)
      .member("largest_component", s.near.largest_component)
      .member("comparisons", s.near.comparisons)
      .member("unverified", s.near.unverified)
      .member("cut_stars", s.near.cut_stars)
      .member("large_buckets", s.near.large_buckets)
      .member("largest_bucket", s.near.largest_bucket)
      .end_object();
}

}  // namespace

static_assert(kStatsVersion == pipeline::kNewestStatsRead);

std::string stats_json(const Summary& s) {
  JsonWriter json(1);
  json.begin_object().member("version", kStatsVersion).key("total").begin_object();
  put_flow(json, s.total);
  json.end_object();
  json.key("lines")
      .begin_object()
      .member("all", s.lines)
      .member("blank", s.blank)
      .member("not_sampled", s.not_sampled)
      .member("malformed", s.malformed_lines())
      .member("articles", s.total.in.articles)
      .end_object();
  put_counts(json, "dropped", s.dropped);
  put_counts(json, "malformed", s.malformed);
  put_duplicates(json, s);
  json.key("ids")
      .begin_object()
      .member("repeated", s.repeated_ids)
      .member("missing", s.without_id)
      .end_object();
  json.key("dates")
      .begin_object()
      .member("from_field", s.dates_from_field)
      .member("from_url", s.dates_from_url)
      .member("missing", s.dates_missing)
      .member("unparsable", s.dates_unparsable)
      .end_object();
  json.key("repairs")
      .begin_object()
      .member("texts_normalised", s.normalised)
      .member("lines_mended", s.mended_lines)
      .member("bad_byte_sequences", s.bad_bytes)
      .member("lone_surrogates", s.lone_surrogates)
      .member("legacy_encodings", s.legacy_lines)
      .member("texts_with_mojibake", s.mojibake_texts)
      .member("mojibake", s.mojibake)
      .member("texts_with_markup", s.markup_texts)
      .member("tags", s.tags)
      .member("references", s.references)
      .member("control_characters", s.controls)
      .member("invisible_characters", s.invisibles)
      .member("spaces", s.spaces)
      .member("line_ends", s.line_ends)
      .member("texts_composed", s.composed)
      .end_object();
  put_cleaning(json, s.cleaning);
  put_personal(json, s.personal);
  put_quality(json, s.quality);
  put_inputs(json, s.inputs);
  put_groups(json, "sites", "site", s.sites, &s.site_reasons);
  put_groups(json, "days", "day", s.days);
  put_groups(json, "months", "month", months_of(s.days));
  put_groups(json, "languages", "lang", s.languages);
  put_site_days(json, s.site_days);
  put_news(json, s);
  put_page(json, s);
  put_measures(json, s);
  put_words(json, s);
  return json.end_object().take() + "\n";
}

}  // namespace pressmill::report
