// SPDX-License-Identifier: Apache-2.0
//
// Any bytes as a line. With repair on and off the parser must agree where nothing is mended;
// what it accepts must be UTF-8 whose tokens say what the fields hold; and the record that the
// store keeps of an article must be JSON again, with the same fields.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/buffer.h"
#include "doc/line_parser.h"
#include "doc/record.h"
#include "io/decoder.h"
#include "io/store.h"
#include "text/utf8.h"

namespace {

using namespace pressmill;
using namespace pressmill::doc;

constexpr Role kStored[] = {Role::text, Role::id, Role::title, Role::url};

std::string g_line;  // for the message

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "%s: %s\n", what, g_line.c_str());
  std::abort();
}

const FieldMap& fields() {
  static const FieldMap kFields = *FieldMap::make();
  return kFields;
}

// One line and what became of it; parsers are kept, as workers keep theirs.
struct Line {
  Line(std::string_view bytes, LineParser& parser) : padded(bytes) {
    verdict = parser.parse(padded.view(), article);
  }
  bool accepted() const { return verdict.kind != LineKind::malformed; }

  Buffer padded;
  Article article;
  ParsedLine verdict;
};

void check_fields(const Article& article) {
  require(text::is_valid(article.line), "accepted bytes that are no UTF-8");
  for (const Field& field : article.fields) {
    if (!field.present()) continue;
    require(field.token.end() <= article.line.size(), "token outside the line");
    const std::string_view token = field.token.of(article.line);
    require(token.starts_with('"') == field.is_string, "token of another type");
    require(unquoted(token) == field.value, "token says something else");
    require(text::is_valid(field.value), "value is no UTF-8");
  }
  RawObject raw(article.line, 0);
  RawMember member;
  std::uint32_t end = 1;
  while (raw.next(member)) {
    require(member.key.begin >= end && member.value.begin > member.key.end(), "members overlap");
    end = member.value.end();
  }
  require(end < article.line.size(), "members outside the line");
}

std::string record_of(const Article& article, const std::string* text, std::uint32_t& line_bytes) {
  io::FrameBuilder builder;
  put_record(builder, article, text, line_bytes);
  const std::vector<io::StoreFrame> frames = builder.take();
  require(frames.size() == 1, "frames");
  auto decoder =
      io::open_decoder(std::make_unique<io::MemorySource>(frames[0].packed.view(), "frame"));
  require(static_cast<bool>(decoder), "no frame");
  std::string raw(frames[0].raw_bytes, '\0');
  const auto n = (*decoder)->read(raw.data(), raw.size());
  require(n && *n == raw.size(), "frame cut short");
  return raw.substr(sizeof(std::uint32_t));
}

void check_record(const Article& article, const std::string* text, LineParser& parser) {
  std::uint32_t line_bytes = 0;
  const std::string bytes = record_of(article, text, line_bytes);
  RecordView view;
  require(read_record(bytes, view), "record unreadable");
  require(view.line.size() == line_bytes, "length of the line");
  if (text == nullptr && article.own.empty()) require(view.line == article.line, "line changed");
  const Line again(view.line, parser);
  require(again.accepted(), "the stored line is no JSON");
  require(again.article.line == view.line && again.article.own.empty(), "stored line");
  const Span spans[] = {view.text, view.id, view.title, view.url};
  for (std::size_t i = 0; i < std::size(kStored); ++i) {
    const Field& before = article[kStored[i]];
    const Field& after = again.article[kStored[i]];
    const bool is_text = kStored[i] == Role::text && text != nullptr;
    require(after.present() == before.present(), "a field came or went");
    require(after.value == (is_text ? std::string_view(*text) : before.value), "a field changed");
    require(spans[i].of(view.line) == after.token.of(view.line), "span");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static LineParser strict(fields(), false);
  static LineParser mending(fields(), true);
  static LineParser second(fields(), false);
  g_line.assign(reinterpret_cast<const char*>(data), size);
  const Line plain(g_line, strict);
  const Line mended(g_line, mending);
  require(!plain.article.mended.any(), "mended with repair off");
  if (plain.accepted()) {
    require(mended.verdict.kind == plain.verdict.kind, "repair changed the verdict");
    require(!mended.article.mended.any(), "repair of a good line");
    require(mended.article.line == plain.article.line, "repair changed a good line");
  } else if (mended.accepted()) {
    require(plain.verdict.reason == Malformed::bad_utf8, "repair made JSON of something else");
    require(mended.article.mended.any(), "accepted, not mended");
  }
  if (!mended.accepted()) return 0;
  check_fields(mended.article);
  check_record(mended.article, nullptr, second);
  const std::string text = "another \"text\"\n";
  if (mended.verdict.kind == LineKind::article) check_record(mended.article, &text, second);
  return 0;
}
