// SPDX-License-Identifier: Apache-2.0
//
// Personal data in a text: e-mail addresses, phone numbers, public IP addresses, payment cards.
//
// Found to be counted or to be replaced by a word in brackets that says what stood there. Words
// and not made-up addresses: a reader, and whoever trains on the text, can tell them from what an
// author wrote; square brackets and not angles: those would be taken out as markup when the text
// is milled again. They hold nothing that is personal data, so masking twice changes nothing.
//
// Each kind has its finder (personal_email.h, personal_ip.h, personal_card.h, personal_phone.h);
// this one goes where hints are (text/simd/mark_hints.h) and settles what overlaps. What it finds
// does not depend on the hints: tests compare it with a twin that looks everywhere.
//
// Threads:  one owner; scratch is kept from text to text.
// Memory:   what is found, and the longest masked text.
// Failure:  none.
// Needs:    valid UTF-8, normalised.

#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "clean/number_run.h"
#include "clean/personal_span.h"
#include "text/simd/mark_hints.h"

namespace pressmill::clean {

// In order of precedence where two overlap.
enum class PersonalKind : std::uint8_t { email, ip, card, phone };
inline constexpr std::size_t kPersonalKinds = 4;

std::string_view mask_of(PersonalKind kind);

struct PersonalSpan {
  TextSpan span;
  PersonalKind kind = PersonalKind::email;

  bool operator==(const PersonalSpan&) const = default;
};

using PersonalCounts = std::array<std::uint64_t, kPersonalKinds>;

class PersonalFinder {
 public:
  // What is in the text, in order, until the next call.
  const std::vector<PersonalSpan>& find(std::string_view text);

  // The text with masks, until the next call; null where there is nothing to mask. Adds to
  // `counts` what was masked.
  const std::string* mask(std::string_view text, PersonalCounts& counts);

 private:
  void look_at_signs(std::string_view text, std::size_t base, std::uint64_t signs);
  void look_at_points(std::string_view text, std::size_t base, std::uint64_t points);
  void look_at_numbers(std::string_view text, std::size_t begin, std::size_t end);
  void look_at_run(std::string_view text);
  void settle();

  std::vector<PersonalSpan> found_;
  NumberRun run_;
  std::size_t ipv4_done_ = 0;  // nothing before it is looked at again
  std::size_t ipv6_done_ = 0;
  std::size_t numbers_done_ = 0;
  std::size_t phone_end_ = 0;  // of the last one; 0: none
  text::Hints hints_;
  std::string masked_;
  std::string again_;
};

}  // namespace pressmill::clean
