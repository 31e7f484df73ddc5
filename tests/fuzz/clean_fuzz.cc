// SPDX-License-Identifier: Apache-2.0
//
// Repair, cleaning and measuring of anything: never a crash, results valid, kept lines the text's
// own, counts those of text/words.h.
//
// The input's first line is the title, the rest the text.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "clean/article_cleaner.h"
#include "clean/quality_measures.h"
#include "clean/repair.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace {

using namespace pressmill;

void require(bool is_true) {
  if (!is_true) std::abort();
}

std::string_view take_line(std::string_view& rest) {
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

// Every line of `out` is one of `text`, in order.
void check_lines(std::string_view text, std::string_view out) {
  while (!out.empty()) {
    const std::string_view line = take_line(out);
    if (line.empty()) continue;
    bool is_found = false;
    while (!text.empty() && !is_found) is_found = take_line(text) == line;
    require(is_found);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string valid;
  text::replace_invalid({reinterpret_cast<const char*>(data), size}, valid);
  std::string_view rest = valid;
  const std::string_view title = take_line(rest);

  static clean::TextRepair repair;
  clean::RepairCounts counts;
  const std::string* repaired = repair.repair(rest, counts);
  std::string text = repaired != nullptr ? *repaired : std::string(rest);
  require(text::is_valid(text));
  std::string normal;
  text::NormaliseCounts normalised;
  if (text::normalise(text, normal, normalised)) text = normal;

  static clean::QualityMeter meter;
  const text::Measures measures = meter.measure_text(text, "en");
  require(measures[text::Measure::words] == text::count_words(text));
  require(measures[text::Measure::chars] == text::count_chars(text));
  require(measures[text::Measure::lines] == text::count_lines(text).lines);
  require(measures[text::Measure::prose_words] <= measures[text::Measure::words]);

  static clean::ArticleCleaner cleaner({});
  const clean::CleanedText& cleaned = cleaner.clean(text, title);
  require(cleaned.words_removed <= cleaned.words);
  for (const clean::RemovedLine& line : cleaned.removed)
    require(line.rule != clean::LineRule::none);
  if (!cleaned.changed()) return 0;
  require(text::is_valid(cleaned.text) && !cleaned.text.empty());
  require(cleaned.text.size() < text.size());
  check_lines(text, cleaned.text);
  return 0;
}
