// SPDX-License-Identifier: Apache-2.0
//
// One hash table for all sites.

#include "clean/site_memory.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/hash.h"
#include "base/probe.h"

namespace pressmill::clean {
namespace {

constexpr std::size_t kFirstSlots = 1024;
// What stands in fewer than one article of so many is no habit of the site.
constexpr std::uint64_t kRarestShare = 200;
constexpr std::uint64_t kLeastArticles = 2;

// Of site, kind and key at once: 64 bits tell them apart.
std::uint64_t hash_of(std::uint64_t site, SiteKind kind, std::uint64_t key) {
  const std::uint64_t hash = mix64(mix64(mix64(site) + static_cast<std::uint64_t>(kind)) ^ key);
  return hash == 0 ? 1 : hash;
}

}  // namespace

std::string_view site_kind_name(SiteKind kind) {
  static constexpr std::array<std::string_view, kSiteKinds> kNames = {
      "articles", "line", "headline", "start", "end", "night", "above", "below", "seen"};
  return kNames[static_cast<std::size_t>(kind)];
}

bool is_worth_keeping(std::uint64_t entry_articles, std::uint64_t site_articles) {
  return entry_articles >= kLeastArticles && entry_articles * kRarestShare >= site_articles;
}

void SiteMemory::add(const SiteEntry& entry) {
  if ((used_ + 1) * 4 > slots_.size() * 3) grow();
  Slot& found = slot(hash_of(entry.site, entry.kind, entry.key));
  if (found.hash == 0) {
    found.hash = hash_of(entry.site, entry.kind, entry.key);
    ++used_;
  }
  found.articles += std::min(entry.articles, UINT32_MAX - found.articles);
}

std::uint32_t SiteMemory::articles(std::uint64_t site, SiteKind kind, std::uint64_t key) const {
  if (slots_.empty()) return 0;
  const std::uint64_t hash = hash_of(site, kind, key);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask; slots_[i].hash != 0; i = (i + 1) & mask)
    if (slots_[i].hash == hash) return slots_[i].articles;
  return 0;
}

SiteMemory::Slot& SiteMemory::slot(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (is_of_another(slots_[i].hash != 0, slots_[i].hash, hash)) i = (i + 1) & mask;
  return slots_[i];
}

void SiteMemory::grow() {
  std::vector<Slot> old(std::max(kFirstSlots, slots_.size() * 2));
  std::swap(old, slots_);
  for (const Slot& one : old)
    if (one.hash != 0) slot(one.hash) = one;
}

}  // namespace pressmill::clean
