// SPDX-License-Identifier: Apache-2.0
//
// NFC by ICU, on UTF-8 as it stands.

#include "text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <algorithm>
#include <cstdint>
#include <new>
#include <vector>

#include "text/normalise_table.h"
#include "text/utf8.h"

namespace pressmill::text {
namespace {

// ICU's data are compiled in and the text is valid, so memory is all that can be wanting.
void check(UErrorCode error) {
  if (U_FAILURE(error)) throw std::bad_alloc();
}

const icu::Normalizer2& nfc() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(error);
  check(error);
  return *instance;
}

// Vowels that are no marks by their own class but come apart into marks; the only such
// characters, as a test makes sure.
constexpr struct {
  char32_t vowel;
  std::u32string_view parts;
} kTibetanVowels[] = {
    {0x0F73, U"\u0F71\u0F72"}, {0x0F75, U"\u0F71\u0F74"}, {0x0F81, U"\u0F71\u0F80"}};

// The text with the marks of each base in canonical order.
class MarkOrder {
 public:
  explicit MarkOrder(std::string_view text) {
    ordered_.reserve(text.size());
    for (const char *p = text.data(), *end = p + text.size(); p != end;) {
      const char* const start = p;
      const char32_t c = decode_one(p);
      if (is_part_of_run(c)) continue;
      flush();
      ordered_.append(start, p);
    }
    flush();
  }

  const std::string& text() const { return ordered_; }

 private:
  struct Mark {
    std::uint8_t combining_class;
    char32_t c;
  };

  bool is_part_of_run(char32_t c) {
    const std::uint8_t combining_class = rules_[c].combining_class();
    if (combining_class != 0) {
      run_.push_back({combining_class, c});
      return true;
    }
    for (const auto& [vowel, parts] : kTibetanVowels) {
      if (c != vowel) continue;
      for (const char32_t part : parts) run_.push_back({rules_[part].combining_class(), part});
      return true;
    }
    return false;
  }

  void flush() {
    std::stable_sort(run_.begin(), run_.end(), [](const Mark& a, const Mark& b) {
      return a.combining_class < b.combining_class;
    });
    for (const Mark& mark : run_) append_utf8(ordered_, mark.c);
    run_.clear();
  }

  const CharRuleTable& rules_ = char_rules();
  std::vector<Mark> run_;
  std::string ordered_;
};

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

bool is_nfc(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const bool answer = nfc().isNormalizedUTF8(piece(text), error) != 0;
  check(error);
  return answer;
}

void to_nfc(std::string_view text, std::string& out) {
  const MarkOrder order(text);
  out.clear();
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode error = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(order.text()), sink, nullptr, error);
  check(error);
}

}  // namespace pressmill::text
