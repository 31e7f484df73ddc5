// SPDX-License-Identifier: Apache-2.0
//
// Joining copies with what became of their originals, numbering clusters.

#include "dedup/clusters.h"

#include <optional>

namespace pressmill::dedup {

namespace {

// An exact copy is its original's equal.
Verdict copy_of(std::uint64_t original, bool is_dropped) {
  Verdict verdict;
  verdict.reason = is_dropped ? Reason::exact : Reason::kept;
  verdict.of = original;
  verdict.kind = Kind::exact;
  verdict.shared = 1;
  verdict.total = 1;
  return verdict;
}

}  // namespace

Clusters::Clusters(const std::string& scratch_prefix, std::uint64_t memory_bytes, DropKinds drop)
    : drop_(drop),
      findings_(scratch_prefix + "findings", memory_bytes / 2),
      members_(scratch_prefix + "members", memory_bytes / 4),
      decided_(scratch_prefix + "decided", memory_bytes / 4) {}

Status Clusters::add_copy(const Copy& copy) {
  NearMember why_only;
  why_only.why = static_cast<Why>(copy.why);
  return findings_.add({copy.original, copy.row, why_only});
}

Status Clusters::add_near(const NearMember& member) {
  return findings_.add({member.row, member.row, member});
}

Verdict Clusters::verdict_of(const NearMember& member) const {
  Verdict verdict;
  if (member.row == member.survivor) {
    verdict.why = member.why;
    return verdict;
  }
  verdict.of = member.of;
  verdict.indirect = member.of != member.survivor;
  verdict.kind = member.kind;
  verdict.shared = member.shared;
  verdict.total = member.total;
  if (!member.may_go) return verdict;
  if (member.kind == Kind::near && drop_.near) verdict.reason = Reason::near;
  if (member.kind == Kind::contained && drop_.contained) verdict.reason = Reason::contained;
  return verdict;
}

Status Clusters::join_copies() {
  std::optional<NearMember> near;       // of the text under way
  std::uint64_t original = UINT64_MAX;  // that has copies and nothing near
  return findings_.finish([&](const Finding& f) -> Status {
    if (!f.is_copy()) {
      near = f.near;
      return members_.add({near->survivor, near->row, verdict_of(*near)});
    }
    const bool has_near = near && near->row == f.text_row;
    if (!has_near && original != f.text_row) {
      original = f.text_row;
      Verdict survivor;
      survivor.why = f.near.why;
      if (Status s = members_.add({original, original, survivor}); !s) return s;
    }
    return add_copy_of(f, has_near ? &*near : nullptr);
  });
}

Status Clusters::add_copy_of(const Finding& copy, const NearMember* original) {
  Verdict verdict = copy_of(copy.text_row, drop_.exact);
  if (original == nullptr) return members_.add({copy.text_row, copy.row, verdict});
  verdict.indirect = original->survivor != copy.text_row;
  if (const Verdict same = verdict_of(*original); same.reason != Reason::kept) verdict = same;
  return members_.add({original->survivor, copy.row, verdict});
}

// The size is known behind a cluster's last member; its survivor is told then, and the sort by
// rows puts it where it belongs.
Status Clusters::number() {
  std::optional<Member> survivor;
  std::uint64_t cluster_of = UINT64_MAX;
  std::uint32_t size = 0;
  const auto close = [&]() -> Status {
    if (!survivor) return {};
    survivor->verdict.cluster = clusters_;
    survivor->verdict.cluster_size = size;
    const Decided decided{survivor->row, survivor->verdict};
    survivor.reset();
    return decided_.add(decided);
  };
  Status s = members_.finish([&](const Member& member) -> Status {
    if (member.survivor != cluster_of) {
      if (Status closed = close(); !closed) return closed;
      cluster_of = member.survivor;
      ++clusters_;
      size = 0;
    }
    ++size;
    if (member.row == member.survivor) {
      survivor = member;
      return {};
    }
    Decided decided{member.row, member.verdict};
    decided.verdict.cluster = clusters_;
    return decided_.add(decided);
  });
  return s ? close() : s;
}

Status Clusters::finish(const Visit& visit) {
  if (Status s = join_copies(); !s) return s;
  if (Status s = number(); !s) return s;
  return decided_.finish([&](const Decided& d) { return visit(d.row, d.verdict); });
}

}  // namespace pressmill::dedup
