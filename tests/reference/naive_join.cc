// SPDX-License-Identifier: Apache-2.0
//
// One article after the other: what is it, whom does it follow?

#include "tests/reference/naive_join.h"

#include <set>

namespace pressmill::reference {

namespace {

using dedup::Copy;
using dedup::Kind;
using dedup::NearMember;
using dedup::Reason;
using dedup::Verdict;

const NearMember* near_of(const NaiveJoin& found, std::uint64_t row) {
  for (const NearMember& member : found.near)
    if (member.row == row) return &member;
  return nullptr;
}

const Copy* copy_of(const NaiveJoin& found, std::uint64_t row) {
  for (const Copy& copy : found.copies)
    if (copy.row == row) return &copy;
  return nullptr;
}

const Copy* any_copy_under(const NaiveJoin& found, std::uint64_t original) {
  for (const Copy& copy : found.copies)
    if (copy.original == original) return &copy;
  return nullptr;
}

// The survivor of the article's cluster.
std::uint64_t survivor_of(const NaiveJoin& found, std::uint64_t row) {
  if (const Copy* copy = copy_of(found, row)) return survivor_of(found, copy->original);
  if (const NearMember* near = near_of(found, row)) return near->survivor;
  return row;
}

// Without number and size of its cluster.
Verdict verdict_of(const NaiveJoin& found, std::uint64_t row) {
  Verdict verdict;
  if (const Copy* copy = copy_of(found, row)) {
    const Verdict original = verdict_of(found, copy->original);
    if (original.reason != Reason::kept) return original;  // it goes as its text goes
    if (found.drop.exact) verdict.reason = Reason::exact;
    verdict.of = copy->original;
    verdict.kind = Kind::exact;
    verdict.shared = verdict.total = 1;
    verdict.indirect = survivor_of(found, row) != copy->original;
    return verdict;
  }
  const NearMember* near = near_of(found, row);
  if (near == nullptr) {
    verdict.why = static_cast<dedup::Why>(any_copy_under(found, row)->why);
  } else if (near->survivor == row) {
    verdict.why = near->why;
  } else {
    const bool drops_near = near->kind == Kind::near && found.drop.near;
    const bool drops_contained = near->kind == Kind::contained && found.drop.contained;
    if (near->may_go && drops_near) verdict.reason = Reason::near;
    if (near->may_go && drops_contained) verdict.reason = Reason::contained;
    verdict.of = near->of;
    verdict.indirect = near->of != near->survivor;
    verdict.kind = near->kind;
    verdict.shared = near->shared;
    verdict.total = near->total;
  }
  return verdict;
}

}  // namespace

std::map<std::uint64_t, Verdict> naive_join(const NaiveJoin& found) {
  std::set<std::uint64_t> members;
  for (const Copy& copy : found.copies) members.insert({copy.row, copy.original});
  for (const NearMember& member : found.near) members.insert(member.row);
  std::map<std::uint64_t, std::set<std::uint64_t>> clusters;  // by survivor
  for (const std::uint64_t row : members) clusters[survivor_of(found, row)].insert(row);
  std::map<std::uint64_t, Verdict> verdicts;
  std::uint64_t number = 0;
  for (const auto& [survivor, cluster] : clusters) {
    ++number;
    for (const std::uint64_t row : cluster) {
      verdicts[row] = verdict_of(found, row);
      verdicts[row].cluster = number;
    }
    verdicts[survivor].cluster_size = static_cast<std::uint32_t>(cluster.size());
  }
  return verdicts;
}

}  // namespace pressmill::reference
