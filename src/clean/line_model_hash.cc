// SPDX-License-Identifier: Apache-2.0
//
// The model's fingerprint.

#include "base/hash.h"
#include "clean/line_model.h"

namespace pressmill::clean {
namespace {

std::uint64_t hash_of(std::uint64_t hash, const TreeModel& model) {
  hash = mix64(hash ^ static_cast<std::uint32_t>(model.bias));
  for (const Tree& tree : model.trees) {
    for (const Split& split : tree.splits)
      hash = mix64(hash ^ hash64(name_of(split.feature)) ^
                   static_cast<std::uint64_t>(split.offset + 128) << 8 ^ split.threshold);
    for (const std::int16_t leaf : tree.leaves)
      hash = mix64(hash ^ static_cast<std::uint16_t>(leaf));
  }
  return hash;
}

}  // namespace

std::uint64_t line_model_hash() {
  const LineModel& model = line_model();
  std::uint64_t hash = hash_of(hash_of(0, model.first), model.second);
  for (const WordWeight& weight : model.weights)
    hash = mix64(hash ^ weight.hash ^ static_cast<std::uint8_t>(weight.weight));
  return hash;
}

}  // namespace pressmill::clean
