// SPDX-License-Identifier: Apache-2.0
//
// The measures of recipes again, slow and obvious: a text becomes lists of tokens, and every
// measure is counted by itself, n-grams as lists of words in a map.
//
// Which signs end sentences or quote, and how words are folded, is taken from the code under
// test: those are data. Everything counted is counted anew.

#pragma once

#include <string>
#include <string_view>

#include "text/measures.h"

namespace pressmill::reference {

// All but stop words, notices, lorem_ipsum, JavaScript and what depends on notices, for texts that
// have none. The entropy, by floating point, may be rounded to the next ten-thousandth.
// Needs: normalised text.
text::Measures naive_measures(std::string_view text);

}  // namespace pressmill::reference
