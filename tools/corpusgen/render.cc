// SPDX-License-Identifier: Apache-2.0
//
// Putting story, furniture, date, address and dress together.

#include "tools/corpusgen/render.h"

#include <fmt/format.h>

#include "tools/corpusgen/exact_copies.h"
#include "tools/corpusgen/near_copies.h"

namespace pressmill::corpusgen {

namespace {

// A copy on another site comes up to three days after its source.
constexpr std::uint64_t kMostLagMinutes = 3 * kMinutesPerDay;

}  // namespace

std::string id_of(const Item& item) {
  return fmt::format("{}{:08}", all_sites()[item.site].id_prefix, item.ordinal);
}

// An exact copy has its source's furniture, or it would be none; a near copy has its own site's.
const Rendered& Renderer::render_page(const Item& item) {
  writer_.write(item.source, rendered_.story);
  const bool is_near = item.role == Role::near;
  const std::uint32_t site_number = is_near ? item.site : rendered_.story.site;
  const Site& site = all_sites()[site_number];
  if (is_near) {
    Random edits(options_.seed, item.ordinal, Stream::edits);
    spin_story(item.similarity, writer_.model(site.language), site, edits, rendered_.story);
  }
  Random furniture(options_.seed, is_near ? item.ordinal : item.source, Stream::furniture);
  compose_page(rendered_.story, site, options_.furniture, furniture, rendered_.page);
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
  // On its source's site a copy is a second scrape of the same page.
  const bool is_elsewhere = item.is_copy() && item.site != story.site;
  const auto lag = static_cast<std::uint32_t>(random.below(kMostLagMinutes));
  const std::uint32_t minute = story.minute + (is_elsewhere ? lag : 0);
  rendered_.date = make_date(site, minute, random);
  Record& record = rendered_.record;
  record.site = &site;
  record.id = id_of(item);
  record.url = make_url(site, kSections[story.section], story.title,
                        is_elsewhere ? item.ordinal : item.source, minute);
  record.title = story.title;
  record.date_token = rendered_.date.token;
  record.text = rendered_.page.text;
  if (item.role == Role::exact) {
    Random dress(options_.seed, item.ordinal, Stream::variant);
    put_on(item.dress, dress, record.text);
  }
}

}  // namespace pressmill::corpusgen
