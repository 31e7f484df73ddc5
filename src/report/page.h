// SPDX-License-Identifier: Apache-2.0
//
// report.html: one file that shows the figures of stats.json, offline.
//
// The page is the same for every run but for two data blocks. Its Content-Security-Policy allows
// the scripts and styles that were built in, by their hashes, and no request to anywhere; what
// articles say is in the data blocks alone, and the scripts put it into text nodes.
//
// Threads:  pure function.
// Memory:   at most 5 MB of page; page_data() says of what.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::report {

// `stats`: the text of stats.json. `facts`: of pipeline::facts_json(), or "".
// Needs: valid JSON objects.
std::string page(std::string_view stats, std::string_view facts);

}  // namespace pressmill::report
