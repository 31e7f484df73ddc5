// SPDX-License-Identifier: Apache-2.0
//
// doc: a line parsed and validated whole, and its record written.

#include "base/buffer.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "doc/field_map.h"
#include "doc/json_value.h"
#include "doc/line_parser.h"
#include "doc/record.h"
#include "io/line_cutter.h"

namespace pressmill::bench {

namespace {

// Bytes of the texts that were found: a line that is misread shows in it.
std::size_t text_bytes(std::string_view lines) {
  static const doc::FieldMap kFields = *doc::FieldMap::make();
  doc::LineParser parser(kFields, true);
  doc::Article article;
  std::size_t bytes = 0;
  while (!lines.empty()) {
    const std::string_view line = io::take_line(lines);
    if (parser.parse(line, article).kind == doc::LineKind::article)
      bytes += article[doc::Role::text].value.size();
  }
  return bytes;
}

// The twin builds a tree of every line and asks it for the text.
std::size_t text_bytes_by_tree(std::string_view lines) {
  std::size_t bytes = 0;
  while (!lines.empty()) {
    const auto tree = doc::JsonValue::parse(io::take_line(lines));
    if (!tree) continue;
    const auto& text = (*tree)["text"];
    bytes += (text.exists() ? text : (*tree)["content"]).string().size();
  }
  return bytes;
}

// Parses as refine does and puts every article into the store's frames; returns what is packed.
std::size_t put_all(std::string_view lines) {
  static const doc::FieldMap kFields = *doc::FieldMap::make();
  doc::LineParser parser(kFields, true);
  doc::Article article;
  io::FrameBuilder store;
  std::size_t stored = 0;
  while (!lines.empty()) {
    const std::string_view line = io::take_line(lines);
    if (parser.parse(line, article).kind != doc::LineKind::article) continue;
    std::uint32_t line_bytes = 0;
    doc::put_record(store, article, nullptr, line_bytes);
    stored += line_bytes;
  }
  benchmark::DoNotOptimize(store.take());
  return stored;
}

// Nothing of a line changes where its text does not: all bytes are stored, line ends excepted.
std::size_t bytes_without_line_ends(std::string_view lines) {
  std::size_t bytes = 0;
  for (const char c : lines) bytes += c == '\n' ? 0 : 1;
  return bytes;
}

}  // namespace

void add_doc() {
  for (const std::size_t bytes : {kSmall, std::size_t{8} << 20}) {
    // The parser reads beyond a line's end; the sample's spare room is its padding.
    const auto padded = std::make_shared<std::string>(*sample_lines(bytes));
    padded->reserve(padded->size() + 64);
    const Sample lines = padded;
    add_ways<std::size_t>("doc/parse", "json", lines, Bound::read,
                          {{"twin", text_bytes_by_tree}, {"line_parser", text_bytes}});
    add_ways<std::size_t>("doc/put_record", "json", lines, Bound::copy,
                          {{"twin", bytes_without_line_ends}, {"store", put_all}});
  }
}

}  // namespace pressmill::bench
