// SPDX-License-Identifier: Apache-2.0
//
// Runs the benchmarks. Google Benchmark ends with 0 after a wrong answer; this does not.

#include "bench/micro/harness.h"

namespace {

class CountingReporter : public benchmark::ConsoleReporter {
 public:
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) errors_ += run.error_occurred ? 1 : 0;
    ConsoleReporter::ReportRuns(runs);
  }
  int errors() const { return errors_; }

 private:
  int errors_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
  using namespace pressmill::bench;
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  add_base();
  add_text();
  add_decode();
  add_store();
  add_sort();
  add_doc();
  CountingReporter reporter;
  const std::size_t run = benchmark::RunSpecifiedBenchmarks(&reporter);
  return run > 0 && reporter.errors() == 0 ? 0 : 1;
}
