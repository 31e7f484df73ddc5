// SPDX-License-Identifier: Apache-2.0
//
// Capitalised names as src/clean/name_runs.h defines them, read character by character: no scanner,
// no hash, no table of the mill's.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pressmill::reference {

// In order, as often as they stand there. Needs: valid UTF-8.
std::vector<std::string> naive_names(std::string_view utf8, bool is_german);

}  // namespace pressmill::reference
