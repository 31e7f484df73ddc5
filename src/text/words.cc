// SPDX-License-Identifier: Apache-2.0
//
// Counting. ASCII goes through the kernel; other scripts go character by character, with the
// ASCII among them that is too short to be worth a call.

#include "text/words.h"

#include <array>
#include <cstddef>
#include <cstring>

#include "text/char_class.h"
#include "text/normalise_table.h"
#include "text/simd/count_byte.h"
#include "text/simd/count_word_starts.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

// The kernel takes over where this much ASCII follows: a space between two Arabic words is
// shorter, the rest of an English sentence after a curly quote is longer.
constexpr std::size_t kKernelBytes = 8;

bool is_ascii_run(const char* p, const char* end) {
  if (static_cast<std::size_t>(end - p) < kKernelBytes) return false;
  std::uint64_t bytes;
  static_assert(sizeof(bytes) == kKernelBytes);
  std::memcpy(&bytes, p, sizeof(bytes));
  return (bytes & 0x8080'8080'8080'8080U) == 0;
}

// Where a character leads from a state, and whether a word begins with it.
struct Step {
  WordState state;
  bool begins;
};
constexpr Step step(WordState state, CharClass char_class) {
  switch (char_class) {
    case CharClass::word:
      return {WordState::inside, state == WordState::outside};
    case CharClass::single:
      return {WordState::outside, true};
    case CharClass::attached:
      return {state, false};
    case CharClass::apostrophe:
      return {state == WordState::inside ? WordState::joining : WordState::outside, false};
    case CharClass::separator:
      return {WordState::outside, false};
  }
}

// All of them: a table and no branches, which in most scripts are guessed wrong at every word's
// end.
constexpr std::size_t kStates = 3;
constexpr std::size_t kClasses = 5;
constexpr auto kSteps = [] {
  std::array<std::array<Step, kClasses>, kStates> steps{};
  for (std::size_t state = 0; state < kStates; ++state)
    for (std::size_t c = 0; c < kClasses; ++c)
      steps[state][c] = step(static_cast<WordState>(state), static_cast<CharClass>(c));
  return steps;
}();

// Goes on from p, to the end or to where the kernel should; returns that place.
const char* scan_characters(const char* p, const char* end, WordScan& scan) {
  const CharClassTable& classes = char_classes();
  WordScan local = scan;
  while (p < end) {
    if (static_cast<unsigned char>(*p) < 0x80 && is_ascii_run(p, end)) break;
    const auto char_class = static_cast<std::size_t>(classes[decode_one(p)]);
    const Step next = kSteps[static_cast<std::size_t>(local.state)][char_class];
    local.words += next.begins ? 1 : 0;
    local.state = next.state;
  }
  scan = local;
  return p;
}

bool is_blank_line(std::string_view line) {
  const CharRuleTable& rules = char_rules();
  const char* p = line.data();
  const char* const end = p + line.size();
  while (p < end) {
    const char32_t c = decode_one(p);
    const Treatment treatment = rules[c].treatment();
    if (c != ' ' && treatment != Treatment::space && treatment != Treatment::line_end) return false;
  }
  return true;
}

}  // namespace

std::uint64_t count_words(std::string_view text) {
  WordScan scan;
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p < end) {
    p += count_word_starts({p, static_cast<std::size_t>(end - p)}, scan);
    p = scan_characters(p, end, scan);
  }
  return scan.words;
}

std::uint64_t count_chars(std::string_view text) {
  return count_char_starts(text);
}

LineCounts count_lines(std::string_view text) {
  LineCounts counts;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    ++(is_blank_line(line) ? counts.blank : counts.lines);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return counts;
}

}  // namespace pressmill::text
