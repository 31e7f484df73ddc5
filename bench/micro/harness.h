// SPDX-License-Identifier: Apache-2.0
//
// How every micro-benchmark is made: right first, then fast, beside its twin and the bound.
//
// A job says how to tell that its answer is right; a wrong one is reported and never timed, and
// main() exits 1. Each figure comes with `of_bound`: its bytes per second as a share of what this
// machine's memory gives for a buffer of that size, read or copied, measured in the same run.
//
// Names are module/what/how/size: `text/count_words/simd/arabic/64K` beside
// `text/count_words/twin/arabic/64K`.
//
// Threads:  one.

#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::bench {

// One that the second-level cache holds, one that no cache does.
inline constexpr std::size_t kSmall = std::size_t{64} << 10;
inline constexpr std::size_t kLarge = std::size_t{32} << 20;

// What memory would have to do at the least.
enum class Bound : std::uint8_t { read, copy };

struct Job {
  std::string name;
  std::size_t bytes = 0;  // that run() works through
  Bound bound = Bound::read;
  std::function<bool()> is_right;
  std::function<void()> run;
};
void add(Job job);

// "64K", "32M"
std::string size_name(std::size_t bytes);

// One way to compute an answer.
template <class Answer>
struct Way {
  std::string name;
  std::function<Answer(std::string_view)> compute;
};

// Registers ways to compute the same answer over the same bytes; the first defines it.
template <class Answer>
void add_ways(const std::string& what, const std::string& input_name,
              const std::shared_ptr<const std::string>& input, Bound bound,
              const std::vector<Way<Answer>>& ways) {
  const auto definition = ways.front().compute;
  for (const Way<Answer>& way : ways) {
    const auto compute = way.compute;
    add({what + '/' + way.name + '/' + input_name + '/' + size_name(input->size()), input->size(),
         bound, [=] { return compute(*input) == definition(*input); },
         [=] { benchmark::DoNotOptimize(compute(*input)); }});
  }
}

// Each file of benchmarks has one of these; main() calls them all.
void add_base();
void add_text();
void add_decode();
void add_store();
void add_sort();
void add_doc();

}  // namespace pressmill::bench
