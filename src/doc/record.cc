// SPDX-License-Identifier: Apache-2.0
//
// Cutting a line into the pieces that stay and the ones that are replaced.

#include "doc/record.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "text/json_escape.h"

namespace pressmill::doc {

namespace {

constexpr std::size_t kSpans = 4;
constexpr std::size_t kTitleLengthAt = kSpans * 2 * sizeof(std::uint32_t);
constexpr std::size_t kHeadBytes = kTitleLengthAt + sizeof(std::uint32_t);

// A byte range of the line and what stands there in the record.
struct Edit {
  Span at;
  std::string_view with;
};

std::vector<Edit> edits_of(const Article& article, const std::string* token) {
  std::vector<Edit> edits;
  if (token != nullptr) edits.push_back({article[Role::text].token, *token});
  for (const Span& own : article.own) edits.push_back({own, {}});
  std::sort(edits.begin(), edits.end(),
            [](const Edit& a, const Edit& b) { return a.at.begin < b.at.begin; });
  return edits;
}

// Where `span` of the line stands after the edits. One that is itself replaced takes the length
// of what replaces it.
Span moved(Span span, const std::vector<Edit>& edits) {
  if (span.empty()) return {};
  std::int64_t shift = 0;
  for (const Edit& edit : edits) {
    if (edit.at.begin == span.begin && edit.at.length == span.length)
      span.length = static_cast<std::uint32_t>(edit.with.size());
    else if (edit.at.end() <= span.begin)
      shift += static_cast<std::int64_t>(edit.with.size()) - edit.at.length;
  }
  return {static_cast<std::uint32_t>(span.begin + shift), span.length};
}

}  // namespace

io::RecordKey put_record(io::FrameBuilder& store, const Article& article, const std::string* text,
                         std::uint32_t& line_bytes, std::string_view found_title) {
  std::string token;
  if (text != nullptr) text::append_json_string(token, *text);
  const std::vector<Edit> edits = edits_of(article, text != nullptr ? &token : nullptr);

  const io::RecordKey key = store.begin();
  std::array<char, kHeadBytes> head;
  const std::array<Role, kSpans> roles = {Role::text, Role::id, Role::title, Role::url};
  for (std::size_t i = 0; i < kSpans; ++i) {
    const Span span = moved(article[roles[i]].token, edits);
    store_le(head.data() + i * 8, span.begin);
    store_le(head.data() + i * 8 + 4, span.length);
  }
  store_le(head.data() + kTitleLengthAt, static_cast<std::uint32_t>(found_title.size()));
  store.put({head.data(), head.size()});
  store.put(found_title);

  std::size_t at = 0;
  std::size_t bytes = 0;
  const auto put = [&](std::string_view piece) {
    store.put(piece);
    bytes += piece.size();
  };
  for (const Edit& edit : edits) {
    put(article.line.substr(at, edit.at.begin - at));
    put(edit.with);
    at = edit.at.end();
  }
  put(article.line.substr(at));
  store.end();
  line_bytes = static_cast<std::uint32_t>(bytes);
  return key;
}

bool read_record(std::string_view bytes, RecordView& record) {
  if (bytes.size() < kHeadBytes) return false;
  const auto title = load_le<std::uint32_t>(bytes.data() + kTitleLengthAt);
  if (title > bytes.size() - kHeadBytes) return false;
  record.found_title = bytes.substr(kHeadBytes, title);
  const std::string_view line = bytes.substr(kHeadBytes + title);
  const std::array<Span*, kSpans> spans = {&record.text, &record.id, &record.title, &record.url};
  for (std::size_t i = 0; i < kSpans; ++i) {
    spans[i]->begin = load_le<std::uint32_t>(bytes.data() + i * 8);
    spans[i]->length = load_le<std::uint32_t>(bytes.data() + i * 8 + 4);
    if (std::uint64_t{spans[i]->begin} + spans[i]->length > line.size()) return false;
  }
  record.line = line;
  return true;
}

}  // namespace pressmill::doc
