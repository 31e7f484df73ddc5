// SPDX-License-Identifier: Apache-2.0
//
// Beginning and ending runs.

#include "pipeline/session.h"

#include <fcntl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <filesystem>

#include "doc/json_writer.h"
#include "io/posix.h"
#include "text/utf8.h"

namespace pressmill::pipeline {

namespace fs = std::filesystem;

namespace {

// All that a run writes into OUT; --fresh removes these and nothing else.
constexpr std::array<std::string_view, 13> kOurNames = {
    "kept",       "dropped",           "index",   "work",
    "tables",     "manifest.json",     "log.jsonl", "stats.json",
    "report.html", "articles.csv.zst", "clusters.jsonl.zst", "malformed.jsonl.zst",
    "lines.jsonl.zst"};

// Nothing but the work folder, which holds what stdin brought before the run began.
bool is_empty_folder(const std::string& path) {
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(path, error))
    if (entry.path().filename() != "work") return false;
  return true;
}

Error refused(std::string what, const std::string& path) {
  return {Code::refused, std::move(what), Place{.path = path}};
}

// How the run that is there differs, for the message.
std::string difference(const ManifestState& before, const Manifest& manifest) {
  if (before.versions != manifest.versions()) return "was made by another version of pressmill";
  if (before.settings != manifest.settings())
    return fmt::format("has other settings ({} there, {} now)", before.settings,
                       manifest.settings());
  return "has other inputs, or inputs that changed since";
}

Status remove_ours(const Paths& paths) {
  std::error_code error;
  for (const std::string_view name : kOurNames) {
    fs::remove_all(fs::path(paths.out) / name, error);
    if (error)
      return Error(Code::output, fmt::format("cannot remove: {}", error.message()),
                   Place{.path = (fs::path(paths.out) / name).string()});
  }
  fs::remove_all(paths.work, error);
  return {};
}

}  // namespace

Result<OutLock> OutLock::take(const std::string& out) {
  std::error_code error;
  fs::create_directories(out, error);
  const int fd = ::open(out.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0)
    return Error(Code::output, fmt::format("cannot make the folder: {}", std::strerror(errno)),
                 Place{.path = out});
  if (::flock(fd, LOCK_EX | LOCK_NB) == 0) return OutLock(fd);
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

Result<Start> decide_start(const Plan& plan, const Paths& paths, const Manifest& manifest) {
  auto before = read_manifest(paths.manifest());
  if (!before && !plan.fresh) return before.error();
  const bool ours = before && before->has_value();
  if (plan.fresh && (ours || !before)) {
    if (Status s = remove_ours(paths); !s) return s.error();
    return Start::fresh;
  }
  if (!ours) {
    if (is_empty_folder(paths.out)) return Start::fresh;
    return refused(
        "the folder is not empty and holds no pressmill run; choose another --out", paths.out);
  }
  const ManifestState& state = **before;
  if (state.fingerprint != manifest.fingerprint())
    return refused(fmt::format("the folder holds a run that {}; choose another --out, or add "
                               "--fresh to throw that run away",
                               difference(state, manifest)),
                   paths.out);
  return state.state == "done" ? Start::already_done : Start::resume;
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
  std::string what;
  text::replace_invalid(message.what, what);
  if (!message.place.path.empty()) json.member("input", message.place.path);
  if (message.place.line > 0) json.member("line", message.place.line);
  if (message.place.offset >= 0)
    json.member("byte", static_cast<std::uint64_t>(message.place.offset));
  json.member("what", what).end_object();
  // A log that cannot be written must not stop the run; the outputs report a full disk.
  (void)io::write_all(fd_, json.text() + "\n");
}

void clean_up(const Plan& plan, const Paths& paths) {
  if (plan.keep_work) return;
  std::error_code ignored;  // leftovers do no harm and are removed with OUT
  fs::remove_all(paths.work, ignored);
}

}  // namespace pressmill::pipeline
