// SPDX-License-Identifier: Apache-2.0
//
// Random numbers that are the same on every machine.
//
// The distributions of the standard library differ between its makers, so none is used: SplitMix64
// and integer arithmetic only. Every planted thing draws from a stream of its own, so that adding
// one does not change what the others do.
//
// Threads:  values; nothing is shared.

#pragma once

#include <cstddef>
#include <cstdint>

#include "base/hash.h"

namespace pressmill::corpusgen {

// What a number decides. Order is part of the corpus: append only.
enum class Stream : std::uint64_t {
  plan,
  story,
  furniture,
  edits,
  date,
  damage,
  variant,
  related,   // headlines of other articles
  figures,   // of a report
  frame,     // which story is a report's frame
  addition,  // paragraphs that a longer or later version has more
  personal,
  real,  // sentences of a real dump
};

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  // The stream of one article: independent of all other articles and streams.
  Random(std::uint64_t seed, std::uint64_t ordinal, Stream stream)
      : state_(mix64(mix64(mix64(seed + 1) + ordinal) + static_cast<std::uint64_t>(stream))) {}

  std::uint64_t next() {
    state_ += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  // 0 ... bound-1. Needs: 0 < bound < 2^32. The bias, under bound/2^32, does not matter here.
  std::uint64_t below(std::uint64_t bound) { return ((next() >> 32) * bound) >> 32; }
  std::size_t index(std::size_t size) { return static_cast<std::size_t>(below(size)); }
  std::uint64_t between(std::uint64_t low, std::uint64_t high) {
    return low + below(high - low + 1);
  }
  // True in `parts` of `whole` cases.
  bool chance(std::uint64_t parts, std::uint64_t whole) { return below(whole) < parts; }

 private:
  std::uint64_t state_;
};

}  // namespace pressmill::corpusgen
