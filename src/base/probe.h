// SPDX-License-Identifier: Apache-2.0
//
// The question that open addressing asks of every slot it comes to: is it another key's?
//
// Nearly always the answer is no: the slot is free, or has the very key. Which of the two cannot be
// foretold, and need not be as long as one condition asks for both. Compilers make two branches of
// `taken && key != other`, one of them a guess that costs more than all else a lookup does; of this
// arithmetic they make one.
//
// Threads:  pure.

#pragma once

#include <cstdint>

namespace pressmill {

constexpr bool is_of_another(bool is_taken, std::uint64_t its_key, std::uint64_t key) {
  return ((its_key ^ key) & (std::uint64_t{0} - std::uint64_t{is_taken})) != 0;
}

}  // namespace pressmill
