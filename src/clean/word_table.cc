// SPDX-License-Identifier: Apache-2.0
//
// Building the table from lists.

#include "clean/word_table.h"

#include <algorithm>
#include <cassert>

#include "base/probe.h"
#include "clean/stop_words.h"
#include "text/word_walk.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kSlots = std::size_t{1} << 15;              // three times the words there are
constexpr std::size_t kMostPhrases = (std::size_t{1} << 13) - 1;  // that thirteen bits number

// Calls visit(piece) for each piece between separators.
template <class Visit>
void each_piece(std::string_view list, char separator, Visit visit) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(separator), list.size());
    if (end > 0) visit(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

Phrase::Where take_where(std::string_view& phrase) {
  if (phrase.starts_with('^') || phrase.starts_with('=')) {
    const bool at_start = phrase.front() == '^';
    phrase.remove_prefix(1);
    return at_start ? Phrase::Where::at_start : Phrase::Where::whole_line;
  }
  return Phrase::Where::anywhere;
}

struct Hashes {
  std::vector<std::uint64_t> words;
  void on_word(const text::Word& word) { words.push_back(word.hash); }
  void on_other(char32_t) {}
};

}  // namespace

std::vector<std::uint64_t> word_hashes(std::string_view text) {
  Hashes hashes;
  text::walk_words(text, hashes);
  return std::move(hashes.words);
}

WordTable::WordTable(std::span<const WordWeight> weights) : slots_(kSlots), mask_(kSlots - 1) {
  assert(weights.size() < kSlots / 3);
  for (const StopWords& list : stop_word_lists())
    each_piece(list.words, ' ', [&](std::string_view piece) {
      for (const std::uint64_t hash : word_hashes(piece)) slot(hash).is_stop_word = 1;
    });
  for (const WordWeight& weight : weights) {
    WordFacts& facts = slot(weight.hash);
    facts.weight = weight.weight;
    facts.is_weighed = 1;
  }
  add_phrases();
}

WordFacts& WordTable::slot(std::uint64_t hash) {
  std::size_t i = hash & mask_;
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  while (is_of_another(slots_[i].is_used != 0, slots_[i].tag, tag)) i = (i + 1) & mask_;
  slots_[i].tag = tag;
  slots_[i].is_used = 1;
  return slots_[i];
}

void WordTable::add_phrases() {
  for (const PromptList& list : prompt_lists())
    each_piece(list.phrases, '|', [&](std::string_view piece) {
      const Phrase::Where where = take_where(piece);
      const std::vector<std::uint64_t> words = word_hashes(piece);
      if (words.empty()) return;  // a sign: measured as such
      phrases_.push_back({list.prompt, where, static_cast<std::uint16_t>(phrase_words_.size()),
                          static_cast<std::uint16_t>(words.size())});
      phrase_words_.insert(phrase_words_.end(), words.begin(), words.end());
    });
  assert(phrase_words_.size() < UINT16_MAX && phrases_.size() < kMostPhrases);
  const auto first = [this](const Phrase& phrase) { return phrase_words_[phrase.first_word]; };
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [&](const Phrase& a, const Phrase& b) { return first(a) < first(b); });
  same_first_.assign(phrases_.size(), 1);
  seconds_.resize(phrases_.size());
  for (std::size_t i = phrases_.size(); i-- > 0;) {
    const auto words = words_of(phrases_[i]);
    seconds_[i] = words.size() == 1 ? ~std::uint64_t{0} : second_bit(words[1]);
    if (i + 1 < phrases_.size() && first(phrases_[i]) == first(phrases_[i + 1])) {
      same_first_[i] = static_cast<std::uint16_t>(same_first_[i + 1] + 1);
      seconds_[i] |= seconds_[i + 1];
    }
    slot(first(phrases_[i])).first_phrase = static_cast<std::uint16_t>((i + 1) & kMostPhrases);
  }
}

}  // namespace pressmill::clean
