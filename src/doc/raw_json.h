// SPDX-License-Identifier: Apache-2.0
//
// Where the members of an object stand in a line that is known to be valid JSON.
//
// The parser validates and decodes but does not say where a value's bytes are, and those are
// needed: the text's token is replaced in place and everything else passes byte for byte. On
// valid JSON finding the ends is simple: strings end at the next quote with an even number of
// backslashes before it; containers end where their brackets balance.
//
// Needs:    the line was accepted by the parser; nothing here checks it again (asserts do).
// Threads:  values; views into the line.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::doc {

// Bytes of a line. Lines are far below 4 GiB (LineCutter::kMaxLineBytes).
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  std::uint32_t end() const { return begin + length; }
  bool empty() const { return length == 0; }
  std::string_view of(std::string_view line) const { return line.substr(begin, length); }
};

struct RawMember {
  Span key;    // with its quotes
  Span value;  // the whole token
};

class RawObject {
 public:
  // Needs: line[begin] is the '{' of an object.
  RawObject(std::string_view line, std::uint32_t begin) : line_(line), at_(begin + 1) {}
  // The next member; false after the last.
  bool next(RawMember& member);

 private:
  void skip_space();
  std::string_view line_;
  std::size_t at_;
};

// Behind the value that begins at `at`. Needs: a valid value begins there.
std::size_t skip_value(std::string_view json, std::size_t at);
// Behind the closing quote. Needs: json[at] is the opening one.
std::size_t skip_string(std::string_view json, std::size_t at);
bool is_json_space(char c);
// What a string token says, escapes undone; any other token as it is. Needs: a valid token.
std::string unquoted(std::string_view token);
// The value without white space between its tokens. Needs: a valid value.
std::string compacted(std::string_view json);
// RFC 8259's number grammar, any magnitude.
bool is_json_number(std::string_view token);

// Calls visit(key, value) for each member of the object, visit("", value) for each element of the
// array that `json` is; ends where visit returns false. Keys come unquoted, values as tokens; of
// any size. Needs: a valid object or array that begins at json[0].
template <class Visit>
void each_child(std::string_view json, Visit visit) {
  const bool is_object = json[0] == '{';
  std::size_t at = 1;
  const auto skip = [&](char separator) {
    while (at < json.size() && (is_json_space(json[at]) || json[at] == separator)) ++at;
  };
  for (skip(','); at < json.size() && json[at] != '}' && json[at] != ']'; skip(',')) {
    std::string key;
    if (is_object) {
      const std::size_t end = skip_string(json, at);
      key = unquoted(json.substr(at, end - at));
      at = end;
      skip(':');
    }
    const std::size_t end = skip_value(json, at);
    if (!visit(key, json.substr(at, end - at))) return;
    at = end;
  }
}

}  // namespace pressmill::doc
