// SPDX-License-Identifier: Apache-2.0
//
// Markup first: references can stand for halves of mojibake ("Î&frac14;").

#include "clean/repair.h"

namespace pressmill::clean {

std::string_view TextRepair::repair(std::string_view text, RepairCounts& counts) {
  if (strip_markup(text, stripped_, counts.markup)) text = stripped_;
  if (mend_mojibake(text, mended_, counts.mojibake)) text = mended_;
  return text;
}

}  // namespace pressmill::clean
