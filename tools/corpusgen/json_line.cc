// SPDX-License-Identifier: Apache-2.0
//
// Writing JSON lines.

#include "tools/corpusgen/json_line.h"

#include <array>
#include <cstdint>

namespace pressmill::corpusgen {

namespace {

void append_u(std::uint32_t unit, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::array<char, 6> escape = {'\\',
                                      'u',
                                      kHex[(unit >> 12) & 0xF],
                                      kHex[(unit >> 8) & 0xF],
                                      kHex[(unit >> 4) & 0xF],
                                      kHex[unit & 0xF]};
  out.append(escape.data(), escape.size());
}

// Appends a character beyond ASCII as one or two \uXXXX; returns its size in the text.
std::size_t append_escaped(std::string_view text, std::size_t at, std::string& out) {
  const auto first = static_cast<unsigned char>(text[at]);
  const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  std::uint32_t code = first & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i)
    code = (code << 6) | (static_cast<unsigned char>(text[at + i]) & 0x3FU);
  if (code < 0x10000) {
    append_u(code, out);
  } else {
    append_u(0xD800 + ((code - 0x10000) >> 10), out);
    append_u(0xDC00 + ((code - 0x10000) & 0x3FF), out);
  }
  return size;
}

void append_special(char c, std::string& out) {
  switch (c) {
    case '"':
      out += "\\\"";
      break;
    case '\\':
      out += "\\\\";
      break;
    case '/':
      out += "\\/";
      break;
    case '\n':
      out += "\\n";
      break;
    case '\r':
      out += "\\r";
      break;
    case '\t':
      out += "\\t";
      break;
    default:
      append_u(static_cast<unsigned char>(c), out);
  }
}

// Which bytes cannot be copied as they are.
using Table = std::array<bool, 256>;
constexpr Table table_for(Escapes escapes) {
  Table table{};
  for (std::size_t c = 0; c < 0x20; ++c) table[c] = true;
  table['"'] = table['\\'] = true;
  if (escapes == Escapes::slash) table['/'] = true;
  if (escapes == Escapes::ascii)
    for (std::size_t c = 0x80; c < 0x100; ++c) table[c] = true;
  return table;
}
constexpr std::array<Table, 3> kTables = {table_for(Escapes::least), table_for(Escapes::ascii),
                                          table_for(Escapes::slash)};

// Members of one object, commas between them.
class Members {
 public:
  Members(const Site& site, JsonLine& line) : site_(site), line_(line) {}

  void open(std::string_view key) {
    name(key);
    line_.bytes += '{';
    first_ = true;
  }
  void close() {
    line_.bytes += '}';
    first_ = false;
  }
  void string(std::string_view key, std::string_view value) {
    name(key);
    append_json_string(value, site_.escapes, line_.bytes);
  }
  // Leaves the member out where there is no token.
  void token(std::string_view key, std::string_view token) {
    if (token.empty()) return;
    name(key);
    line_.bytes += token;
  }
  void text(std::string_view key, const Record& record) {
    name(key);
    line_.text_begin = line_.bytes.size();
    append_json_string(record.text, site_.escapes, line_.bytes);
    line_.text_end = line_.bytes.size();
  }

 private:
  void name(std::string_view key) {
    if (!first_) line_.bytes += ',';
    first_ = false;
    line_.bytes += '"';
    line_.bytes += key;
    line_.bytes += "\":";
  }

  const Site& site_;
  JsonLine& line_;
  bool first_ = true;
};

void write_plain(const Record& record, Members& out) {
  out.string("id", record.id);
  out.string("url", record.url);
  out.string("title", record.title);
  out.text("text", record);
  out.token("date", record.date_token);
  out.string("outlet", record.site->outlet);
}

void write_renamed(const Record& record, Members& out) {
  out.string("_id", record.id);
  out.string("site_name", record.site->outlet);
  out.token("published", record.date_token);
  out.string("headline", record.title);
  out.text("content", record);
  out.string("link", record.url);
}

void write_nested(const Record& record, Members& out) {
  out.string("id", record.id);
  out.open("metadata");
  out.string("url", record.url);
  out.token("date", record.date_token);
  out.string("crawler", "corpusgen");
  out.close();
  out.string("title", record.title);
  out.text("text", record);
}

}  // namespace

void append_json_string(std::string_view text, Escapes escapes, std::string& out) {
  const Table& special = kTables[static_cast<std::size_t>(escapes)];
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && !special[static_cast<unsigned char>(text[at])]) ++at;
    out.append(text.data() + begin, at - begin);
    if (at == text.size()) break;
    if (static_cast<unsigned char>(text[at]) >= 0x80)
      at += append_escaped(text, at, out);
    else
      append_special(text[at++], out);
  }
  out += '"';
}

void write_json_line(const Record& record, JsonLine& line) {
  line.bytes.clear();
  line.bytes += '{';
  Members members(*record.site, line);
  switch (record.site->shape) {
    case Shape::plain:
      write_plain(record, members);
      break;
    case Shape::renamed:
      write_renamed(record, members);
      break;
    case Shape::nested:
      write_nested(record, members);
      break;
  }
  line.bytes += '}';
}

}  // namespace pressmill::corpusgen
