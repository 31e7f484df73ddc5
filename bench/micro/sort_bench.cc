// SPDX-License-Identifier: Apache-2.0
//
// io/spill: the external sort, in memory and through the disk, beside std::sort.

#include <algorithm>

#include "base/hash.h"
#include "bench/micro/harness.h"
#include "io/spill/external_sort.h"

namespace pressmill::bench {

namespace {

constexpr std::size_t kKeys = std::size_t{2} << 20;

using Keys = std::vector<std::uint64_t>;

Keys sorted_by_std(const Keys& keys) {
  Keys sorted = keys;
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

Keys sorted_outside(const Keys& keys, std::uint64_t memory_bytes) {
  io::ExternalSort<std::uint64_t> sort(scratch_path("sort"), memory_bytes);
  Keys sorted;
  sorted.reserve(keys.size());
  for (const std::uint64_t key : keys)
    if (!sort.add(key)) return {};
  const Status done = sort.finish([&](std::uint64_t key) -> Status {
    sorted.push_back(key);
    return {};
  });
  return done ? sorted : Keys();
}

}  // namespace

void add_sort() {
  const auto keys = std::make_shared<Keys>();
  for (std::uint64_t i = 0; i < kKeys; ++i) keys->push_back(mix64(i));
  const std::size_t bytes = kKeys * sizeof(std::uint64_t);
  const auto job = [&](const std::string& name, auto sort) {
    add({"spill/external_sort/" + name + '/' + size_name(bytes), bytes, Bound::copy,
         [=] { return sort(*keys) == sorted_by_std(*keys); },
         [=] { benchmark::DoNotOptimize(sort(*keys)); }});
  };
  job("twin", sorted_by_std);
  job("in_memory", [=](const Keys& k) { return sorted_outside(k, 2 * bytes); });
  job("eight_runs", [=](const Keys& k) { return sorted_outside(k, bytes / 8); });
}

}  // namespace pressmill::bench
