// SPDX-License-Identifier: Apache-2.0
//
// Bytes of a malformed line's record, and its JSON.

#include "pipeline/malformed.h"

#include <filesystem>

#include "base/base64.h"
#include "base/bytes.h"
#include "doc/json_writer.h"
#include "io/store.h"
#include "text/utf8.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kInputAt = 0;
constexpr std::size_t kLineAt = 4;
constexpr std::size_t kByteAt = 12;
constexpr std::size_t kBytesAt = 20;
constexpr std::size_t kReasonAt = 28;
constexpr std::size_t kDetailLengthAt = 29;
constexpr std::size_t kDetailAt = 31;

}  // namespace

void put_malformed(Buffer& out, const MalformedLine& line) {
  char head[kDetailAt];
  store_le(head + kInputAt, line.input);
  store_le(head + kLineAt, line.line);
  store_le(head + kByteAt, line.byte);
  store_le(head + kBytesAt, line.bytes);
  store_le(head + kReasonAt, static_cast<std::uint8_t>(line.reason));
  store_le(head + kDetailLengthAt, static_cast<std::uint16_t>(line.detail.size()));
  out.append(
      bytes_of(static_cast<std::uint32_t>(kDetailAt + line.detail.size() + line.raw.size())));
  out.append({head, kDetailAt});
  out.append(line.detail);
  out.append(line.raw);
}

bool read_malformed(std::string_view record, MalformedLine& line) {
  if (record.size() < kDetailAt) return false;
  const std::size_t detail = load_le<std::uint16_t>(record.data() + kDetailLengthAt);
  const auto reason = load_le<std::uint8_t>(record.data() + kReasonAt);
  if (record.size() < kDetailAt + detail || reason >= doc::kMalformedCount) return false;
  line.input = load_le<std::uint32_t>(record.data() + kInputAt);
  line.line = load_le<std::uint64_t>(record.data() + kLineAt);
  line.byte = load_le<std::uint64_t>(record.data() + kByteAt);
  line.bytes = load_le<std::uint64_t>(record.data() + kBytesAt);
  line.reason = static_cast<doc::Malformed>(reason);
  line.detail = record.substr(kDetailAt, detail);
  line.raw = record.substr(kDetailAt + detail);
  return true;
}

void shift_line(char* record, std::uint64_t base) {
  store_le(record + kLineAt, load_le<std::uint64_t>(record + kLineAt) + base);
}

Status each_malformed(const std::string& path,
                      const std::function<Status(const MalformedLine&)>& visit) {
  if (!std::filesystem::exists(path)) return {};
  auto store = io::StoreReader::open(path);
  if (!store) return store.error();
  for (std::uint32_t frame = 0; frame < store->frame_count(); ++frame) {
    if (Status s = store->load(frame); !s) return s;
    auto records = store->records();
    if (!records) return records.error();
    for (const std::string_view record : *records) {
      MalformedLine line;
      if (!read_malformed(record, line))
        return Error(Code::input, "damaged record; run again with --fresh", Place{.path = path});
      if (Status s = visit(line); !s) return s;
    }
  }
  return {};
}

std::string malformed_json(const MalformedLine& line, std::string_view input_name) {
  doc::JsonWriter json;
  json.begin_object()
      .member("input", input_name)
      .member("line", line.line + 1)
      .member("byte", line.byte)
      .member("reason", doc::malformed_name(line.reason));
  if (!line.detail.empty()) json.member("detail", line.detail);
  if (line.raw.size() < line.bytes) json.member("raw_bytes", line.bytes);
  if (text::is_valid(line.raw))
    json.member("raw", line.raw);
  else
    json.member("raw_base64", to_base64(line.raw));
  return json.end_object().take();
}

}  // namespace pressmill::pipeline
