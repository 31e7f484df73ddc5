// SPDX-License-Identifier: Apache-2.0
//
// How every micro-benchmark is made: right first, then fast, beside its twin and the bound.
//
// A job says how to tell that its answer is right; that is asked once, before the first timing. A
// wrong one is reported and never timed, and main() exits 1. Each figure comes with `of_bound`:
// its bytes per second as a share of what this machine's memory gives for a buffer of that size,
// read or copied, measured in the same run. Both are by the thread's own CPU time, so that what
// else runs on the machine disturbs neither much.
//
// Names are module/what/how/size: `text/count_words/simd/arabic/64K` beside
// `text/count_words/twin/arabic/64K`.
//
// Threads:  one.

#pragma once

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
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
// A name in the system's folder for such files, of this process alone. Whoever writes it removes
// it.
std::string scratch_path(const std::string& name);

// One way to compute an answer.
template <class Answer>
struct Way {
  std::string name;
  std::function<Answer(std::string_view)> compute;
};

// What the definition answers: computed for the first way that asks, given back after the last,
// since an answer may be as long as its input.
template <class Answer>
struct Expected {
  std::optional<Answer> answer;
  std::size_t ways_left = 0;
};

// Registers ways to compute the same answer over the same bytes; the first defines it.
template <class Answer>
void add_ways(const std::string& what, const std::string& input_name,
              const std::shared_ptr<const std::string>& input, Bound bound,
              const std::vector<Way<Answer>>& ways) {
  const auto definition = ways.front().compute;
  const auto expected = std::make_shared<Expected<Answer>>();
  expected->ways_left = ways.size();
  for (const Way<Answer>& way : ways) {
    const auto compute = way.compute;
    const bool defines = &way == &ways.front();
    const auto is_right = [=] {
      if (!expected->answer) expected->answer = definition(*input);
      const bool right = defines || compute(*input) == *expected->answer;
      if (--expected->ways_left == 0) expected->answer.reset();
      return right;
    };
    add({what + '/' + way.name + '/' + input_name + '/' + size_name(input->size()), input->size(),
         bound, is_right, [=] { benchmark::DoNotOptimize(compute(*input)); }});
  }
}

// Each file of benchmarks has one of these; main() calls them all.
void add_base();
void add_text();
void add_kernels();
void add_decode();
void add_store();
void add_sort();
void add_doc();
void add_dedup();
void add_clusters();
void add_stats();
void add_clean();

}  // namespace pressmill::bench
