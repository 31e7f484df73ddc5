// SPDX-License-Identifier: Apache-2.0
//
// Registering jobs, measuring the bound.

#include "bench/micro/harness.h"

#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <utility>

namespace pressmill::bench {

namespace {

// Of this thread, as Google Benchmark counts them for bytes_per_second.
double cpu_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

// The best of several, so that a disturbed one does not lower the bar for everything else.
constexpr int kBoundRounds = 9;
constexpr std::size_t kBoundBytesPerRound = std::size_t{64} << 20;

// Reads every byte as fast as the C library can: it looks for one that is not there.
const void* read_all(const std::vector<char>& bytes) {
  return std::memchr(bytes.data(), 1, bytes.size());
}

double measure_bound(std::size_t bytes, Bound bound) {
  const std::vector<char> from(bytes, 2);
  std::vector<char> to(bytes);
  const std::size_t size = bytes;
  const std::size_t repeats = std::max<std::size_t>(1, kBoundBytesPerRound / size);
  double best = 0;
  for (int round = 0; round < kBoundRounds; ++round) {
    const double began = cpu_seconds();
    for (std::size_t i = 0; i < repeats; ++i) {
      if (bound == Bound::copy)
        std::memcpy(to.data(), from.data(), size);
      else
        benchmark::DoNotOptimize(read_all(from));
      benchmark::ClobberMemory();
    }
    const double seconds = cpu_seconds() - began;
    best = std::max(best, static_cast<double>(repeats * size) / seconds);
  }
  return best;
}

// Bytes per second; measured once for each size. Sizes count as the nearest power of two: whole
// lines make a little less than 64K, and the bound of 32K is that of a nearer cache.
double bound_of(std::size_t bytes, Bound bound) {
  static std::map<std::pair<std::size_t, Bound>, double> measured;
  std::size_t size = 4096;
  while (size * 3 / 2 <= bytes) size *= 2;
  auto& rate = measured[{size, bound}];
  if (rate == 0) rate = measure_bound(size, bound);
  return rate;
}

void run_job(benchmark::State& state, const Job& job, bool is_right) {
  if (!is_right) {
    state.SkipWithError("wrong answer");  // never time a broken kernel
    return;
  }
  const double bound = bound_of(job.bytes, job.bound);
  const double began = cpu_seconds();
  for (auto _ : state) job.run();
  const double seconds = cpu_seconds() - began;
  const auto total = state.iterations() * static_cast<std::int64_t>(job.bytes);
  state.SetBytesProcessed(total);
  state.counters["of_bound"] = static_cast<double>(total) / seconds / bound;
}

}  // namespace

std::string size_name(std::size_t bytes) {
  const std::size_t kilobytes = (bytes + 512) >> 10;
  return kilobytes < 1024 ? std::to_string(kilobytes) + 'K'
                          : std::to_string((kilobytes + 512) >> 10) + 'M';
}

std::string scratch_path(const std::string& name) {
  const auto folder = std::filesystem::temp_directory_path();
  return (folder / ("bench-micro-" + std::to_string(::getpid()) + "." + name)).string();
}

void add(Job job) {
  const std::string name = job.name;
  // Google Benchmark calls this several times until it knows how often to iterate.
  const auto run = [job = std::move(job),
                    right = std::optional<bool>()](benchmark::State& state) mutable {
    if (!right) right = job.is_right();
    run_job(state, job, *right);
  };
  benchmark::RegisterBenchmark(name.c_str(), run);
}

}  // namespace pressmill::bench
