// SPDX-License-Identifier: Apache-2.0
//
// Names and storage of the columns.

#include "clean/features.h"

namespace pressmill::clean {
namespace {

constexpr std::array<std::string_view, kFeatures> kNames = {
#define PRESSMILL_NAME(name) #name,
    PRESSMILL_LINE_FEATURES(PRESSMILL_NAME) PRESSMILL_PLACE_FEATURES(PRESSMILL_NAME)
        PRESSMILL_SCORE_FEATURES(PRESSMILL_NAME)
#undef PRESSMILL_NAME
};

}  // namespace

std::string_view name_of(Feature feature) {
  return kNames[static_cast<std::size_t>(feature)];
}

void FeatureColumns::reset(std::size_t lines) {
  lines_ = lines;
  stride_ = (lines + kBlockRows - 1) / kBlockRows * kBlockRows + 2 * kEdgeRows;
  bytes_.assign(kFeatures * stride_, 0);
}

}  // namespace pressmill::clean
