// SPDX-License-Identifier: Apache-2.0
//
// Stories: headline and paragraphs, before any site has put its furniture around them.
//
// Story n of a seed is a function of (seed, n) alone. Copies are made by writing their source once
// more, so nothing that was written needs to be remembered, however large the corpus is.
//
// A story may hold sentences of a real dump (real_sentences.h) and personal data (personal.h).
//
// Threads:  StoryWriter is immutable after make(); a Story belongs to its caller.
// Memory:   one story, reused.

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/languages.h"
#include "tools/corpusgen/options.h"
#include "tools/corpusgen/personal.h"
#include "tools/corpusgen/real_sentences.h"
#include "tools/corpusgen/sites.h"

namespace pressmill::corpusgen {

// Reports come in so many families.
inline constexpr std::uint64_t kFrames = 24;

struct Story {
  std::uint32_t site = 0;     // where it appears first, in all_sites()
  std::uint32_t section = 0;  // in kSections
  std::uint32_t minute = 0;   // when, in local minutes since the corpus's first day
  std::string title;
  std::string body;               // paragraphs, one behind the other
  std::vector<std::size_t> ends;  // where each of them ends
  std::vector<Personal> personal;
  Grammar::Values values;

  std::string_view paragraph(std::size_t i) const {
    const std::size_t begin = i == 0 ? 0 : ends[i - 1];
    return std::string_view(body).substr(begin, ends[i] - begin);
  }
  void add_paragraph(std::string_view text) {
    body += text;
    ends.push_back(body.size());
  }
};

class StoryWriter {
 public:
  // Reads the dump that --from names, where it does.
  static Result<StoryWriter> make(const Options& options);

  // The site of a story, without writing it.
  std::uint32_t home_site(std::uint64_t ordinal) const;
  void write(std::uint64_t ordinal, Story& story) const;
  // All but the body: what a link to it shows.
  void write_head(std::uint64_t ordinal, Story& story) const;
  // More paragraphs of about so many words, in the language of the story's site; `ordinal` is
  // the line that they are written for.
  void add_paragraphs(std::uint64_t ordinal, std::uint64_t words, Story& story) const;
  // A story to be told again and again with other figures, see set_figures().
  std::uint64_t report_frame(Random& random) const;

  const LanguageModel& model(Language language) const {
    return models_[static_cast<std::size_t>(language)];
  }

 private:
  StoryWriter(const Options& options, std::vector<LanguageModel> models);
  void begin(Random& random, Story& story) const;
  void write_body(Random& random, Random& real, std::uint64_t wanted, Story& story) const;
  void write_report(Random& random, std::uint64_t wanted, Story& story) const;

  std::uint64_t seed_;
  std::uint32_t personal_share_;
  std::uint32_t real_share_;
  std::uint32_t most_words_;
  std::vector<LanguageModel> models_;
  std::shared_ptr<const RealSentences> real_;  // null: all sentences come from the models
};

}  // namespace pressmill::corpusgen
