// SPDX-License-Identifier: Apache-2.0
//
// Text that is in one older encoding from its beginning to its end.
//
// A scraper that took every page for UTF-8 leaves such lines behind. Where nothing but the
// encoding is wrong, the text can be had back whole. ICU's detector names the encoding; it is
// believed where it is sure and every byte has a meaning there. Whether the text is broken UTF-8
// is the caller's to know.
//
// Threads:  pure; a detector is made for each call. Rare lines only.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::text {

// Sets `out` to the text in UTF-8 and returns the encoding's name, as ICU has it. "" where it is
// in none, or in which is not clear; `out` is untouched then.
std::string_view decode_legacy(std::string_view bytes, std::string& out);

}  // namespace pressmill::text
