// SPDX-License-Identifier: Apache-2.0
//
// Which language a text is in: by its commonest words where they leave no doubt, else by CLD2
// over samples of it.
//
// CLD2 takes 40 ns a byte, ten times what everything else here does; samples from the beginning,
// the middle and the end of a long text give the same answer (docs/decisions/0010).
//
// Threads:  pure functions.
// Needs:    valid UTF-8.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/quality_measures.h"

namespace pressmill::clean {

struct Language {
  std::string_view code;     // ISO 639-1 where there is one ("en", "zh", "zh-hant"); empty: unknown
  std::uint8_t percent = 0;  // of what was looked at that is in it
};

// Bytes of each of three samples, of scripts of East Asia twice as many; a shorter text is looked
// at whole.
inline constexpr std::size_t kLanguageSampleBytes = 100;
// Part of the fingerprint: raised whenever other cues or samples are taken.
inline constexpr std::uint32_t kLanguageVersion = 3;

// Needs: `seen` saw this text last.
Language detect_language(std::string_view text, const QualityMeter& seen);
// By CLD2 alone.
Language detect_by_samples(std::string_view text, std::size_t sample_bytes = kLanguageSampleBytes);

// What a tag such as "en-US" or "pt_BR" says of the language alone, where it is one that
// detect_language() can answer with: "en", "pt"; of Chinese, "zh-hant" where the region writes so.
// Any other tag as it is, case too.
std::string_view language_of_tag(std::string_view tag);

// The codes that detect_language() can answer with, lower case, sorted.
std::vector<std::string> known_languages();

// Part of the fingerprint: other tables, other answers.
std::string language_detector_version();

}  // namespace pressmill::clean
