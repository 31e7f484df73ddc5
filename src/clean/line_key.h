// SPDX-License-Identifier: Apache-2.0
//
// By what a line is known again on another page of its site.
//
// Case, spaces, punctuation and, in short lines, figures differ from page to
// page ("3 Comments", "12 comments"), and so do the addresses of links; what is left is hashed.
// Beside the whole line its first and its last two words have keys, since pages put the changing
// part behind or before the fixed one
// ("Read more: ...").
//
// Format:   keys reach files that later runs read (site memory): change how they are made, and
//           kSiteMemoryVersion must change.
// Threads:  one owner; scratch is kept.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace pressmill::clean {

struct LineKeys {
  std::uint64_t whole = 0;  // 0: too little to be known by
  std::uint64_t start = 0;  // of the first two words; 0 in short lines, sentences and long lines
  std::uint64_t end = 0;    // of the last two
};

class LineKeyer {
 public:
  // Needs: valid UTF-8, without line end.
  LineKeys keys(std::string_view line);
  // Of the last line asked for, where it has such keys: the words that they are of.
  std::string_view first_words() const { return line_.substr(0, words_[kKeyWords].source); }
  std::string_view last_words() const {
    return line_.substr(words_[words_.size() - kKeyWords].source);
  }
  // The key of first or last words given by themselves.
  std::uint64_t words_key(std::string_view words, bool is_end);

 private:
  static constexpr std::size_t kKeyWords = 2;
  struct WordPlace {
    std::uint32_t folded;
    std::uint32_t source;  // byte of the line
  };
  void fold(std::string_view line);
  std::string_view without_links(std::string_view line);

  std::string_view line_;
  std::string folded_;
  std::string bare_;  // the line without its links
  std::vector<WordPlace> words_;
  std::uint32_t letters_ = 0;
};

}  // namespace pressmill::clean
