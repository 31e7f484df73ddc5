// SPDX-License-Identifier: Apache-2.0
//
// Reading bytes in the wrong encoding, with ICU's tables.

#include "tools/corpusgen/mojibake.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cassert>

namespace pressmill::corpusgen {

struct Garbler::Converters {
  std::array<UConverter*, kGarblings.size()> of{};

  Converters() {
    for (std::size_t i = 0; i < of.size(); ++i) {
      UErrorCode error = U_ZERO_ERROR;
      of[i] = ucnv_open(std::string(kGarblings[i].encoding).c_str(), &error);
      assert(U_SUCCESS(error));  // ICU has all of them built in
    }
  }
  ~Converters() {
    for (UConverter* converter : of) ucnv_close(converter);
  }
  Converters(const Converters&) = delete;
  Converters& operator=(const Converters&) = delete;

  // One character for each byte. What the table has no character for keeps its number.
  void read(std::size_t garbling, const std::string& bytes, std::string& out) const {
    icu::UnicodeString wrong;
    for (const char byte : bytes) {
      UErrorCode error = U_ZERO_ERROR;
      std::array<UChar, 4> unit{};
      const auto size = ucnv_toUChars(of[garbling], unit.data(), 4, &byte, 1, &error);
      const bool known = U_SUCCESS(error) && size == 1 && unit[0] != 0xFFFD;
      wrong.append(known ? unit[0] : static_cast<UChar>(static_cast<unsigned char>(byte)));
    }
    out.clear();
    wrong.toUTF8String(out);
  }
};

Garbler::Garbler() : converters_(std::make_unique<Converters>()) {}
Garbler::~Garbler() = default;
Garbler::Garbler(Garbler&&) noexcept = default;

void Garbler::garble(std::size_t garbling, std::string& text) {
  std::string wrong;
  for (unsigned i = 0; i < kGarblings[garbling].times; ++i) {
    converters_->read(garbling, text, wrong);
    text.swap(wrong);
  }
}

}  // namespace pressmill::corpusgen
