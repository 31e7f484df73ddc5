// SPDX-License-Identifier: Apache-2.0
//
// One line of a dump as the mill sees it.
//
// Nothing is copied out of the line but what JSON escapes force: values are views into the
// parser's buffer, tokens are byte ranges of the line, and the line itself passes on unchanged
// but for the text.
//
// Threads:  a view; lives until the parser that made it parses the next line.

#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "doc/field_map.h"
#include "doc/mend.h"
#include "doc/raw_json.h"

namespace pressmill::doc {

// What a line turned out to be.
enum class LineKind : std::uint8_t { article, empty, malformed };

// Why a line is no article. Names in malformed_name() are part of the output.
enum class Malformed : std::uint8_t {
  none,
  not_json,    // broken JSON
  bad_utf8,    // invalid bytes or lone surrogates, with repair off
  not_object,  // JSON, but no object
  text_type,   // the text is a number, a list, an object ...
  too_deep,    // nested deeper than kMaxDepth
  too_long,    // longer than LineCutter::kMaxLineBytes
  damaged,     // cut off by damage in the compressed input
};
inline constexpr std::size_t kMalformedCount = 8;
std::string_view malformed_name(Malformed reason);

struct Field {
  std::string_view value;  // unescaped; the token itself for a number
  Span token;              // in the line; empty: not there
  bool is_string = false;
  bool present() const { return !token.empty(); }
};

struct Article {
  std::string_view line;  // mended where needed; without line end and surrounding white space
  std::array<Field, kRoleCount> fields;
  std::vector<Span> own;  // members called "pressmill", each with one of its commas
  MendCounts mended;

  const Field& operator[](Role role) const { return fields[static_cast<std::size_t>(role)]; }
};

struct ParsedLine {
  LineKind kind = LineKind::malformed;
  Malformed reason = Malformed::none;
  std::string_view detail;  // in words; static
};

}  // namespace pressmill::doc
