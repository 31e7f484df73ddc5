// SPDX-License-Identifier: Apache-2.0
//
// The sites of the corpus: invented newspapers, each with habits of its own.
//
// A site is data: how it names its fields, writes its dates, urls and numbers, escapes its JSON,
// and the furniture that it leaves around its articles. To add one, add a row in sites.cc.
// All domains end in .example, which is reserved and leads nowhere.
//
// Threads:  immutable.

#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "tools/corpusgen/grammar.h"
#include "tools/corpusgen/languages.h"

namespace pressmill::corpusgen {

// Which fields a line has, and what they are called.
enum class Shape : std::uint8_t {
  plain,    // id, url, title, text, date, outlet
  renamed,  // _id, link, headline, content, published, site_name
  nested,   // id, title, text, metadata.url, metadata.date
};

enum class DateStyle : std::uint8_t {
  iso_utc,     // 2026-03-14T09:26:53Z
  iso_offset,  // 2026-03-14T11:26:53+02:00
  iso_local,   // 2026-03-14 11:26:53, no zone
  day_only,    // 2026-03-14
  mail,        // Sat, 14 Mar 2026 11:26:53 +0200
  epoch,       // 1773480413, a JSON number
  url_only,    // no date field at all; the url's path has it
};

enum class UrlStyle : std::uint8_t {
  date_path,     // /2026/03/14/slug-123
  section_slug,  // /council/slug-123.html
  date_name,     // /council/slug-123-20260314.html
};

// How a site's exporter wrote characters that JSON lets one write in several ways.
enum class Escapes : std::uint8_t {
  least,  // what must be escaped
  ascii,  // everything beyond ASCII as \uXXXX
  slash,  // and every slash as \/
};

struct Furniture {
  std::span<const std::string_view> top;     // before the first paragraph
  std::span<const std::string_view> middle;  // between paragraphs
  std::span<const std::string_view> end;     // behind the last; '#' stands for a number
};

struct Site {
  std::string_view host;  // with its subdomain
  std::string_view outlet;
  std::string_view id_prefix;
  Language language;
  Shape shape;
  DateStyle dates;
  UrlStyle urls;
  Escapes escapes;
  int zone_minutes;    // east of UTC
  bool repeats_title;  // the headline stands once more on top of the text
  NumberStyle numbers;
  std::string_view open_quote;  // empty: as the language does
  std::string_view close_quote;
  Furniture furniture;
};

std::span<const Site> all_sites();
// The sites that write in a language, as numbers in all_sites(). At least two each.
std::span<const std::uint32_t> sites_of(Language language);

}  // namespace pressmill::corpusgen
