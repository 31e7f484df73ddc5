// SPDX-License-Identifier: Apache-2.0
//
// All measures of a text, in one pass over its words and one over its lines.
//
// What each measure is, and where ours deviate from those of datatrove, docs/recipes.md says.
//
// Threads:  a meter has one owner.
// Memory:   that of its scanner and counter: about 100 bytes a word of the longest text, at most
//           some 40 MiB.

#pragma once

#include <cstdint>
#include <string_view>

#include "clean/repetition.h"
#include "clean/text_scan.h"
#include "text/measures.h"

namespace pressmill::clean {

// Part of the fingerprint: raised whenever a text may measure otherwise.
inline constexpr std::uint32_t kMeasuresVersion = 1;

class QualityMeter {
 public:
  // `lang` as language.h has it, empty where unknown. Needs: normalised text.
  text::Measures measure(std::string_view text, std::string_view lang);

 private:
  TextScanner scanner_;
  RepetitionCounter repetition_;
};

}  // namespace pressmill::clean
