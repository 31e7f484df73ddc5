// SPDX-License-Identifier: Apache-2.0
//
// Sampling, and CLD2's answer in our names.

#include "clean/language.h"

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "clean/language_cues.h"
#include "text/utf8.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kSamples = 3;
constexpr std::size_t kWiden = 4;  // from one attempt to the next
constexpr std::size_t kWide = 2;   // times the bytes, in scripts of East Asia
constexpr std::size_t kMostSampleBytes = 8192;
// How far a cut may move to stand between words.
constexpr std::size_t kCutReach = 32;

// The nearest place behind `at` where a word ends, or at least a character.
std::size_t cut_near(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  const std::size_t space = text.substr(0, at + kCutReach).find_first_of(" \n", at);
  if (space != std::string_view::npos) return space;
  while (at < text.size() && text::is_continuation(text[at])) ++at;
  return at;
}

// Is the text's beginning in a script of East Asia? A letter is three bytes there, and a hundred
// bytes are too few for CLD2 to be sure.
bool is_wide(std::string_view text, std::size_t sample_bytes) {
  const std::string_view begin = text.substr(0, sample_bytes);
  const auto leads =
      std::ranges::count_if(begin, [](char c) { return static_cast<unsigned char>(c) >= 0xE3; });
  return static_cast<std::size_t>(leads) * 6 > begin.size();  // half of the letters that fit
}

// Pieces of the text, evenly spread, a line end behind each.
std::string sample(std::string_view text, std::size_t sample_bytes) {
  std::string out;
  const std::size_t last = text.size() - sample_bytes;
  for (std::size_t i = 0; i < kSamples; ++i) {
    const std::size_t begin = i == 0 ? 0 : cut_near(text, last * i / (kSamples - 1));
    const std::size_t end = cut_near(text, begin + sample_bytes);
    out.append(text.substr(begin, end - begin)).push_back('\n');
  }
  return out;
}

// CLD2 has kept some codes of long ago, and capitals.
struct Renamed {
  std::string_view from;
  std::string_view to;
};
constexpr std::array<Renamed, 4> kRenamed = {
    {{"iw", "he"}, {"jw", "jv"}, {"zh-Hant", "zh-hant"}, {"un", ""}}};

std::string_view code_of(CLD2::Language language) {
  const std::string_view code = CLD2::LanguageCode(language);
  for (const Renamed& renamed : kRenamed)
    if (renamed.from == code) return renamed.to;
  // Scripts without a language ("xx-Copt") and codes that are too long to pack say nothing.
  constexpr std::size_t kLongestCode = 8;
  return code.starts_with("xx") || code.size() > kLongestCode ? std::string_view() : code;
}

// CLD2's answer on all of the text; unknown where it is not sure.
Language ask(std::string_view text) {
  constexpr bool kPlainText = true;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  bool is_reliable = false;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummary(
      text.data(), static_cast<int>(text.size()), kPlainText, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &bytes, &is_reliable);
  const std::string_view code = is_reliable ? code_of(language) : std::string_view();
  if (code.empty()) return {};
  for (std::size_t i = 0; i < languages.size(); ++i)
    if (languages[i] == language)
      return {code, static_cast<std::uint8_t>(std::clamp(percents[i], 0, 100))};
  return {code, 0};
}

}  // namespace

Language detect_language(std::string_view text, const QualityMeter& seen) {
  const CuedLanguage cued = language_of_cues(seen.scanned(), seen.word_counts());
  if (!cued.code.empty()) return {cued.code, cued.percent};
  return detect_by_samples(text);
}

Language detect_by_samples(std::string_view text, std::size_t sample_bytes) {
  if (is_wide(text, sample_bytes)) sample_bytes *= kWide;
  // Where a sample leaves it in doubt, a larger one is taken, in the end all that matters.
  for (;; sample_bytes *= kWiden) {
    const bool is_long = text.size() > kSamples * (sample_bytes + kCutReach);
    if (!is_long || sample_bytes > kMostSampleBytes) break;
    const Language language = ask(sample(text, sample_bytes));
    if (!language.code.empty()) return language;
  }
  return ask(text.substr(0, cut_near(text, kSamples * kMostSampleBytes)));
}

std::string_view language_of_tag(std::string_view tag) {
  static const std::vector<std::string> known = known_languages();
  const std::size_t end = tag.find_first_of("-_");
  if (end == std::string_view::npos) return tag;
  const auto lower = [](std::string_view text) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
  };
  const std::string base = lower(tag.substr(0, end));
  const std::string rest = lower(tag.substr(end + 1));
  if (base == "zh" && (rest.starts_with("hant") || rest == "tw" || rest == "hk" || rest == "mo"))
    return "zh-hant";
  return std::binary_search(known.begin(), known.end(), base) ? tag.substr(0, end) : tag;
}

std::vector<std::string> known_languages() {
  std::vector<std::string> codes;
  for (int i = 0; i < CLD2::NUM_LANGUAGES; ++i) {
    const std::string_view code = code_of(static_cast<CLD2::Language>(i));
    // Languages that CLD2 only makes up, to test itself, begin with zz.
    if (code.empty() || code.starts_with("zz")) continue;
    std::string& lower = codes.emplace_back(code);
    for (char& c : lower)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

std::string language_detector_version() {
  return CLD2::DetectLanguageVersion();
}

}  // namespace pressmill::clean
