// SPDX-License-Identifier: Apache-2.0
//
// simdjson's document copied into JsonValue.

#include "doc/json_value.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

#include "base/buffer.h"
#include "doc/mend.h"

namespace pressmill::doc {

namespace {

JsonValue convert(simdjson::dom::element from) {
  JsonValue to;
  switch (from.type()) {
    case simdjson::dom::element_type::OBJECT: {
      JsonValue::Object object;
      for (const auto& [key, value] : simdjson::dom::object(from))
        object.push_back({std::string(key), convert(value)});
      to.value_ = std::move(object);
      break;
    }
    case simdjson::dom::element_type::ARRAY: {
      JsonValue::Array array;
      for (const auto value : simdjson::dom::array(from)) array.push_back(convert(value));
      to.value_ = std::move(array);
      break;
    }
    case simdjson::dom::element_type::STRING:
      to.value_ = std::string(std::string_view(from));
      break;
    case simdjson::dom::element_type::INT64:
      to.value_ = static_cast<std::uint64_t>(std::int64_t(from));
      break;
    case simdjson::dom::element_type::UINT64:
      to.value_ = std::uint64_t(from);
      break;
    case simdjson::dom::element_type::DOUBLE:
      to.value_ = double(from);
      break;
    case simdjson::dom::element_type::BOOL:
      to.value_ = bool(from);
      break;
    case simdjson::dom::element_type::NULL_VALUE:
      break;
  }
  return to;
}

Error not_json(simdjson::error_code error) {
  return {Code::input, fmt::format("not JSON: {}", simdjson::error_message(error))};
}

// Ids of articles pass into our files as they are, so numbers may exceed what a 64-bit parser
// holds: those read as 0.
simdjson::simdjson_result<simdjson::dom::element> parse_any_numbers(simdjson::dom::parser& parser,
                                                                    std::string_view json) {
  const auto parsed = parser.parse(json.data(), json.size());
  Buffer masked;
  if (parsed.error() != simdjson::NUMBER_ERROR || !mask_large_numbers(json, masked)) return parsed;
  return parser.parse(masked.data(), masked.size());
}

}  // namespace

Result<JsonValue> JsonValue::parse(std::string_view json) {
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  const auto error = parse_any_numbers(parser, json).get(root);
  if (error != simdjson::SUCCESS) return not_json(error);
  return convert(root);
}

Result<JsonValue> JsonValue::parse_members(std::string_view json,
                                           std::span<const std::string_view> names) {
  simdjson::dom::parser parser;
  simdjson::dom::object root;
  const auto error = parse_any_numbers(parser, json).get(root);
  if (error != simdjson::SUCCESS) return not_json(error);
  Object members;
  for (const auto& [key, value] : root)
    if (std::find(names.begin(), names.end(), key) != names.end())
      members.push_back({std::string(key), convert(value)});
  JsonValue object;
  object.value_ = std::move(members);
  return object;
}

Status check_json(std::string_view json) {
  simdjson::dom::parser parser;
  const auto error = parse_any_numbers(parser, json).error();
  if (error != simdjson::SUCCESS) return not_json(error);
  return {};
}

const JsonValue& JsonValue::operator[](std::string_view key) const {
  static const JsonValue kNone;
  for (const auto& [name, value] : object())
    if (name == key) return value;
  return kNone;
}

std::string JsonValue::string(std::string_view fallback) const {
  const auto* s = std::get_if<std::string>(&value_);
  return s != nullptr ? *s : std::string(fallback);
}

std::uint64_t JsonValue::number(std::uint64_t fallback) const {
  const auto* n = std::get_if<std::uint64_t>(&value_);
  return n != nullptr ? *n : fallback;
}

bool JsonValue::boolean(bool fallback) const {
  const auto* b = std::get_if<bool>(&value_);
  return b != nullptr ? *b : fallback;
}

const JsonValue::Array& JsonValue::array() const {
  static const Array kNone;
  const auto* a = std::get_if<Array>(&value_);
  return a != nullptr ? *a : kNone;
}

const JsonValue::Object& JsonValue::object() const {
  static const Object kNone;
  const auto* o = std::get_if<Object>(&value_);
  return o != nullptr ? *o : kNone;
}

}  // namespace pressmill::doc
