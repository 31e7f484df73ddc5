// SPDX-License-Identifier: Apache-2.0
//
// Brings a written date to one form: lower case, ASCII digits and separators, single spaces.
//
// Digits of other scripts, full-width characters, typographic dashes, direction marks and the
// Chinese, Japanese and Korean unit signs (2018年6月18日 becomes "2018-6-18 ") are all gone
// afterwards, so that the reader of dates knows one alphabet of signs.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::doc {

// Empty for text with broken characters, mended or not: one of them may have been a digit.
std::string fold_date(std::string_view text);

}  // namespace pressmill::doc
