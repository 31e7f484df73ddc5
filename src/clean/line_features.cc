// SPDX-License-Identifier: Apache-2.0
//
// Features of a line itself: how it looks, what it repeats, what it shares with the page.

#include "clean/line_features.h"

#include <algorithm>

#include "clean/quantise.h"

namespace pressmill::clean {
namespace {

constexpr std::uint32_t kBodyWords = 12;  // with a sentence's end
constexpr std::uint32_t kLongWords = 25;  // without one
constexpr std::uint32_t kHeadlineWords = 18;
constexpr std::uint32_t kNearLines = 6;

std::uint32_t signs(const LineMeasures& line, Sign sign) {
  return line.signs[static_cast<std::size_t>(sign)];
}

std::uint32_t all_signs(const LineMeasures& line) {
  std::uint32_t sum = 0;
  for (std::size_t i = 1; i < line.signs.size(); ++i) sum += line.signs[i];
  return sum;
}

}  // namespace

std::uint32_t length_of(const LineMeasures& line) {
  if (line.measured == 0) return 0;
  if (line.singles == 0) return line.words;  // mostly; asked for often enough to spare a division
  return line.words -
         static_cast<std::uint32_t>(std::uint64_t{line.words} * line.singles / line.measured / 2);
}

bool looks_like_body(const LineMeasures& line) {
  const bool has_end = line.last == Edge::sentence_end || line.inner_ends > 0;
  return length_of(line) >= (has_end ? kBodyWords : kLongWords);
}

bool looks_like_prose(const LineMeasures& line) {
  return length_of(line) >= kBodyWords && line.prompt_words == 0 &&
         line.last == Edge::sentence_end && signs(line, Sign::copyright) == 0;
}

bool looks_like_headline(const LineMeasures& line) {
  return length_of(line) <= kHeadlineWords && line.last != Edge::sentence_end &&
         line.inner_ends == 0;
}

std::uint64_t look_of(const LineMeasures& line) {
  return static_cast<std::uint64_t>(count_byte(line.words) / 4) << 16 |
         static_cast<std::uint64_t>(line.first) << 8 | static_cast<std::uint64_t>(line.last);
}

void LineFeatures::fill(const Page& page, FeatureColumns& columns) {
  columns.reset(page.lines.size());
  fill_looks(page, columns);
  fill_repeats(page, columns);
  fill_topics(page, columns);
  fill_page(page, columns);
  fill_place(page, columns);
  fill_distances(page, columns);
  fill_runs(page, columns);
  fill_windows(page, columns);
  fill_similar(page, columns);
}

void LineFeatures::fill_looks(const Page& page, FeatureColumns& columns) {
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const auto put = [&](Feature feature, std::uint8_t value) { columns[feature][i] = value; };
    put(Feature::words, count_byte(line.words));
    put(Feature::chars, count_byte(line.chars));
    put(Feature::mean_word, mean_byte(line.word_chars, line.measured));
    put(Feature::longest_word, count_byte(line.longest_word));
    put(Feature::long_words, share_byte(line.long_words, line.measured));
    put(Feature::stop_share, share_byte(line.stop_words, line.measured));
    put(Feature::stop_words, count_byte(line.stop_words));
    put(Feature::capitalised,
        share_byte(line.capitalised, line.measured > 1 ? line.measured - 1 : 0));
    put(Feature::upper_share, share_byte(line.upper_chars, line.word_chars));
    put(Feature::all_upper, share_byte(line.all_upper, line.measured));
    put(Feature::digit_share, share_byte(line.digit_chars, line.chars));
    put(Feature::numbers, count_byte(line.numbers));
    put(Feature::sign_share, share_byte(all_signs(line), line.chars));
    put(Feature::first, static_cast<std::uint8_t>(line.first));
    put(Feature::last, static_cast<std::uint8_t>(line.last));
    put(Feature::ends_quoted, line.ends_quoted ? 1 : 0);
    put(Feature::inner_ends, count_byte(line.inner_ends));
    put(Feature::commas, count_byte(signs(line, Sign::comma)));
    put(Feature::colons, count_byte(signs(line, Sign::colon)));
    put(Feature::quotes, count_byte(signs(line, Sign::quote)));
    put(Feature::brackets, count_byte(signs(line, Sign::bracket)));
    put(Feature::dashes, count_byte(signs(line, Sign::dash)));
    put(Feature::separators, count_byte(signs(line, Sign::separator)));
    put(Feature::money, count_byte(signs(line, Sign::money)));
    put(Feature::handles, count_byte(signs(line, Sign::handle)));
    put(Feature::copyright_signs, count_byte(signs(line, Sign::copyright)));
    put(Feature::years, count_byte(line.years));
    put(Feature::times, count_byte(line.times));
    put(Feature::singles, share_byte(line.singles, line.measured));
    const std::uint32_t window = std::min<std::uint32_t>(line.measured, 64);
    put(Feature::prompt_share, share_byte(line.prompt_words, window));
    put(Feature::first_prompt, line.first_prompt);
    for (std::size_t kind = 0; kind < kPrompts; ++kind)
      put(static_cast<Feature>(static_cast<std::size_t>(Feature::share) + kind),
          line.prompts[kind] == 0
              ? 0
              : std::max<std::uint8_t>(share_byte(line.prompts[kind], window), 1));
    const auto weighed = static_cast<std::int64_t>(std::max<std::uint32_t>(line.weighed, 1));
    put(Feature::weight_mean, signed_byte(line.weight_sum * 4 / weighed));
    put(Feature::weight_sum, signed_byte(line.weight_sum / 4));
    put(Feature::weight_min, signed_byte(line.weight_min));
    put(Feature::weight_max, signed_byte(line.weight_max));
    put(Feature::weighed, count_byte(line.weighed));
    put(Feature::weight_first, signed_byte(line.weight_first));
    put(Feature::weight_last, signed_byte(line.weight_last));
  }
}

