// SPDX-License-Identifier: Apache-2.0
//
// Asking ICU.

#include "text/legacy_text.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

namespace pressmill::text {
namespace {

// What pages are written in, under the detector's names; "ISO-8859-1" and its like stand for the
// Windows code pages that contain them, as browsers have it. UTF-16, EBCDIC and escapes, which the
// detector knows, too, cannot be in a line of JSON.
struct Known {
  std::string_view detected;
  const char* converter;
  bool is_latin = false;
};
constexpr std::array<Known, 24> kKnown = {{{"ISO-8859-1", "windows-1252", true},
                                           {"windows-1252", "windows-1252", true},
                                           {"ISO-8859-2", "ISO-8859-2", true},
                                           {"windows-1250", "windows-1250", true},
                                           {"ISO-8859-5", "ISO-8859-5"},
                                           {"windows-1251", "windows-1251"},
                                           {"KOI8-R", "KOI8-R"},
                                           {"ISO-8859-6", "ISO-8859-6"},
                                           {"windows-1256", "windows-1256"},
                                           {"ISO-8859-7", "ISO-8859-7"},
                                           {"windows-1253", "windows-1253"},
                                           {"ISO-8859-8", "windows-1255"},
                                           {"ISO-8859-8-I", "windows-1255"},
                                           {"windows-1255", "windows-1255"},
                                           {"ISO-8859-9", "windows-1254", true},
                                           {"windows-1254", "windows-1254", true},
                                           {"GB18030", "GB18030"},
                                           {"Big5", "Big5"},
                                           {"Shift_JIS", "Shift_JIS"},
                                           {"EUC-JP", "EUC-JP"},
                                           {"EUC-KR", "EUC-KR"},
                                           {"ISO-8859-3", "ISO-8859-3", true},
                                           {"ISO-8859-4", "ISO-8859-4", true},
                                           {"windows-1257", "windows-1257", true}}};

// Of 100. Real texts of 19 languages in their own encodings get 20 and more, nearly always.
constexpr std::int32_t kLeastConfidence = 20;
// Enough for the detector; more only costs time.
constexpr std::size_t kDetectBytes = 8192;

struct Close {
  void operator()(UCharsetDetector* d) const { ucsdet_close(d); }
  void operator()(UConverter* c) const { ucnv_close(c); }
};

const Known* detect(std::string_view bytes) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, Close> detector(ucsdet_open(&error));
  const std::string_view head = bytes.substr(0, kDetectBytes);
  ucsdet_setText(detector.get(), head.data(), static_cast<std::int32_t>(head.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  if (U_FAILURE(error) || match == nullptr) return nullptr;
  if (ucsdet_getConfidence(match, &error) < kLeastConfidence) return nullptr;
  const std::string_view name = ucsdet_getName(match, &error);
  const auto* const known = std::find_if(kKnown.begin(), kKnown.end(),
                                         [&](const Known& k) { return k.detected == name; });
  return U_SUCCESS(error) && known != kKnown.end() ? known : nullptr;
}

// The detector finds Latin letters in any noise. In texts, few letters beyond ASCII stand among
// many of ASCII, and hardly ever more than two together.
bool looks_latin(std::string_view bytes) {
  constexpr std::size_t kLettersForEach = 5;
  constexpr std::size_t kLongestRun = 3;
  std::size_t letters = 0, high = 0, run = 0, longest = 0;
  for (const char c : bytes) {
    const auto lower = static_cast<unsigned char>(c | 0x20);
    letters += lower >= 'a' && lower <= 'z' ? 1 : 0;
    run = static_cast<unsigned char>(c) >= 0x80 ? run + 1 : 0;
    high += run > 0 ? 1 : 0;
    longest = std::max(longest, run);
  }
  return letters >= kLettersForEach * high && longest <= kLongestRun;
}

// U+0080 to U+009F: what ICU makes of bytes that an encoding leaves undefined.
bool has_controls(std::string_view utf8) {
  for (std::size_t at = 0; (at = utf8.find('\xC2', at)) != utf8.npos; ++at)
    if (at + 1 < utf8.size() && static_cast<unsigned char>(utf8[at + 1]) < 0xA0) return true;
  return false;
}

// False where a byte means nothing in the encoding.
bool convert(std::string_view bytes, const char* from, std::string& out) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> source(ucnv_open(from, &error));
  const std::unique_ptr<UConverter, Close> target(ucnv_open("UTF-8", &error));
  if (U_FAILURE(error)) return false;
  ucnv_setToUCallBack(source.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
  std::string text(bytes.size() * 4, '\0');
  const char* in = bytes.data();
  char* to = text.data();
  ucnv_convertEx(target.get(), source.get(), &to, to + text.size(), &in, in + bytes.size(), nullptr,
                 nullptr, nullptr, nullptr, 1, 1, &error);
  if (U_FAILURE(error)) return false;
  text.resize(static_cast<std::size_t>(to - text.data()));
  if (has_controls(text)) return false;
  out = std::move(text);
  return true;
}

}  // namespace

std::string_view decode_legacy(std::string_view bytes, std::string& out) {
  const Known* const known = detect(bytes);
  if (known == nullptr || (known->is_latin && !looks_latin(bytes))) return {};
  if (!convert(bytes, known->converter, out)) return {};
  return known->converter;
}

}  // namespace pressmill::text
