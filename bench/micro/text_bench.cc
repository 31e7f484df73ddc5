// SPDX-License-Identifier: Apache-2.0
//
// text: validation, normalising, NFC, words, characters, lines, JSON escapes.

#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "tests/reference/text_reference.h"
#include "text/json_escape.h"
#include "text/nfc.h"
#include "text/normalise.h"
#include "text/simd/count_byte.h"
#include "text/simd/count_word_starts.h"
#include "text/simd/find_json_escape.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pressmill::bench {

namespace {

using Count = std::uint64_t;

std::string normalised(std::string_view text) {
  std::string out;
  text::NormaliseCounts counts;
  return text::normalise(text, out, counts) ? out : std::string();
}

std::string escaped(std::string_view text) {
  std::string out;
  text::append_json_string(out, text);
  return out;
}

// What a careless scraper leaves: doubled spaces, no-break spaces, zero-width ones, CR LF.
Sample untidy(const Sample& clean) {
  std::string text;
  std::size_t n = 0;
  for (const char c : *clean) {
    if (c == '\n') text += '\r';
    text += c;
    if (c == ' ' && ++n % 40 == 0) text += n % 80 == 0 ? "\xC2\xA0" : "\xE2\x80\x8B";
  }
  return std::make_shared<const std::string>(text);
}

void add_counts(const std::string& language, const Sample& text) {
  add_ways<Count>("text/valid_prefix", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::valid_prefix(s); }},
                   {"simd", [](std::string_view s) { return text::valid_prefix(s); }}});
  add_ways<Count>("text/count_words", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return reference::count_words(s); }},
                   {"simd", [](std::string_view s) { return text::count_words(s); }}});
  add_ways<Count>("text/count_chars", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::count_char_starts(s); }},
                   {"simd", [](std::string_view s) { return text::count_chars(s); }}});
  add_ways<Count>("text/count_lines", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return reference::count_lines(s).lines; }},
                   {"simd", [](std::string_view s) { return text::count_lines(s).lines; }}});
}

void add_forms(const std::string& language, const Sample& text) {
  add_ways<bool>("text/is_nfc", language, text, Bound::read,
                 {{"twin", [](std::string_view s) { return reference::nfc(s) == s; }},
                  {"icu", [](std::string_view s) { return text::is_nfc(s); }}});
  // The common case: nothing to do, and the answer is that nothing was done.
  add_ways<std::string>("text/normalise_clean", language, text, Bound::read,
                        {{"twin",
                          [](std::string_view s) {
                            const std::string out = reference::normalise(s).text;
                            return out == s ? std::string() : out;
                          }},
                         {"simd", normalised}});
  add_ways<std::string>("text/normalise_untidy", language, untidy(text), Bound::copy,
                        {{"twin", [](std::string_view s) { return reference::normalise(s).text; }},
                         {"simd", normalised}});
  add_ways<std::string>(
      "text/json_string", language, text, Bound::copy,
      {{"twin", [](std::string_view s) { return reference::json_string(s); }}, {"simd", escaped}});
}

}  // namespace

void add_text() {
  for (const char* language : {"english", "arabic", "chinese"}) {
    for (const std::size_t bytes : {kSmall, kLarge})
      add_counts(language, sample_text(language, bytes));
    add_forms(language, sample_text(language, kSmall));
  }
  const Sample english = sample_text("english", kSmall);
  add_ways<Count>("text/count_byte", "english", english, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::count_byte(s, '\n'); }},
                   {"simd", [](std::string_view s) { return text::count_byte(s, '\n'); }}});
  const Sample plain = std::make_shared<const std::string>(kSmall, 'a');
  add_ways<Count>("text/find_json_escape", "none", plain, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::find_json_escape(s); }},
                   {"simd", [](std::string_view s) { return text::find_json_escape(s); }}});
}

}  // namespace pressmill::bench
