// SPDX-License-Identifier: Apache-2.0
//
// Digits, joints, digits.

#include "clean/number_run.h"

namespace pressmill::clean {

namespace {

constexpr int kMostJointChars = 3;

constexpr std::uint8_t byte_of(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<std::uint8_t>(text[at]) : 0;
}

// One beyond ASCII: length 2 or 3, the last byte of its script's zero.
struct DigitScript {
  std::size_t bytes = 0;
  std::uint8_t zero = 0;
};

// Of the digit that begins so, if it is one.
DigitScript script_at(std::string_view text, std::size_t at) {
  switch (byte_of(text, at)) {
    case 0xD9:
      return {2, 0xA0};
    case 0xDB:
      return {2, 0xB0};
    case 0xE0: {
      const std::uint8_t second = byte_of(text, at + 1);
      return second == 0xA5 || second == 0xA7 ? DigitScript{3, 0xA6} : DigitScript{};
    }
    case 0xEF:
      return byte_of(text, at + 1) == 0xBC ? DigitScript{3, 0x90} : DigitScript{};
    default:
      return {};
  }
}

// Takes one character of a joint; its length in bytes, 0 where it is none.
std::size_t take_sign(std::string_view rest, Joint& joint) {
  if (rest.empty()) return 0;
  switch (rest.front()) {
    case ' ':
      return ++joint.spaces, 1;
    case '-':
      return ++joint.hyphens, 1;
    case '.':
      return ++joint.points, 1;
    case '/':
      return ++joint.slashes, 1;
    case '(':
      return ++joint.opens, 1;
    case ')':
      return ++joint.closes, 1;
    default:
      break;
  }
  // Hyphen, non-breaking hyphen, figure dash, en dash: U+2010 to U+2013.
  if (byte_of(rest, 0) != 0xE2 || byte_of(rest, 1) != 0x80) return 0;
  const std::uint8_t last = byte_of(rest, 2);
  return last >= 0x90 && last <= 0x93 ? (++joint.hyphens, 3) : 0;
}

}  // namespace

std::size_t digit_at(std::string_view text, std::size_t at, std::uint8_t& value) {
  if (at >= text.size()) return 0;
  if (is_ascii_digit(text[at])) {
    value = static_cast<std::uint8_t>(text[at] - '0');
    return 1;
  }
  const DigitScript script = script_at(text, at);
  if (script.bytes == 0) return 0;
  const int digit = byte_of(text, at + script.bytes - 1) - script.zero;
  if (digit < 0 || digit > 9) return 0;
  value = static_cast<std::uint8_t>(digit);
  return script.bytes;
}

void NumberRun::read(std::string_view text, std::size_t at) {
  groups.clear();
  joints.clear();
  digits.clear();
  Joint joint;
  for (;;) {
    DigitGroup group{{at, at}, digits.size(), 0};
    std::uint8_t value = 0;
    while (const std::size_t bytes = digit_at(text, group.span.end, value)) {
      digits.push_back(value);
      group.span.end += bytes;
    }
    group.count = digits.size() - group.first;
    if (group.count == 0) return;
    groups.push_back(group);
    joints.push_back(joint);
    joint = {};
    at = group.span.end;
    while (joint.size() < kMostJointChars) {
      const std::size_t bytes = take_sign(text.substr(at), joint);
      if (bytes == 0) break;
      at += bytes;
    }
  }
}

}  // namespace pressmill::clean
