// SPDX-License-Identifier: Apache-2.0
//
// From hints to finders.

#include "clean/personal_data.h"

#include <algorithm>
#include <bit>

#include "clean/personal_card.h"
#include "clean/personal_email.h"
#include "clean/personal_ip.h"
#include "clean/personal_phone.h"
#include "clean/phone_cues.h"
#include "text/utf8.h"

namespace pressmill::clean {

namespace {

// Two neighbouring blocks with fewer digits hold no phone or card number, with fewer points
// before digits no IPv4 address: neither is longer than a block.
constexpr int kLeastDigits = static_cast<int>(kLeastPhoneDigits);
constexpr int kLeastPoints = 3;

// Numbers of one list: "555-0123 or 555-0124".
constexpr std::size_t kListReach = 12;

constexpr std::array<std::string_view, kPersonalKinds> kMasks = {"[EMAIL]", "[IP]", "[CARD]",
                                                                 kPhoneMask};

// Bits that are set, counted up to `most`: mostly there are none, and few CPUs may be relied upon
// to count them all at once.
int count_bits(std::uint64_t bits, int most) {
  int count = 0;
  for (; bits != 0 && count < most; bits &= bits - 1) ++count;
  return count;
}

// Does a digit begin with this byte? A few other characters do, too.
constexpr bool may_begin_digit(char byte) {
  const auto b = static_cast<std::uint8_t>(byte);
  return is_ascii_digit(byte) || b == 0xD9 || b == 0xDB || b == 0xE0 || b == 0xEF;
}

bool is_digit_byte(std::string_view text, std::size_t at) {
  const auto before = static_cast<std::uint8_t>(byte_before(text, at));
  return text::scalar::is_digit_hint(before, static_cast<std::uint8_t>(text[at]));
}

// A place at or before `at`, not before `least`, in which no run of numbers goes on: what is
// before it is longer than a joint and a digit, and has no digit.
std::size_t start_of_numbers(std::string_view text, std::size_t at, std::size_t least) {
  constexpr std::size_t kReach = kMostJointBytes + kMostDigitBytes;
  std::size_t from = at;
  for (std::size_t i = at; i > least && from - i < kReach; --i)
    if (is_digit_byte(text, i - 1)) from = i - 1;
  while (from > least && text::is_continuation(text[from])) --from;  // the hint is at its end
  return from;
}

void append_masked(std::string_view text, const std::vector<PersonalSpan>& found,
                   std::string& out) {
  out.clear();
  std::size_t from = 0;
  for (const PersonalSpan& item : found) {
    out.append(text.substr(from, item.span.begin - from)).append(mask_of(item.kind));
    from = item.span.end;
  }
  out.append(text.substr(from));
}

}  // namespace

std::string_view mask_of(PersonalKind kind) {
  return kMasks[static_cast<std::size_t>(kind)];
}

const std::vector<PersonalSpan>& PersonalFinder::find(std::string_view text) {
  found_.clear();
  ipv4_done_ = ipv6_done_ = numbers_done_ = phone_end_ = 0;
  int digits_before = 0;  // in the block before
  int count_before = 0;
  std::uint64_t points_before = 0;
  for (std::size_t piece = 0; piece < text.size(); piece += text::kHintedBytes) {
    const std::size_t words = text::mark_hints(text, piece, hints_);
    for (std::size_t w = 0; w < words; ++w) {
      const std::size_t base = piece + w * text::kHintBits;
      if (hints_.signs[w] != 0) look_at_signs(text, base, hints_.signs[w]);
      const int digits = count_bits(hints_.digits[w], kLeastDigits);
      const std::uint64_t points = hints_.points[w];
      const int count = count_bits(points, kLeastPoints);
      if (digits + digits_before >= kLeastDigits)
        look_at_numbers(text, base - std::min(base, text::kHintBits), base + text::kHintBits);
      if (count + count_before >= kLeastPoints) {
        look_at_points(text, base - text::kHintBits, points_before);
        look_at_points(text, base, points);
      }
      digits_before = digits;
      points_before = points;
      count_before = count;
    }
  }
  settle();
  return found_;
}

void PersonalFinder::look_at_signs(std::string_view text, std::size_t base, std::uint64_t signs) {
  for (; signs != 0; signs &= signs - 1) {
    const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(signs));
    const char sign = text[at];
    std::optional<TextSpan> span;
    PersonalKind kind = PersonalKind::email;
    if (byte_before(text, at) == ':') {
      if (at < ipv6_done_) continue;
      span = find_ipv6(text, at);
      kind = PersonalKind::ip;
      if (span) ipv6_done_ = span->end;
    } else if (sign == 'a' || sign == 'A') {
      span = find_spelt_email(text, at);
    } else {
      span = find_email(text, at + 1);
    }
    if (span) found_.push_back({*span, kind});
  }
}

