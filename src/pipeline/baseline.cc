// SPDX-License-Identifier: Apache-2.0
//
// Reading, subtracting.

#include "pipeline/baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <vector>

#include "doc/json_value.h"
#include "io/atomic_file.h"
#include "io/posix.h"
#include "text/byte_escapes.h"

namespace pressmill::pipeline {

namespace {

using doc::JsonValue;
using Counts = std::map<std::string, std::uint64_t>;

constexpr std::size_t kMostSites = 100;
constexpr std::array<std::string_view, 8> kMembers = {"version", "mode",      "total",     "lines",
                                                      "dropped", "malformed", "languages", "sites"};

Volume volume_of(const JsonValue& json) {
  Volume v;
  v.articles = json["articles"].number();
  v.bytes = json["bytes"].number();
  v.text_bytes = json["text_bytes"].number();
  v.chars = json["chars"].number();
  v.words = json["words"].number();
  v.lines = json["lines"].number();
  return v;
}

Counts counts_of(const JsonValue& object) {
  Counts counts;
  for (const auto& [name, value] : object.object()) counts[name] = value.number();
  return counts;
}

// `none`: the name of the group that has none.
Counts group_counts(const JsonValue& groups, const char* key, const char* none) {
  Counts counts;
  for (const JsonValue& group : groups.array())
    counts[group[key].string(none)] += group["in"]["articles"].number();
  return counts;
}

Counts articles_of(const std::map<std::string, Flow>& groups) {
  Counts counts;
  for (const auto& [name, flow] : groups) counts[name] = flow.in.articles;
  return counts;
}

std::uint64_t count_in(const Counts& counts, const std::string& name) {
  const auto it = counts.find(name);
  return it == counts.end() ? 0 : it->second;
}

// One for each name that either has, by name.
std::vector<Change> changes(const Counts& before, const Counts& now) {
  std::set<std::string> names;
  for (const auto& [name, count] : before) names.insert(name);
  for (const auto& [name, count] : now) names.insert(name);
  std::vector<Change> all;
  for (const std::string& name : names)
    all.push_back({name, count_in(before, name), count_in(now, name)});
  return all;
}

std::uint64_t size_of(const Change& change) {
  return std::max(change.before, change.now) - std::min(change.before, change.now);
}

// Sites that `those` has and `others` has not, the largest first; `count` becomes how many.
std::vector<SiteArticles> only_in(const Counts& those, const Counts& others, std::uint64_t& count) {
  std::vector<SiteArticles> found;
  for (const auto& [site, articles] : those)
    if (site != "-" && !others.contains(site)) found.push_back({site, articles});
  count = found.size();
  std::stable_sort(found.begin(), found.end(), [](const SiteArticles& a, const SiteArticles& b) {
    return a.articles > b.articles;
  });
  if (found.size() > kMostSites) found.resize(kMostSites);
  return found;
}

std::uint64_t named_sites(const Counts& sites) {
  return sites.size() - (sites.contains("-") ? 1 : 0);
}

}  // namespace

std::string baseline_path(const std::string& out) {
  if (out.empty()) return "";
  std::error_code unknown;
  return std::filesystem::is_directory(out, unknown) ? out + "/stats.json" : out;
}

Result<Figures> read_figures(const std::string& out) {
  const std::string path = baseline_path(out);
  if (!io::is_there(path))
    return Error(Code::usage,
                 "no statistics here; name the folder given as --out of a run that is done",
                 Place{.path = out});
  auto text = io::read_file(path);
  if (!text) return text.error();
  auto json = JsonValue::parse_members(*text, kMembers);
  if (!json || (*json)["version"].number() == 0)
    return Error(Code::usage, "no stats.json of pressmill", Place{.path = path});
  Figures figures;
  figures.out = text::escape_bytes(out);
  figures.version = (*json)["version"].number();
  if (figures.version > kNewestStatsRead)
    return Error(Code::refused,
                 fmt::format("statistics of version {}, made by a newer pressmill; this one reads "
                             "up to {}: compare with that one, or mill the dump again",
                             figures.version, kNewestStatsRead),
                 Place{.path = path});
  const JsonValue& lines = (*json)["lines"];
  figures.mode = (*json)["mode"].string("run");
  figures.malformed_lines = lines["malformed"].number();
  figures.lines = figures.malformed_lines + lines["articles"].number();
  figures.in = volume_of((*json)["total"]["in"]);
  figures.kept = volume_of((*json)["total"]["kept"]);
  figures.dropped = counts_of((*json)["dropped"]);
  figures.malformed = counts_of((*json)["malformed"]);
  figures.languages = group_counts((*json)["languages"], "lang", "");
  figures.sites = group_counts((*json)["sites"], "site", "-");
  return figures;
}

Figures figures_of(const Summary& summary) {
  Figures figures;
  figures.version = kNewestStatsRead;
  figures.mode = summary.news.stats_only ? "stats" : "run";
  figures.malformed_lines = summary.malformed_lines();
  figures.lines = figures.malformed_lines + summary.total.in.articles;
  figures.in = summary.total.in;
  figures.kept = summary.total.kept;
  figures.dropped = summary.dropped;
  figures.malformed = summary.malformed;
  figures.languages = articles_of(summary.languages);
  figures.sites = articles_of(summary.sites);
  return figures;
}

Comparison compare(const Figures& before, const Figures& now) {
  Comparison c;
  c.out_before = before.out;
  c.version_before = before.version;
  c.mode_before = before.mode;
  c.mode_now = now.mode;
  const auto volume = [&](const char* name, std::uint64_t was, std::uint64_t is) {
    c.volume.push_back({name, was, is});
  };
  volume("lines", before.lines, now.lines);
  volume("malformed", before.malformed_lines, now.malformed_lines);
  volume("articles", before.in.articles, now.in.articles);
  volume("kept", before.kept.articles, now.kept.articles);
  volume("dropped", before.in.articles - std::min(before.in.articles, before.kept.articles),
         now.in.articles - now.kept.articles);
  volume("words", before.in.words, now.in.words);
  volume("kept_words", before.kept.words, now.kept.words);
  volume("bytes", before.in.bytes, now.in.bytes);
  c.reasons = changes(before.dropped, now.dropped);
  c.malformed = changes(before.malformed, now.malformed);
  c.languages = changes(before.languages, now.languages);
  c.sites = changes(before.sites, now.sites);
  std::erase_if(c.sites, [](const Change& site) { return site.name == "-" || size_of(site) == 0; });
  std::stable_sort(c.sites.begin(), c.sites.end(),
                   [](const Change& a, const Change& b) { return size_of(a) > size_of(b); });
  if (c.sites.size() > kMostSites) c.sites.resize(kMostSites);
  c.sites_before = named_sites(before.sites);
  c.sites_now = named_sites(now.sites);
  c.largest_new = only_in(now.sites, before.sites, c.new_sites);
  c.largest_vanished = only_in(before.sites, now.sites, c.vanished_sites);
  return c;
}

}  // namespace pressmill::pipeline
