// SPDX-License-Identifier: Apache-2.0
//
// Planted: exact copies, byte for byte or in a dress that normalisation takes off.
//
// The dresses, each undone by the rule beside it:
//   spaces       tabs, no-break and doubled spaces, spaces at line ends    white space folds
//   invisible    zero-width space, word joiner, soft hyphen, BOM in words  invisible ones go
//   decomposed   base letter and combining mark                            NFC
//   line_ends    CR LF in the text                                         line ends fold
// Zero-width joiners are not used: in Arabic they mean something.
//
// Threads:  pure functions.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "tools/corpusgen/random.h"
#include "tools/corpusgen/sites.h"

namespace pressmill::corpusgen {

enum class Dress : std::uint8_t { verbatim, spaces, invisible, decomposed, line_ends };
std::string_view dress_name(Dress dress);

// A dress that shows in this language: nothing decomposes in English or Chinese here.
Dress choose_dress(Language language, Random& random);

// Where nothing in the text can be changed, it stays as it is: that is an exact copy as well.
void put_on(Dress dress, Random& random, std::string& text);

}  // namespace pressmill::corpusgen
