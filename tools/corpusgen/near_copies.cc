// SPDX-License-Identifier: Apache-2.0
//
// Editing words at spread positions.

#include "tools/corpusgen/near_copies.h"

#include <algorithm>
#include <string>

#include "tools/corpusgen/shingles.h"

namespace pressmill::corpusgen {

namespace {

// One edit of six leaves its word out; the others put another in its place.
constexpr std::uint64_t kRemovedOf = 6;

// Positions of `edits` words among `words`, one in each of as many equal stretches and at least
// five apart where the stretches are long enough.
std::vector<std::size_t> spread(std::uint64_t edits, std::size_t words, Random& random) {
  std::vector<std::size_t> positions;
  for (std::uint64_t i = 0; i < edits; ++i) {
    const std::size_t begin = i * words / edits;
    const std::size_t size = (i + 1) * words / edits - begin;
    const std::size_t margin = kShingleWords - 1;
    const std::size_t room = size > margin ? size - margin : 1;
    positions.push_back(begin + (size - room) / 2 + random.index(room));
  }
  return positions;
}

}  // namespace

std::uint64_t edits_for(std::size_t words, std::uint32_t similarity) {
  constexpr std::uint64_t kWhole = 10'000;
  const std::uint64_t shingles = words < kShingleWords ? 1 : words - kShingleWords + 1;
  const std::uint64_t divisor = kShingleWords * (kWhole + similarity);
  const std::uint64_t edits = (shingles * (kWhole - similarity) + divisor / 2) / divisor;
  return std::clamp<std::uint64_t>(edits, 1, words);
}

void spin_story(std::uint32_t similarity, const LanguageModel& model, const Site& site,
                Random& random, Story& story) {
  std::vector<WordSpan> words;
  find_words(story.body, words);
  if (words.empty()) return;
  const std::vector<std::size_t> positions =
      spread(edits_for(words.size(), similarity), words.size(), random);
  std::string edited;
  edited.reserve(story.body.size() + positions.size() * 8);
  std::size_t copied = 0;  // of the old body
  std::size_t paragraph = 0;
  std::vector<std::size_t> ends = story.ends;
  const auto copy_up_to = [&](std::size_t end) {
    for (; paragraph < ends.size() && story.ends[paragraph] <= end; ++paragraph)
      ends[paragraph] = edited.size() + story.ends[paragraph] - copied;
    edited.append(story.body, copied, end - copied);
    copied = end;
  };
  for (const std::size_t position : positions) {
    const WordSpan word = words[position];
    copy_up_to(word.begin);
    if (random.chance(1, kRemovedOf)) {
      // The space in front goes with its word.
      if (edited.ends_with(' ')) edited.pop_back();
    } else {
      model.grammar.expand(model.spin, story.values, site.numbers, random, edited);
    }
    copied = word.end;
  }
  copy_up_to(story.body.size());
  story.body = std::move(edited);
  story.ends = std::move(ends);
}

}  // namespace pressmill::corpusgen
