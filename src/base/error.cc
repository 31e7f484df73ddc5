// SPDX-License-Identifier: Apache-2.0
//
// How an error reads: `path:line: what (byte n); what to do`, leaving out what is not known.

#include "pressmill/error.h"

#include <fmt/format.h>

#include <algorithm>

namespace pressmill {

Error&& Error::at(const Place& outer) && {
  if (place_.path.empty()) place_.path = outer.path;
  if (place_.line == 0) place_.line = outer.line;
  if (place_.offset < 0) place_.offset = outer.offset;
  return std::move(*this);
}

std::string Error::text() const {
  const std::string line = place_.line > 0 ? fmt::format(":{}", place_.line) : "";
  const std::string where = place_.path.empty() ? "" : fmt::format("{}{}: ", place_.path, line);
  const std::string byte = place_.offset >= 0 ? fmt::format(" (byte {})", place_.offset) : "";
  // What is wrong, where, then what to do.
  const std::size_t remedy = std::min(what_.find("; "), what_.size());
  return fmt::format("{}{}{}{}", where, what_.substr(0, remedy), byte, what_.substr(remedy));
}

}  // namespace pressmill
