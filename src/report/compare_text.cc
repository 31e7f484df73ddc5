// SPDX-License-Identifier: Apache-2.0
//
// Two columns and what is between them.

#include "report/compare_text.h"

#include <fmt/format.h>

#include <iterator>
#include <string_view>

#include "base/human.h"
#include "report/json_news.h"

namespace pressmill::report {

namespace {

constexpr std::size_t kShownSites = 10;

using Out = std::back_insert_iterator<std::string>;

// "+12.3 %"; "new" from nothing, "=" where nothing changed.
std::string change_of(double before, double now) {
  if (before == now) return "=";
  if (before == 0) return "new";
  if (now == 0) return "gone";
  return fmt::format("{:+.1f} %", 100 * (now - before) / before);
}

void put_row(Out to, std::string_view name, const std::string& before, const std::string& now,
             const std::string& change) {
  fmt::format_to(to, "  {:<28} {:>16} {:>16} {:>10}\n", name, before, now, change);
}

void put_change(Out to, std::string_view name, const Change& c) {
  put_row(to, name, human_count(c.before), human_count(c.now),
          change_of(static_cast<double>(c.before), static_cast<double>(c.now)));
}

void put_volume(Out to, const Comparison& c) {
  const Change* words = nullptr;
  const Change* articles = nullptr;
  for (const Change& change : c.volume) {
    std::string name = change.name;
    if (name == "kept_words") name = "words kept";
    put_change(to, name, change);
    if (change.name == "words") words = &change;
    if (change.name == "articles") articles = &change;
  }
  if (words == nullptr || articles == nullptr) return;
  const auto mean = [](std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  };
  const double before = mean(words->before, articles->before);
  const double now = mean(words->now, articles->now);
  put_row(to, "words per article", fmt::format("{:.1f}", before), fmt::format("{:.1f}", now),
          change_of(before, now));
}

void put_list(Out to, const char* title, const std::vector<Change>& changes) {
  if (changes.empty()) return;
  fmt::format_to(to, "{}\n", title);
  for (const Change& change : changes)
    put_change(to, change.name.empty() ? "(unknown)" : change.name, change);
}

void put_sites(Out to, const char* what, std::uint64_t count,
               const std::vector<SiteArticles>& sites) {
  if (count == 0) return;
  fmt::format_to(to, "{}\n", counted(count, what));
  for (std::size_t i = 0; i < sites.size() && i < kShownSites; ++i)
    fmt::format_to(to, "  {:<28} {:>16}\n", sites[i].site, counted(sites[i].articles, "article"));
  if (count > kShownSites)
    fmt::format_to(to, "  ... and {} more\n", human_count(count - kShownSites));
}

}  // namespace

std::string compare_text(const Comparison& c) {
  std::string text;
  const Out to = std::back_inserter(text);
  put_row(to, "", "before", "now", "change");
  put_volume(to, c);
  if (c.mode_before != c.mode_now)
    fmt::format_to(to, "One is of pressmill {}, the other of pressmill {}: stats keeps all.\n",
                   c.mode_before, c.mode_now);
  put_list(to, "Dropped", c.reasons);
  put_list(to, "Malformed", c.malformed);
  put_list(to, "Languages", c.languages);
  fmt::format_to(to, "Sites\n");
  put_change(to, "all", {"", c.sites_before, c.sites_now});
  for (std::size_t i = 0; i < c.sites.size() && i < kShownSites; ++i)
    put_change(to, c.sites[i].name, c.sites[i]);
  put_sites(to, "new site", c.new_sites, c.largest_new);
  put_sites(to, "vanished site", c.vanished_sites, c.largest_vanished);
  return text;
}

std::string compare_json(const Comparison& comparison) {
  doc::JsonWriter json(1);
  json.begin_object();
  FieldWriter io(json);
  put_comparison(io, comparison);
  return json.end_object().take() + "\n";
}

}  // namespace pressmill::report
