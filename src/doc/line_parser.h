// SPDX-License-Identifier: Apache-2.0
//
// JSON line -> Article: validates every byte of the line, finds the fields, copies nothing.
//
// The whole line is validated, members nobody reads too: what passes here is passed on to other
// people's readers as it is. simdjson validates and unescapes; RawObject walks beside it to learn
// where each token stands, since both see the members in the same order.
//
// Threads:  one parser per worker.
// Memory:   about twelve times the longest line seen; given back after lines over kLargeLineBytes.
// Failure:  none: a bad line is a verdict.

#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "doc/article.h"
#include "doc/field_map.h"

namespace pressmill::doc {

class LineParser {
 public:
  static constexpr std::size_t kMaxDepth = 1024;
  static constexpr std::size_t kLargeLineBytes = 4 << 20;

  // With `repair`, bad bytes and lone surrogates are mended; without, they make a line malformed.
  LineParser(const FieldMap& fields, bool repair);
  ~LineParser();

  // Needs: Buffer::kPadding readable bytes behind the line. The article lives until the next call.
  ParsedLine parse(std::string_view line, Article& article);

 private:
  struct Parser;
  ParsedLine read_fields(Article& article);

  const FieldMap& fields_;
  bool repair_;
  std::unique_ptr<Parser> parser_;
};

std::string simdjson_version();

}  // namespace pressmill::doc
