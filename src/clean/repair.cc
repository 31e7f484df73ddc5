// SPDX-License-Identifier: Apache-2.0
//
// Markup first: references can stand for halves of mojibake ("Î&frac14;").

#include "clean/repair.h"

namespace pressmill::clean {

const std::string* TextRepair::repair(std::string_view text, RepairCounts& counts) {
  const bool is_stripped = strip_markup(text, stripped_, counts.markup);
  if (is_stripped) text = stripped_;
  if (mend_mojibake(text, mended_, counts.mojibake)) return &mended_;
  return is_stripped ? &stripped_ : nullptr;
}

}  // namespace pressmill::clean