void LineFeatures::fill_repeats(const Page& page, FeatureColumns& columns) {
  const auto count = [&](auto key_of, Feature how_often, Feature index) {
    repeats_.reset(page.lines.size());
    places_.clear();
    for (std::size_t i = 0; i < page.lines.size(); ++i) {
      places_.push_back(repeats_.count(key_of(page.lines[i])));
      if (index != Feature::end) columns[index][i] = count_byte(repeats_.seen(places_[i]) - 1U);
    }
    for (std::size_t i = 0; i < page.lines.size(); ++i)
      columns[how_often][i] =
          key_of(page.lines[i]) == 0 ? 0 : count_byte(repeats_.seen(places_[i]));
  };
  count([](const LineMeasures& line) { return line.start_hash; }, Feature::same_start,
        Feature::end);
  count([](const LineMeasures& line) { return line.end_hash; }, Feature::same_end, Feature::end);
  count([](const LineMeasures& line) { return line.hash; }, Feature::repeats,
        Feature::repeat_index);
}

void LineFeatures::count_topics(const Page& page) {
  vocabulary_.enter(page.content, page.title);
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const bool is_body = looks_like_body(line);
    for (std::size_t w = 0; w < line.contents; ++w) {
      PageVocabulary::Entry& entry = vocabulary_.at(line.first_content + w);
      if (entry.last_line == i + 1) continue;
      entry.last_line = i + 1;
      if (entry.lines < PageVocabulary::kMostLines) ++entry.lines;
      if (is_body && entry.body_lines < PageVocabulary::kMostLines) ++entry.body_lines;
    }
  }
}

void LineFeatures::fill_topics(const Page& page, FeatureColumns& columns) {
  count_topics(page);
  for (std::uint32_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    const bool is_body = looks_like_body(line);
    const std::uint32_t self = is_body ? 1 : 0;
    std::uint32_t in_long = 0, in_any = 0, in_near = 0, in_title = 0;
    for (std::size_t w = 0; w < line.contents; ++w) {
      const PageVocabulary::Entry& entry = vocabulary_.at(line.first_content + w);
      in_long += entry.body_lines > self ? 1 : 0;
      in_any += entry.lines > 1 ? 1 : 0;
      // Lines go by in order: the last body line that had the word stands above this one.
      in_near += entry.last_body_line != 0 && i + 1 - entry.last_body_line <= kNearLines ? 1 : 0;
      in_title += entry.in_title;
    }
    for (std::size_t w = 0; is_body && w < line.contents; ++w)
      vocabulary_.at(line.first_content + w).last_body_line = i + 1;
    columns[Feature::shared_long][i] = share_byte(in_long, line.contents);
    columns[Feature::shared_any][i] = share_byte(in_any, line.contents);
    columns[Feature::shared_near][i] = share_byte(in_near, line.contents);
    columns[Feature::in_title][i] = share_byte(in_title, line.contents);
    columns[Feature::title_cover][i] = share_byte(in_title, page.title.size());
  }
}

}  // namespace pressmill::clean
