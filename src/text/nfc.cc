// SPDX-License-Identifier: Apache-2.0
//
// NFC by ICU, on UTF-8 as it stands.

#include "text/nfc.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include <cstdint>
#include <new>

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
  out.clear();
  icu::StringByteSink<std::string> sink(&out, static_cast<std::int32_t>(text.size()));
  UErrorCode error = U_ZERO_ERROR;
  nfc().normalizeUTF8(0, piece(text), sink, nullptr, error);
  check(error);
}

}  // namespace pressmill::text
