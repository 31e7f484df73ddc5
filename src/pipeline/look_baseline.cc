// SPDX-License-Identifier: Apache-2.0
//
// Rules of thumb, each with its sentence.

#include "pipeline/look_baseline.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/human.h"

namespace pressmill::pipeline {

namespace {

constexpr std::uint64_t kLeastGroup = 10;  // articles of a site, for its coming or going to matter
constexpr std::uint64_t kFarOff = 2;       // times as many, or one in so many
constexpr std::uint64_t kLeastPoints = 5;  // of a hundred
constexpr std::size_t kNamedSites = 3;
constexpr double kLeastExpected = 20;  // articles
constexpr double kCollapsed = 5;       // one in so many of them, or fewer

Change volume_of(const Comparison& c, std::string_view name) {
  for (const Change& change : c.volume)
    if (change.name == name) return change;
  return {};
}

// "a.example (120), b.example (40)" of the largest, which come first.
std::string named(const std::vector<SiteArticles>& sites) {
  std::string text;
  for (std::size_t i = 0; i < std::min(sites.size(), kNamedSites); ++i)
    text +=
        fmt::format("{}{} ({})", i == 0 ? "" : ", ", sites[i].site, human_count(sites[i].articles));
  return text;
}

std::uint64_t count_large(const std::vector<SiteArticles>& sites) {
  return static_cast<std::uint64_t>(std::ranges::count_if(
      sites, [](const SiteArticles& site) { return site.articles >= kLeastGroup; }));
}

class Changes {
 public:
  explicit Changes(const Comparison& comparison) : comparison_(comparison) {}

  std::vector<Finding> find() {
    volume();
    sites("vanished_sites", comparison_.largest_vanished, comparison_.vanished_sites, false);
    collapsed();
    dropped();
    sites("new_sites", comparison_.largest_new, comparison_.new_sites, true);
    return std::move(found_);
  }

 private:
  void add(const char* kind, std::uint64_t count, std::uint64_t of, std::string text) {
    Finding f;
    f.kind = kind;
    f.count = count;
    f.of = of;
    f.text = std::move(text);
    found_.push_back(std::move(f));
  }

  void volume() {
    const Change articles = volume_of(comparison_, "articles");
    const auto [few, many] = std::minmax(articles.before, articles.now);
    if (many < kLeastGroup || many < kFarOff * few) return;
    add("volume_changed", articles.now, articles.before,
        fmt::format("{} came in, {} in the baseline.", counted(articles.now, "article"),
                    human_count(articles.before)));
  }

  // As much is expected of a site as it had of the baseline: a night is no year.
  void collapsed() {
    const Change articles = volume_of(comparison_, "articles");
    std::vector<Change> few;
    for (const Change& site : comparison_.sites) {
      if (site.now == 0 || articles.before == 0) continue;
      const double expected = static_cast<double>(site.before) /
                              static_cast<double>(articles.before) *
                              static_cast<double>(articles.now);
      if (expected >= kLeastExpected && static_cast<double>(site.now) * kCollapsed <= expected)
        few.push_back(site);
    }
    if (few.empty()) return;
    std::string names;
    for (std::size_t i = 0; i < std::min(few.size(), kNamedSites); ++i)
      names += fmt::format("{}{} ({}, {} before)", i == 0 ? "" : ", ", few[i].name,
                           human_count(few[i].now), human_count(few[i].before));
    add("collapsed_sites", few.size(), comparison_.sites_now,
        fmt::format("{} {} a fifth or less of what the baseline leads to expect: {}{}.",
                    counted(few.size(), "site"), few.size() == 1 ? "has" : "have", names,
                    few.size() > kNamedSites ? " and others" : ""));
  }

  // Of `stats` nothing is dropped, whatever a run would drop.
  void dropped() {
    if (comparison_.mode_before != comparison_.mode_now || comparison_.mode_now == "stats") return;
    const Change articles = volume_of(comparison_, "articles");
    const Change dropped = volume_of(comparison_, "dropped");
    const std::uint64_t now = dropped.now * articles.before;
    const std::uint64_t before = dropped.before * articles.now;
    const std::uint64_t apart = std::max(now, before) - std::min(now, before);
    if (articles.before == 0 || articles.now == 0 ||
        apart * 100 < kLeastPoints * articles.before * articles.now)
      return;
    add("dropped_changed", dropped.now, articles.now,
        fmt::format("{} of the articles were dropped, {} in the baseline.",
                    human_share(dropped.now, articles.now),
                    human_share(dropped.before, articles.before)));
  }

  void sites(const char* kind, const std::vector<SiteArticles>& largest, std::uint64_t all,
             bool is_new) {
    const std::uint64_t large = count_large(largest);
    if (large == 0) return;
    add(kind, large, all,
        fmt::format("{} with {} articles or more {} {}: {}{}.", counted(large, "site"), kLeastGroup,
                    large == 1 ? "is" : "are",
                    is_new ? "new since the baseline" : "gone since the baseline", named(largest),
                    large > kNamedSites ? " and others" : ""));
  }

  const Comparison& comparison_;
  std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> find_changed(const Comparison& comparison) {
  return Changes(comparison).find();
}

void look_back(const Figures& baseline, Summary& summary) {
  NewsSummary& news = summary.news;
  news.baseline = compare(baseline, figures_of(summary));
  const std::vector<Finding> changed = find_changed(*news.baseline);
  news.look.insert(news.look.begin(), changed.begin(), changed.end());
}

}  // namespace pressmill::pipeline
