// SPDX-License-Identifier: Apache-2.0
//
// What `pressmill stats` makes of a plan: the dump is measured as it is.
//
// Threads:  pure function.

#pragma once

#include "pressmill/plan.h"

namespace pressmill::config {

// The plan without what takes out of texts, removes articles or writes them: texts are measured as
// they came, and duplicates are looked for and marked. What it changes takes the fallback's value
// or "off", so that settings without effect do not enter the fingerprint. Changes nothing the
// second time.
Plan statistics_of(Plan plan);

}  // namespace pressmill::config
