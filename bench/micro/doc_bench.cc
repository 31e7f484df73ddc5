// SPDX-License-Identifier: Apache-2.0
//
// doc: a line parsed and validated whole, and its record written.

#include <filesystem>

#include "base/buffer.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "doc/field_map.h"
#include "doc/json_value.h"
#include "doc/line_parser.h"
#include "doc/record.h"
#include "io/line_cutter.h"
#include "io/store.h"
#include "tests/reference/text_reference.h"

namespace pressmill::bench {

namespace {

const doc::FieldMap& fields() {
  static const doc::FieldMap kFields = *doc::FieldMap::make();
  return kFields;
}

// Bytes of the texts that were found: a line that is misread shows in it.
std::size_t text_bytes(std::string_view lines) {
  doc::LineParser parser(fields(), true);
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

// Articles that live side by side. A parser holds one at a time, so each has its own: only for
// small samples.
struct Parsed {
  std::vector<std::unique_ptr<doc::LineParser>> parsers;
  std::vector<doc::Article> articles;
  std::size_t bytes = 0;
};

std::shared_ptr<const Parsed> parsed(const Sample& lines) {
  const auto all = std::make_shared<Parsed>();
  for (std::string_view rest = *lines; !rest.empty();) {
    all->parsers.push_back(std::make_unique<doc::LineParser>(fields(), true));
    doc::Article article;
    const auto kind = all->parsers.back()->parse(io::take_line(rest), article).kind;
    if (kind != doc::LineKind::article) continue;
    all->bytes += article.line.size();
    all->articles.push_back(article);
  }
  return all;
}

// What normalising would have put in the text's place.
const std::string kNewText = "He said \"no\".\nThen he left.";

// The line with its text replaced, by hand. Splits at the token, knows nothing of records.
std::string spliced(const doc::Article& article, bool replace) {
  const doc::Span at = article[doc::Role::text].token;
  std::string line(article.line.substr(0, at.begin));
  if (replace)
    line += reference::json_string(kNewText);
  else
    line += at.of(article.line);
  return line += article.line.substr(at.end());
}

void put_all(io::FrameBuilder& store, const Parsed& all, bool replace) {
  for (const doc::Article& article : all.articles) {
    std::uint32_t line_bytes = 0;
    doc::put_record(store, article, replace ? &kNewText : nullptr, line_bytes);
  }
}

// Through a store and back: lines as the twin has them, and the text where the record says.
bool is_stored(const Parsed& all, bool replace) {
  const std::string path = scratch_path("records");
  io::FrameBuilder builder;
  put_all(builder, all, replace);
  auto writer = io::StoreWriter::create(path);
  if (!writer || !writer->append(builder.take()) || !writer->commit()) return false;
  auto reader = io::StoreReader::open(path);
  std::size_t right = 0;
  for (std::uint32_t frame = 0; reader && frame < reader->frame_count(); ++frame) {
    if (!reader->load(frame)) break;
    const auto records = reader->records();
    if (!records) break;
    for (const std::string_view bytes : *records) {
      doc::RecordView record;
      const doc::Article& article = all.articles[right];
      if (!doc::read_record(bytes, record) || record.line != spliced(article, replace)) break;
      const std::string token = replace
                                    ? reference::json_string(kNewText)
                                    : std::string(article[doc::Role::text].token.of(article.line));
      if (record.text.of(record.line) != token) break;
      ++right;
    }
  }
  std::filesystem::remove(path);
  return right > 0 && right == all.articles.size();
}

// Both ways end in the store's encoder, which takes most of the time; what a record costs is the
// difference.
void add_records(const std::string& what, const Sample& lines, bool replace) {
  const auto all = parsed(lines);
  const auto is_right = [=] { return is_stored(*all, replace); };
  add({what + "/twin/json/" + size_name(all->bytes), all->bytes, Bound::copy, is_right, [=] {
         io::FrameBuilder store;
         for (const doc::Article& article : all->articles) {
           store.begin();
           store.put(spliced(article, replace));
           store.end();
         }
         benchmark::DoNotOptimize(store.take());
       }});
  add({what + "/store/json/" + size_name(all->bytes), all->bytes, Bound::copy, is_right, [=] {
         io::FrameBuilder store;
         put_all(store, *all, replace);
         benchmark::DoNotOptimize(store.take());
       }});
}

}  // namespace

void add_doc() {
  for (const std::size_t bytes : {kSmall, std::size_t{8} << 20}) {
    // The parser reads beyond a line's end; the sample's spare room is its padding.
    const auto padded = std::make_shared<std::string>(*sample_lines(bytes));
    padded->reserve(padded->size() + Buffer::kPadding);
    const Sample lines = padded;
    add_ways<std::size_t>("doc/parse", "json", lines, Bound::read,
                          {{"twin", text_bytes_by_tree}, {"line_parser", text_bytes}});
    if (bytes != kSmall) continue;
    add_records("doc/put_record", lines, false);
    add_records("doc/put_record_changed", lines, true);
  }
}

}  // namespace pressmill::bench
