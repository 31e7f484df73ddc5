// SPDX-License-Identifier: Apache-2.0
//
// An article's lines as they stood before cleaning, each with its fate.
//
// What stayed is in kept or dropped, what went in the segment's removed lines with its number and
// the blank lines behind it: together they give every line its number again (the cleaned text
// alone does not say how many blank lines went along with a line).
//
// Threads:  pure functions.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/article_cleaner.h"

namespace pressmill::inspect {

// A removed line that owns its text.
struct TakenLine {
  clean::RemovedLine line;  // its text is not to be used
  std::string text;
};

// What cleaning took of one article, or would have taken.
struct TakenLines {
  bool guarded = false;
  bool is_text_whole = false;  // the text at hand is the one before cleaning
  std::vector<TakenLine> lines;
};

enum class Fate : std::uint8_t { kept, removed, spared };

struct TextLine {
  std::uint64_t number = 0;  // from 1, of the normalised text, blank lines counted
  Fate fate = Fate::kept;
  clean::RemovedLine why;  // not of kept lines
  std::string text;
};

// Blank lines are left out; their numbers are missing.
std::vector<TextLine> text_lines(std::string_view text, const TakenLines& taken);

// Names of the features that spoke loudest against a line.
std::vector<std::string_view> because(const clean::RemovedLine& line);

}  // namespace pressmill::inspect
