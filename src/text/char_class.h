// SPDX-License-Identifier: Apache-2.0
//
// What a character is to a word: the one definition that counting and tokenising share.
//
// A word is a maximal run of letters and digits (general categories L* and N*). Marks (M*) and
// format characters (Cf: joiners, soft hyphens) belong to whatever they follow: they neither
// begin nor end a word. An apostrophe, typewriter's or typographer's, and the middle dot join
// what stands on both their sides: "don't", "l'homme", "90's" and Catalan "col·lecció" are one
// word each. Scripts that are written without spaces cannot be cut into words without a
// dictionary; each of their letters counts as one word, as is the custom in measuring such
// text: Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar. Their digits make runs like others.
// The zero width space separates: it stands in Thai or Khmer where a space would elsewhere.
//
// Threads:  the table is built at first use, once, and never written again.

#pragma once

#include <cstdint>

#include "text/code_point_table.h"

namespace pressmill::text {

enum class CharClass : std::uint8_t {
  separator,   // ends a word
  word,        // begins or continues one
  single,      // is one
  attached,    // part of what it follows
  apostrophe,  // joins two `word` characters, separates anything else
};

using CharClassTable = CodePointTable<CharClass>;

// Loops keep the reference: a call checks whether the table has been built.
const CharClassTable& char_classes();

}  // namespace pressmill::text
