// SPDX-License-Identifier: Apache-2.0
//
// Putting story, furniture, date, address and dress together.

#include "tools/corpusgen/render.h"

#include <fmt/format.h>

#include <iterator>

#include "tools/corpusgen/exact_copies.h"
#include "tools/corpusgen/near_copies.h"
#include "tools/corpusgen/other_copies.h"

namespace pressmill::corpusgen {

namespace {

// A copy on another site comes up to three days after its source.
constexpr std::uint64_t kMostLagMinutes = 3 * kMinutesPerDay;
// A longer article has so many words before and behind its source, an update so many more.
constexpr std::uint64_t kLeastMoreWords = 60;
constexpr std::uint64_t kMostMoreWords = 250;
constexpr std::uint64_t kUpdateWords = 40;
// Beside what an update adds, an edit in so many words.
constexpr std::uint32_t kUpdateSimilarity = 9'600;

}  // namespace

std::string id_of(const Item& item) {
  std::string id = fmt::format("{}{:08}", all_sites()[item.site].id_prefix, item.ordinal);
  if (item.scrape > 0) fmt::format_to(std::back_inserter(id), "-{}", item.scrape);
  return id;
}

// The story as this item tells it.
void Renderer::tell_story(const Item& item) {
  Story& story = rendered_.story;
  writer_.write(item.source, story);
  const Site& site = all_sites()[item.site];
  Random edits(options_.seed, item.ordinal, Stream::edits);
  switch (item.role) {
    case Role::near:
    case Role::spun:
      spin_story(item.similarity, writer_.model(site.language), site, edits, story);
      break;
    case Role::excerpt:
      cut_excerpt(edits, story);
      break;
    case Role::longer:
      writer_.write_head(item.source, other_);
      writer_.write_head(item.source, behind_);
      writer_.add_paragraphs(item.ordinal, edits.between(kLeastMoreWords, kMostMoreWords), other_);
      // The same stream from another number: line numbers are small.
      writer_.add_paragraphs(~item.ordinal, edits.between(kLeastMoreWords, kMostMoreWords),
                             behind_);
      embed(other_, behind_, story);
      break;
    case Role::roundup:
      for (std::uint32_t i = 0; i < item.parts; ++i) {
        writer_.write(item.part[i], other_);
        append_story(other_, story);
      }
      break;
    case Role::update:
      spin_story(kUpdateSimilarity, writer_.model(site.language), site, edits, story);
      writer_.add_paragraphs(item.ordinal, kUpdateWords, story);
      break;
    case Role::report: {
      Random figures(options_.seed, item.ordinal, Stream::figures);
      set_figures(figures, story);
      story.minute = static_cast<std::uint32_t>(figures.below(kDays * kMinutesPerDay));
      break;
    }
    case Role::original:
    case Role::exact:
    case Role::spoilt:
    case Role::scrape:
    case Role::garbled:
      break;
  }
}

// Headlines that this page could link to. They depend on the line alone, so that a page can be
// rendered once more.
void Renderer::find_links(const Item& item) {
  Random random = furniture_random(item, Stream::related);
  const std::size_t wanted = plan_links(random, links_);
  const std::uint32_t site = item.role == Role::exact ? rendered_.story.site : item.site;
  for (std::size_t i = 0; i < wanted; ++i) {
    const std::uint64_t other =
        Planner::neighbour(options_, writer_, item.looks_like(), site, random);
    if (other == item.looks_like() || other == item.source) continue;
    writer_.write_head(other, other_);
    links_.titles.push_back(other_.title);
  }
}

// Furniture alone differs from scrape to scrape.
Random Renderer::furniture_random(const Item& item, Stream stream) const {
  const std::uint64_t seed = item.scrape == 0 ? options_.seed : mix64(options_.seed) + item.scrape;
  return {seed, item.looks_like(), stream};
}

// An exact copy has its source's furniture, or it would be none; others have their own site's.
const Rendered& Renderer::render_page(const Item& item) {
  tell_story(item);
  const std::uint32_t site = item.role == Role::exact ? rendered_.story.site : item.site;
  links_ = {};
  if (options_.furniture && options_.related) find_links(item);
  Random furniture = furniture_random(item, Stream::furniture);
  const FurnitureStyle style = !options_.furniture ? FurnitureStyle::none
                               : item.scrape == 0  ? FurnitureStyle::whole
                                                   : FurnitureStyle::scraped;
  compose_page(rendered_.story, all_sites()[site], style, links_, furniture, rendered_.page);
  return rendered_;
}

const Rendered& Renderer::render(const Item& item) {
  render_page(item);
  add_record(item);
  return rendered_;
}

void Renderer::add_record(const Item& item) {
  const Story& story = rendered_.story;
  const Site& site = all_sites()[item.site];
  Random random(options_.seed, item.ordinal, Stream::date);
  // An exact or near copy on its source's site is the same page, as scrapes and updates are.
  const bool is_elsewhere = item.is_copy() && item.site != story.site;
  const bool is_same_page =
      role_is_same_page(item.role) || item.role == Role::exact || item.role == Role::near;
  const auto lag = static_cast<std::uint32_t>(random.below(kMostLagMinutes));
  const bool is_later = is_elsewhere || item.role == Role::update;
  const std::uint32_t minute = story.minute + (is_later ? lag : 0);
  const std::uint32_t url_minute = is_elsewhere ? minute : story.minute;
  rendered_.date = make_date(site, minute, url_minute, random);
  Record& record = rendered_.record;
  record.site = &site;
  record.id = id_of(item);
  record.url = make_url(site, kSections[story.section], story.title,
                        is_same_page && !is_elsewhere ? item.source : item.ordinal, url_minute);
  record.title = story.title;
  record.date_token = rendered_.date.token;
  record.text = rendered_.page.text;
  rendered_.garbling = nullptr;
  Random variant(options_.seed, item.ordinal, Stream::variant);
  if (item.role == Role::exact) put_on(item.dress, variant, record.text);
  if (item.role == Role::garbled) {
    const std::size_t garbling = variant.index(kGarblings.size());
    rendered_.garbling = &kGarblings[garbling];
    garbler_.garble(garbling, record.text);
    garbler_.garble(garbling, record.title);
  }
}

}  // namespace pressmill::corpusgen
