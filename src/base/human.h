// SPDX-License-Identifier: Apache-2.0
//
// Figures as people read and write them: sizes, counts, durations, shares.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace pressmill {

std::string human_bytes(std::uint64_t bytes);  // "1.4 GiB", "312 B"
std::string human_count(std::uint64_t count);  // "1,234,567"
// "1 article", "1,234 articles"
std::string counted(std::uint64_t count, std::string_view noun);
std::string human_duration(double seconds);  // "2 h 05 min", "41 s"
std::string human_share(std::uint64_t part,
                        std::uint64_t whole);  // "12.3 %", "<0.1 %"; "-" of nothing

// "8G", "512MiB", "64k", "1048576": powers of 1024 with any of K M G T, B or iB behind.
std::optional<std::uint64_t> parse_size(std::string_view text);
// "1%", "0.25%", "0.01": as a count of millionths, so that no rounding differs.
std::optional<std::uint32_t> parse_share(std::string_view text);

}  // namespace pressmill
