// SPDX-License-Identifier: Apache-2.0
//
// Beginning and ending runs.

#include "pipeline/session.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <map>
#include <vector>

#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "io/posix.h"
#include "text/byte_escapes.h"

namespace pressmill::pipeline {

namespace fs = std::filesystem;

namespace {

constexpr int kLockTries = 5;
constexpr unsigned kLockPauseMicroseconds = 20'000;

// All that a run writes into OUT beside its work folder; --fresh removes these and nothing else.
constexpr std::array<std::string_view, 12> kOurNames = {"kept",
                                                        "dropped",
                                                        "index",
                                                        "tables",
                                                        "log.jsonl",
                                                        "manifest.json",
                                                        "stats.json",
                                                        "report.html",
                                                        "lines.jsonl.zst",
                                                        "articles.csv.zst",
                                                        "clusters.jsonl.zst",
                                                        "malformed.jsonl.zst"};

// Empty, or holding no more than a run leaves that was killed before it had a manifest.
bool is_unused(const std::string& out) {
  static constexpr std::array<std::string_view, 9> kBeginnings = {
      "log.jsonl",
      "manifest.json.tmp",
      "work/journal",
      "work/progress.json",
      "work/stdin",
      "work/stdin.tmp",
      "index",
      "index/site-memory-before.tsv",
      "index/site-memory-before.tsv.tmp"};
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(out, error)) {
    const std::string name = entry.path().lexically_relative(out).generic_string();
    if (name != "work" &&
        std::find(kBeginnings.begin(), kBeginnings.end(), name) == kBeginnings.end())
      return false;
  }
  return !error;
}

Error refused(std::string what, const std::string& path) {
  return {Code::refused, std::move(what), Place{.path = path}};
}

std::map<std::string, std::string> members_of(const std::string& object) {
  std::map<std::string, std::string> members;
  const std::size_t begin = object.find('{');
  if (begin == std::string::npos) return members;
  doc::RawObject raw(object, static_cast<std::uint32_t>(begin));
  doc::RawMember member;
  while (raw.next(member))
    members[doc::unquoted(member.key.of(object))] = std::string(member.value.of(object));
  return members;
}

// Shares are whole numbers there.
std::string as_given(const std::string& name, const std::string& value) {
  const bool is_similarity = name == "near" || name == "contained";
  if (!is_similarity && name != "sample_millionths") return value;
  std::uint64_t number = 0;
  const char* const end = value.data() + value.size();
  if (std::from_chars(value.data(), end, number).ptr != end) return value;
  return fmt::format("{}", static_cast<double>(number) / (is_similarity ? 1e4 : 1e6));
}

// "quality: \"news\" there, \"c4\" now; ..."
std::string differing_members(const std::string& there, const std::string& now) {
  auto before = members_of(there);
  auto after = members_of(now);
  for (const auto& [name, value] : before) after.try_emplace(name, "nothing");
  std::string out;
  for (const auto& [name, value] : after) {
    const auto it = before.find(name);
    const std::string old = it == before.end() ? "nothing" : it->second;
    if (old != value)
      out += fmt::format("{}{}: {} there, {} now", out.empty() ? "" : "; ", name,
                         as_given(name, old), as_given(name, value));
  }
  return out;
}

// How the run that is there differs, for the message.
std::string difference(const ManifestState& before, const Manifest& manifest) {
  if (before.versions != manifest.versions()) return "was made by another version of pressmill";
  if (before.settings != manifest.settings())
    return fmt::format("has other settings ({})",
                       differing_members(before.settings, manifest.settings()));
  return "has other inputs, or inputs that changed since";
}

Status remove_whole(const fs::path& path) {
  std::error_code error;
  fs::remove_all(path, error);
  if (!error) return {};
  return Error(Code::output, fmt::format("cannot remove: {}", error.message()),
               Place{.path = path.string()});
}

// A result that a finished run wrote and that is no longer there; "" where all are.
std::string missing_result(const Plan& plan, const Paths& paths, const ManifestState& state) {
  std::vector<std::string> results = {"stats.json", "articles.csv.zst", "report.html"};
  if (!plan.stats_only && state.kept > 0) results.emplace_back("kept/part-00000.jsonl.zst");
  std::error_code unknown;
  for (const std::string& name : results)
    if (!fs::exists(fs::path(paths.out) / name, unknown)) return name;
  return "";
}

// What stdin brought stays: it belongs to the run that begins.
Status remove_ours(const Paths& paths) {
  for (const std::string_view name : kOurNames)
    if (Status s = remove_whole(fs::path(paths.out) / name); !s) return s;
  std::error_code none;
  const fs::path usual = fs::path(paths.out) / "work";
  if (!fs::equivalent(usual, paths.work, none))
    if (Status s = remove_whole(usual); !s) return s;
  std::vector<fs::path> scratch;
  for (const auto& entry : fs::directory_iterator(paths.work, none))
    if (entry.path() != paths.spool()) scratch.push_back(entry.path());
  for (const fs::path& path : scratch)
    if (Status s = remove_whole(path); !s) return s;
  return {};
}

}  // namespace

