// SPDX-License-Identifier: Apache-2.0
//
// base: hashing, and what memory gives, which all else is held against.

#include <cstring>

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

// A twin of our own: every byte counts, and nothing is done at once.
std::uint64_t fnv1a(std::string_view bytes) {
  std::uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL;
  return hash;
}

// A hash has no answer to compare with; what can be wrong is that it depends on anything but the
// bytes, or not on all of them.
template <class Hash>
bool is_hash(const std::string& bytes, Hash hash) {
  std::string moved = '-' + bytes;
  const auto first = hash(std::string_view(bytes));
  if (hash(std::string_view(moved).substr(1)) != first) return false;
  moved.back() = static_cast<char>(moved.back() ^ 1);
  return hash(std::string_view(moved).substr(1)) != first;
}

template <class Hash>
void add_hash(const std::string& name, const Sample& input, Hash hash) {
  add({name + '/' + size_name(input->size()), input->size(), Bound::read,
       [=] { return is_hash(*input, hash); }, [=] { benchmark::DoNotOptimize(hash(*input)); }});
}

}  // namespace

void add_base() {
  for (const std::size_t bytes : {kSmall, kLarge}) {
    add_memory(bytes);
    const Sample input = sample_lines(bytes);
    add_hash("base/hash64/xxh3", input, [](std::string_view s) { return hash64(s); });
    add_hash("base/hash128/xxh3", input, [](std::string_view s) { return hash128(s); });
    add_hash("base/hash64/twin", input, fnv1a);
  }
}

}  // namespace pressmill::bench
