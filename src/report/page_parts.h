// SPDX-License-Identifier: Apache-2.0
//
// The page without its data, cut where the data goes. page_parts.cc is made at build time by
// tools/cmake/EmbedPage.cmake from src/report/page/ and Debian's Chart.js.
//
// Threads:  constants.

#pragma once

#include <string_view>

namespace pressmill::report {

extern const std::string_view kPageHead;     // up to the block of figures
extern const std::string_view kPageBetween;  // from there to the block of the run
extern const std::string_view kPageTail;     // the rest, scripts too

}  // namespace pressmill::report