Result<OutLock> OutLock::take(const std::string& out) {
  std::error_code error;
  const bool made = fs::create_directories(out, error);
  const int fd = ::open(out.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return Error(
        Code::output,
        fmt::format("cannot make the folder: {}", error ? error.message() : std::strerror(errno)),
        Place{.path = out});
  // `pressmill status` holds the lock for a moment to see whether anybody does; so look again.
  for (int tries = 0; tries < kLockTries; ++tries) {
    if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return OutLock(fd, made);
    if (errno != EWOULDBLOCK) break;
    ::usleep(kLockPauseMicroseconds);
    errno = EWOULDBLOCK;
  }
  const bool held = errno == EWOULDBLOCK;
  const std::string why = std::strerror(errno);
  ::close(fd);
  if (held)
    return Error(Code::busy,
                 "another run holds this folder; wait for it (pressmill status shows it) or "
                 "choose another --out",
                 Place{.path = out});
  return Error(Code::output, fmt::format("cannot lock the folder: {}", why), Place{.path = out});
}

OutLock::~OutLock() {
  if (fd_ >= 0) ::close(fd_);
}

Status check_out(const Plan& plan, const Paths& paths) {
  const auto before = read_manifest(paths.manifest());
  if (!before) {
    const bool may_go = plan.fresh && is_manifest(paths.manifest());
    return may_go ? Status() : Status(before.error());
  }
  if (*before || is_unused(paths.out)) return {};
  return refused("the folder is not empty and holds no pressmill run; choose another --out",
                 paths.out);
}

Result<Start> decide_start(const Plan& plan, const Paths& paths, const Manifest& manifest) {
  const auto before = read_manifest(paths.manifest());
  if (plan.fresh && (!before || *before)) {
    if (Status s = remove_ours(paths); !s) return s.error();
    return Start::fresh;
  }
  if (!before) return before.error();
  if (!*before) return Start::fresh;
  const ManifestState& state = **before;
  if (state.fingerprint != manifest.fingerprint())
    return refused(fmt::format("the folder holds a run that {}; choose another --out, or add "
                               "--fresh to throw that run away",
                               difference(state, manifest)),
                   paths.out);
  if (state.state != "done") return Start::resume;
  if (const std::string gone = missing_result(plan, paths, state); !gone.empty())
    return refused(
        fmt::format("the folder holds a finished run, but its {} is gone; add --fresh to "
                    "make everything anew",
                    gone),
        paths.out);
  return Start::already_done;
}

Result<std::unique_ptr<LogFile>> LogFile::open(const std::string& path, bool append) {
  const int mode = append ? O_APPEND : O_TRUNC;
  const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | mode, 0666);
  if (fd < 0)
    return Error(Code::output, fmt::format("cannot open the log: {}", std::strerror(errno)),
                 Place{.path = path});
  return std::unique_ptr<LogFile>(new LogFile(fd));
}

LogFile::~LogFile() {
  ::close(fd_);
}

void LogFile::write(const Message& message) {
  doc::JsonWriter json;
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  json.begin_object()
      .member("time", fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", now))
      .member("kind", message.kind);
  if (!message.place.path.empty()) json.member("input", text::escape_message(message.place.path));
  if (message.place.line > 0) json.member("line", message.place.line);
  if (message.place.offset >= 0)
    json.member("byte", static_cast<std::uint64_t>(message.place.offset));
  json.member("what", text::escape_message(message.what)).end_object();
  // A log that cannot be written must not stop the run; the outputs report a full disk.
  (void)io::write_all(fd_, json.text() + "\n");
}

void forget_beginning(const OutLock& lock, const Paths& paths) {
  std::error_code ignored;  // what is not empty stays
  fs::remove(paths.spool(), ignored);
  fs::remove(paths.work, ignored);
  if (lock.made_folder()) fs::remove(paths.out, ignored);
}

void clean_up(const Plan& plan, const Paths& paths) {
  if (plan.keep_work) return;
  std::error_code ignored;  // leftovers do no harm and are removed with OUT
  fs::remove_all(paths.work, ignored);
}

}  // namespace pressmill::pipeline
