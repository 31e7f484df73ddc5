// SPDX-License-Identifier: Apache-2.0
//
// Surveying articles one by one.

#include "pipeline/survey_worker.h"

#include <algorithm>

#include "base/hash.h"
#include "clean/line_measures.h"
#include "clean/site_memory_file.h"

namespace pressmill::pipeline {

SurveyWorker::SurveyWorker(const RunState& run, bool with_texts)
    : run_(run),
      with_texts_(with_texts),
      parser_(run.fields, run.plan.repair),
      sites_(run.aliases),
      preparer_(run.plan.repair, run.plan.normalise) {}

void SurveyWorker::begin_lines(std::uint32_t input, SegmentKey segment) {
  input_ = input;
  auto& parts = ticket_->surveyed;
  if (!parts.empty() && parts.back().segment == segment) return;
  if (!parts.empty()) parts.back().frames = store_.take();
  parts.push_back({.segment = segment, .frames = {}, .articles = 0});
}

void SurveyWorker::end_ticket(Ticket& ticket) {
  if (!ticket.surveyed.empty()) ticket.surveyed.back().frames = store_.take();
}

void SurveyWorker::take_line(std::uint64_t byte, std::string_view line, bool) {
  using doc::Role;
  if (is_blank_line(line) || !is_sampled(run_.plan, input_, byte)) return;
  if (parser_.parse(line, article_).kind != doc::LineKind::article) return;
  record_.site_name = sites_.site(article_[Role::url].value, article_[Role::outlet].value);
  record_.site = hash64(record_.site_name);
  const std::string_view title = article_[Role::title].value;
  record_.title = title.empty() ? 0 : keyer_.keys(title).whole;
  clean::RepairCounts counts;
  survey(preparer_.prepare(article_[Role::text].value, counts).text);
}

void SurveyWorker::survey(std::string_view text) {
  for (auto& found : found_) found.clear();
  record_.longest = {};
  longest_bytes_ = {};
  stretch_.clear();
  lines_ = 0;
  for (std::size_t lines = 0; !text.empty() && lines < kMostSurveyedLines; ++lines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    note_line(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (found_[SurveyRecord::kLines].empty()) return;
  stretch_.find();
  fill_record();
  bytes_.clear();
  put_survey(bytes_, record_, with_texts_);
  store_.begin();
  store_.put(bytes_.view());
  store_.end();
  ++ticket_->surveyed.back().articles;
}

void SurveyWorker::note_line(std::string_view line) {
  if (clean::is_blank(line)) return;
  stretch_.add(line);
  const std::uint32_t number = lines_++;
  const clean::LineKeys keys = keyer_.keys(line);
  if (keys.whole == 0) return;
  note_longest(keys.whole, line.size());
  found_[SurveyRecord::kLines].push_back({keys.whole, line, number});
  if (keys.start != 0) found_[SurveyRecord::kStarts].push_back({keys.start, keyer_.first_words()});
  if (keys.end != 0) found_[SurveyRecord::kEnds].push_back({keys.end, keyer_.last_words()});
}

// Four lines, the longest first; of lines of one length the one with the smaller key, so that two
// pages with the same lines have the same four. A line that comes again counts once.
void SurveyWorker::note_longest(std::uint64_t key, std::size_t bytes) {
  const auto short_key = std::max<std::uint32_t>(static_cast<std::uint32_t>(key), 1);
  auto& longest = record_.longest;
  if (std::find(longest.begin(), longest.end(), short_key) != longest.end()) return;
  for (std::size_t i = 0; i < longest.size(); ++i) {
    const bool is_longer =
        bytes > longest_bytes_[i] || (bytes == longest_bytes_[i] && short_key < longest[i]);
    if (!is_longer) continue;
    std::copy_backward(longest.begin() + i, longest.end() - 1, longest.end());
    std::copy_backward(longest_bytes_.begin() + i, longest_bytes_.end() - 1, longest_bytes_.end());
    longest[i] = short_key;
    longest_bytes_[i] = bytes;
    return;
  }
}

// Needs: lines sorted by key. Of a line that stands in two places nothing is learnt but that.
void SurveyWorker::fill_places() {
  record_.places.clear();
  std::uint64_t last = 0;
  for (const Found& one : found_[SurveyRecord::kLines]) {
    const clean::LinePlace place = stretch_.place(one.line);
    if (one.key != last)
      record_.places.push_back(place);
    else if (record_.places.back() != place)
      record_.places.back() = clean::LinePlace::inside;
    last = one.key;
  }
}

void SurveyWorker::fill_record() {
  for (std::size_t kind = 0; kind < SurveyRecord::kKinds; ++kind) {
    auto& found = found_[kind];
    std::stable_sort(found.begin(), found.end(),
                     [](const Found& a, const Found& b) { return a.key < b.key; });
    if (kind == SurveyRecord::kLines) fill_places();
    const auto same = [](const Found& a, const Found& b) { return a.key == b.key; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    record_.keys[kind].clear();
    record_.texts[kind].clear();
    for (const Found& one : found) {
      record_.keys[kind].push_back(one.key);
      const bool is_told = one.text.size() <= clean::kMostTextBytes;
      if (with_texts_) record_.texts[kind].push_back(is_told ? one.text : std::string_view());
    }
  }
}

}  // namespace pressmill::pipeline
