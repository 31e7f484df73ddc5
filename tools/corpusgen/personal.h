// SPDX-License-Identifier: Apache-2.0
//
// Planted: personal data. A paragraph with e-mail addresses, phone numbers, public IP addresses
// and payment card numbers whose checksum is right, and decoys that look like them: private and
// impossible addresses, numbers whose checksum is wrong.
//
// Truth: each value as it stands in the text, its kind, and whether it is one ("yes") or a decoy.
//
// Nothing here is anybody's: hosts end in .example, numbers are drawn.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tools/corpusgen/random.h"

namespace pressmill::corpusgen {

struct Personal {
  std::string_view kind;  // email, phone, ipv4, ipv6, card
  std::string value;
  bool is_decoy = false;
};

// Appends what was written to `found`, in order.
void write_personal(Random& random, std::string& paragraph, std::vector<Personal>& found);

// The last digit that makes a card number valid (Luhn, ISO/IEC 7812-1 annex B). Needs: digits.
char luhn_digit(std::string_view digits);

}  // namespace pressmill::corpusgen
