// SPDX-License-Identifier: Apache-2.0
//
// Rules about lines that need no judgement: what certainly goes, and what certainly stays.
//
// They come before the model. A headline printed again, a paragraph that stands further up, a
// "see also" with a headline behind it go; the names of speakers in an interview, which look like
// the items of a menu, stay. Pieces of wrapped sentences are marked: they look like the items of a
// list, and less should be believed of them. So are headlines that follow each other behind a
// prompt for other articles: of them more should.
//
// Threads:  pure.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "clean/line_measures.h"

namespace pressmill::clean {

// Why a line went. Names in rule_name() are part of the output.
enum class LineRule : std::uint8_t {
  none,
  model,           // the model takes it for furniture
  cut_headline,    // the headline, cut off, perhaps glued to a section's name
  headline,        // the headline once more
  repeated,        // a paragraph that stands further up, too
  pointer,         // "see also" and the headline of another article
  furniture,       // other articles of the site have it, too
  other_headline,  // the headline of another article of the site
  listed,          // a person says so
  byline,          // line_shape.h has these
  update_note,
  caption,
  dateline,
  related,  // in a run of headlines behind "related" or "read more"
  between,  // two lines that always stand above the site's articles, or below them
};
inline constexpr std::size_t kLineRules = 15;
std::string_view rule_name(LineRule rule);

enum class LineFate : std::uint8_t { open, removed, protected_ };

struct RuledLine {
  LineFate fate = LineFate::open;
  LineRule rule = LineRule::none;
  bool is_wrapped = false;  // a piece of a sentence that was wrapped at some width
  bool is_narrow = false;   // and so is the whole text, at a narrow width
  bool is_related = false;  // in a run of headlines behind a prompt for them
};

struct RuledPage {
  std::vector<RuledLine> lines;
  std::string_view title;  // found in the text, where none was given
};

// Sets what the rules say of every line. `title` may be empty.
void apply_line_rules(const Page& page, std::string_view title, RuledPage& ruled);

// Does the line begin with a prompt such as "see also", and is the rest a headline?
bool points_elsewhere(const LineMeasures& line);

}  // namespace pressmill::clean
