// SPDX-License-Identifier: Apache-2.0
//
// Random objects whose members the test knows: valid JSON built from the grammar, with white
// space, escapes and brackets in every place where they may stand.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::test {

struct RandomMember {
  std::string key;        // decoded
  std::string key_token;  // with quotes and escapes
  std::string value_token;
  std::string text;  // decoded, where the value is a string
  bool is_string = false;
};

struct RandomObject {
  std::string line;
  std::vector<RandomMember> members;
};

class RandomJson {
 public:
  explicit RandomJson(std::uint64_t seed) : random_(seed) {}

  // Keys are drawn from `keys`; without any they are random strings.
  RandomObject object(std::uint64_t most_members, const std::vector<std::string>& keys = {}) {
    RandomObject object;
    object.line = "{" + space();
    for (std::uint64_t n = random_.below(most_members + 1); n > 0; --n) {
      RandomMember member = this->member(keys);
      if (!object.members.empty()) object.line += "," + space();
      object.line += member.key_token + space() + ":" + space() + member.value_token + space();
      object.members.push_back(std::move(member));
    }
    object.line += "}";
    return object;
  }

  // A string token; what it says is appended to `decoded`.
  std::string string_token(std::string& decoded) {
    struct Piece {
      std::string_view token;
      std::string_view says;
    };
    static constexpr std::array<Piece, 21> kPieces = {{
        {"a", "a"},
        {"word ", "word "},
        {"\\n", "\n"},
        {"\\\"", "\""},
        {"\\\\", "\\"},
        {"\\/", "/"},
        {"/", "/"},
        {"\\u00e9", "é"},
        {"é", "é"},
        {"中", "中"},
        {"\\u4E2d", "中"},
        {"😀", "😀"},
        {"\\ud83d\\uDE00", "😀"},
        {"\\u0041", "A"},
        {"{[", "{["},
        {"]},:", "]},:"},
        {"\\t\\r\\b\\f", "\t\r\b\f"},
        {"'", "'"},
        {"\\u001f", "\x1f"},
        {"\x7f", "\x7f"},
        {"//", "//"},
    }};
    std::string token = "\"";
    for (std::uint64_t n = random_.below(random_.below(8) == 0 ? 200 : 6); n > 0; --n) {
      const Piece& piece = kPieces[static_cast<std::size_t>(random_.below(kPieces.size()))];
      token += piece.token;
      decoded += piece.says;
    }
    return token + "\"";
  }

  std::string value_token(int depth = 3) {
    static constexpr std::array<std::string_view, 14> kPlain = {"null",
                                                                "true",
                                                                "false",
                                                                "0",
                                                                "-0",
                                                                "12",
                                                                "-7.25",
                                                                "1e5",
                                                                "1E-5",
                                                                "1e400",
                                                                "-1.5e-999",
                                                                "123456789012345678901234567890",
                                                                "18446744073709551616",
                                                                "0.1000000000000000055511151"};
    const std::uint64_t kind = random_.below(depth > 0 ? 8 : 6);
    std::string ignored;
    if (kind < 3)
      return std::string(kPlain[static_cast<std::size_t>(random_.below(kPlain.size()))]);
    if (kind < 6) return string_token(ignored);
    const bool is_object = kind == 6;
    std::string token = is_object ? "{" : "[";
    for (std::uint64_t n = random_.below(4); n > 0; --n) {
      if (is_object) token += space() + string_token(ignored) + space() + ":";
      token += space() + value_token(depth - 1) + space() + (n > 1 ? "," : "");
    }
    return token + space() + (is_object ? "}" : "]");
  }

  Random& random() { return random_; }

 private:
  std::string space() {
    static constexpr std::array<std::string_view, 6> kSpaces = {"", "", "", " ", "\t ", " \r\n "};
    return std::string(kSpaces[static_cast<std::size_t>(random_.below(kSpaces.size()))]);
  }

  RandomMember member(const std::vector<std::string>& keys) {
    RandomMember member;
    if (keys.empty()) {
      member.key_token = string_token(member.key);
    } else {
      member.key = keys[static_cast<std::size_t>(random_.below(keys.size()))];
      member.key_token = '"' + member.key + '"';
    }
    member.is_string = random_.below(2) == 0;
    member.value_token = member.is_string ? string_token(member.text) : value_token();
    if (member.value_token[0] == '"' && !member.is_string) member.value_token = "null";
    return member;
  }

  Random random_;
};

}  // namespace pressmill::test
