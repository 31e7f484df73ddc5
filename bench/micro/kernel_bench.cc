// SPDX-License-Identifier: Apache-2.0
//
// text/simd: the kernels by themselves, each beside the scalar twin that defines it.
//
// text_bench.cc times what the mill calls; where a row of it is slow, these tell whether the
// kernel is or what is around it.

#include "base/bytes.h"
#include "base/hash.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "text/shingles.h"
#include "text/simd/count_byte.h"
#include "text/simd/count_kinds.h"
#include "text/simd/count_word_starts.h"
#include "text/simd/find_json_escape.h"
#include "text/simd/find_legacy_lead.h"
#include "text/simd/mark_hints.h"
#include "text/simd/mark_suspects.h"
#include "text/simd/mark_words.h"
#include "text/simd/min_hashes.h"
#include "text/utf8.h"

namespace pressmill::bench {

namespace {

using Count = std::uint64_t;

// Where all escapes are, as one number; the kernel is called again behind each, as the writer of
// strings does.
template <class Find>
Count escapes(std::string_view text, Find find) {
  Count sum = 0;
  std::size_t at = 0;
  while (true) {
    at += find(text.substr(at));
    if (at >= text.size()) return sum;
    sum += ++at;
  }
}

template <class Scan>
Count word_starts(std::string_view text, Scan scan) {
  text::WordScan state;
  const std::size_t bytes = scan(text, state);
  return state.words + bytes;
}

// The kernel stops at the first character that is not ASCII; here there is none.
Sample ascii_of(const Sample& text) {
  std::string ascii;
  for (const char c : *text)
    if (static_cast<unsigned char>(c) < 0x80) ascii += c;
  return std::make_shared<const std::string>(std::move(ascii));
}

using MarkSuspects = std::size_t (*)(std::string_view, std::size_t, text::Marks&);

std::vector<std::uint64_t> all_marks(std::string_view text, MarkSuspects mark) {
  std::vector<std::uint64_t> all;
  text::Marks marks;
  for (std::size_t begin = 0; begin < text.size(); begin += text::kMarkedBytes) {
    const std::size_t words = mark(text, begin, marks);
    all.insert(all.end(), marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(words));
  }
  return all;
}

void mark_all(std::string_view text, MarkSuspects mark) {
  text::Marks marks;
  for (std::size_t begin = 0; begin < text.size(); begin += text::kMarkedBytes) {
    mark(text, begin, marks);
    benchmark::DoNotOptimize(marks);
  }
}

// Not by add_ways(): gathering the marks to compare them would take part of the time.
void add_marks(const std::string& language, const Sample& text) {
  const std::string end = '/' + language + '/' + size_name(text->size());
  const auto job = [&](const std::string& way, MarkSuspects mark) {
    add({"text/mark_suspects/" + way + end, text->size(), Bound::read,
         [=] { return all_marks(*text, mark) == all_marks(*text, text::scalar::mark_suspects); },
         [=] { mark_all(*text, mark); }});
  };
  job("twin", text::scalar::mark_suspects);
  job("simd", text::mark_suspects);
}

using MarkHints = std::size_t (*)(std::string_view, std::size_t, text::Hints&);

std::uint64_t all_hints(std::string_view text, MarkHints mark) {
  std::uint64_t sum = 0;
  text::Hints hints;
  for (std::size_t begin = 0; begin < text.size(); begin += text::kHintedBytes) {
    const std::size_t words = mark(text, begin, hints);
    for (std::size_t w = 0; w < words; ++w)
      sum = mix64(sum ^ hints.signs[w] ^ mix64(hints.digits[w] ^ mix64(hints.points[w])));
  }
  return sum;
}

void add_hints(const std::string& language, const Sample& text) {
  const std::string end = '/' + language + '/' + size_name(text->size());
  const auto job = [&](const std::string& way, MarkHints mark) {
    add({"text/mark_hints/" + way + end, text->size(), Bound::read,
         [=] { return all_hints(*text, mark) == all_hints(*text, text::scalar::mark_hints); },
         [=] {
           text::Hints hints;
           for (std::size_t begin = 0; begin < text->size(); begin += text::kHintedBytes) {
             mark(*text, begin, hints);
             benchmark::DoNotOptimize(hints);
           }
         }});
  };
  job("twin", text::scalar::mark_hints);
  job("simd", text::mark_hints);
}

// One number of three.
Count kinds(const text::KindCounts& counts) {
  return static_cast<Count>(counts.chars * 31 + counts.capitals * 7 + counts.digits);
}

// How many bits are set.
template <class Mark>
Count marked(std::string_view text, Mark mark) {
  static std::vector<std::uint8_t> words, letters, capitals;
  for (auto* list : {&words, &letters, &capitals}) list->resize(text::mark_bytes(text.size()));
  mark(text, text::WordMarks{words.data(), letters.data(), capitals.data()});
  Count bits = 0;
  for (const auto* list : {&words, &letters, &capitals})
    for (std::size_t i = 0; i < list->size(); i += 8)
      bits += static_cast<Count>(
          std::popcount(load_le<std::uint64_t>(reinterpret_cast<const char*>(list->data() + i))));
  return bits;
}

// The shingles of a text and so many functions; bytes are the text's.
void add_min_hashes(const std::string& language, const Sample& text, std::size_t functions) {
  constexpr unsigned kShingleWords = 5;
  std::vector<std::uint64_t> words;
  text::word_hashes(*text, words);
  const auto shingles = std::make_shared<std::vector<std::uint64_t>>();
  text::shingle_hashes(words, kShingleWords, *shingles);
  const auto seeds = std::make_shared<std::vector<std::uint32_t>>();
  for (std::size_t i = 0; i < functions; ++i)
    seeds->push_back(static_cast<std::uint32_t>(mix64(i)));
  const auto job = [&](const std::string& way, auto find) {
    const auto minima = [=] {
      std::vector<std::uint32_t> least(seeds->size());
      find(*shingles, *seeds, least);
      return least;
    };
    add({"text/min_hashes_" + std::to_string(functions) + '/' + way + '/' + language + '/' +
             size_name(text->size()),
         text->size(), Bound::read,
         [=] {
           std::vector<std::uint32_t> expected(seeds->size());
           text::scalar::min_hashes(*shingles, *seeds, expected);
           return minima() == expected;
         },
         [=] { benchmark::DoNotOptimize(minima()); }});
  };
  job("twin", text::scalar::min_hashes);
  job("simd", text::min_hashes);
}

void add_on(const std::string& language, const Sample& text) {
  add_ways<Count>("text/count_byte", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::count_byte(s, '\n'); }},
                   {"simd", [](std::string_view s) { return text::count_byte(s, '\n'); }}});
  add_ways<Count>("text/count_char_starts", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::count_char_starts(s); }},
                   {"simd", [](std::string_view s) { return text::count_char_starts(s); }}});
  add_ways<Count>("text/count_kinds", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return kinds(text::scalar::count_kinds(s)); }},
                   {"simd", [](std::string_view s) { return kinds(text::count_kinds(s)); }}});
  add_ways<Count>(
      "text/find_json_escape", language, text, Bound::read,
      {{"twin", [](std::string_view s) { return escapes(s, text::scalar::find_json_escape); }},
       {"simd", [](std::string_view s) { return escapes(s, text::find_json_escape); }}});
  add_ways<Count>(
      "text/find_legacy_lead", language, text, Bound::read,
      {{"twin", [](std::string_view s) { return escapes(s, text::scalar::find_legacy_lead); }},
       {"simd", [](std::string_view s) { return escapes(s, text::find_legacy_lead); }}});
  // All of a valid text but its end, which the scalar code answers for in both.
  add_ways<Count>("text/valid_prefix", language, text, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::valid_prefix(s); }},
                   {"simd", [](std::string_view s) { return text::valid_prefix(s); }}});
  add_marks(language, text);
  add_hints(language, text);
}

}  // namespace

