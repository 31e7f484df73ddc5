// SPDX-License-Identifier: Apache-2.0
//
// Looking up ids and lines.

#include "pipeline/article_refs.h"

#include <fmt/format.h>

#include "text/json_escape.h"

namespace pressmill::pipeline {

std::string printed_id(std::string_view token, std::string_view input_name, std::uint64_t line) {
  if (!token.empty()) return std::string(token);
  std::string quoted;
  text::append_json_string(quoted, fmt::format("{}:{}", input_name, line));
  return quoted;
}

Result<dedup::CardReader*> ArticleRefs::cards_of(SegmentKey key) {
  for (auto it = open_.begin(); it != open_.end(); ++it) {
    if (it->key != key) continue;
    open_.splice(open_.begin(), open_, it);
    return &open_.front().cards;
  }
  auto cards = dedup::CardReader::open(run_.paths.cards(key));
  if (!cards) return cards.error();
  open_.push_front({key, std::move(*cards)});
  if (open_.size() > kOpenFiles) open_.pop_back();
  return &open_.front().cards;
}

Result<ArticleRef> ArticleRefs::find(std::uint64_t row) {
  const SegmentRows& segment = table_.segment_of(row);
  const std::uint64_t at = row - segment.first_row;
  auto cards = cards_of(segment.key);
  if (!cards) return cards.error();
  auto input = (*cards)->value<std::uint32_t>("input", at);
  if (!input) return input.error();
  auto line = (*cards)->value<std::uint64_t>("line", at);
  if (!line) return line.error();
  auto id = (*cards)->id(at);
  if (!id) return id.error();
  const std::uint64_t number = SegmentTable::line_of(segment, *input, *line);
  return ArticleRef{printed_id(*id, run_.inputs[*input].name, number), *input, number};
}

}  // namespace pressmill::pipeline
