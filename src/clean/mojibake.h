// SPDX-License-Identifier: Apache-2.0
//
// Mends mojibake: UTF-8 that somebody read as an older encoding ("DOS AÃ‘OS", "РџСЂРёРІРµС‚").
//
// Characters whose bytes in an older encoding make up a well-formed sequence of UTF-8 may be one
// that was taken apart; they may as well be what the author wrote ("RETWEET SE VOCÊ…" is right).
// Each sequence is weighed: signs that no text has inside a word, capitals behind small letters,
// runs of sequences, and others in the same text speak for mending; a letter that does not fit
// its word's case, or that hardly any language has, speaks against it. What was misread twice is
// mended twice. Controls U+0080..U+009F are taken for what windows-1252 has there.
//
// Threads:  pure functions; the tables behind them are built at first use, once.
// Needs:    valid UTF-8.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::clean {

struct MojibakeCounts {
  std::uint64_t sequences = 0;  // mended
  std::uint64_t controls = 0;   // replaced
};

// Sets `out` to the mended text and returns true; or returns false, `out` and `counts` untouched,
// where nothing is to be mended. Counts are added to.
bool mend_mojibake(std::string_view text, std::string& out, MojibakeCounts& counts);

}  // namespace pressmill::clean
