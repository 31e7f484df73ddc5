// SPDX-License-Identifier: Apache-2.0
//
// Takes left-over markup out of a text: tags, comments, scripts, character references.
//
// Scrapers that cut texts out of pages by hand leave "<p>", "<br/>" and "&nbsp;" in them, some
// escape what was escaped already ("&amp;quot;"). A tag goes where it can only be markup: it
// closes, has attributes, is one of br, p, hr, or its other half is there, too. A lone
// "<div>" in a sentence is what the sentence is about. Tags that begin a new block become line
// ends. References are read once more as long as they uncover others, three times at most.
//
// Threads:  pure functions.
// Needs:    valid UTF-8.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::clean {

struct MarkupCounts {
  std::uint64_t tags = 0;        // taken away, comments too
  std::uint64_t references = 0;  // replaced by their characters
};

// Sets `out` to the text without markup and returns true; or returns false, `out` and `counts`
// untouched, where there is none. Counts are added to.
bool strip_markup(std::string_view text, std::string& out, MarkupCounts& counts);

}  // namespace pressmill::clean
