// SPDX-License-Identifier: Apache-2.0
//
// Scratch folders, the shared corpus, running the binary.

#include "tests/support/test_support.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace pressmill::test {

namespace fs = std::filesystem;

std::optional<fs::path> shared_dir() {
  const char* named = std::getenv("PRESSMILL_SHARED");
  fs::path folder = named != nullptr ? fs::path(named) : source_dir().parent_path() / "shared";
  if (fs::is_directory(folder / "corpus")) return folder;
  if (std::getenv("PRESSMILL_REQUIRE_SHARED") != nullptr)
    throw std::runtime_error("PRESSMILL_REQUIRE_SHARED is set, and there is no corpus in " +
                             folder.string());
  return std::nullopt;
}

fs::path source_dir() {
  return PRESSMILL_SOURCE_DIR;
}

fs::path binary() {
  return PRESSMILL_BINARY;
}

ScratchDir::ScratchDir() {
  std::string name = (fs::temp_directory_path() / "pressmill-test-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no scratch folder");
  path_ = name;
}

ScratchDir::~ScratchDir() {
  std::error_code ignored;  // a test may have removed it
  fs::remove_all(path_, ignored);
}

std::string slurp(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + path.string());
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void spit(const fs::path& path, std::string_view bytes) {
  fs::create_directories(path.parent_path());
  std::ofstream out(path, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out) throw std::runtime_error("cannot write " + path.string());
}

CommandResult run_shell(const std::string& command, const fs::path& directory) {
  ScratchDir scratch;
  const std::string out = scratch / "stdout";
  const std::string err = scratch / "stderr";
  const std::string whole = "cd '" + directory.string() + "' && ( " + command + " ) >'" + out +
                            "' 2>'" + err + "' </dev/null";
  const int status = std::system(whole.c_str());
  CommandResult result;
  result.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  result.out = slurp(out);
  result.err = slurp(err);
  return result;
}

std::uint64_t Random::next() {  // SplitMix64
  state_ += 0x9e3779b97f4a7c15ULL;
  std::uint64_t z = state_;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
  return z ^ (z >> 31);
}

}  // namespace pressmill::test
