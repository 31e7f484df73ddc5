// SPDX-License-Identifier: Apache-2.0
//
// Which IP addresses can be somebody's: public ones.
//
// Not those in IANA's registries of special-purpose addresses (RFC 6890 and what was added since,
// as of 2025): private, loopback, link-local, documentation, benchmarking, shared, reserved; nor
// multicast. Blocks that are reachable but are a service's (AS112, 6to4 relays) are left out, too.
//
// Threads:  pure functions.

#pragma once

#include <array>
#include <cstdint>

namespace pressmill::clean {

using Ipv6 = std::array<std::uint16_t, 8>;  // groups, as they are written

// Needs: 192.0.2.1 is 0xC0000201.
bool is_public_ipv4(std::uint32_t address);

// An address that carries an IPv4 address (mapped, NAT64, 6to4, Teredo) is what that one is. Of
// the rest those of global unicast, 2000::/3, the only block that is given out.
bool is_public_ipv6(const Ipv6& address);

}  // namespace pressmill::clean
