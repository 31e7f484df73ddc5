// SPDX-License-Identifier: Apache-2.0
//
// Lists to hashes, and looking for them.

#include "clean/gopher_stop_words.h"

#include <algorithm>

#include "clean/stop_words.h"
#include "text/measures.h"

namespace pressmill::clean {
namespace {

constexpr std::string_view kEnglish = "the be to of and that have with";
// The list's words, each of one letter, are common to both ways of writing.
constexpr std::string_view kTraditionalChinese = "zh-hant";

constexpr std::uint64_t filter_bit(std::uint64_t hash) {
  return std::uint64_t{1} << (hash & 63);
}

}  // namespace

GopherStopWords::GopherStopWords() {
  TextScanner scanner;
  for (const StopWords& given : stop_word_lists()) {
    List list{std::string(given.lang), {}, 0};
    std::string_view rest = given.lang == "en" ? kEnglish : given.words;
    while (!rest.empty() && list.hashes.size() < kWanted) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      const auto& words = scanner.scan(rest.substr(0, end)).words;
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (words.size() != 1) continue;  // of a script whose letters are words
      const std::uint64_t hash = words.front().hash;
      if (std::find(list.hashes.begin(), list.hashes.end(), hash) != list.hashes.end()) continue;
      list.hashes.push_back(hash);
      list.filter |= filter_bit(hash);
    }
    if (list.hashes.size() == kWanted) lists_.push_back(std::move(list));
  }
}

const GopherStopWords::List* GopherStopWords::find(std::string_view lang) const {
  if (lang == kTraditionalChinese) lang = "zh";
  for (const List& list : lists_)
    if (list.lang == lang) return &list;
  return nullptr;
}

std::uint32_t GopherStopWords::count(std::span<const ScannedWord> words,
                                     std::string_view lang) const {
  const List* list = find(lang);
  if (list == nullptr) return text::kNoValue;
  // What was found is not looked for any more; the commonest are found soon.
  std::vector<std::uint64_t> left = list->hashes;
  std::uint64_t filter = list->filter;
  for (const ScannedWord& word : words) {
    if ((filter & filter_bit(word.hash)) == 0) continue;
    if (std::erase(left, word.hash) == 0) continue;
    filter = 0;
    for (const std::uint64_t hash : left) filter |= filter_bit(hash);
  }
  return static_cast<std::uint32_t>(list->hashes.size() - left.size());
}

const GopherStopWords& gopher_stop_words() {
  static const GopherStopWords words;
  return words;
}

}  // namespace pressmill::clean
