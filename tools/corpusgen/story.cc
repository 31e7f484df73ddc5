// SPDX-License-Identifier: Apache-2.0
//
// Writing stories from the word models.

#include "tools/corpusgen/story.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tools/corpusgen/dates.h"

namespace pressmill::corpusgen {

namespace {

// Sentences are added until so many words stand there, so texts end up some words longer: a tenth
// of --words at the least.
constexpr std::uint64_t kLeastShare = 10;
constexpr std::uint64_t kMostSentencesPerParagraph = 4;
// Stories beyond this number stand on no line: frames of reports.
constexpr std::uint64_t kNoLine = std::uint64_t{1} << 62;
constexpr std::uint64_t kMillion = 1'000'000;

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

Result<StoryWriter> StoryWriter::make(const Options& options) {
  auto models = compile_languages();
  if (!models) return std::move(models.error());
  StoryWriter writer(options, *std::move(models));
  if (options.from.empty()) return writer;
  auto real = RealSentences::read(options.from);
  if (!real) return std::move(real.error());
  writer.real_ = std::make_shared<const RealSentences>(*std::move(real));
  return writer;
}

StoryWriter::StoryWriter(const Options& options, std::vector<LanguageModel> models)
    : seed_(options.seed),
      personal_share_(options.personal_share),
      real_share_(options.from_share),
      most_words_(options.words),
      models_(std::move(models)) {}

std::uint64_t StoryWriter::report_frame(Random& random) const {
  return kNoLine + random.below(kFrames);
}

std::uint32_t StoryWriter::home_site(std::uint64_t ordinal) const {
  Random random(seed_, ordinal, Stream::story);
  return static_cast<std::uint32_t>(random.index(all_sites().size()));
}

void StoryWriter::write_head(std::uint64_t ordinal, Story& story) const {
  Random random(seed_, ordinal, Stream::story);
  begin(random, story);
}

void StoryWriter::write(std::uint64_t ordinal, Story& story) const {
  Random random(seed_, ordinal, Stream::story);
  begin(random, story);
  const std::uint64_t least = most_words_ / kLeastShare;
  const std::uint64_t half = (most_words_ - least) / 2;
  const std::uint64_t wanted = least + random.below(half + 1) + random.below(half + 1);
  if (ordinal >= kNoLine) {
    write_report(random, wanted, story);
    return;
  }
  Random real(seed_, ordinal, Stream::real);
  write_body(random, real, wanted, story);
  if (personal_share_ == 0) return;
  Random personal(seed_, ordinal, Stream::personal);
  if (!personal.chance(personal_share_, kMillion)) return;
  std::string paragraph;
  write_personal(personal, paragraph, story.personal);
  story.add_paragraph(paragraph);
}

// Site, section, time, values, headline.
void StoryWriter::begin(Random& random, Story& story) const {
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
  story.body.clear();
  story.ends.clear();
  story.personal.clear();
}

void StoryWriter::add_paragraphs(std::uint64_t ordinal, std::uint64_t words, Story& story) const {
  Random random(seed_, ordinal, Stream::addition);
  Random real(seed_, ordinal, Stream::real);
  write_body(random, real, words, story);
}

// A frame: nothing but sentences full of figures.
void StoryWriter::write_report(Random& random, std::uint64_t wanted, Story& story) const {
  const Site& site = all_sites()[story.site];
  const LanguageModel& lang = model(site.language);
  const bool by_character = site.language == Language::chinese;
  for (std::uint64_t words = 0; words < wanted;) {
    const std::size_t begin = story.body.size();
    lang.grammar.expand(lang.report, story.values, site.numbers, random, story.body);
    capitalise(story.body, begin);
    story.ends.push_back(story.body.size());
    words += rough_words(std::string_view(story.body).substr(begin), by_character);
  }
}

void StoryWriter::write_body(Random& random, Random& real, std::uint64_t wanted,
                             Story& story) const {
  const Site& site = all_sites()[story.site];
  const LanguageModel& lang = model(site.language);
  const bool by_character = site.language == Language::chinese;
  std::optional<RealSentences::Draw> draw;
  if (real_) draw = real_->draw(site.language, real);
  Patterns news(lang.grammar, lang.sentences[story.section], random);
  Patterns talk(lang.grammar, lang.general, random);
  for (std::uint64_t words = 0; words < wanted;) {
    const std::uint64_t sentences = random.between(1, kMostSentencesPerParagraph);
    for (std::uint64_t i = 0; i < sentences && words < wanted; ++i) {
      if (i > 0) story.body += lang.sentence_gap;
      const std::size_t begin = story.body.size();
      if (draw && real.chance(real_share_, kMillion)) {
        story.body += draw->next(real);
      } else {
        // A paragraph opens with news; what follows may be talk.
        Patterns& patterns = i == 0 || random.chance(1, 3) ? news : talk;
        lang.grammar.expand_alternative(patterns.symbol(), patterns.next(), story.values,
                                        site.numbers, random, story.body);
        capitalise(story.body, begin);
      }
      words += rough_words(std::string_view(story.body).substr(begin), by_character);
    }
    story.ends.push_back(story.body.size());
  }
}

}  // namespace pressmill::corpusgen
