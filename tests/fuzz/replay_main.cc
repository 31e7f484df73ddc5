// SPDX-License-Identifier: Apache-2.0
//
// Runs a fuzz target without a fuzzer: every seed, then mutations of the seeds that are the same
// in every run. So each target is compiled and exercised by every build, with every compiler.
//
//   NAME_fuzz SEED_FOLDER_OR_FILE... [--mutations N] [--first N]
//
// --first N --mutations 1 repeats the one that failed; its number is printed as it dies.

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

namespace fs = std::filesystem;

// Enough to meet every error path of a parser, few enough for a test that everybody runs.
constexpr std::uint64_t kMutations = 4000;

// What runs now; written by the loop and read by the signal handler, nothing else.
char g_now[256];

void say_what_ran(int signal) {
  const char* const lead = "\nfuzz target died at ";
  (void)!::write(STDERR_FILENO, lead, std::strlen(lead));
  (void)!::write(STDERR_FILENO, g_now, std::strlen(g_now));
  (void)!::write(STDERR_FILENO, "\n", 1);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {  // SplitMix64
    std::uint64_t z = state_ += 0x9E37'79B9'7F4A'7C15ULL;
    z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t state_;
};

void mutate_once(std::string& input, const std::vector<std::string>& seeds, Random& random) {
  const std::size_t at = random.below(input.size());
  const std::string& other = seeds[random.below(seeds.size())];
  const auto byte = static_cast<char>(random.next());
  switch (random.below(7)) {
    case 0:
      if (!input.empty()) input[at] = byte;
      return;
    case 1:
      if (!input.empty()) input[at] = static_cast<char>(input[at] ^ (1 << random.below(8)));
      return;
    case 2:
      input.resize(at);
      return;
    case 3:
      input.insert(at, 1 + random.below(16), byte);
      return;
    case 4:
      input.erase(at, 1 + random.below(16));
      return;
    case 5:
      input.insert(at, input, random.below(input.size()), random.below(200));
      return;
    default:
      input.replace(at, random.below(40), other, random.below(other.size()), random.below(400));
  }
}

std::string mutation(std::uint64_t number, const std::vector<std::string>& seeds) {
  Random random(number);
  std::string input = seeds[number % seeds.size()];
  for (std::size_t n = 1 + random.below(3); n > 0; --n) mutate_once(input, seeds, random);
  return input;
}

void run(const std::string& name, const std::string& input) {
  std::snprintf(g_now, sizeof g_now, "%s", name.c_str());
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
}

void add_files(const fs::path& path, std::vector<fs::path>& files) {
  if (!fs::is_directory(path)) {
    files.push_back(path);
    return;
  }
  for (const fs::directory_entry& entry : fs::directory_iterator(path)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<fs::path> files;
  std::uint64_t first = 0;
  std::uint64_t mutations = kMutations;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    const bool is_number = (argument == "--first" || argument == "--mutations") && i + 1 < argc;
    if (!is_number) {
      add_files(argument, files);
    } else {
      (argument == "--first" ? first : mutations) = std::strtoull(argv[++i], nullptr, 10);
    }
  }
  std::sort(files.begin(), files.end());  // mutations go by the place in this order
  if (files.empty()) {
    std::fprintf(stderr, "no seeds: name a folder or files\n");
    return 2;
  }
  for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL, SIGBUS}) {
    std::signal(signal, say_what_ran);
  }
  std::vector<std::string> seeds;
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    run(file.filename().string(), seeds.back());
  }
  for (std::uint64_t i = first; i < first + mutations; ++i) {
    run("mutation --first " + std::to_string(i), mutation(i, seeds));
  }
  std::printf("%zu seeds and %llu mutations passed\n", seeds.size(),
              static_cast<unsigned long long>(mutations));
}
