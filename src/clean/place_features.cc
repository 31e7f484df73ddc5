// SPDX-License-Identifier: Apache-2.0
//
// Features of a line's place: the page, how far from what, in which run, and what is around.

#include <algorithm>

#include "clean/line_features.h"
#include "clean/quantise.h"

namespace pressmill::clean {
namespace {

constexpr std::uint8_t kNever = 255;

// A line's worth for the stretch of body: sentences gain, everything else costs something.
std::int64_t worth_of(const LineMeasures& line) {
  if (looks_like_body(line)) return std::min<std::int64_t>(line.words, 60);
  return std::int64_t{line.stop_words} - 8;
}

bool has(const LineMeasures& line, Prompt prompt) {
  return line.prompts[static_cast<std::size_t>(prompt)] > 0;
}

// Lines since the last one that `is` so, itself included; kNever before the first.
template <class Is>
void count_since(const Page& page, std::uint8_t* column, Is is) {
  std::size_t since = kNever;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    since = is(page.lines[i]) ? 0 : since + 1;
    column[i] = static_cast<std::uint8_t>(std::min<std::size_t>(since, kNever));
  }
}

template <class Is>
void count_until(const Page& page, std::uint8_t* column, Is is) {
  std::size_t until = kNever;
  for (std::size_t i = page.lines.size(); i-- > 0;) {
    until = is(page.lines[i]) ? 0 : until + 1;
    column[i] = static_cast<std::uint8_t>(std::min<std::size_t>(until, kNever));
  }
}

// Short lines that mostly consist of a prompt open a box; a prompt in a sentence does not.
bool opens_box(const LineMeasures& line, Prompt prompt) {
  return has(line, prompt) && line.words <= 12;
}

}  // namespace

Stretch greatest_stretch(const std::vector<std::int64_t>& values) {
  Stretch best;
  std::int64_t best_sum = 0;
  std::int64_t sum = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += values[i];
    if (sum > best_sum) {
      best_sum = sum;
      best = {begin, i + 1};
    }
  }
  return best;
}

void LineFeatures::fill_page(const Page& page, FeatureColumns& columns) {
  std::uint64_t words = 0, measured = 0, long_words = 0, ends = 0, stops = 0, prompts = 0,
                weighed = 0;
  std::int64_t weight = 0;
  for (const LineMeasures& line : page.lines) {
    words += line.words;
    long_words += looks_like_body(line) ? line.words : 0;
    ends += line.last == Edge::sentence_end ? 1 : 0;
    stops += line.stop_words;
    measured += line.measured;
    prompts += line.prompt_words > 0 ? 1 : 0;
    weight += line.weight_sum;
    weighed += line.weighed;
  }
  const std::size_t lines = page.lines.size();
  const auto put = [&](Feature feature, std::uint8_t value) {
    std::fill_n(columns[feature], lines, value);
  };
  put(Feature::page_lines, count_byte(lines));
  put(Feature::page_words, count_byte(words));
  put(Feature::page_long_share, share_byte(long_words, words));
  put(Feature::page_end_share, share_byte(ends, lines));
  put(Feature::page_mean_words, count_byte(lines == 0 ? 0 : 4 * words / lines));
  put(Feature::page_stop_share, share_byte(stops, measured));
  put(Feature::page_prompts, share_byte(prompts, lines));
  put(Feature::page_mean_weight,
      signed_byte(weight * 16 / static_cast<std::int64_t>(std::max<std::uint64_t>(weighed, 1))));
}

