// SPDX-License-Identifier: Apache-2.0
//
// How many different hashes there were: a HyperLogLog sketch.
//
// Exact while it is small: up to kMostExact hashes are kept as they are. Beyond, of the hashes that
// share their first 14 bits the longest run of zeros behind these is kept, and Ertl's improved
// estimator reads the number off them ("New cardinality estimation algorithms for HyperLogLog
// sketches", 2017, algorithm 6): it needs no tables of corrections and has no bias between small
// and large numbers.
//
// Error:    none up to kMostExact; beyond, a standard error of 1.04 / sqrt(2^14), 0.81 % of the
//           number.
// Merging:  the sketch follows from the set of hashes alone, whatever their order and grouping.
// Threads:  one owner per object.
// Memory:   32 KiB while it is exact, 16 KiB beyond.

#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace pressmill::stats {

class HyperLogLog {
 public:
  static constexpr unsigned kIndexBits = 14;
  static constexpr std::size_t kRegisters = std::size_t{1} << kIndexBits;
  // As many hashes as take the room of the registers.
  static constexpr std::size_t kMostExact = kRegisters / sizeof(std::uint64_t);
  static constexpr std::uint64_t kErrorTenThousandths = 81;  // the standard error beyond kMostExact

  HyperLogLog() { clear(); }
  void clear();
  // True where the sketch is another one now. Whoever adds, in order, only the hashes for which it
  // was true gets the same sketch at every step. Needs: well-mixed hashes.
  bool add(std::uint64_t hash) { return is_exact_ ? add_exact(hash) : raise(hash); }
  // add() for each of these numbers: those for which it was true go to the front of `numbers`, in
  // order, and how many there are is handed back. Whether one is new cannot be foretold, so beyond
  // kMostExact there is no branch on it.
  template <class Hash>
  std::size_t add_all(std::span<std::uint32_t> numbers, Hash hash) {
    std::size_t kept = 0;
    for (const std::uint32_t number : numbers) {
      const bool is_new = add(hash(number));
      numbers[kept] = number;
      kept += is_new ? 1 : 0;
    }
    return kept;
  }
  void merge(const HyperLogLog& other);

  std::uint64_t estimate() const;
  bool is_exact() const { return is_exact_; }
  std::uint64_t error_ten_thousandths() const { return is_exact_ ? 0 : kErrorTenThousandths; }

  // As files keep it: the hashes, sorted, where it is exact, else the registers; the other is
  // empty.
  std::vector<std::uint64_t> hashes() const;
  const std::vector<std::uint8_t>& registers() const { return registers_; }
  // Needs: registers as registers() gives them, or none.
  static HyperLogLog of(std::span<const std::uint64_t> hashes, std::vector<std::uint8_t> registers);

 private:
  static constexpr std::size_t kSlots = 2 * kMostExact;
  bool add_exact(std::uint64_t hash);
  bool raise(std::uint64_t hash) {
    // The marker bit ends the run of zeros at the latest.
    const std::uint64_t rest = hash << kIndexBits | std::uint64_t{1} << (kIndexBits - 1);
    const auto rank = static_cast<std::uint8_t>(__builtin_clzll(rest) + 1);
    std::uint8_t& cell = registers_[hash >> (64 - kIndexBits)];
    const bool is_new = rank > cell;
    cell = is_new ? rank : cell;
    return is_new;
  }
  void give_up_hashes();

  bool is_exact_ = true;
  bool has_zero_ = false;             // 0 marks a free slot
  std::size_t used_ = 0;              // slots
  std::vector<std::uint64_t> slots_;  // of hashes, while exact
  std::vector<std::uint8_t> registers_;
};

}  // namespace pressmill::stats
