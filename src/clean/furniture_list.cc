// SPDX-License-Identifier: Apache-2.0
//
// Reading the list.

#include "clean/furniture_list.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "clean/line_key.h"
#include "clean/site_memory.h"
#include "clean/tsv.h"

namespace pressmill::clean {
namespace {

constexpr std::string_view kHeader = "site\tline\tsay";
constexpr std::size_t kColumns = 3;

std::uint64_t place_of(std::uint64_t site, std::uint64_t key) {
  return mix64(site) ^ key;
}

Error wrong(std::string what) {
  return {Code::usage, std::move(what)};
}

}  // namespace

Result<FurnitureList> FurnitureList::load(const std::string& path) {
  FurnitureList list;
  LineKeyer keyer;
  Status s = each_row(path, kColumns, kHeader, [&](std::span<const std::string_view> f) -> Status {
    if (f.size() < kColumns) return wrong("a row needs site, line and keep or remove");
    if (f[2] != "keep" && f[2] != "remove")
      return wrong(fmt::format("\"{}\" is neither keep nor remove", f[2]));
    const std::uint64_t key = keyer.keys(f[1]).whole;
    if (key == 0) return wrong("lines are known by their letters, and this one has fewer than two");
    const Said said = f[2] == "keep" ? Said::keep : Said::remove;
    const auto [at, is_new] = list.said_.try_emplace(place_of(hash64(f[0]), key), said);
    if (!is_new && at->second != said) return wrong("an earlier row says the opposite");
    return {};
  });
  if (!s) return s.error();
  return list;
}

Said FurnitureList::said(std::uint64_t site, std::uint64_t key) const {
  static const std::uint64_t kAll = hash64(kAllSites);
  if (key == 0 || said_.empty()) return Said::nothing;
  for (const std::uint64_t of : {site, kAll})
    if (const auto it = said_.find(place_of(of, key)); it != said_.end()) return it->second;
  return Said::nothing;
}

}  // namespace pressmill::clean
