// SPDX-License-Identifier: Apache-2.0
//
// Journal lines: 16 hex digits of the hash of the JSON, a space, the JSON.

#include "pipeline/journal.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>

#include "base/hash.h"
#include "doc/json_value.h"
#include "doc/json_writer.h"
#include "io/atomic_file.h"
#include "io/posix.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kHashDigits = 16;

std::string encode(const JournalEntry& entry) {
  doc::JsonWriter json;
  json.begin_object()
      .member("pass", entry.pass)
      .member("input", entry.input)
      .member("part", entry.part)
      .key("last")
      .boolean(entry.last)
      .member("rows", entry.rows)
      .member("store_bytes", entry.store_bytes)
      .end_object();
  return to_hex(hash64(json.text())) + " " + json.text() + "\n";
}

std::optional<JournalEntry> decode(std::string_view line) {
  if (line.size() < kHashDigits + 1 || line[kHashDigits] != ' ') return std::nullopt;
  const std::string_view json = line.substr(kHashDigits + 1);
  if (line.substr(0, kHashDigits) != to_hex(hash64(json))) return std::nullopt;
  auto value = doc::JsonValue::parse(json);
  if (!value) return std::nullopt;
  return JournalEntry{(*value)["pass"].string(), (*value)["input"].number(),
                      (*value)["part"].number(), (*value)["last"].boolean(),
                      (*value)["rows"].number(), (*value)["store_bytes"].number()};
}

Error failed(const std::string& path, const char* doing) {
  return {Code::output, fmt::format("cannot {} the journal: {}", doing, std::strerror(errno)),
          Place{.path = path}};
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(const std::string& path) {
  const int fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0) return failed(path, "open");
  std::unique_ptr<Journal> journal(new Journal(path, fd));
  auto text = io::read_file(path);
  if (!text) return text.error();
  std::size_t good = 0;
  for (;;) {
    const std::size_t end = text->find('\n', good);
    if (end == std::string::npos) break;
    auto entry = decode(std::string_view(*text).substr(good, end - good));
    if (!entry) break;
    journal->entries_.push_back(std::move(*entry));
    good = end + 1;
  }
  if (::ftruncate(fd, static_cast<off_t>(good)) != 0) return failed(path, "cut");
  if (::lseek(fd, 0, SEEK_END) < 0) return failed(path, "seek in");
  return journal;
}

Journal::~Journal() {
  ::close(fd_);
}

Status Journal::append(const JournalEntry& entry) {
  const std::lock_guard lock(mutex_);
  if (!io::write_all(fd_, encode(entry))) return failed(path_, "write");
  if (::fdatasync(fd_) != 0) return failed(path_, "sync");
  entries_.push_back(entry);
  return {};
}

}  // namespace pressmill::pipeline
