// SPDX-License-Identifier: Apache-2.0
//
// Digits, joints, digits.

#include "clean/number_run.h"

#include <array>

namespace pressmill::clean {

namespace {

constexpr int kMostJointChars = 3;

struct DigitScript {
  std::string_view lead;  // all bytes but the last
  unsigned char zero;     // the last byte of its zero
};
constexpr std::array<DigitScript, 5> kScripts = {
    {{"\xD9", 0xA0}, {"\xDB", 0xB0}, {"\xE0\xA5", 0xA6}, {"\xE0\xA7", 0xA6}, {"\xEF\xBC", 0x90}}};

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
  // Hyphen, non-breaking hyphen, figure dash, en dash.
  for (const std::string_view dash : {"\u2010", "\u2011", "\u2012", "\u2013"})
    if (rest.starts_with(dash)) return ++joint.hyphens, dash.size();
  return 0;
}

}  // namespace

std::size_t digit_at(std::string_view text, std::size_t at, std::uint8_t& value) {
  if (at >= text.size()) return 0;
  if (is_ascii_digit(text[at])) {
    value = static_cast<std::uint8_t>(text[at] - '0');
    return 1;
  }
  if (static_cast<unsigned char>(text[at]) < 0x80) return 0;
  const std::string_view rest = text.substr(at);
  for (const DigitScript& script : kScripts) {
    if (!rest.starts_with(script.lead) || rest.size() == script.lead.size()) continue;
    const int digit = static_cast<unsigned char>(rest[script.lead.size()]) - script.zero;
    if (digit < 0 || digit > 9) continue;
    value = static_cast<std::uint8_t>(digit);
    return script.lead.size() + 1;
  }
  return 0;
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
