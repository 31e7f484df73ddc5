// SPDX-License-Identifier: Apache-2.0
//
// Sentences of a real dump, to be mixed into made-up stories: real words, real line lengths.
//
// Articles are put into the four languages of the models by their script, Latin ones by their
// commonest words, so that a story stays in one language as far as this can tell. A story draws
// from a few dozen neighbouring articles: dumps are sorted by outlet or day, so neighbours are of
// a kind, and two stories seldom draw the same sentence.
//
// Memory:   the texts of the dump, at most kMostBytes of them; what lies behind is not read.
// Threads:  immutable once read; a Draw belongs to one story.
// Failure:  Code::input where the file cannot be read; lines that are no article are passed over.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"
#include "tools/corpusgen/languages.h"
#include "tools/corpusgen/random.h"

namespace pressmill::corpusgen {

class RealSentences {
 public:
  static constexpr std::uint64_t kMostBytes = std::uint64_t{256} << 20;

  static Result<RealSentences> read(const std::string& path);

  // The sentences of one language.
  struct Pool {
    struct Span {
      std::uint64_t begin;
      std::uint32_t size;
    };
    std::string bytes;
    std::vector<Span> sentences;
    std::vector<std::size_t> articles;  // where the sentences of each begin
  };

  class Draw {
   public:
    Draw(const Pool& pool, std::size_t begin, std::size_t end)
        : pool_(&pool), begin_(begin), end_(end) {}
    std::string_view next(Random& random) const {
      const Pool::Span span = pool_->sentences[begin_ + random.index(end_ - begin_)];
      return std::string_view(pool_->bytes).substr(span.begin, span.size);
    }

   private:
    const Pool* pool_;
    std::size_t begin_;  // sentences
    std::size_t end_;
  };

  // Nothing where the dump has no article of that language.
  std::optional<Draw> draw(Language language, Random& random) const;

 private:
  void add(std::string_view text);

  std::array<Pool, kLanguageCount> pools_;
};

}  // namespace pressmill::corpusgen
