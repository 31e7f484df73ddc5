// SPDX-License-Identifier: Apache-2.0
//
// The vocabulary's room.

#include "clean/page_vocabulary.h"

#include <bit>

namespace pressmill::clean {

void PageVocabulary::reset(std::size_t words) {
  slots_.assign(std::bit_ceil(2 * words + 16), Entry());
  mask_ = slots_.size() - 1;
}

}  // namespace pressmill::clean
