// SPDX-License-Identifier: Apache-2.0
//
// A record of the store: the line as refine left it, and where in it the pieces stand that later
// passes print, so that nobody parses it again.
//
// Layout (little-endian): four spans of two u32 each (text, id, title, url: begin and length of
// the JSON token in the line, 0 length = absent), the length of a title that was found in the text
// (u32, 0 = none) and that title, then the line. A member "pressmill" of the
// input is gone from it, so that emit can put its own in before the last brace.
//
// Threads:  pure functions.

#pragma once

#include <string_view>

#include "doc/article.h"
#include "io/store.h"

namespace pressmill::doc {

struct RecordView {
  Span text;
  Span id;
  Span title;
  Span url;
  std::string_view found_title;  // where the line has none
  std::string_view line;
};

// Appends the record of `article`, its text replaced by `text` (unescaped) unless that is null.
// `found_title` is kept beside the line, for an article that has no title of its own.
// Returns the key; `line_bytes` is set to the length of the line as stored.
io::RecordKey put_record(io::FrameBuilder& store, const Article& article, const std::string* text,
                         std::uint32_t& line_bytes, std::string_view found_title = {});

// False where the bytes are no record (a damaged store).
bool read_record(std::string_view bytes, RecordView& record);

}  // namespace pressmill::doc
