// SPDX-License-Identifier: Apache-2.0
//
// Summary to JSON and back, by one description of each member.

#include "report/stats_json.h"

#include <fmt/format.h>

#include "doc/json_value.h"
#include "doc/site.h"
#include "pipeline/baseline.h"
#include "report/json_measures.h"
#include "report/json_news.h"
#include "report/json_page.h"
#include "report/json_words.h"
#include "report/months.h"

namespace pressmill::report {

namespace {

constexpr auto kVolume = [](auto& io, auto& v) {
  io.field("articles", v.articles)
      .field("bytes", v.bytes)
      .field("text_bytes", v.text_bytes)
      .field("chars", v.chars)
      .field("words", v.words)
      .field("lines", v.lines);
};

constexpr auto kFlow = [](auto& io, auto& flow) {
  io.object("in", flow.in, kVolume).object("kept", flow.kept, kVolume);
};

// A list, not an object: names are data, and may be empty or repeated in other spellings.
template <class Io, class Groups>
void groups(Io& io, const char* list, const char* key, Groups& rows) {
  io.list_of_map(list, rows, [key](auto& row, auto& name, auto& flow) {
    row.or_null(key, name);
    kFlow(row, flow);
  });
}

template <class Io, class S>
void sites(Io& io, S& s) {
  io.list_of_map("sites", s.sites, [&](auto& row, auto& site, auto& flow) {
    row.or_null("site", site, doc::kNoSite);
    kFlow(row, flow);
    if constexpr (kReads<Io>) {
      if (row.has("dropped")) row.counts("dropped", s.site_reasons[site]);
    } else if (const auto dropped = s.site_reasons.find(site); dropped != s.site_reasons.end()) {
      row.counts("dropped", dropped->second);
    }
  });
}

constexpr auto kInput = [](auto& io, auto& input) {
  io.field("name", input.name)
      .field("codec", input.codec)
      .field("file_bytes", input.file_bytes)
      .field("bytes", input.bytes)
      .field("lines", input.lines)
      .field("blank", input.blank)
      .field("malformed", input.malformed)
      .field("not_sampled", input.not_sampled)
      .field("articles", input.articles)
      .field("kept", input.kept)
      .field("dropped", input.dropped)
      .unless_empty("damage", input.damage);
};

constexpr auto kSiteDay = [](auto& io, auto& row) {
  auto& in = row.flow.in;
  auto& kept = row.flow.kept;
  io.or_null("site", row.site, doc::kNoSite)
      .or_null("day", row.day)
      .field("articles", in.articles)
      .field("kept", kept.articles)
      .field("words", in.words)
      .field("kept_words", kept.words)
      .field("chars", in.chars)
      .field("kept_chars", kept.chars)
      .field("text_bytes", in.text_bytes)
      .field("kept_text_bytes", kept.text_bytes)
      .field("lines", in.lines)
      .field("kept_lines", kept.lines);
};

constexpr auto kCleaning = [](auto& io, auto& cleaning) {
  io.field("articles", cleaning.articles)
      .derived("lines_removed", [&] { return std::to_string(cleaning.lines_removed()); })
      .field("words_removed", cleaning.words_removed)
      .field("guarded", cleaning.guarded)
      .counts("rules", cleaning.lines)
      .list_of_map("guarded_sites", cleaning.guarded_sites,
                   [](auto& row, auto& site, auto& articles) {
                     row.field("site", site).field("articles", articles);
                   });
};

constexpr auto kPersonal = [](auto& io, auto& personal) {
  io.field("mode", personal.mode)
      .field("articles", personal.articles)
      .field("emails", personal.emails)
      .field("ips", personal.ips)
      .field("card_numbers", personal.card_numbers)
      .field("phones", personal.phones);
};

constexpr auto kQuality = [](auto& io, auto& quality) {
  io.field("recipe", quality.recipe)
      .derived("found", [&] { return std::to_string(quality.found_articles()); })
      .field("dropped", quality.dropped)
      .counts("rules", quality.found)
      .texts_by_name("conditions", quality.conditions);
};

constexpr auto kLargest = [](auto& io, auto& cluster) {
  io.field("cluster", cluster.number).field("size", cluster.size).token("survivor", cluster.id);
  io.unless("-", "site", cluster.site)
      .unless_empty("day", cluster.day)
      .unless_empty("title", cluster.title);
};

// One row for each kind and hundredth.
template <class Io, class Similarities>
void similarities(Io& io, Similarities& by_kind) {
  struct Row {
    std::string kind;
    std::uint64_t ten_thousandths = 0;
    std::uint64_t articles = 0;
  };
  constexpr std::uint32_t kHundredth = 100;  // ten-thousandths
  std::vector<Row> rows;
  if constexpr (!kReads<Io>)
    for (const auto& [kind, counts] : by_kind)
      for (const auto& [from, articles] : counts)
        rows.push_back({kind, std::uint64_t{from} * kHundredth, articles});
  io.list("similarities", rows, [](auto& line, auto& row) {
    line.field("kind", row.kind).figure("similarity", row.ten_thousandths);
    line.field("articles", row.articles);
  });
  if constexpr (kReads<Io>)
    for (const Row& row : rows)
      by_kind[row.kind][static_cast<std::uint32_t>(row.ten_thousandths) / kHundredth] =
          row.articles;
}

constexpr auto kDuplicates = [](auto& io, auto& s) {
  io.field("clusters", s.clusters)
      .field("clustered_articles", s.clustered)
      .counts("members", s.in_clusters.members)
      .list_of_map("sizes", s.in_clusters.sizes, [](auto& row, auto& size, auto& clusters) {
        row.field("size", size).field("clusters", clusters);
      });
  similarities(io, s.in_clusters.similarities);
  io.list("largest", s.in_clusters.largest, kLargest)
      .field("candidates", s.near.candidates)
      .field("pairs", s.near.pairs)
      .field("links", s.near.links)
      .field("components", s.near.components)
      .field("largest_component", s.near.largest_component)
      .field("comparisons", s.near.comparisons)
      .field("unverified", s.near.unverified)
      .field("cut_stars", s.near.cut_stars)
      .field("large_buckets", s.near.large_buckets)
      .field("largest_bucket", s.near.largest_bucket);
};

constexpr auto kLines = [](auto& io, auto& s) {
  io.field("all", s.lines)
      .field("blank", s.blank)
      .field("not_sampled", s.not_sampled)
      .derived("malformed", [&] { return std::to_string(s.malformed_lines()); })
      .derived("articles", [&] { return std::to_string(s.total.in.articles); });
};

constexpr auto kIds = [](auto& io, auto& s) {
  io.field("repeated", s.repeated_ids).field("missing", s.without_id);
};

constexpr auto kDates = [](auto& io, auto& s) {
  io.field("from_field", s.dates_from_field)
      .field("from_url", s.dates_from_url)
      .field("missing", s.dates_missing)
      .field("unparsable", s.dates_unparsable)
      .or_null("first_day", s.dates_first)
      .or_null("last_day", s.dates_last)
      .field("before", s.dates_before)
      .field("after", s.dates_after);
};

constexpr auto kRepairs = [](auto& io, auto& s) {
  io.field("texts_normalised", s.normalised)
      .field("lines_mended", s.mended_lines)
      .field("bad_byte_sequences", s.bad_bytes)
      .field("lone_surrogates", s.lone_surrogates)
      .field("legacy_encodings", s.legacy_lines)
      .field("texts_with_mojibake", s.mojibake_texts)
      .field("mojibake", s.mojibake)
      .field("texts_with_markup", s.markup_texts)
      .field("tags", s.tags)
      .field("references", s.references)
      .field("control_characters", s.controls)
      .field("invisible_characters", s.invisibles)
      .field("spaces", s.spaces)
      .field("line_ends", s.line_ends)
      .field("texts_composed", s.composed);
};

constexpr auto kCounts = [](auto& io, auto& s) {
  io.object("total", s.total, kFlow)
      .object("lines", s, kLines)
      .counts("dropped", s.dropped)
      .counts("malformed", s.malformed)
      .object("duplicates", s, kDuplicates)
      .object("ids", s, kIds)
      .object("dates", s, kDates)
      .object("repairs", s, kRepairs)
      .object("cleaning", s.cleaning, kCleaning)
      .object("personal_data", s.personal, kPersonal)
      .object("quality", s.quality, kQuality);
};

constexpr auto kGroups = [](auto& io, auto& s) {
  io.list("inputs", s.inputs, kInput);
  sites(io, s);
  groups(io, "days", "day", s.days);
  if constexpr (!kReads<decltype(io)>) {
    const auto months = months_of(s.days);
    groups(io, "months", "month", months);
  }
  groups(io, "languages", "lang", s.languages);
  io.lines("site_days", s.site_days, kSiteDay);
};

}  // namespace

static_assert(kStatsVersion == pipeline::kNewestStatsRead);

std::string stats_json(const Summary& summary) {
  // Growing copies, and of a corpus of many sites this is large.
  constexpr std::size_t kRow = 500;
  const std::size_t rows =
      4 * summary.sites.size() + summary.days.size() + summary.site_days.size();
  doc::JsonWriter json(1);
  json.reserve(kRow * rows);
  json.begin_object().member("version", kStatsVersion);
  FieldWriter io(json);
  kCounts(io, summary);
  kGroups(io, summary);
  put_news(io, summary);
  put_page(io, summary);
  put_measures(io, summary);
  put_words(io, summary);
  return json.end_object().take() + "\n";
}

Result<Summary> read_stats(std::string_view stats) {
  if (Status s = doc::check_json(stats); !s) return s.error();
  stats.remove_prefix(stats.find_first_not_of(" \t\r\n"));
  if (!stats.starts_with('{')) return Error(Code::input, "no statistics of pressmill");
  FieldReader io(stats);
  std::uint64_t version = 0;
  io.field("version", version);
  if (version > kStatsVersion)
    return Error(Code::refused,
                 fmt::format("is of version {}, this pressmill reads up to {}; ask a newer one",
                             version, kStatsVersion));
  if (version < kOldestStats)
    return Error(Code::refused,
                 fmt::format("is of version {}, this pressmill reads {} and later; mill the dump "
                             "again with --fresh",
                             version, kOldestStats));
  Summary summary;
  kCounts(io, summary);
  kGroups(io, summary);
  read_news(io, summary);
  read_page(io, summary);
  read_measures(io, summary);
  read_words(io, summary);
  return summary;
}

}  // namespace pressmill::report