void add_kernels() {
  for (const char* language : kLanguageNames) add_on(language, sample_text(language, kSmall));
  add_on("english", sample_text("english", kLarge));
  for (const std::size_t functions : {112U, 144U, 188U, 286U})
    add_min_hashes("english", sample_text("english", kSmall), functions);
  for (const std::size_t bytes : {kSmall, kLarge}) {
    const Sample ascii = ascii_of(sample_text("english", bytes));
    add_ways<Count>(
        "text/count_word_starts", "ascii", ascii, Bound::read,
        {{"twin",
          [](std::string_view s) { return word_starts(s, text::scalar::count_word_starts); }},
         {"simd", [](std::string_view s) { return word_starts(s, text::count_word_starts); }}});
    add_ways<Count>(
        "text/mark_words", "ascii", ascii, Bound::read,
        {{"twin", [](std::string_view s) { return marked(s, text::scalar::mark_words); }},
         {"simd", [](std::string_view s) { return marked(s, text::mark_words); }}});
  }
  // Nothing to find, so that a call goes through all of it.
  const auto plain = std::make_shared<const std::string>(kSmall, 'a');
  add_ways<Count>("text/find_json_escape", "none", plain, Bound::read,
                  {{"twin", [](std::string_view s) { return text::scalar::find_json_escape(s); }},
                   {"simd", [](std::string_view s) { return text::find_json_escape(s); }}});
}

}  // namespace pressmill::bench