void LineFeatures::fill_place(const Page& page, FeatureColumns& columns) {
  const std::size_t lines = page.lines.size();
  words_.fill(lines, [&](std::size_t i) { return page.lines[i].words; });
  sums_.fill(lines, [&](std::size_t i) { return looks_like_body(page.lines[i]) ? 1 : 0; });
  values_.clear();
  for (const LineMeasures& line : page.lines) values_.push_back(worth_of(line));
  const Stretch body = greatest_stretch(values_);
  const auto all = static_cast<std::ptrdiff_t>(lines);
  for (std::size_t i = 0; i < lines; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    const auto put = [&](Feature feature, std::uint8_t value) { columns[feature][i] = value; };
    put(Feature::from_top, count_byte(i));
    put(Feature::from_end, count_byte(lines - 1 - i));
    put(Feature::place, share_byte(i, lines));
    put(Feature::words_before, count_byte(words_.between(0, at)));
    put(Feature::words_after, count_byte(words_.between(at + 1, all)));
    put(Feature::words_place, share_byte(words_.between(0, at), words_.all()));
    put(Feature::long_before, count_byte(sums_.between(0, at)));
    put(Feature::long_after, count_byte(sums_.between(at + 1, all)));
    put(Feature::segment_begin, signed_byte(at - static_cast<std::ptrdiff_t>(body.begin)));
    put(Feature::segment_end, signed_byte(at - static_cast<std::ptrdiff_t>(body.end)));
    put(Feature::in_segment, i >= body.begin && i < body.end ? 1 : 0);
  }
}

void LineFeatures::fill_distances(const Page& page, FeatureColumns& columns) {
  const auto is_prompt = [](const LineMeasures& line) {
    return line.prompt_words > 0 && 2U * line.prompt_words >= line.words;
  };
  const auto is_copyright = [](const LineMeasures& line) {
    return has(line, Prompt::copyright) ||
           line.signs[static_cast<std::size_t>(Sign::copyright)] > 0;
  };
  count_since(page, columns[Feature::since_long], looks_like_body);
  count_until(page, columns[Feature::until_long], looks_like_body);
  count_since(page, columns[Feature::since_prompt], is_prompt);
  count_until(page, columns[Feature::until_prompt], is_prompt);
  count_since(page, columns[Feature::since_copyright], is_copyright);
  count_until(page, columns[Feature::until_copyright], is_copyright);
  const std::pair<Feature, Prompt> boxes[] = {{Feature::since_related, Prompt::related},
                                              {Feature::since_comments, Prompt::comments},
                                              {Feature::since_share, Prompt::share},
                                              {Feature::since_read_more, Prompt::read_more},
                                              {Feature::since_subscribe, Prompt::subscribe}};
  for (const auto& [feature, prompt] : boxes)
    count_since(page, columns[feature],
                [prompt = prompt](const LineMeasures& line) { return opens_box(line, prompt); });
  // Headlines without a break since a related prompt; everything since one of comments.
  std::uint8_t after_related = 0;
  std::uint8_t after_comments = 0;
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const LineMeasures& line = page.lines[i];
    if (opens_box(line, Prompt::related))
      after_related = 1;
    else if (looks_like_body(line))
      after_related = 0;
    else if (after_related > 0 && after_related < 255)
      ++after_related;
    if (opens_box(line, Prompt::comments)) after_comments = 1;
    columns[Feature::after_related][i] = after_related;
    columns[Feature::after_comments][i] = after_comments;
  }
}

void LineFeatures::fill_runs(const Page& page, FeatureColumns& columns) {
  const auto find_runs = [&](auto belongs, auto put) {
    for (std::size_t begin = 0; begin < page.lines.size();) {
      std::size_t end = begin;
      while (end < page.lines.size() && belongs(page.lines[end])) ++end;
      for (std::size_t i = begin; i < end; ++i) put(i, end - begin, i - begin, end - 1 - i);
      begin = std::max(end, begin + 1);
    }
  };
  find_runs([](const LineMeasures& line) { return !looks_like_body(line); },
            [&](std::size_t i, std::size_t length, std::size_t place, std::size_t left) {
              columns[Feature::short_run][i] = count_byte(length);
              columns[Feature::short_run_place][i] = count_byte(place);
              columns[Feature::short_run_left][i] = count_byte(left);
            });
  find_runs(looks_like_headline,
            [&](std::size_t i, std::size_t length, std::size_t place, std::size_t) {
              columns[Feature::headline_run][i] = count_byte(length);
              columns[Feature::headline_run_place][i] = count_byte(place);
            });
}

