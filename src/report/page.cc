// SPDX-License-Identifier: Apache-2.0
//
// Template and data, one after another.

#include "report/page.h"

#include "report/page_data.h"
#include "report/page_parts.h"

namespace pressmill::report {

std::string page(std::string_view stats, std::string_view facts) {
  std::string html(kPageHead);
  html += page_data(stats.substr(stats.find('{')));
  html += kPageBetween;
  html += facts.empty() ? "null" : script_safe(facts);
  html += kPageTail;
  return html;
}

}  // namespace pressmill::report
