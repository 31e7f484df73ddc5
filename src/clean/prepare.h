// SPDX-License-Identifier: Apache-2.0
//
// What every text goes through before its lines are looked at: repair, then the normal form; each
// where it is wanted.
//
// Survey and refine both call this, so that both see the same lines.
//
// Threads:  one owner; scratch is kept from text to text.
// Needs:    valid UTF-8.

#pragma once

#include <string>
#include <string_view>

#include "clean/repair.h"
#include "text/normalise.h"

namespace pressmill::clean {

struct PreparedText {
  std::string_view text;
  const std::string* changed = nullptr;  // the text, where it is not the one that came
  bool is_normalised = false;            // the normal form is another
  text::NormaliseCounts kinds;           // what the normal form changed
};

class TextPreparer {
 public:
  TextPreparer(bool repairs, bool normalises) : repairs_(repairs), normalises_(normalises) {}

  // Lives until the next call. Counts are added to.
  PreparedText prepare(std::string_view text, RepairCounts& counts);

 private:
  bool repairs_;
  bool normalises_;
  TextRepair repair_;
  std::string normal_;
};

}  // namespace pressmill::clean
