// SPDX-License-Identifier: Apache-2.0
//
// One article as one line of JSON, in the shape and with the escapes of its site.
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "tools/corpusgen/sites.h"

namespace pressmill::corpusgen {

struct Record {
  const Site* site = nullptr;
  std::string id;
  std::string url;
  std::string title;
  std::string text;
  std::string date_token;  // JSON; empty: no such field
};

// A line without its line end.
struct JsonLine {
  std::string bytes;
  std::size_t text_begin = 0;  // the text's token, quotation marks included
  std::size_t text_end = 0;
};

void append_json_string(std::string_view text, Escapes escapes, std::string& out);
void write_json_line(const Record& record, JsonLine& line);

}  // namespace pressmill::corpusgen
