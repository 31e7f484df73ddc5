// SPDX-License-Identifier: Apache-2.0
//
// The members of a JSON object, described once for both ways: a template that names them is run
// with a FieldWriter to make the text and with a FieldReader to take it apart again, so that what
// is written and what is read cannot drift apart.
//
//   constexpr auto kPoint = [](auto& io, auto& point) {
//     io.field("x", point.x).field("y", point.y).derived("sum", [&] { ... });
//   };
//   writer.object("from", line.from, kPoint);
//   reader.object("from", line.from, kPoint);
//
// Both have the same calls. A description of containers takes the element by `auto&`, which is
// const where it is written.
//
// Threads:  one owner.
// Failure:  none: what is missing, or of another kind than asked for, leaves the value as it was.
// Memory:   the reader has views into the text, which must outlive it.

#pragma once

#include <charconv>
#include <concepts>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "report/measure_text.h"
#include "text/measures.h"

namespace pressmill::report {

class FieldWriter {
 public:
  static constexpr bool kReads = false;
  // Between begin_object() and end_object() of `json`.
  explicit FieldWriter(doc::JsonWriter& json) : json_(json) {}

  FieldWriter& field(std::string_view name, std::uint64_t value) {
    json_.member(name, value);
    return *this;
  }
  FieldWriter& field(std::string_view name, const std::string& text) {
    json_.member(name, text);
    return *this;
  }
  FieldWriter& flag(std::string_view name, bool value) {
    json_.key(name).boolean(value);
    return *this;
  }
  // null where the text is `none`.
  FieldWriter& or_null(std::string_view name, const std::string& text, std::string_view none = "") {
    json_.key(name);
    text == none ? json_.null() : json_.string(text);
    return *this;
  }
  template <std::integral Int>
  FieldWriter& or_null(std::string_view name, const std::optional<Int>& value) {
    json_.key(name);
    value ? json_.number(*value) : json_.null();
    return *this;
  }
  // No member where the text is `none`.
  FieldWriter& unless(std::string_view none, std::string_view name, const std::string& text) {
    return text == none ? *this : field(name, text);
  }
  FieldWriter& unless_empty(std::string_view name, const std::string& text) {
    return unless("", name, text);
  }
  // Text that is JSON itself; no member where it is empty.
  FieldWriter& token(std::string_view name, const std::string& json) {
    if (!json.empty()) json_.member_raw(name, json);
    return *this;
  }
  // With four decimals, of ten-thousandths; as it is where it is no fraction.
  FieldWriter& figure(std::string_view name, std::uint64_t value, bool is_fraction = true) {
    json_.member_raw(name, measure_value(value, is_fraction));
    return *this;
  }
  FieldWriter& figure_or_null(std::string_view name, std::uint64_t value, bool is_fraction,
                              bool is_known) {
    if (is_known) return figure(name, value, is_fraction);
    json_.key(name).null();
    return *this;
  }
  // A list of them, on one line; is_fraction(place) says of which kind one is.
  template <class Figures, class IsFraction>
  FieldWriter& figures(std::string_view name, const Figures& values, IsFraction is_fraction) {
    std::string list = "[";
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i > 0) list += ',';
      text::append_digits(list, values[i], is_fraction(i));
    }
    json_.member_raw(name, list += ']');
    return *this;
  }
  // What follows from other members: make() gives it as JSON, "" for no member.
  template <class Make>
  FieldWriter& derived(std::string_view name, Make make) {
    return token(name, make());
  }

  template <class T, class Fields>
  FieldWriter& object(std::string_view name, const T& value, Fields fields) {
    json_.key(name);
    return element(value, fields);
  }
  // The same on one line.
  template <class T, class Fields>
  FieldWriter& line(std::string_view name, const T& value, Fields fields) {
    json_.key(name);
    return on_a_line(value, fields);
  }
  // Objects.
  template <class Rows, class Fields>
  FieldWriter& list(std::string_view name, const Rows& rows, Fields fields) {
    json_.key(name).begin_array();
    for (const auto& row : rows) element(row, fields);
    json_.end_array();
    return *this;
  }
  // The same, each on a line of its own.
  template <class Rows, class Fields>
  FieldWriter& lines(std::string_view name, const Rows& rows, Fields fields) {
    json_.key(name).begin_array();
    for (const auto& row : rows) on_a_line(row, fields);
    json_.end_array();
    return *this;
  }
  // The same, all of them on one line.
  template <class Rows, class Fields>
  FieldWriter& one_line(std::string_view name, const Rows& rows, Fields fields) {
    doc::JsonWriter line;
    FieldWriter io(line);
    line.begin_array();
    for (const auto& row : rows) io.element(row, fields);
    json_.member_raw(name, line.end_array().text());
    return *this;
  }
  // Strings, on one line; no member where there are none.
  FieldWriter& texts(std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return *this;
    doc::JsonWriter line;
    line.begin_array();
    for (const std::string& text : texts) line.string(text);
    json_.member_raw(name, line.end_array().take());
    return *this;
  }
  // An object, for keys that are names of ours. fields(io, key, value) of a list of objects, each
  // on a line of its own, for keys that are data: those may be empty.
  FieldWriter& counts(std::string_view name, const std::map<std::string, std::uint64_t>& counts) {
    json_.key(name).begin_object();
    for (const auto& [key, count] : counts) json_.member(key, count);
    json_.end_object();
    return *this;
  }
  FieldWriter& texts_by_name(std::string_view name,
                             const std::map<std::string, std::string>& texts) {
    json_.key(name).begin_object();
    for (const auto& [key, text] : texts) json_.member(key, text);
    json_.end_object();
    return *this;
  }
  template <class Map, class Fields>
  FieldWriter& list_of_map(std::string_view name, const Map& map, Fields fields) {
    json_.key(name).begin_array();
    for (const auto& [key, value] : map) {
      json_.begin_line();
      fields(*this, key, value);
      json_.end_line();
    }
    json_.end_array();
    return *this;
  }
  FieldWriter& null(std::string_view name) {
    json_.key(name).null();
    return *this;
  }

 private:
  template <class T, class Fields>
  FieldWriter& element(const T& value, Fields fields) {
    json_.begin_object();
    fields(*this, value);
    json_.end_object();
    return *this;
  }
  template <class T, class Fields>
  FieldWriter& on_a_line(const T& value, Fields fields) {
    json_.begin_line();
    fields(*this, value);
    json_.end_line();
    return *this;
  }

  doc::JsonWriter& json_;
};

