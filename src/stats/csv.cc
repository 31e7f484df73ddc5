// SPDX-License-Identifier: Apache-2.0
//
// Quoting.

#include "stats/csv.h"

namespace pressmill::stats {

void append_csv(std::string& out, std::string_view field) {
  const bool edge_space = !field.empty() && (field.front() == ' ' || field.back() == ' ');
  if (!edge_space && field.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += field;
    return;
  }
  out += '"';
  for (const char c : field) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

}  // namespace pressmill::stats
