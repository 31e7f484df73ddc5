// SPDX-License-Identifier: Apache-2.0
//
// Personal data, looked for everywhere: the twin of clean::PersonalFinder, which looks where hints
// are; and of what addresses and card numbers are, by other means.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "clean/personal_data.h"

namespace pressmill::reference {

// Every finder at every place of the text.
std::vector<clean::PersonalSpan> find_personal(std::string_view text);

// Is it an IP address as inet_pton() reads them, and outside of all special blocks?
bool is_public_address(const std::string& text);

// Luhn's sum as it is taught: every second digit from the right, doubled, its digits added.
bool has_check_digit(std::string_view digits);

}  // namespace pressmill::reference
