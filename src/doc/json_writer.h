// SPDX-License-Identifier: Apache-2.0
//
// Writes JSON of our own files: keys in the order of the calls, so that equal content is equal
// bytes. Commas are its business; nesting is the caller's (assert in debug builds).
//
// Threads:  one owner.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::doc {

class JsonWriter {
 public:
  // indent > 0: one member a line, for files that people open.
  explicit JsonWriter(int indent = 0) : indent_(indent) {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }
  // An object on one line, whatever the indent, with all that stands in it.
  JsonWriter& begin_line();
  JsonWriter& end_line();
  JsonWriter& key(std::string_view name);

  JsonWriter& string(std::string_view utf8);
  JsonWriter& number(std::uint64_t value);
  JsonWriter& number(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  // A token that is JSON already.
  JsonWriter& raw(std::string_view token);

  JsonWriter& member(std::string_view name, std::string_view utf8) {
    return key(name).string(utf8);
  }
  JsonWriter& member(std::string_view name, const char* utf8) { return key(name).string(utf8); }
  JsonWriter& member(std::string_view name, std::uint64_t value) { return key(name).number(value); }
  JsonWriter& member_raw(std::string_view name, std::string_view token) {
    return key(name).raw(token);
  }

  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }
  void clear() {
    out_.clear();
    first_.clear();
    after_key_ = false;
  }

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void before_value();
  void new_line();

  std::string out_;
  std::vector<bool> first_;  // per open bracket: nothing inside yet
  bool after_key_ = false;
  int indent_;
  int outer_indent_ = 0;  // of what is around the outermost of the lines that are open
  int lines_ = 0;
};

// numerator / denominator with four decimals, half to even, in integers only: the same digits
// on every CPU. Needs: denominator > 0, numerator <= denominator.
std::string ratio4(std::uint64_t numerator, std::uint64_t denominator);

}  // namespace pressmill::doc
