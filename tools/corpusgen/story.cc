// SPDX-License-Identifier: Apache-2.0
//
// Writing stories from the word models.

#include "tools/corpusgen/story.h"

#include <algorithm>
#include <array>
#include <utility>

#include "tools/corpusgen/dates.h"

namespace pressmill::corpusgen {

namespace {

// Sentences are added until this many words stand there, so texts end up some words longer:
// between 60 and 700.
constexpr std::uint64_t kLeastWords = 60;
constexpr std::uint64_t kMostWords = 600;
constexpr std::uint64_t kMostSentencesPerParagraph = 4;

// Near enough to tell when a story is long enough. Han characters count as words.
std::size_t rough_words(std::string_view sentence, bool by_character) {
  if (!by_character)
    return static_cast<std::size_t>(std::count(sentence.begin(), sentence.end(), ' ')) + 1;
  return static_cast<std::size_t>(std::count_if(sentence.begin(), sentence.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0xE4 && static_cast<unsigned char>(c) <= 0xE9;
  }));
}

// Upper case for the first letter at `at`; opening quotation marks are passed over. The models
// need Latin letters with and without accents, nothing else has case here.
void capitalise(std::string& text, std::size_t at) {
  for (const std::string_view quote : {"“", "«", "\""})
    if (std::string_view(text).substr(at).starts_with(quote)) at += quote.size();
  if (at >= text.size()) return;
  const auto first = static_cast<unsigned char>(text[at]);
  if (first >= 'a' && first <= 'z') text[at] = static_cast<char>(first - 0x20);
  if (first != 0xC3 || at + 1 >= text.size()) return;
  const auto second = static_cast<unsigned char>(text[at + 1]);
  if (second >= 0xA0 && second <= 0xBE) text[at + 1] = static_cast<char>(second - 0x20);
}

// The sentence patterns of a symbol, each once before any comes again.
class Patterns {
 public:
  Patterns(const Grammar& grammar, Symbol symbol, Random& random) : symbol_(symbol) {
    size_ = std::min(grammar.alternatives(symbol), order_.size());
    for (std::size_t i = 0; i < size_; ++i) {
      const std::size_t other = random.index(i + 1);
      order_[i] = order_[other];
      order_[other] = static_cast<std::uint8_t>(i);
    }
  }
  Symbol symbol() const { return symbol_; }
  std::size_t next() { return order_[used_++ % size_]; }

 private:
  Symbol symbol_;
  std::array<std::uint8_t, 64> order_{};  // no model has more patterns for one section
  std::size_t size_ = 0;
  std::size_t used_ = 0;
};

}  // namespace

Result<StoryWriter> StoryWriter::make(std::uint64_t seed) {
  auto models = compile_languages();
  if (!models) return std::move(models.error());
  return StoryWriter(seed, *std::move(models));
}

std::uint32_t StoryWriter::home_site(std::uint64_t ordinal) const {
  Random random(seed_, ordinal, Stream::story);
  return static_cast<std::uint32_t>(random.index(all_sites().size()));
}

void StoryWriter::write(std::uint64_t ordinal, Story& story) const {
  Random random(seed_, ordinal, Stream::story);
  story.site = static_cast<std::uint32_t>(random.index(all_sites().size()));
  const Site& site = all_sites()[story.site];
  const LanguageModel& lang = model(site.language);
  story.section = static_cast<std::uint32_t>(random.index(kSections.size()));
  story.minute = static_cast<std::uint32_t>(random.below(kDays * kMinutesPerDay));
  for (std::string& value : story.values) value.clear();
  story.values.resize(std::max(lang.open_quote, lang.close_quote) + 1);
  story.values[lang.open_quote] = site.open_quote;
  story.values[lang.close_quote] = site.close_quote;
  lang.grammar.fill(story.values, site.numbers, random);
  story.title.clear();
  lang.grammar.expand(lang.titles[story.section], story.values, site.numbers, random, story.title);
  capitalise(story.title, 0);
  write_body(lang, site, random, story);
}

void StoryWriter::write_body(const LanguageModel& lang, const Site& site, Random& random,
                             Story& story) const {
  story.body.clear();
  story.ends.clear();
  const std::uint64_t half = (kMostWords - kLeastWords) / 2;
  const std::uint64_t wanted = kLeastWords + random.below(half + 1) + random.below(half + 1);
  const bool by_character = site.language == Language::chinese;
  Patterns news(lang.grammar, lang.sentences[story.section], random);
  Patterns talk(lang.grammar, lang.general, random);
  for (std::uint64_t words = 0; words < wanted;) {
    const std::uint64_t sentences = random.between(1, kMostSentencesPerParagraph);
    for (std::uint64_t i = 0; i < sentences && words < wanted; ++i) {
      if (i > 0) story.body += lang.sentence_gap;
      const std::size_t begin = story.body.size();
      // A paragraph opens with news; what follows may be talk.
      Patterns& patterns = i == 0 || random.chance(1, 3) ? news : talk;
      lang.grammar.expand_alternative(patterns.symbol(), patterns.next(), story.values,
                                      site.numbers, random, story.body);
      capitalise(story.body, begin);
      words += rough_words(std::string_view(story.body).substr(begin), by_character);
    }
    story.ends.push_back(story.body.size());
  }
}

}  // namespace pressmill::corpusgen
