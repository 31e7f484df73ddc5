// SPDX-License-Identifier: Apache-2.0
//
// Planted: copies that near_copies.h does not make, and reports.
//
//   excerpt  a run of the source's paragraphs, 30 to 70 % of its words
//   longer   paragraphs before and behind the source
//   roundup  stories one after another, each under its headline
//   update   one word in twenty of one paragraph edited, a paragraph added
//   report   the frame's figures drawn anew: as many digits each, so that all else stays
//
// Threads:  pure functions.

#pragma once

#include <cstddef>
#include <cstdint>

#include "tools/corpusgen/random.h"
#include "tools/corpusgen/story.h"

namespace pressmill::corpusgen {

void cut_excerpt(Random& random, Story& story);
// Puts `before` in front of the story's own paragraphs and `behind` behind them.
void embed(const Story& before, const Story& behind, Story& story);
void append_story(const Story& other, Story& story);

void set_figures(Random& random, Story& story);

}  // namespace pressmill::corpusgen
