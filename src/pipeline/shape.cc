// SPDX-License-Identifier: Apache-2.0
//
// Telling shapes apart.

#include "pipeline/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/shell.h"
#include "doc/raw_json.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kTarMagicAt = 257;

std::string_view skip_space(std::string_view text) {
  while (!text.empty() && doc::is_json_space(text.front())) text.remove_prefix(1);
  return text;
}

// The first line; `complete` tells whether its end was seen. Needs: no space at the front.
std::string_view first_line(std::string_view head, bool whole, bool& complete) {
  const std::size_t end = head.find('\n');
  complete = whole || end != std::string_view::npos;
  std::string_view line = head.substr(0, end);
  while (!line.empty() && doc::is_json_space(line.back())) line.remove_suffix(1);
  return line;
}

// A header of names with the same separator several times, and no JSON.
bool looks_like_csv(std::string_view line) {
  for (const char separator : {',', '\t', ';'}) {
    std::size_t count = 0;
    for (const char c : line) count += c == separator ? 1 : 0;
    if (count >= 1 && line.find_first_of("{}[]") == std::string_view::npos) return true;
  }
  return false;
}

bool looks_binary(std::string_view head) {
  return head.substr(0, 4096).find('\0') != std::string_view::npos;
}

// Any line that begins like an object: a dump may begin with garbage and still be one.
bool has_object(std::string_view head) {
  while (!head.empty()) {
    const std::size_t end = std::min(head.find('\n'), head.size());
    if (skip_space(head.substr(0, end)).starts_with('{')) return true;
    head.remove_prefix(std::min(end + 1, head.size()));
  }
  return false;
}

// jq over the file, unpacked where it has to be.
std::string jq(std::string_view filter, const std::string& path, io::Codec codec) {
  static constexpr std::array<std::string_view, 6> kUnpack = {"",      "zstdcat", "zcat",
                                                              "xzcat", "bzcat",   "lz4 -dc"};
  const std::string file = shell_quoted(path);
  const std::string_view unpack = kUnpack[static_cast<std::size_t>(codec)];
  return unpack.empty() ? fmt::format("jq -c {} {} > articles.jsonl", filter, file)
                        : fmt::format("{} {} | jq -c {} > articles.jsonl", unpack, file, filter);
}

}  // namespace

Shape detect_shape(std::string_view head, bool whole) {
  if (head.starts_with("PAR1")) return Shape::parquet;
  if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) return Shape::zip;
  if (head.starts_with("WARC/")) return Shape::warc;
  if (head.size() > kTarMagicAt + 5 && head.substr(kTarMagicAt, 5) == "ustar") return Shape::tar;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = skip_space(head);
  bool complete = false;
  const std::string_view line = first_line(head, whole, complete);
  if (line.empty()) return Shape::empty;
  if (line.front() == '[') return Shape::json_array;
  // An object that is not closed where its line ends is spread over lines, unless it is merely
  // broken: then what follows does not look like members, one to a line.
  if (line == "{" || (line.front() == '{' && complete && line.back() == ',' &&
                      skip_space(head.substr(head.find('\n') + 1)).starts_with('"')))
    return Shape::pretty_json;
  if (line.front() == '{') return Shape::jsonl;
  if (!looks_binary(head) && has_object(head)) return Shape::jsonl;
  return !looks_binary(head) && looks_like_csv(line) ? Shape::csv : Shape::other;
}

std::string shape_advice(Shape shape, const std::string& path, io::Codec codec) {
  const std::string file = shell_quoted(path);
  switch (shape) {
    case Shape::jsonl:
    case Shape::empty:
      return "";
    case Shape::json_array:
      return "a JSON array, not one object a line; convert it: " + jq("'.[]'", path, codec);
    case Shape::pretty_json:
      return "one object spread over several lines; convert it: " + jq(".", path, codec);
    case Shape::csv:
      return fmt::format(
          "CSV, not JSONL; convert it: duckdb -c \"COPY (FROM read_csv({})) TO "
          "'articles.jsonl' (FORMAT json)\"",
          file);
    case Shape::parquet:
      return fmt::format(
          "Parquet, not JSONL; convert it: duckdb -c \"COPY (FROM {}) TO "
          "'articles.jsonl' (FORMAT json)\"",
          file);
    case Shape::warc:
      return fmt::format(
          "a WARC archive of web pages; extract the articles first: "
          "warcio extract, or fundus, or trafilatura over {}, one JSON a line",
          file);
    case Shape::tar:
      return fmt::format("a tar archive; unpack it: tar -xf {} -C FOLDER, then name the folder",
                         file);
    case Shape::zip:
      return fmt::format("a zip archive; unpack it: unzip {} -d FOLDER, then name the folder",
                         file);
    case Shape::other:
      return "neither JSONL nor anything pressmill knows; leave it out";
  }
  return "";
}

}  // namespace pressmill::pipeline
