// SPDX-License-Identifier: Apache-2.0
//
// Asking ICU.

#include "text/unicode_version.h"

#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace pressmill::text {

namespace {

std::string in_digits(const UVersionInfo version) {
  char digits[U_MAX_VERSION_STRING_LENGTH];
  u_versionToString(version, digits);
  return digits;
}

}  // namespace

std::string unicode_version() {
  UVersionInfo unicode;
  UVersionInfo icu;
  u_getUnicodeVersion(unicode);
  u_getVersion(icu);
  return in_digits(unicode) + " (ICU " + in_digits(icu) + ")";
}

}  // namespace pressmill::text
