// SPDX-License-Identifier: Apache-2.0
//
// text: mending, normalising, NFC, words, characters, lines, JSON escapes. Validation and the other
// kernels are in kernel_bench.cc.
//
// All languages in the small size, English in larger ones: the twins ask ICU about every
// character, and what changes with the size is memory, not the language.

#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "tests/reference/text_reference.h"
#include "text/json_escape.h"
#include "text/nfc.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace pressmill::bench {

namespace {

using Count = std::uint64_t;

// What the slowest twins get instead of kLarge: they would take ten seconds each.
constexpr std::size_t kChanged = std::size_t{4} << 20;

std::string normalised(std::string_view text) {
  std::string out;
  text::NormaliseCounts counts;
  return text::normalise(text, out, counts) ? out : std::string();
}

std::string mended(std::string_view text) {
  std::string out;
  text::replace_invalid(text, out);
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  text::append_json_string(out, text);
  return out;
}

Sample made(std::string text) {
  return std::make_shared<const std::string>(std::move(text));
}

// In normal form: of the sample only edges and cut characters can be in need of anything.
Sample tidy(const Sample& text) {
  const std::string clean = normalised(*text);
  return clean.empty() ? text : made(clean);
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
  return made(std::move(text));
}

// About one byte in a thousand destroyed: a page that claimed to be UTF-8.
Sample broken(const Sample& clean) {
  constexpr std::size_t kEvery = 1021;  // prime, so that it hits every place of a character
  std::string text = *clean;
  for (std::size_t at = kEvery; at < text.size(); at += kEvery) text[at] = '\xFF';
  return made(std::move(text));
}

void add_counts(const std::string& language, const Sample& text) {
  add_ways<Count>("text/count_words", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return reference::count_words(s); }},
                   {"simd", [](std::string_view s) { return text::count_words(s); }}});
  add_ways<Count>("text/count_chars", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return reference::count_chars(s); }},
                   {"simd", [](std::string_view s) { return text::count_chars(s); }}});
  add_ways<Count>("text/count_lines", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return reference::count_lines(s).lines; }},
                   {"simd", [](std::string_view s) { return text::count_lines(s).lines; }}});
}

void add_changes(const std::string& what, const std::string& language, const Sample& text) {
  add_ways<std::string>(what, language, text, Bound::copy,
                        {{"twin", [](std::string_view s) { return reference::normalise(s).text; }},
                         {"simd", normalised}});
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
  add_changes("text/normalise_untidy", language, untidy(text));
  // Characters taken apart, as some systems write them. Chinese and English have next to none.
  const std::string apart = reference::nfd(*text);
  if (apart != *text) add_changes("text/normalise_decomposed", language, made(apart));
  add_ways<std::string>(
      "text/replace_invalid", language, broken(text), Bound::copy,
      {{"twin", [](std::string_view s) { return reference::replace_invalid(s).text; }},
       {"simd", mended}});
  add_ways<std::string>(
      "text/json_string", language, text, Bound::copy,
      {{"twin", [](std::string_view s) { return reference::json_string(s); }}, {"simd", escaped}});
}

}  // namespace

void add_text() {
  for (const char* language : kLanguageNames) {
    const Sample text = tidy(sample_text(language, kSmall));
    add_counts(language, text);
    add_forms(language, text);
  }
  add_counts("english", tidy(sample_text("english", kLarge)));
  add_forms("english", tidy(sample_text("english", kChanged)));
}

}  // namespace pressmill::bench
