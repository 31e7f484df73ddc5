// SPDX-License-Identifier: Apache-2.0
//
// From an item of the plan to the article that stands on its line.
//
// Threads:  one renderer per thread; what it returns lives until its next call.

#pragma once

#include <cstdint>
#include <string>

#include "tools/corpusgen/dates.h"
#include "tools/corpusgen/furniture.h"
#include "tools/corpusgen/json_line.h"
#include "tools/corpusgen/mojibake.h"
#include "tools/corpusgen/plan.h"
#include "tools/corpusgen/story.h"

namespace pressmill::corpusgen {

// The id is unique in the corpus: its site's prefix and the ordinal. Of another scrape it has the
// scrape's number, too, so that several can be milled together.
std::string id_of(const Item& item);

struct Rendered {
  Story story;
  Page page;  // as written, before any dress or garbling
  DateField date;
  Record record;  // its text wears the dress, or is garbled
  const Garbling* garbling = nullptr;
};

class Renderer {
 public:
  Renderer(const Options& options, const StoryWriter& writer)
      : options_(options), writer_(writer) {}

  // Everything; truth and line alike.
  const Rendered& render(const Item& item);
  // Story and page alone: what similarities are computed from.
  const Rendered& render_page(const Item& item);

 private:
  void tell_story(const Item& item);
  void add_record(const Item& item);
  void find_links(const Item& item);
  Random furniture_random(const Item& item, Stream stream) const;

  const Options& options_;
  const StoryWriter& writer_;
  Rendered rendered_;
  Story other_;  // parts of a roundup, what surrounds a story
  Story behind_;
  Links links_;
  Garbler garbler_;
};

}  // namespace pressmill::corpusgen
