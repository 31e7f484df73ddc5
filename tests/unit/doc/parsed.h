// SPDX-License-Identifier: Apache-2.0
//
// One parsed line, for tests: the padded bytes, the article in them, the verdict.

#pragma once

#include <string>
#include <string_view>

#include "base/buffer.h"
#include "doc/line_parser.h"

namespace pressmill::doc {

class Parsed {
 public:
  explicit Parsed(std::string_view line, bool repair = true, std::string_view fields = "")
      : bytes_(line), fields_(*FieldMap::make(fields)), parser_(fields_, repair) {
    verdict = parser_.parse(bytes_.view(), article);
  }
  std::string_view operator[](Role role) const { return article[role].value; }
  std::string_view token(Role role) const { return article[role].token.of(article.line); }
  // The line without the members that are the mill's own.
  std::string without_own() const {
    std::string rest(article.line);
    for (auto own = article.own.rbegin(); own != article.own.rend(); ++own)
      rest.erase(own->begin, own->length);
    return rest;
  }

  Article article;
  ParsedLine verdict;

 private:
  Buffer bytes_;
  FieldMap fields_;
  LineParser parser_;
};

}  // namespace pressmill::doc
