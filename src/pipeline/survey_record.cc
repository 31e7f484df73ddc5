// SPDX-License-Identifier: Apache-2.0
//
// Bytes of survey records.

#include "pipeline/survey_record.h"

#include "base/bytes.h"

namespace pressmill::pipeline {

namespace {

// Takes values off the front of a record; fails once and for all where it is too short.
class Taker {
 public:
  explicit Taker(std::string_view rest) : rest_(rest) {}

  template <class T>
  T take() {
    if (rest_.size() < sizeof(T)) return fail<T>();
    const T value = load_le<T>(rest_.data());
    rest_.remove_prefix(sizeof(T));
    return value;
  }
  std::string_view take_text() {
    const auto size = take<std::uint16_t>();
    if (rest_.size() < size) return fail<std::string_view>();
    const std::string_view text = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return text;
  }
  bool holds(std::size_t values, std::size_t bytes) const { return rest_.size() / bytes >= values; }
  bool is_empty() const { return rest_.empty(); }
  bool ok() const { return ok_; }

 private:
  template <class T>
  T fail() {
    ok_ = false;
    rest_ = {};
    return T{};
  }

  std::string_view rest_;
  bool ok_ = true;
};

bool take_places(Taker& taker, SurveyRecord& record) {
  record.places.clear();
  for (std::size_t i = 0; i < record.keys[SurveyRecord::kLines].size(); ++i) {
    const auto place = taker.take<std::uint8_t>();
    if (place >= clean::kLinePlaces) return false;
    record.places.push_back(static_cast<clean::LinePlace>(place));
  }
  return true;
}

void put_text(Buffer& out, std::string_view text) {
  out.append(bytes_of(static_cast<std::uint16_t>(text.size())));
  out.append(text);
}

}  // namespace

void put_survey(Buffer& out, const SurveyRecord& record, bool with_texts) {
  out.append(bytes_of(record.site));
  out.append(bytes_of(record.longest));
  out.append(bytes_of(record.title));
  for (const auto& keys : record.keys)
    out.append(bytes_of(static_cast<std::uint16_t>(keys.size())));
  for (const auto& keys : record.keys)
    out.append({reinterpret_cast<const char*>(keys.data()), keys.size() * sizeof(std::uint64_t)});
  out.append({reinterpret_cast<const char*>(record.places.data()), record.places.size()});
  if (!with_texts) return;
  put_text(out, record.site_name);
  for (const auto& texts : record.texts)
    for (const std::string_view text : texts) put_text(out, text);
}

bool read_survey(std::string_view bytes, SurveyRecord& record) {
  Taker taker(bytes);
  record.site = taker.take<std::uint64_t>();
  record.longest = taker.take<std::array<std::uint32_t, 4>>();
  record.title = taker.take<std::uint64_t>();
  std::array<std::uint16_t, SurveyRecord::kKinds> counts{};
  for (std::uint16_t& count : counts) count = taker.take<std::uint16_t>();
  for (std::size_t kind = 0; kind < counts.size(); ++kind) {
    record.keys[kind].clear();
    record.texts[kind].clear();
    if (!taker.holds(counts[kind], sizeof(std::uint64_t))) return false;
    for (std::size_t i = 0; i < counts[kind]; ++i)
      record.keys[kind].push_back(taker.take<std::uint64_t>());
  }
  if (!take_places(taker, record)) return false;
  record.site_name = {};
  if (taker.is_empty()) return taker.ok();
  record.site_name = taker.take_text();
  for (std::size_t kind = 0; kind < counts.size(); ++kind)
    for (std::size_t i = 0; i < counts[kind]; ++i) record.texts[kind].push_back(taker.take_text());
  return taker.ok() && taker.is_empty();
}

}  // namespace pressmill::pipeline
