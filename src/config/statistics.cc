// SPDX-License-Identifier: Apache-2.0
//
// Switching off.

#include "config/statistics.h"

namespace pressmill::config {

Plan statistics_of(Plan plan) {
  const Plan fallback;
  plan.stats_only = true;
  plan.repair = plan.normalise = plan.clean = plan.survey = plan.audit_lines = false;
  plan.clean_threshold = fallback.clean_threshold;
  plan.line_model = fallback.line_model;
  plan.site_memory.clear();
  plan.furniture.clear();
  plan.guard = fallback.guard;
  plan.guard_share = fallback.guard_share;
  plan.languages.clear();
  if (plan.pii == Pii::mask) plan.pii = Pii::count;
  plan.drop_quality = plan.drop_language = false;
  plan.drop_exact = plan.drop_near = plan.drop_contained = false;
  plan.dropped = fallback.dropped;
  plan.max_dropped.reset();
  return plan;
}

}  // namespace pressmill::config
