// SPDX-License-Identifier: Apache-2.0
//
// Does a text announce a phone number? "Tel.", "Call us on", "电话", "هاتف": words before it, in
// many languages.
//
// Threads:  the table is built at first use, once, and never written again.
// Memory:   none beyond; looks at 64 bytes before the number.
// Needs:    valid UTF-8.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::clean {

enum class PhoneCue : std::uint8_t {
  none,
  weak,    // could announce something else: "call", "mobile"
  strong,  // "phone", "fax"
};

// What stands before `at` on its line says of the number that begins there. A number in between
// takes the announcement for itself.
PhoneCue phone_cue(std::string_view text, std::size_t at);

// What a phone number is replaced by; the word in it announces nothing.
inline constexpr std::string_view kPhoneMask = "[PHONE]";

}  // namespace pressmill::clean
