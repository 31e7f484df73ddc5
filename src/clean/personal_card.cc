// SPDX-License-Identifier: Apache-2.0
//
// Issuers, check digit, grouping.

#include "clean/personal_card.h"

#include <algorithm>
#include <array>

namespace pressmill::clean {

namespace {

// Prefixes from `low` to `high`, of the same number of digits.
struct Issuer {
  std::uint32_t low;
  std::uint32_t high;
  std::uint32_t lengths;  // bit n: numbers of n digits
};

constexpr std::uint32_t lengths(std::size_t from, std::size_t to) {
  std::uint32_t bits = 0;
  for (std::size_t n = from; n <= to; ++n) bits |= 1U << n;
  return bits;
}
constexpr std::uint32_t k16 = lengths(16, 16);

constexpr std::array kIssuers = {
    Issuer{4, 4, lengths(13, 13) | k16 | lengths(19, 19)},  // Visa, Elo, Dankort
    Issuer{51, 55, k16},                                    // Mastercard
    Issuer{2221, 2720, k16},                                // Mastercard
    Issuer{34, 34, lengths(15, 15)},                        // American Express
    Issuer{37, 37, lengths(15, 15)},                        // American Express
    Issuer{300, 305, lengths(14, 14)},                      // Diners Club
    Issuer{3095, 3095, lengths(14, 14)},                    // Diners Club
    Issuer{36, 36, lengths(14, 19)},                        // Diners Club
    Issuer{38, 39, lengths(14, 19)},                        // Diners Club
    Issuer{6011, 6011, lengths(16, 19)},                    // Discover
    Issuer{644, 649, lengths(16, 19)},                      // Discover
    Issuer{65, 65, lengths(16, 19)},                        // Discover, RuPay, Troy
    Issuer{62, 62, lengths(16, 19)},                        // UnionPay
    Issuer{81, 81, lengths(16, 19)},                        // UnionPay, RuPay
    Issuer{3528, 3589, lengths(16, 19)},                    // JCB, LankaPay
    Issuer{2200, 2204, lengths(16, 19)},                    // Mir
    Issuer{5018, 5018, lengths(13, 19)},                    // Maestro
    Issuer{5019, 5020, lengths(13, 19)},                    // Dankort, Maestro
    Issuer{5038, 5038, lengths(13, 19)},                    // Maestro
    Issuer{5893, 5893, lengths(13, 19)},                    // Maestro
    Issuer{6304, 6304, lengths(13, 19)},                    // Maestro
    Issuer{6759, 6759, lengths(13, 19)},                    // Maestro
    Issuer{6761, 6763, lengths(13, 19)},                    // Maestro
    Issuer{508, 508, k16},                                  // RuPay
    Issuer{60, 60, k16},                                    // RuPay, Hipercard
    Issuer{82, 82, k16},                                    // RuPay
    Issuer{506099, 506198, k16 | lengths(18, 19)},          // Verve
    Issuer{507865, 507964, k16 | lengths(18, 19)},          // Verve
    Issuer{504175, 504175, k16},                            // Elo
    Issuer{506699, 506778, k16},                            // Elo
    Issuer{509000, 509999, k16},                            // Elo
    Issuer{627780, 627780, k16},                            // Elo
    Issuer{636297, 636297, k16},                            // Elo
    Issuer{636368, 636368, k16},                            // Elo
    Issuer{9792, 9792, k16},                                // Troy
    Issuer{8600, 8600, k16},                                // Uzcard
    Issuer{9860, 9860, k16},                                // Humo
};

constexpr std::size_t digits_of(std::uint32_t number) {
  std::size_t count = 1;
  for (; number >= 10; number /= 10) ++count;
  return count;
}

bool has_issuer(std::span<const std::uint8_t> digits) {
  return std::any_of(kIssuers.begin(), kIssuers.end(), [&](const Issuer& issuer) {
    if ((issuer.lengths >> digits.size() & 1) == 0) return false;
    std::uint32_t prefix = 0;
    for (std::size_t i = 0; i < digits_of(issuer.low); ++i) prefix = prefix * 10 + digits[i];
    return prefix >= issuer.low && prefix <= issuer.high;
  });
}

bool has_check_digit(std::span<const std::uint8_t> digits) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    const bool is_doubled = (digits.size() - i) % 2 == 0;
    const unsigned value = is_doubled ? 2U * digits[i] : digits[i];
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 == 0;
}

// Fours with a rest at the end; or four, six, and four or five.
bool is_grouped_as_cards(const NumberRun& run, std::size_t first, std::size_t last) {
  if (first == last) return true;
  if (run.groups[first].count != 4) return false;
  if (last - first == 2 && run.groups[first + 1].count == 6)
    return run.groups[last].count == 4 || run.groups[last].count == 5;
  for (std::size_t i = first; i < last; ++i)
    if (run.groups[i].count != 4) return false;
  return run.groups[last].count <= 4;
}

// One and the same sign between all groups: a space or a hyphen.
bool has_one_joint(const NumberRun& run, std::size_t first, std::size_t last) {
  if (first == last) return true;
  const Joint& joint = run.joints[first + 1];
  if (!joint.is_one(&Joint::spaces) && !joint.is_one(&Joint::hyphens)) return false;
  return std::all_of(run.joints.begin() + static_cast<std::ptrdiff_t>(first + 1),
                     run.joints.begin() + static_cast<std::ptrdiff_t>(last + 1),
                     [&](const Joint& other) { return other == joint; });
}

// Is the card's neighbour in the run something else? A short group behind a parting sign is ("exp
// 12/25"); a fifth group of four in a row of figures is not.
bool is_apart(const NumberRun& run, std::size_t neighbour, std::size_t joint_at,
              std::size_t inner_joint_at) {
  const Joint& joint = run.joints[joint_at];
  if (!joint.parts()) return false;
  return run.groups[neighbour].count < 4 || joint != run.joints[inner_joint_at];
}

bool has_card_borders(std::string_view text, const NumberRun& run, std::size_t first,
                      std::size_t last) {
  constexpr std::string_view kRefused = "_/=&%.,:+-@\\$";  // addresses of the web, figures, ids
  if (first > 0 && !is_apart(run, first - 1, first, last)) return false;
  if (last + 1 < run.groups.size() && !is_apart(run, last + 1, last + 1, last)) return false;
  const std::size_t begin = run.groups[first].span.begin;
  const std::size_t end = run.groups[last].span.end;
  const char before = byte_before(text, begin);
  const char after = byte_at(text, end);
  // "card:4111..." is one.
  const bool is_label = before == ':' && begin > 1 && !is_ascii_digit(text[begin - 2]);
  if (is_ascii_word(before) || (kRefused.find(before) != kRefused.npos && !is_label)) return false;
  if (is_ascii_word(after) || after == '/' || after == '=' || after == '%') return false;
  const bool is_joined = after == ',' || after == ':' || after == '-' || after == '.';
  return !is_joined || !is_ascii_word(byte_at(text, end + 1));
}

}  // namespace

bool is_card_number(std::span<const std::uint8_t> digits) {
  return digits.size() >= kLeastCardDigits && digits.size() <= kMostCardDigits &&
         has_issuer(digits) && has_check_digit(digits);
}

std::optional<std::size_t> find_card(std::string_view text, const NumberRun& run,
                                     std::size_t first) {
  constexpr std::size_t kMostGroups = 5;
  const std::size_t end = std::min(run.groups.size(), first + kMostGroups);
  for (std::size_t last = end; last-- > first;) {
    const std::size_t count = run.count(first, last);
    if (count < kLeastCardDigits || count > kMostCardDigits) continue;
    if (!is_grouped_as_cards(run, first, last) || !has_one_joint(run, first, last)) continue;
    if (!is_card_number(std::span(run.digits).subspan(run.groups[first].first, count))) continue;
    if (has_card_borders(text, run, first, last)) return last;
  }
  return std::nullopt;
}

}  // namespace pressmill::clean
