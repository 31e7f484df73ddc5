// SPDX-License-Identifier: Apache-2.0
//
// Commas, indentation and number formats of our own JSON.

#include "doc/json_writer.h"

#include <fmt/format.h>

#include <cassert>

#include "text/json_escape.h"

namespace pressmill::doc {

__extension__ using Wide = unsigned __int128;  // exact comparison with a half

void JsonWriter::new_line() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(first_.size() * static_cast<std::size_t>(indent_), ' ');
}

void JsonWriter::before_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (first_.empty()) return;
  if (!first_.back()) out_ += ',';
  first_.back() = false;
  new_line();
}

JsonWriter& JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  first_.push_back(true);
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  assert(!first_.empty() && !after_key_);
  const bool nothing_inside = first_.back();
  first_.pop_back();
  if (!nothing_inside) new_line();
  out_ += bracket;
  return *this;
}

JsonWriter& JsonWriter::begin_line() {
  open('{');
  if (lines_++ > 0) return *this;
  outer_indent_ = indent_;
  indent_ = 0;
  return *this;
}

JsonWriter& JsonWriter::end_line() {
  close('}');
  if (--lines_ == 0) indent_ = outer_indent_;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  assert(!first_.empty() && !after_key_);
  before_value();
  text::append_json_string(out_, name);
  out_ += indent_ == 0 ? ":" : ": ";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view utf8) {
  before_value();
  text::append_json_string(out_, utf8);
  return *this;
}

JsonWriter& JsonWriter::number(std::uint64_t value) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  before_value();
  fmt::format_to(std::back_inserter(out_), "{}", value);
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  return raw(value ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
  return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view token) {
  before_value();
  out_ += token;
  return *this;
}

std::string ratio4(std::uint64_t numerator, std::uint64_t denominator) {
  assert(denominator > 0 && numerator <= denominator);
  constexpr std::uint64_t kScale = 10'000;
  const auto scaled = static_cast<Wide>(numerator) * kScale;
  auto units = static_cast<std::uint64_t>(scaled / denominator);
  const auto rest = static_cast<Wide>(scaled % denominator) * 2;
  if (rest > denominator || (rest == denominator && units % 2 == 1)) ++units;
  return fmt::format("{}.{:04}", units / kScale, units % kScale);
}

}  // namespace pressmill::doc
