// SPDX-License-Identifier: Apache-2.0
//
// Reads JSON of our own files (manifest, journal, progress): small, whole, into a plain tree.
// Articles never come this way; they are parsed in place by LineParser.
//
// Threads:  values.
// Failure:  Code::input with the parser's own words.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::doc {

struct JsonMember;

class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;

  static Result<JsonValue> parse(std::string_view json);
  // The object with only those of its members that are named: the rest is checked, not kept.
  static Result<JsonValue> parse_members(std::string_view json,
                                         std::span<const std::string_view> names);

  // Missing members and values of another type read as the fallback: an older or newer file of
  // ours lacks what it lacks.
  const JsonValue& operator[](std::string_view key) const;
  std::string string(std::string_view fallback = "") const;
  std::uint64_t number(std::uint64_t fallback = 0) const;
  bool boolean(bool fallback = false) const;
  const Array& array() const;
  const Object& object() const;
  bool exists() const { return !std::holds_alternative<std::monostate>(value_); }

  std::variant<std::monostate, bool, std::uint64_t, double, std::string, Array, Object> value_;
};

// Whether it is JSON, at a fraction of the memory of a tree.
Status check_json(std::string_view json);

// A type of its own, not std::pair: a pair may not be named before JsonValue is complete.
struct JsonMember {
  std::string name;
  JsonValue value;
};

}  // namespace pressmill::doc