void PersonalFinder::look_at_points(std::string_view text, std::size_t base, std::uint64_t points) {
  for (; points != 0; points &= points - 1) {
    const std::size_t at = base + static_cast<std::size_t>(std::countr_zero(points));
    if (at < ipv4_done_) continue;
    if (const auto span = find_ipv4(text, at)) {
      found_.push_back({*span, PersonalKind::ip});
      ipv4_done_ = span->end;
    }
  }
}

void PersonalFinder::look_at_numbers(std::string_view text, std::size_t begin, std::size_t end) {
  begin = std::max(begin, numbers_done_);
  end = std::min(end, text.size());
  if (begin >= end) return;
  std::size_t at = start_of_numbers(text, begin, numbers_done_);
  while (at < end) {
    std::uint8_t value = 0;
    if (!may_begin_digit(text[at]) || digit_at(text, at, value) == 0) {
      ++at;
      continue;
    }
    run_.read(text, at);
    look_at_run(text);
    at = run_.end();
  }
  numbers_done_ = at;
}

void PersonalFinder::look_at_run(std::string_view text) {
  if (run_.digits.size() < kLeastPhoneDigits) return;
  for (std::size_t first = 0; first < run_.groups.size();) {
    const std::size_t begin = run_.groups[first].span.begin;
    if (const auto last = find_card(text, run_, first)) {
      found_.push_back({{begin, run_.groups[*last].span.end}, PersonalKind::card});
      first = *last + 1;
      continue;
    }
    const bool is_listed = phone_end_ != 0 && begin - phone_end_ <= kListReach &&
                           text.substr(phone_end_, begin - phone_end_).find('\n') == text.npos;
    if (const auto phone = find_phone(text, run_, first, is_listed)) {
      found_.push_back({phone->span, PersonalKind::phone});
      phone_end_ = phone->span.end;
      first = phone->last + 1;
      continue;
    }
    ++first;
  }
}

// Of two that overlap the one of the kind that comes first stays.
void PersonalFinder::settle() {
  if (found_.size() < 2) return;
  std::sort(found_.begin(), found_.end(), [](const PersonalSpan& a, const PersonalSpan& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.kind < b.kind;
  });
  std::size_t kept = 0;
  for (std::size_t i = 1; i < found_.size(); ++i) {
    PersonalSpan& last = found_[kept];
    if (found_[i].span.begin >= last.span.end)
      found_[++kept] = found_[i];
    else if (found_[i].kind < last.kind)
      last = found_[i];
  }
  found_.resize(kept + 1);
}

const std::string* PersonalFinder::mask(std::string_view text, PersonalCounts& counts) {
  if (find(text).empty()) return nullptr;
  // What stood in the way of another one is gone now: look again, until nothing is left. Every
  // turn takes digits or signs away and brings none, so there is an end.
  std::string_view rest = text;
  while (!found_.empty()) {
    for (const PersonalSpan& item : found_) ++counts[static_cast<std::size_t>(item.kind)];
    append_masked(rest, found_, again_);
    masked_.swap(again_);
    rest = masked_;
    find(rest);
  }
  return &masked_;
}

}  // namespace pressmill::clean
