// SPDX-License-Identifier: Apache-2.0
//
// Manifest and progress file in words.

#include "inspect/status.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/human.h"
#include "doc/json_value.h"
#include "io/atomic_file.h"
#include "pipeline/manifest.h"
#include "pipeline/run_state.h"

namespace pressmill::inspect {

namespace {

std::string progress_text(const std::string& path) {
  auto text = io::read_file(path);
  if (!text) return "";
  auto json = doc::JsonValue::parse(*text);
  if (!json) return "";
  const std::uint64_t done = (*json)["done_bytes"].number();
  const std::uint64_t total = (*json)["total_bytes"].number();
  return fmt::format("  pass {}: {} done, {} articles, {} malformed lines, {} in this pass\n",
                     (*json)["pass"].string(), human_share(done, total),
                     human_count((*json)["articles"].number()),
                     human_count((*json)["malformed"].number()),
                     human_duration(static_cast<double>((*json)["milliseconds"].number()) / 1000));
}

}  // namespace

// A run holds a lock on its folder as long as it lives; a pid may be somebody else's by now.
bool is_at_work(const std::string& out) {
  const int fd = ::open(out.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return false;
  const bool locked = ::flock(fd, LOCK_SH | LOCK_NB) != 0;
  ::close(fd);
  return locked;
}

Result<std::string> status_text(const std::string& out) {
  pipeline::Paths paths{out, ""};
  auto manifest = pipeline::read_manifest(paths.manifest());
  if (!manifest) return manifest.error();
  if (!*manifest && is_at_work(out)) return out + ": running, looking at its inputs\n";
  if (!*manifest)
    return Error(Code::usage, "no run here; name the folder given as --out", Place{.path = out});
  const pipeline::ManifestState& state = **manifest;
  paths.work = state.work;
  if (state.state == "done")
    return fmt::format("{}: done, {} of {} articles kept{}\n", out, human_count(state.kept),
                       human_count(state.articles),
                       state.exit == 0 ? "" : "; some input could not be read to its end");
  const bool alive = is_at_work(out);
  std::string text =
      alive ? fmt::format("{}: running (pid {}), pass {}\n", out, state.pid, state.pass)
            : fmt::format("{}: stopped in pass {}; run the same command again to resume\n", out,
                          state.pass);
  return text + progress_text(paths.progress());
}

}  // namespace pressmill::inspect
