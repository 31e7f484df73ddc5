// SPDX-License-Identifier: Apache-2.0
//
// What every test program needs: scratch folders, files, the shared corpus, running the binary.
//
// The shared corpus (real articles) lies outside the repository. Tests that use it ask
// shared_dir() and skip with a message where it is missing; PRESSMILL_SHARED names it, else
// ../shared beside the checkout is tried. Where PRESSMILL_REQUIRE_SHARED is set, as in CI, a
// missing corpus fails the test instead.

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::test {

std::optional<std::filesystem::path> shared_dir();
std::filesystem::path source_dir();
std::filesystem::path binary();  // the pressmill command of this build

// A new empty folder, removed with all it holds when it goes out of scope.
class ScratchDir {
 public:
  ScratchDir();
  ~ScratchDir();
  ScratchDir(const ScratchDir&) = delete;
  ScratchDir& operator=(const ScratchDir&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::string operator/(std::string_view name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

std::string slurp(const std::filesystem::path& path);
void spit(const std::filesystem::path& path, std::string_view bytes);

struct CommandResult {
  int exit = -1;
  std::string out;
  std::string err;
};
// Runs a shell command in `directory` and keeps what it printed.
CommandResult run_shell(const std::string& command,
                        const std::filesystem::path& directory = std::filesystem::current_path());

// A small deterministic generator for tests: same seed, same numbers, on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::uint64_t below(std::uint64_t bound) { return next() % bound; }

 private:
  std::uint64_t state_;
};

}  // namespace pressmill::test
