// SPDX-License-Identifier: Apache-2.0
//
// Repair before normalising: halves of mojibake look like controls and odd spaces.

#include "clean/prepare.h"

namespace pressmill::clean {

PreparedText TextPreparer::prepare(std::string_view text, RepairCounts& counts) {
  PreparedText prepared;
  prepared.text = text;
  if (repairs_) prepared.changed = repair_.repair(text, counts);
  if (prepared.changed != nullptr) prepared.text = *prepared.changed;
  if (!normalises_) return prepared;
  prepared.is_normalised = text::normalise(prepared.text, normal_, prepared.kinds);
  if (!prepared.is_normalised) return prepared;
  prepared.changed = &normal_;
  prepared.text = normal_;
  return prepared;
}

}  // namespace pressmill::clean
