// SPDX-License-Identifier: Apache-2.0
//
// What a text needs before it is normalised: markup taken out, mojibake mended.
//
// Bad bytes and lone surrogates are mended before, on the whole line (doc/mend.h); white space,
// controls and invisible characters come after (text/normalise.h).
//
// Threads:  one owner; scratch is kept from text to text.
// Needs:    valid UTF-8.

#pragma once

#include <string>
#include <string_view>

#include "clean/markup.h"
#include "clean/mojibake.h"

namespace pressmill::clean {

struct RepairCounts {
  MarkupCounts markup;
  MojibakeCounts mojibake;
};

class TextRepair {
 public:
  // The text as it should be, until the next call; null where nothing is to be done. Counts are
  // added to.
  const std::string* repair(std::string_view text, RepairCounts& counts);

 private:
  std::string stripped_;
  std::string mended_;
};

}  // namespace pressmill::clean