void LineFeatures::fill_windows(const Page& page, FeatureColumns& columns) {
  const std::size_t lines = page.lines.size();
  const auto mean_words = [this](std::ptrdiff_t begin, std::ptrdiff_t end) {
    const std::uint64_t n = words_.lines_between(begin, end);
    return n == 0 ? std::uint8_t{0} : count_byte(mean_of(4 * words_.between(begin, end), n));
  };
  for (std::size_t i = 0; i < lines; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns[Feature::words_2][i] = mean_words(at - 2, at + 3);
    columns[Feature::words_5][i] = mean_words(at - 5, at + 6);
    columns[Feature::words_12][i] = mean_words(at - 12, at + 13);
    columns[Feature::above_words_4][i] = mean_words(at - 4, at);
    columns[Feature::below_words_4][i] = mean_words(at + 1, at + 5);
  }
  const auto put_means = [&](auto value_of, std::initializer_list<std::pair<Feature, int>> wanted) {
    sums_.fill(lines, value_of);
    for (const auto& [feature, reach] : wanted)
      for (std::size_t i = 0; i < lines; ++i) columns[feature][i] = sums_.mean_around(i, reach);
  };
  put_means([&](std::size_t i) { return columns[Feature::stop_share][i]; },
            {{Feature::stop_2, 2}, {Feature::stop_5, 5}});
  put_means([&](std::size_t i) { return page.lines[i].last == Edge::sentence_end ? 250 : 0; },
            {{Feature::ends_3, 3}, {Feature::ends_8, 8}});
  put_means([&](std::size_t i) { return columns[Feature::prompt_share][i]; },
            {{Feature::prompts_3, 3}, {Feature::prompts_8, 8}});
  put_means([&](std::size_t i) { return columns[Feature::weight_mean][i]; },
            {{Feature::weight_2, 2}, {Feature::weight_5, 5}, {Feature::weight_12, 12}});
  for (std::size_t i = 0; i < lines; ++i) {
    const auto at = static_cast<std::ptrdiff_t>(i);
    columns[Feature::above_weight_5][i] = sums_.mean(at - 5, at);
    columns[Feature::below_weight_5][i] = sums_.mean(at + 1, at + 6);
  }
}

// Lines of a list look alike: about as long, with the same beginning and end.
void LineFeatures::fill_similar(const Page& page, FeatureColumns& columns) {
  const std::size_t lines = page.lines.size();
  const auto alike = [&page](std::size_t a, std::size_t b) {
    const LineMeasures& x = page.lines[a];
    const LineMeasures& y = page.lines[b];
    const std::uint32_t longer = std::max(x.words, y.words);
    return x.first == y.first && x.last == y.last && 3 * std::min(x.words, y.words) >= 2 * longer;
  };
  for (std::size_t i = 0; i < lines; ++i) {
    std::size_t above = 0, below = 0;
    while (above < 6 && i > above && alike(i, i - above - 1)) ++above;
    while (below < 6 && i + below + 1 < lines && alike(i, i + below + 1)) ++below;
    columns[Feature::similar_above][i] = static_cast<std::uint8_t>(above);
    columns[Feature::similar_below][i] = static_cast<std::uint8_t>(below);
  }
  looks_.clear();
  for (std::size_t i = 0; i < lines; ++i) looks_.push_back(look_of(page.lines[i]) << 32 | i);
  std::sort(looks_.begin(), looks_.end());
  each_look([&](std::span<const std::uint64_t> same) {
    for (const std::uint64_t look : same)
      columns[Feature::similar_count][line_of(look)] = count_byte(same.size());
  });
}

}  // namespace pressmill::clean
