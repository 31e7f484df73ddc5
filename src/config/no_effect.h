// SPDX-License-Identifier: Apache-2.0
//
// Settings that change nothing beside the others: said, not refused.
//
// Who asks for `--site-memory` with `--clean off` will look for what it did. Files of settings name
// every setting, so a value that is the fallback's is never remarked on.
//
// Threads:  pure functions.
// Order:    that of the rules in no_effect.cc.

#pragma once

#include <string>
#include <vector>

#include "config/settings.h"

namespace pressmill::config {

// One line for each setting without effect: the setting as typed, and why. `plan` is what
// `settings` say.
std::vector<std::string> without_effect(const Settings& settings, const Plan& plan);

}  // namespace pressmill::config
