// SPDX-License-Identifier: Apache-2.0
//
// The word models: one file a language, lang_*.cc, each a text in the notation of grammar.h.
//
// All names, places and sentences are invented here. Every model defines the same symbols: one
// for the sentences of each section (kSections), "general" for sentences that fit all of them,
// "title.<section>" for headlines, "report" for sentences full of figures, "spin" for single words
// that may stand in for others; and the values "oq" and "cq", the quotation marks. Runs of fixed
// words stay short, or else articles that have nothing to do with each other would look like
// near-duplicates.
//
// To add a language: a file with its model, an entry here, sites in sites.cc, and words of its
// script in shingles.cc if they are not there yet.
//
// Threads:  immutable.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tools/corpusgen/grammar.h"

namespace pressmill::corpusgen {

enum class Language : std::uint8_t { english, spanish, arabic, chinese };
inline constexpr std::size_t kLanguageCount = 4;

inline constexpr std::array<std::string_view, 5> kSections = {"council", "economy", "sport",
                                                              "weather", "culture"};

std::string_view english_model();
std::string_view spanish_model();
std::string_view arabic_model();
std::string_view chinese_model();

// A compiled model with what the story writer asks for again and again.
struct LanguageModel {
  Grammar grammar;
  std::array<Symbol, kSections.size()> sentences;
  std::array<Symbol, kSections.size()> titles;
  Symbol general;
  Symbol report;  // sentences full of figures
  Symbol spin;
  std::size_t open_quote;  // values
  std::size_t close_quote;
  std::string_view sentence_gap;  // between sentences: a space, or nothing
};

// All languages, by Language. Fails only if a model is broken (a test compiles them).
Result<std::vector<LanguageModel>> compile_languages();

}  // namespace pressmill::corpusgen
