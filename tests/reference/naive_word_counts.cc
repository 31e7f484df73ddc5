// SPDX-License-Identifier: Apache-2.0
//
// Maps.

#include "tests/reference/naive_word_counts.h"

#include <set>

#include "tests/reference/naive_names.h"
#include "tests/reference/naive_words.h"

namespace pressmill::reference {

void NaiveWordCounts::add(std::string_view text, const std::string& month, bool is_german) {
  const std::vector<Word> all = folded_words(text);
  for (std::size_t i = 0; i < all.size(); ++i) {
    ++words[all[i]];
    if (i > 0) ++bigrams[{all[i - 1], all[i]}];
  }
  const std::vector<std::string> found = naive_names(text, is_german);
  for (const std::string& name : std::set<std::string>(found.begin(), found.end()))
    ++names[{month, name}];
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (!line.empty()) ++lines[std::string(line)];
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
}

}  // namespace pressmill::reference
