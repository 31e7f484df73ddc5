// SPDX-License-Identifier: Apache-2.0
//
// What a person says about a site's lines; it overrules everything else.
//
// TSV: site, line, keep or remove; "*" as the site stands for all. Lines are compared as
// line_key.h folds them. A site's own row wins over one for all sites.
//
// Threads:  const and shared once loaded.
// Failure:  Code::usage with path and line; for a line that is said to be both, too.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pressmill/error.h"

namespace pressmill::clean {

enum class Said : std::uint8_t { nothing, keep, remove };

class FurnitureList {
 public:
  static Result<FurnitureList> load(const std::string& path);
  bool empty() const { return said_.empty(); }
  std::size_t size() const { return said_.size(); }
  // Of a line, by its whole key, on a site, by the hash of its name.
  Said said(std::uint64_t site, std::uint64_t key) const;

 private:
  std::unordered_map<std::uint64_t, Said> said_;  // by site and key
};

}  // namespace pressmill::clean
