// SPDX-License-Identifier: Apache-2.0
//
// Makes small corpora and reads them back the way the mill would.
//
// Failure:  throws; a test that cannot read its corpus has failed.

#pragma once

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/buffer.h"
#include "doc/field_map.h"
#include "doc/line_parser.h"
#include "io/decoder.h"
#include "text/normalise.h"
#include "tools/corpusgen/generate.h"
#include "tools/corpusgen/options.h"

namespace pressmill::corpusgen::test {

using Files = std::map<std::string, std::string>;  // content by name
using Rows = std::vector<std::vector<std::string>>;

// Writes dump and truth into `folder`.
inline void make_corpus(const std::string& folder, std::vector<std::string> arguments) {
  for (const auto& [flag, name] : {std::pair("--out", "/dump"), std::pair("--truth", "/truth")}) {
    arguments.emplace_back(flag);
    arguments.push_back(folder + name);
  }
  const auto command = parse_options(std::move(arguments));
  if (!command) throw std::runtime_error(command.error().text());
  const auto made = generate(command->options);
  if (!made) throw std::runtime_error(made.error().text());
}

inline std::string read_decoded(const std::string& path) {
  auto decoder = io::open_decoder(path);
  if (!decoder) throw std::runtime_error(decoder.error().text());
  std::string bytes;
  std::string piece(1 << 16, '\0');
  while (true) {
    const auto size = (*decoder)->read(piece.data(), piece.size());
    if (!size) throw std::runtime_error(size.error().text());
    if (*size == 0) return bytes;
    bytes.append(piece, 0, *size);
  }
}

inline Files read_folder(const std::string& folder) {
  Files files;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    files[entry.path().filename()] = read_decoded(entry.path());
  return files;
}

inline std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.emplace_back(text.substr(0, at));
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + 1);
  }
}

// Lines without their '\n'; a last one without it does not count.
inline std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines = split(text, '\n');
  lines.pop_back();
  return lines;
}

// Rows of a truth file, without its header.
inline Rows read_rows(const std::string& path) {
  Rows rows;
  for (const std::string& line : lines_of(read_decoded(path))) rows.push_back(split(line, '\t'));
  if (rows.empty()) throw std::runtime_error(path + " has no header");
  rows.erase(rows.begin());
  return rows;
}

// What the mill's parser makes of a line.
struct Parsed {
  std::string kind;  // "article", "empty", "malformed"
  std::string id;
  std::string text;
  std::string date;
  std::string url;
};

inline Parsed parse_line(std::string_view line, bool repair) {
  static const doc::FieldMap kFields = *doc::FieldMap::make();
  doc::LineParser parser(kFields, repair);
  const Buffer padded(line);
  doc::Article article;
  const doc::ParsedLine parsed = parser.parse(padded.view(), article);
  Parsed result;
  result.kind = parsed.kind == doc::LineKind::article ? "article"
                : parsed.kind == doc::LineKind::empty ? "empty"
                                                      : "malformed";
  if (result.kind == "malformed") return result;
  result.id = article[doc::Role::id].value;
  result.text = article[doc::Role::text].value;
  result.date = article[doc::Role::date].value;
  result.url = article[doc::Role::url].value;
  return result;
}

// All articles and lines without a text, by id.
inline std::map<std::string, Parsed> read_articles(const std::string& folder) {
  std::map<std::string, Parsed> articles;
  for (const auto& [name, content] : read_folder(folder)) {
    for (const std::string& line : lines_of(content)) {
      Parsed parsed = parse_line(line, true);
      if (parsed.kind == "malformed") continue;
      const std::string id = parsed.id;
      if (!articles.emplace(id, std::move(parsed)).second)
        throw std::runtime_error("id twice: " + id);
    }
  }
  return articles;
}

inline std::string normalised(const std::string& text) {
  std::string out;
  text::NormaliseCounts counts;
  return text::normalise(text, out, counts) ? out : text;
}

}  // namespace pressmill::corpusgen::test
