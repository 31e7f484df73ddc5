// SPDX-License-Identifier: Apache-2.0
//
// The question that open addressing asks of every slot it comes to: is it another key's?
//
// Nearly always the answer is no: the slot is free, or has the very key. Which of the two cannot be
// foretold, and need not be as long as one condition asks for both. Compilers make two branches of
// `taken && key != other`, one of them a guess that costs more than all else a lookup does; of this
// arithmetic they make one.
//
// Where slots stand in buckets of four, one comparison asks all four (lanes_equal): of the vector
// instructions that every x86-64 has, elsewhere of as much arithmetic.
//
// Threads:  pure.

#pragma once

#include <cstdint>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace pressmill {

constexpr bool is_of_another(bool is_taken, std::uint64_t its_key, std::uint64_t key) {
  return ((its_key ^ key) & (std::uint64_t{0} - std::uint64_t{is_taken})) != 0;
}

// Bit i is set where four[i] == value. Needs: `four` at a multiple of 16 bytes.
inline unsigned lanes_equal(const std::uint32_t* four, std::uint32_t value) {
#if defined(__SSE2__)
  const __m128i lanes = _mm_load_si128(reinterpret_cast<const __m128i*>(four));
  const __m128i equal = _mm_cmpeq_epi32(lanes, _mm_set1_epi32(static_cast<int>(value)));
  return static_cast<unsigned>(_mm_movemask_ps(_mm_castsi128_ps(equal)));
#else
  unsigned bits = 0;
  for (unsigned i = 0; i < 4; ++i) bits |= (four[i] == value ? 1U : 0U) << i;
  return bits;
#endif
}

}  // namespace pressmill
