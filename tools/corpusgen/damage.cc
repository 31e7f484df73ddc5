// SPDX-License-Identifier: Apache-2.0
//
// Spoiling lines, one function a kind.

#include "tools/corpusgen/damage.h"

#include <array>
#include <string>

namespace pressmill::corpusgen {

namespace {

using Spoiler = void (*)(Random&, JsonLine&);

// A place inside the text where bytes can be put in without cutting a character or an escape in
// two: behind a space, or at the text's beginning.
std::size_t place_in_text(Random& random, const JsonLine& line) {
  const std::size_t size = line.text_end - line.text_begin;
  const std::size_t from = line.text_begin + random.index(size);
  const std::size_t space = line.bytes.find(' ', from);
  return space < line.text_end - 1 ? space + 1 : line.text_begin + 1;
}

void insert_in_text(std::string_view bytes, Random& random, JsonLine& line) {
  line.bytes.insert(place_in_text(random, line), bytes);
}

void replace_text(std::string_view token, JsonLine& line) {
  line.bytes.replace(line.text_begin, line.text_end - line.text_begin, token);
}

template <std::size_t n>
std::string_view any(const std::array<std::string_view, n>& choices, Random& random) {
  return choices[random.index(n)];
}

void missing_colon(Random&, JsonLine& line) {
  line.bytes.erase(line.bytes.find("\":") + 1, 1);
}
void missing_comma(Random&, JsonLine& line) {
  line.bytes.erase(line.bytes.find(",\""), 1);
}
// The string runs on to the next quotation mark, where a name follows that belongs nowhere.
void missing_quote(Random&, JsonLine& line) {
  line.bytes.erase(line.text_end - 1, 1);
}
void trailing_comma(Random&, JsonLine& line) {
  line.bytes.back() = ',';
  line.bytes += '}';
}
void single_quotes(Random&, JsonLine& line) {
  line.bytes[1] = '\'';
  line.bytes[line.bytes.find("\":")] = '\'';
}
void bad_escape(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 3> kEscapes = {"\\x41", "\\u12 ", "\\'"};
  insert_in_text(any(kEscapes, random), random, line);
}
void two_objects(Random&, JsonLine& line) {
  line.bytes += std::string(line.bytes);
}
void truncated(Random& random, JsonLine& line) {
  const std::size_t quarter = line.bytes.size() / 4;
  line.bytes.resize(quarter + random.index(2 * quarter));
}
void error_page(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 3> kPages = {
      "<html><head><title>502 Bad Gateway</title></head><body>try later</body></html>",
      "Error: upstream timed out", "--- rotated ---"};
  line.bytes = any(kPages, random);
}
void raw_control(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 3> kControls = {"\t", "\x01", "\x1F"};
  insert_in_text(any(kControls, random), random, line);
}

void text_number(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 3> kNumbers = {"4711", "-0.5", "1e3"};
  replace_text(any(kNumbers, random), line);
}
void text_list(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 2> kLists = {R"(["first part","second part"])", "[]"};
  replace_text(any(kLists, random), line);
}
void text_object(Random&, JsonLine& line) {
  replace_text(R"({"html":"<p>first part</p>"})", line);
}
void text_bool(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 2> kBools = {"true", "false"};
  replace_text(any(kBools, random), line);
}

void line_list(Random&, JsonLine& line) {
  line.bytes = '[' + line.bytes + ']';
}
void line_string(Random&, JsonLine& line) {
  line.bytes = R"("an article was here")";
}
void line_number(Random&, JsonLine& line) {
  line.bytes = "20260314";
}
void line_null(Random&, JsonLine& line) {
  line.bytes = "null";
}

// Not UTF-8 in any place: a stray byte, a cut character, an overlong one, a coded surrogate.
void bad_utf8(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 5> kBytes = {"\xFF", "\xE9 ", "\xE2\x82 ", "\xC0\xAF",
                                                      "\xED\xA0\x80"};
  insert_in_text(any(kBytes, random), random, line);
}
// The blank keeps a following escape from completing the pair.
void lone_surrogate(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 2> kHalves = {"\\ud83d ", "\\udc00 "};
  insert_in_text(any(kHalves, random), random, line);
}

void empty_text(Random&, JsonLine& line) {
  replace_text(R"("")", line);
}
void null_text(Random&, JsonLine& line) {
  replace_text("null", line);
}
void blank_line(Random& random, JsonLine& line) {
  constexpr std::array<std::string_view, 4> kBlanks = {"", "   ", "\t", "\r"};
  line.bytes = any(kBlanks, random);
}
void crlf(Random&, JsonLine& line) {
  line.bytes += '\r';
}

struct Kind {
  std::string_view name;
  Fate fate;
  Spoiler spoil;
};

// In the order of Damage.
constexpr std::array<Kind, kDamageCount> kKinds = {{
    {"missing_colon", Fate::malformed, missing_colon},
    {"missing_comma", Fate::malformed, missing_comma},
    {"missing_quote", Fate::malformed, missing_quote},
    {"trailing_comma", Fate::malformed, trailing_comma},
    {"single_quotes", Fate::malformed, single_quotes},
    {"bad_escape", Fate::malformed, bad_escape},
    {"two_objects", Fate::malformed, two_objects},
    {"truncated", Fate::malformed, truncated},
    {"error_page", Fate::malformed, error_page},
    {"raw_control", Fate::malformed, raw_control},
    {"text_number", Fate::malformed, text_number},
    {"text_list", Fate::malformed, text_list},
    {"text_object", Fate::malformed, text_object},
    {"text_bool", Fate::malformed, text_bool},
    {"line_list", Fate::malformed, line_list},
    {"line_string", Fate::malformed, line_string},
    {"line_number", Fate::malformed, line_number},
    {"line_null", Fate::malformed, line_null},
    {"bad_utf8", Fate::repaired, bad_utf8},
    {"lone_surrogate", Fate::repaired, lone_surrogate},
    {"empty_text", Fate::empty, empty_text},
    {"null_text", Fate::empty, null_text},
    {"blank_line", Fate::blank, blank_line},
    {"crlf", Fate::article, crlf},
}};
static_assert(kKinds.size() == static_cast<std::size_t>(Damage::crlf) + 1);

const Kind& kind_of(Damage damage) {
  return kKinds[static_cast<std::size_t>(damage)];
}

}  // namespace

std::string_view damage_name(Damage damage) {
  return kind_of(damage).name;
}

Fate fate_of(Damage damage) {
  return kind_of(damage).fate;
}

std::string_view fate_name(Fate fate) {
  constexpr std::array<std::string_view, 5> kNames = {"malformed", "repaired", "empty", "blank",
                                                      "article"};
  return kNames[static_cast<std::size_t>(fate)];
}

void spoil(Damage damage, Random& random, JsonLine& line) {
  kind_of(damage).spoil(random, line);
}

}  // namespace pressmill::corpusgen
