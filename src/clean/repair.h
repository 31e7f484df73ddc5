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
  // The text as it should be: itself where nothing was to be done, else a view that lives until
  // the next call. Counts are added to.
  std::string_view repair(std::string_view text, RepairCounts& counts);

 private:
  std::string stripped_;
  std::string mended_;
};

}  // namespace pressmill::clean
