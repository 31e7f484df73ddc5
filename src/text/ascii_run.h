// SPDX-License-Identifier: Apache-2.0
//
// Eight bytes of text at once: how many of them, from the first on, are ASCII letters, or letters
// and digits.
//
// Words are short: a loop over their bytes is guessed wrong at nearly every end. Here a word of up
// to seven letters is no loop. In ASCII, letters fold to lower case by a bit that digits have set.
//
// Threads:  pure.

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace pressmill::text {

static_assert(std::endian::native == std::endian::little);  // the first byte is the lowest

inline constexpr std::ptrdiff_t kRunBytes = 8;
inline constexpr std::uint64_t kEachByte = 0x0101'0101'0101'0101;

// Needs: kRunBytes readable from p on.
inline std::uint64_t load_run(const char* p) {
  std::uint64_t run;
  std::memcpy(&run, p, sizeof(run));
  return run;
}

constexpr std::uint64_t fold_run(std::uint64_t run) {
  return run | kEachByte * 0x20;
}

// The highest bit of each byte that is from `first` to `last`. Needs: ASCII bytes.
constexpr std::uint64_t bytes_between(std::uint64_t run, char first, char last) {
  const std::uint64_t at_least = run + kEachByte * static_cast<std::uint64_t>(0x80 - first);
  const std::uint64_t above = run + kEachByte * static_cast<std::uint64_t>(0x7F - last);
  return at_least & ~above;
}

constexpr unsigned count_first(std::uint64_t high_bits) {
  return static_cast<unsigned>(std::countr_one(high_bits | kEachByte * 0x7F)) / 8;
}

// 0 to 8.
constexpr unsigned first_letters(std::uint64_t run) {
  const std::uint64_t ascii = run & kEachByte * 0x7F;
  return count_first(bytes_between(fold_run(ascii), 'a', 'z') & ~run);
}
constexpr unsigned first_letters_and_digits(std::uint64_t run) {
  const std::uint64_t ascii = run & kEachByte * 0x7F;
  return count_first((bytes_between(fold_run(ascii), 'a', 'z') | bytes_between(ascii, '0', '9')) &
                     ~run);
}

// The first `count` bytes, zeros behind them. Needs: count < 8.
constexpr std::uint64_t first_bytes(std::uint64_t run, unsigned count) {
  return run & ((std::uint64_t{1} << 8 * count) - 1);
}

// In how many of the bytes the bit is set.
constexpr std::uint32_t count_bytes_with(std::uint64_t run, unsigned bit) {
  return static_cast<std::uint32_t>((run >> bit & kEachByte) * kEachByte >> 56);
}

}  // namespace pressmill::text
