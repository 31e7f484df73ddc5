// SPDX-License-Identifier: Apache-2.0
//
// Bytes of an article's removed lines.

#include "pipeline/removed_lines.h"

#include <filesystem>

#include "base/bytes.h"
#include "io/store.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kRowAt = 0;
constexpr std::size_t kGuardedAt = 4;
constexpr std::size_t kCountAt = 5;
constexpr std::size_t kHeadBytes = 9;

// Of each line.
constexpr std::size_t kLineAt = 0;
constexpr std::size_t kRuleAt = 4;
constexpr std::size_t kChanceAt = 5;
constexpr std::size_t kBecauseAt = 6;
constexpr std::size_t kBlankAt = kBecauseAt + clean::ScoreExplainer::kTold;
constexpr std::size_t kArticlesAt = kBlankAt + 4;
constexpr std::size_t kOfAt = kArticlesAt + 4;
constexpr std::size_t kLengthAt = kOfAt + 4;
constexpr std::size_t kLineHeadBytes = kLengthAt + 4;

void put_line(Buffer& out, const clean::RemovedLine& line) {
  char head[kLineHeadBytes];
  store_le(head + kLineAt, line.line);
  store_le(head + kRuleAt, static_cast<std::uint8_t>(line.rule));
  store_le(head + kChanceAt, line.chance);
  for (std::size_t i = 0; i < line.because.size(); ++i)
    store_le(head + kBecauseAt + i, static_cast<std::uint8_t>(line.because[i]));
  store_le(head + kBlankAt, line.blank_behind);
  store_le(head + kArticlesAt, line.articles);
  store_le(head + kOfAt, line.of);
  store_le(head + kLengthAt, static_cast<std::uint32_t>(line.text.size()));
  out.append({head, kLineHeadBytes});
  out.append(line.text);
}

// Splits the first line off; false where the bytes are none.
bool take_line_of(std::string_view& rest, clean::RemovedLine& line) {
  if (rest.size() < kLineHeadBytes) return false;
  const auto rule = load_le<std::uint8_t>(rest.data() + kRuleAt);
  const auto length = load_le<std::uint32_t>(rest.data() + kLengthAt);
  if (rule >= clean::kLineRules || rest.size() - kLineHeadBytes < length) return false;
  line.line = load_le<std::uint32_t>(rest.data() + kLineAt);
  line.rule = static_cast<clean::LineRule>(rule);
  line.chance = load_le<std::uint8_t>(rest.data() + kChanceAt);
  line.articles = load_le<std::uint32_t>(rest.data() + kArticlesAt);
  line.of = load_le<std::uint32_t>(rest.data() + kOfAt);
  for (std::size_t i = 0; i < line.because.size(); ++i) {
    const auto feature = load_le<std::uint8_t>(rest.data() + kBecauseAt + i);
    if (feature > clean::kFeatures) return false;
    line.because[i] = static_cast<clean::Feature>(feature);
  }
  line.blank_behind = load_le<std::uint32_t>(rest.data() + kBlankAt);
  line.text = rest.substr(kLineHeadBytes, length);
  rest.remove_prefix(kLineHeadBytes + length);
  return true;
}

}  // namespace

void put_removed(Buffer& out, std::uint32_t row, const clean::CleanedText& cleaned) {
  std::size_t bytes = kHeadBytes;
  for (const clean::RemovedLine& line : cleaned.removed) bytes += kLineHeadBytes + line.text.size();
  char head[kHeadBytes];
  store_le(head + kRowAt, row);
  store_le(head + kGuardedAt, static_cast<std::uint8_t>(cleaned.guarded ? 1 : 0));
  store_le(head + kCountAt, static_cast<std::uint32_t>(cleaned.removed.size()));
  out.append(bytes_of(static_cast<std::uint32_t>(bytes)));
  out.append({head, kHeadBytes});
  for (const clean::RemovedLine& line : cleaned.removed) put_line(out, line);
}

bool read_removed(std::string_view record, RemovedLines& lines) {
  if (record.size() < kHeadBytes) return false;
  lines.row = load_le<std::uint32_t>(record.data() + kRowAt);
  lines.guarded = load_le<std::uint8_t>(record.data() + kGuardedAt) != 0;
  const auto count = load_le<std::uint32_t>(record.data() + kCountAt);
  record.remove_prefix(kHeadBytes);
  if (count > record.size() / kLineHeadBytes) return false;
  lines.lines.resize(count);
  for (clean::RemovedLine& line : lines.lines)
    if (!take_line_of(record, line)) return false;
  return record.empty();
}

void shift_row(char* record, std::uint32_t base) {
  store_le(record + kRowAt, load_le<std::uint32_t>(record + kRowAt) + base);
}

Status each_removed(const std::string& path,
                    const std::function<Status(const RemovedLines&)>& visit) {
  if (!std::filesystem::exists(path)) return {};
  auto store = io::StoreReader::open(path);
  if (!store) return store.error();
  RemovedLines lines;
  for (std::uint32_t frame = 0; frame < store->frame_count(); ++frame) {
    if (Status s = store->load(frame); !s) return s;
    auto records = store->records();
    if (!records) return records.error();
    for (const std::string_view record : *records) {
      if (!read_removed(record, lines))
        return Error(Code::input, "damaged record; run again with --fresh", Place{.path = path});
      if (Status s = visit(lines); !s) return s;
    }
  }
  return {};
}

}  // namespace pressmill::pipeline
