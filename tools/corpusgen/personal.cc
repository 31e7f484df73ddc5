// SPDX-License-Identifier: Apache-2.0
//
// Drawing addresses and numbers.

#include "tools/corpusgen/personal.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace pressmill::corpusgen {

namespace {

constexpr std::array<std::string_view, 6> kBoxes = {"desk",  "a.larkspur", "tips+news",
                                                    "mayor", "o_netherby", "bram.eddowes"};
constexpr std::array<std::string_view, 4> kHosts = {"harbour-times.example", "mail.vennick.example",
                                                    "oxmere.example", "post.brisamar.example"};

std::string digits(Random& random, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>('0' + random.below(10));
  return out;
}

Personal email(Random& random) {
  return {"email", fmt::format("{}@{}", kBoxes[random.index(kBoxes.size())],
                               kHosts[random.index(kHosts.size())])};
}

// International: a country code, then groups as people write them.
Personal phone(Random& random) {
  switch (random.below(3)) {
    case 0:
      return {"phone", fmt::format("+44 20 7{} {}", digits(random, 3), digits(random, 4))};
    case 1:
      return {"phone", fmt::format("+34 9{} {} {}", digits(random, 2), digits(random, 3),
                                   digits(random, 3))};
    default:
      return {"phone", fmt::format("+1 (212) 5{}-{}", digits(random, 2), digits(random, 4))};
  }
}

Personal ipv4(Random& random, bool is_decoy) {
  if (is_decoy && random.chance(1, 2))  // private: RFC 1918
    return {"ipv4", fmt::format("192.168.{}.{}", random.below(256), random.below(256)), true};
  if (is_decoy)  // no byte is that large
    return {"ipv4",
            fmt::format("{}.{}.{}.{}", random.between(1, 9), random.below(10),
                        random.between(256, 999), random.below(100)),
            true};
  return {"ipv4", fmt::format("{}.{}.{}.{}", random.between(11, 99), random.below(256),
                              random.below(256), random.between(1, 254))};
}

Personal ipv6(Random& random, bool is_decoy) {
  // 2a00::/12 is given out to networks in Europe; fd00::/8 is private (RFC 4193).
  return {"ipv6",
          fmt::format("{}:{:x}:{:x}::{:x}", is_decoy ? "fd12" : "2a02", random.between(1, 0xFFFF),
                      random.between(1, 0xFFFF), random.between(1, 0xFFFF)),
          is_decoy};
}

Personal card(Random& random, bool is_decoy) {
  std::string number = "4" + digits(random, 14);
  number += luhn_digit(number);
  if (is_decoy) number.back() = static_cast<char>('0' + (number.back() - '0' + 1) % 10);
  if (random.chance(1, 2))
    for (const std::size_t at : {12, 8, 4}) number.insert(at, " ");
  return {"card", std::move(number), is_decoy};
}

}  // namespace

char luhn_digit(std::string_view number) {
  int sum = 0;
  bool doubled = true;  // the digit beside the one to come
  for (auto it = number.rbegin(); it != number.rend(); ++it, doubled = !doubled) {
    const int digit = *it - '0';
    const int value = doubled ? 2 * digit : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return static_cast<char>('0' + (10 - sum % 10) % 10);
}

void write_personal(Random& random, std::string& paragraph, std::vector<Personal>& found) {
  const auto put = [&](std::string_view label, Personal item) {
    if (!paragraph.empty()) paragraph += "; ";
    paragraph.append(label).append(item.value);
    found.push_back(std::move(item));
  };
  put("@ ", email(random));
  put("Tel. ", phone(random));
  if (random.chance(1, 2)) put("IP ", ipv4(random, random.chance(1, 2)));
  if (random.chance(1, 2)) put("IPv6 ", ipv6(random, random.chance(1, 3)));
  if (random.chance(1, 2)) put("# ", card(random, random.chance(1, 2)));
  paragraph += '.';
}

}  // namespace pressmill::corpusgen
