// SPDX-License-Identifier: Apache-2.0
//
// Lists to hashes.

#include "clean/stop_word_hashes.h"

#include <algorithm>

#include "clean/stop_words.h"
#include "clean/text_scan.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kEight = 8;
constexpr std::string_view kEnglish = "the be to of and that have with";
// The list's words, each of one letter, are common to both ways of writing.
constexpr std::string_view kTraditionalChinese = "zh-hant";

// Adds those that are not there yet. Words of several letters in scripts whose letters are words
// are left out.
void add_hashes(std::string_view words, std::size_t most, std::vector<std::uint64_t>& hashes) {
  TextScanner scanner;
  while (!words.empty() && hashes.size() < most) {
    const std::size_t end = std::min(words.find(' '), words.size());
    const auto& scanned = scanner.scan(words.substr(0, end)).words;
    words.remove_prefix(std::min(end + 1, words.size()));
    if (scanned.size() != 1) continue;
    const std::uint64_t hash = scanned.front().hash;
    if (std::find(hashes.begin(), hashes.end(), hash) == hashes.end()) hashes.push_back(hash);
  }
}

}  // namespace

StopWordHashes::StopWordHashes() {
  for (const StopWords& given : stop_word_lists()) {
    List list{std::string(given.lang), {}, {}};
    add_hashes(given.lang == "en" ? kEnglish : given.words, kEight, list.eight);
    add_hashes(given.words, SIZE_MAX, list.all);
    if (list.eight.size() == kEight) lists_.push_back(std::move(list));
  }
}

const StopWordHashes::List* StopWordHashes::find(std::string_view lang) const {
  if (lang == kTraditionalChinese) lang = "zh";
  for (const List& list : lists_)
    if (list.lang == lang) return &list;
  return nullptr;
}

const StopWordHashes& stop_word_hashes() {
  static const StopWordHashes hashes;
  return hashes;
}

}  // namespace pressmill::clean