class FieldReader {
 public:
  static constexpr bool kReads = true;
  // Needs: valid JSON that begins at object[0]; of anything but an object nothing is read.
  explicit FieldReader(std::string_view object) {
    if (!object.starts_with('{')) return;
    doc::each_child(object, [&](std::string key, std::string_view value) {
      members_.emplace_back(std::move(key), value);
      return true;
    });
  }

  bool has(std::string_view name) { return !find(name).empty(); }
  bool is_list(std::string_view name) { return find(name).starts_with('['); }

  template <std::unsigned_integral Int>
  FieldReader& field(std::string_view name, Int& value) {
    to_number(find(name), value);
    return *this;
  }
  FieldReader& field(std::string_view name, std::string& text) {
    if (const std::string_view found = find(name); found.starts_with('"'))
      text = doc::unquoted(found);
    return *this;
  }
  FieldReader& flag(std::string_view name, bool& value) {
    value = find(name) == "true";
    return *this;
  }
  FieldReader& or_null(std::string_view name, std::string& text, std::string_view none = "") {
    text = none;
    return field(name, text);
  }
  template <std::integral Int>
  FieldReader& or_null(std::string_view name, std::optional<Int>& value) {
    Int number{};
    if (to_number(find(name), number)) value = number;
    return *this;
  }
  FieldReader& unless(std::string_view none, std::string_view name, std::string& text) {
    return or_null(name, text, none);
  }
  FieldReader& unless_empty(std::string_view name, std::string& text) { return field(name, text); }
  FieldReader& token(std::string_view name, std::string& json) {
    json = find(name);
    return *this;
  }
  template <std::unsigned_integral Int>
  FieldReader& figure(std::string_view name, Int& value, bool /*is_fraction*/ = true) {
    value = static_cast<Int>(measure_of_text(find(name)));
    return *this;
  }
  template <std::unsigned_integral Int>
  FieldReader& figure_or_null(std::string_view name, Int& value, bool is_fraction,
                              bool /*is_known*/) {
    return figure(name, value, is_fraction);
  }
  template <class Figure, class IsFraction>
  FieldReader& figures(std::string_view name, std::vector<Figure>& values,
                       IsFraction /*is_fraction*/) {
    each(name, [&](std::string_view token) {
      values.push_back(static_cast<Figure>(measure_of_text(token)));
    });
    return *this;
  }
  template <class Make>
  FieldReader& derived(std::string_view /*name*/, Make /*make*/) {
    return *this;
  }

