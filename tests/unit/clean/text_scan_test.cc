// SPDX-License-Identifier: Apache-2.0
//
// The scanner's words where it takes a way of its own: ideographs in a row. All else of it is
// tested by what is made of it, against tests/reference/naive_measures.h.

#include "clean/text_scan.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/test_support.h"
#include "text/folded_char.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

std::string utf8(char32_t c) {
  std::string bytes;
  text::append_utf8(bytes, c);
  return bytes;
}

TEST(TextScan, UnifiedIdeographsAreLettersThatFoldToThemselves) {
  for (char32_t c = 0x4E00; c <= 0x9FFF; ++c) {
    const text::FoldedChar folded = text::folded_chars()[c];
    ASSERT_EQ(folded.char_class(), text::CharClass::single) << std::hex << std::uint32_t{c};
    ASSERT_TRUE(folded.is_letter() && !folded.is_digit() && !folded.is_upper());
    ASSERT_EQ(folded.fold(c), c);
  }
}

// Alone a character is read by itself, in a row by its bytes.
TEST(TextScan, AnIdeographInARowIsTheSameWord) {
  TextScanner scanner;
  std::vector<std::uint64_t> alone;
  std::string row;
  for (char32_t c = 0x4DB0; c <= 0xA000; ++c) {  // and what stands around them
    alone.push_back(scanned_word_hash(utf8(c)));
    row += utf8(c);
  }
  std::erase(alone, 0U);  // signs
  const ScannedText& text = scanner.scan(row);
  ASSERT_EQ(text.words.size(), alone.size());
  for (std::size_t i = 0; i < alone.size(); ++i) ASSERT_EQ(text.words[i].hash, alone[i]) << i;
}

// Ideographs among other letters of their kind, marks, signs and words, in lines of any length.
TEST(TextScan, MixedRowsAreThoseOfTheirParts) {
  const std::vector<std::string> parts = {"新", "闻", "龠",       "\xE9\xBF\xBF", "か", "ガ", "㐀",
                                          "ก",  "𠀀", "\xCC\x81", "，",           "。", " ",  "a",
                                          "7",  "\n"};
  test::Random random(77);
  TextScanner whole, part;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    std::vector<std::uint64_t> hashes;
    std::vector<std::size_t> places;
    bool is_in_word = false;  // of ASCII: such a word is told by its own test
    for (std::uint64_t n = random.below(30); n > 0; --n) {
      const std::string& one = parts[static_cast<std::size_t>(random.below(parts.size()))];
      const bool is_ascii_word = one == "a" || one == "7";
      if (is_ascii_word && is_in_word) continue;
      is_in_word = is_ascii_word || (is_in_word && one == "\xCC\x81");
      const ScannedText& alone = part.scan(one);
      if (!alone.words.empty()) {
        hashes.push_back(alone.words.front().hash);
        places.push_back(text.size());
      }
      text += one;
    }
    const ScannedText& scanned = whole.scan(text);
    ASSERT_EQ(scanned.words.size(), hashes.size()) << text;
    ASSERT_EQ(scanned.all_words, hashes.size()) << text;
    for (std::size_t w = 0; w < hashes.size(); ++w) {
      ASSERT_EQ(scanned.words[w].hash, hashes[w]) << text;
      ASSERT_EQ(scanned.words[w].at, places[w]) << text;
    }
  }
}

}  // namespace
}  // namespace pressmill::clean
