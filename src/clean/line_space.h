// SPDX-License-Identifier: Apache-2.0
//
// White space at the ends of lines, which is no part of them.
//
// Text as it came may end its lines with CR LF, indent them, or have nothing but spaces on them.
// What is measured by lines, paragraphs or sentences shall be the same once it is normalised, so
// white space of any kind at a line's two ends counts for none of that.
//
// Threads:  pure functions.

#pragma once

#include <string_view>

namespace pressmill::clean {

namespace line_space {

// What a character of white space may begin or end with: ASCII's, or any byte beyond it.
inline bool may_be_white(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value <= ' ' || value >= 0x80;
}
std::string_view cut_end(std::string_view line);
std::string_view cut_begin(std::string_view line);

}  // namespace line_space

// Needs: valid UTF-8.
inline std::string_view without_end_space(std::string_view line) {
  if (line.empty() || !line_space::may_be_white(line.back())) return line;
  return line_space::cut_end(line);
}

// Of a line that is blank nothing is left. Needs: valid UTF-8.
inline std::string_view trimmed(std::string_view line) {
  line = without_end_space(line);
  if (line.empty() || !line_space::may_be_white(line.front())) return line;
  return line_space::cut_begin(line);
}

}  // namespace pressmill::clean
