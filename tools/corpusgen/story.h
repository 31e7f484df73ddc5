// SPDX-License-Identifier: Apache-2.0
//
// Stories: headline and paragraphs, before any site has put its furniture around them.
//
// Story n of a seed is a function of (seed, n) alone. Copies are made by writing their source once
// more, so nothing that was written needs to be remembered, however large the corpus is.
//
// Threads:  StoryWriter is immutable after make(); a Story belongs to its caller.
// Memory:   one story, reused.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/languages.h"
#include "tools/corpusgen/sites.h"

namespace pressmill::corpusgen {

struct Story {
  std::uint32_t site = 0;     // where it appears first, in all_sites()
  std::uint32_t section = 0;  // in kSections
  std::uint32_t minute = 0;   // when, in local minutes since the corpus's first day
  std::string title;
  std::string body;               // paragraphs, one behind the other
  std::vector<std::size_t> ends;  // where each of them ends
  Grammar::Values values;

  std::string_view paragraph(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::string_view(body).substr(begin, ends[i] - begin);
  }
};

class StoryWriter {
 public:
  static Result<StoryWriter> make(std::uint64_t seed);

  // The site of a story, without writing it.
  std::uint32_t home_site(std::uint64_t ordinal) const;
  void write(std::uint64_t ordinal, Story& story) const;

  const LanguageModel& model(Language language) const {
    return models_[static_cast<std::size_t>(language)];
  }
  std::uint64_t seed() const { return seed_; }

 private:
  StoryWriter(std::uint64_t seed, std::vector<LanguageModel> models)
      : seed_(seed), models_(std::move(models)) {}
  void write_body(const LanguageModel& model, const Site& site, Random& random, Story& story) const;

  std::uint64_t seed_;
  std::vector<LanguageModel> models_;
};

}  // namespace pressmill::corpusgen