  template <class T, class Fields>
  FieldReader& object(std::string_view name, T& value, Fields fields) {
    FieldReader io(find(name));
    fields(io, value);
    return *this;
  }
  template <class T, class Fields>
  FieldReader& line(std::string_view name, T& value, Fields fields) {
    return object(name, value, fields);
  }
  template <class Row, class Fields>
  FieldReader& list(std::string_view name, std::vector<Row>& rows, Fields fields) {
    each(name, [&](std::string_view token) {
      FieldReader io(token);
      fields(io, rows.emplace_back());
    });
    return *this;
  }
  template <class Row, class Fields>
  FieldReader& lines(std::string_view name, std::vector<Row>& rows, Fields fields) {
    return list(name, rows, fields);
  }
  template <class Row, class Fields>
  FieldReader& one_line(std::string_view name, std::vector<Row>& rows, Fields fields) {
    return list(name, rows, fields);
  }
  FieldReader& texts(std::string_view name, std::vector<std::string>& texts) {
    each(name, [&](std::string_view token) { texts.push_back(doc::unquoted(token)); });
    return *this;
  }
  FieldReader& counts(std::string_view name, std::map<std::string, std::uint64_t>& counts) {
    for (const auto& [key, token] : FieldReader(find(name)).members_) to_number(token, counts[key]);
    return *this;
  }
  FieldReader& texts_by_name(std::string_view name, std::map<std::string, std::string>& texts) {
    for (const auto& [key, token] : FieldReader(find(name)).members_)
      texts[key] = doc::unquoted(token);
    return *this;
  }
  template <class Map, class Fields>
  FieldReader& list_of_map(std::string_view name, Map& map, Fields fields) {
    each(name, [&](std::string_view token) {
      FieldReader io(token);
      typename Map::key_type key{};
      typename Map::mapped_type value{};
      fields(io, key, value);
      map[std::move(key)] = std::move(value);
    });
    return *this;
  }
  // visit(token) for each element of a list.
  template <class Visit>
  void each(std::string_view name, Visit visit) {
    const std::string_view list = find(name);
    if (!list.starts_with('[')) return;
    doc::each_child(list, [&](const std::string&, std::string_view token) {
      visit(token);
      return true;
    });
  }

 private:
  template <class Int>
  static bool to_number(std::string_view token, Int& value) {
    return std::from_chars(token.data(), token.data() + token.size(), value).ec == std::errc();
  }

  // The member's token, "" where there is none. Members are asked for in the order in which they
  // were written, so the one behind the last is looked at first.
  std::string_view find(std::string_view name) {
    for (std::size_t i = 0; i < members_.size(); ++i) {
      const std::size_t at = (next_ + i) % members_.size();
      if (members_[at].first != name) continue;
      next_ = at + 1;
      return members_[at].second;
    }
    return "";
  }

  std::vector<std::pair<std::string, std::string_view>> members_;
  std::size_t next_ = 0;
};

// Within a description, for what is different for the two.
template <class Io>
constexpr bool kReads = std::remove_cvref_t<Io>::kReads;

}  // namespace pressmill::report
