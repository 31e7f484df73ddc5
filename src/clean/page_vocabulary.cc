// SPDX-License-Identifier: Apache-2.0
//
// Entering words.

#include "clean/page_vocabulary.h"

#include <bit>

#include "base/probe.h"

namespace pressmill::clean {

void PageVocabulary::enter(std::span<const std::uint32_t> words,
                           std::span<const std::uint32_t> title) {
  slots_.assign(std::bit_ceil(2 * (words.size() + title.size()) + 16), Entry());
  mask_ = slots_.size() - 1;
  for (const std::uint32_t hash : title) slots_[place_of(hash)].in_title = 1;
  places_.resize(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) places_[i] = place_of(words[i]);
}

std::uint32_t PageVocabulary::place_of(std::uint32_t hash) {
  std::size_t i = hash & mask_;
  while (is_of_another(slots_[i].is_used != 0, slots_[i].hash, hash)) i = (i + 1) & mask_;
  slots_[i].hash = hash;
  slots_[i].is_used = 1;
  return static_cast<std::uint32_t>(i);
}

}  // namespace pressmill::clean
