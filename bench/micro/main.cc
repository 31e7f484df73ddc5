// SPDX-License-Identifier: Apache-2.0
//
// Runs the benchmarks. Google Benchmark ends with 0 after a wrong answer; this does not.

#include <malloc.h>
#include <unistd.h>

#include <limits>

#include "bench/micro/harness.h"

namespace {

// Everything in less than two minutes. Who compares two builds asks for more, see README.md.
constexpr const char* kDefaultMinTime = "--benchmark_min_time=0.1";

class CountingReporter : public benchmark::ConsoleReporter {
 public:
  explicit CountingReporter(bool colours)
      : ConsoleReporter(colours ? OO_ColorTabular : OO_Tabular) {}
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) errors_ += run.error_occurred ? 1 : 0;
    ConsoleReporter::ReportRuns(runs);
  }
  int errors() const { return errors_; }

 private:
  int errors_ = 0;
};

// Answers of megabytes are made and thrown away in every iteration. malloc would give their pages
// back each time, and getting them again took twenty times as long as filling them.
void keep_memory() {
  ::mallopt(M_MMAP_MAX, 0);
  ::mallopt(M_TRIM_THRESHOLD, std::numeric_limits<int>::max());
}

}  // namespace

int main(int argc, char** argv) {
  using namespace pressmill::bench;
  keep_memory();
  // First, so that what the user says comes later and wins.
  std::vector<char*> arguments(argv, argv + argc);
  std::string min_time = kDefaultMinTime;
  arguments.insert(arguments.begin() + 1, min_time.data());
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  add_base();
  add_text();
  add_kernels();
  add_decode();
  add_store();
  add_sort();
  add_doc();
  add_dedup();
  add_clusters();
  add_stats();
  add_clean();
  CountingReporter reporter(::isatty(STDOUT_FILENO) == 1);
  const std::size_t run = benchmark::RunSpecifiedBenchmarks(&reporter);
  return run > 0 && reporter.errors() == 0 ? 0 : 1;
}
