// SPDX-License-Identifier: Apache-2.0
//
// Planted: lines that are no article, or hardly one.
//
// Each kind takes a good line and spoils it. Truth: file, line, kind, and the fate that the kind
// must have:
//   malformed  no reader may take it for an article
//   repaired   malformed where bad bytes are not mended, an article where they are
//   empty      JSON as it should be, but without a text
//   blank      nothing on the line
//   article    unusual, and good all the same
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "tools/corpusgen/json_line.h"
#include "tools/corpusgen/random.h"

namespace pressmill::corpusgen {

// Order is part of the corpus: append only.
enum class Damage : std::uint8_t {
  missing_colon,
  missing_comma,
  missing_quote,
  trailing_comma,
  single_quotes,
  bad_escape,
  two_objects,
  truncated,
  error_page,
  raw_control,
  text_number,
  text_list,
  text_object,
  text_bool,
  line_list,
  line_string,
  line_number,
  line_null,
  bad_utf8,
  lone_surrogate,
  empty_text,
  null_text,
  blank_line,
  crlf,
};
inline constexpr std::size_t kDamageCount = 24;

enum class Fate : std::uint8_t { malformed, repaired, empty, blank, article };

std::string_view damage_name(Damage damage);
Fate fate_of(Damage damage);
std::string_view fate_name(Fate fate);

// Spoils a good line. Text of empty kinds is replaced here as well.
void spoil(Damage damage, Random& random, JsonLine& line);

}  // namespace pressmill::corpusgen
