// SPDX-License-Identifier: Apache-2.0
//
// The registries as tables.

#include "clean/ip_ranges.h"

#include <algorithm>
#include <span>

namespace pressmill::clean {

namespace {

constexpr std::uint32_t ipv4(unsigned a, unsigned b, unsigned c, unsigned d) {
  return a << 24 | b << 16 | c << 8 | d;
}

struct Ipv4Block {
  std::uint32_t address;
  unsigned bits;  // of the prefix

  constexpr bool holds(std::uint32_t other) const { return (other ^ address) >> (32 - bits) == 0; }
};

constexpr std::array kSpecialIpv4 = {
    Ipv4Block{ipv4(0, 0, 0, 0), 8},        // this network
    Ipv4Block{ipv4(10, 0, 0, 0), 8},       // private
    Ipv4Block{ipv4(100, 64, 0, 0), 10},    // shared, behind a carrier's NAT
    Ipv4Block{ipv4(127, 0, 0, 0), 8},      // loopback
    Ipv4Block{ipv4(169, 254, 0, 0), 16},   // link-local
    Ipv4Block{ipv4(172, 16, 0, 0), 12},    // private
    Ipv4Block{ipv4(192, 0, 0, 0), 24},     // protocol assignments
    Ipv4Block{ipv4(192, 0, 2, 0), 24},     // documentation
    Ipv4Block{ipv4(192, 31, 196, 0), 24},  // AS112
    Ipv4Block{ipv4(192, 52, 193, 0), 24},  // AMT
    Ipv4Block{ipv4(192, 88, 99, 0), 24},   // 6to4 relays
    Ipv4Block{ipv4(192, 168, 0, 0), 16},   // private
    Ipv4Block{ipv4(192, 175, 48, 0), 24},  // AS112
    Ipv4Block{ipv4(198, 18, 0, 0), 15},    // benchmarking
    Ipv4Block{ipv4(198, 51, 100, 0), 24},  // documentation
    Ipv4Block{ipv4(203, 0, 113, 0), 24},   // documentation
    Ipv4Block{ipv4(224, 0, 0, 0), 4},      // multicast
    Ipv4Block{ipv4(240, 0, 0, 0), 4},      // reserved, broadcast
};

struct Ipv6Block {
  std::uint32_t head;  // the first two groups
  std::uint16_t third;
  unsigned bits;

  constexpr bool holds(const Ipv6& address) const {
    const auto high = std::uint64_t{head} << 16 | third;
    const auto other =
        std::uint64_t{address[0]} << 32 | std::uint64_t{address[1]} << 16 | address[2];
    return (high ^ other) >> (48 - bits) == 0;
  }
};

constexpr Ipv6Block kGlobalUnicast = {0x2000'0000, 0, 3};

// Of those within global unicast.
constexpr std::array kSpecialIpv6 = {
    Ipv6Block{0x2001'0000, 0, 23},       // protocol assignments: benchmarking, ORCHID, AMT
    Ipv6Block{0x2001'0DB8, 0, 32},       // documentation
    Ipv6Block{0x2620'004F, 0x8000, 48},  // AS112
    Ipv6Block{0x3FFF'0000, 0, 20},       // documentation
};

constexpr std::uint32_t pair(const Ipv6& address, std::size_t at) {
  return std::uint32_t{address[at]} << 16 | address[at + 1];
}

bool starts_with(const Ipv6& address, std::span<const std::uint16_t> groups) {
  return std::equal(groups.begin(), groups.end(), address.begin());
}

constexpr std::array<std::uint16_t, 6> kMapped = {0, 0, 0, 0, 0, 0xFFFF};
constexpr std::array<std::uint16_t, 6> kNat64 = {0x64, 0xFF9B, 0, 0, 0, 0};
constexpr std::array<std::uint16_t, 2> kTeredo = {0x2001, 0};
constexpr std::array<std::uint16_t, 1> k6to4 = {0x2002};

}  // namespace

bool is_public_ipv4(std::uint32_t address) {
  return std::none_of(kSpecialIpv4.begin(), kSpecialIpv4.end(),
                      [&](const Ipv4Block& block) { return block.holds(address); });
}

bool is_public_ipv6(const Ipv6& address) {
  if (starts_with(address, kMapped) || starts_with(address, kNat64))
    return is_public_ipv4(pair(address, 6));
  if (starts_with(address, k6to4)) return is_public_ipv4(pair(address, 1));
  if (starts_with(address, kTeredo)) return is_public_ipv4(~pair(address, 6));
  return kGlobalUnicast.holds(address) &&
         std::none_of(kSpecialIpv6.begin(), kSpecialIpv6.end(),
                      [&](const Ipv6Block& block) { return block.holds(address); });
}

}  // namespace pressmill::clean
