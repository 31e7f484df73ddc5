// SPDX-License-Identifier: Apache-2.0
//
// base: hashing, and what memory gives, which all else is held against.

// The twin of a hash is the same library without vectors, compiled in here.
#define XXH_INLINE_ALL
#define XXH_VECTOR XXH_SCALAR
#include <xxhash.h>

#include <cstring>

#include "base/bytes.h"
#include "base/hash.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"

namespace pressmill::bench {

namespace {

// The bound itself, as a row to read beside the others: the C library's own loops.
void add_memory(std::size_t bytes) {
  const auto from = std::make_shared<std::vector<char>>(bytes, 2);
  const auto to = std::make_shared<std::vector<char>>(bytes);
  const auto look = [=] { return std::memchr(from->data(), 1, from->size()); };
  add({"memory/read/" + size_name(bytes), bytes, Bound::read,
       [=] {
         from->back() = 1;
         const bool found = look() == &from->back();
         from->back() = 2;
         return found && look() == nullptr;
       },
       [=] { benchmark::DoNotOptimize(look()); }});
  const auto copy = [=] { std::memcpy(to->data(), from->data(), from->size()); };
  add({"memory/copy/" + size_name(bytes), bytes, Bound::copy,
       [=] {
         copy();
         return *to == *from;
       },
       [=] {
         copy();
         benchmark::ClobberMemory();
       }});
}

std::uint64_t scalar_hash64(std::string_view bytes) {
  return XXH3_64bits_withSeed(bytes.data(), bytes.size(), kHashSeed);
}

Hash128 scalar_hash128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits_withSeed(bytes.data(), bytes.size(), kHashSeed);
  return {hash.high64, hash.low64};
}

template <class Change>
std::uint64_t changed_words(std::string_view bytes, Change change) {
  std::uint64_t sum = 0;
  for (std::size_t at = 0; at + sizeof sum <= bytes.size(); at += sizeof sum)
    sum += change(load_le<std::uint64_t>(bytes.data() + at));
  return sum;
}

// SplitMix64's finaliser as its author wrote it. The compiler sees through it into the loop; it
// cannot through mix64(), which is a call.
std::uint64_t mixed_by_steps(std::uint64_t x) {
  constexpr std::uint64_t kFirst = 0xbf58476d1ce4e5b9ULL;
  constexpr std::uint64_t kSecond = 0x94d049bb133111ebULL;
  x = (x ^ x >> 30) * kFirst;
  x = (x ^ x >> 27) * kSecond;
  return x ^ x >> 31;
}

}  // namespace

void add_base() {
  for (const std::size_t bytes : {kSmall, kLarge}) {
    add_memory(bytes);
    const Sample input = sample_lines(bytes);
    add_ways<std::uint64_t>("base/hash64", "json", input, Bound::read,
                            {{"twin", scalar_hash64}, {"xxh3", hash64}});
    add_ways<Hash128>("base/hash128", "json", input, Bound::read,
                      {{"twin", scalar_hash128}, {"xxh3", hash128}});
    add_ways<std::uint64_t>(
        "base/mix64", "json", input, Bound::read,
        {{"twin", [](std::string_view s) { return changed_words(s, mixed_by_steps); }},
         {"mix", [](std::string_view s) { return changed_words(s, mix64); }}});
  }
}

}  // namespace pressmill::bench
