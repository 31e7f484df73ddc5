// SPDX-License-Identifier: Apache-2.0
//
// The three sorts of exact matching.

#include "dedup/exact.h"

#include <compare>
#include <vector>

#include "dedup/survivor.h"
#include "io/spill/external_sort.h"

namespace pressmill::dedup {

namespace {

struct Key {
  Hash128 hash;
  std::uint64_t rank;
  std::uint64_t row;
  auto operator<=>(const Key&) const = default;
};

// One per member of a cluster; the survivor's own has row == survivor, and size and why.
struct Copy {
  std::uint64_t survivor;
  std::uint64_t row;
  std::uint64_t size;
  std::uint64_t why;
  auto operator<=>(const Copy&) const = default;
};

struct Decided {
  std::uint64_t row;
  std::uint64_t survivor;
  std::uint64_t cluster;
  std::uint64_t size;
  std::uint64_t why;
  auto operator<=>(const Decided&) const = default;
};

}  // namespace

struct ExactMatch::State {
  State(const std::string& prefix, std::uint64_t memory, Survivor survivor_rule)
      : keys(prefix + "keys", memory / 2),
        copies(prefix + "copies", memory / 4),
        decided(prefix + "decided", memory / 4),
        rule(survivor_rule) {}

  // Members share a hash and come best first. They are passed on one by one, so that a group of
  // any size takes no memory; its size is known at its end and goes with the survivor.
  Status bring_copies_together() {
    Key survivor{};
    std::uint64_t size = 0;
    Why why = Why::none;
    const auto close_group = [&]() -> Status {
      if (size < 2) return {};
      return copies.add({survivor.row, survivor.row, size, static_cast<std::uint64_t>(why)});
    };
    Status s = keys.finish([&](const Key& key) -> Status {
      if (size > 0 && survivor.hash == key.hash) {
        if (++size == 2) why = survivor_why(rule, survivor.rank, key.rank);
        return copies.add({survivor.row, key.row, 0, 0});
      }
      Status closed = close_group();
      survivor = key;
      size = 1;
      return closed;
    });
    if (!s) return s;
    return close_group();
  }

  Status number_clusters() {
    std::uint64_t last = UINT64_MAX;
    return copies.finish([&](const Copy& copy) {
      if (copy.survivor != last) ++clusters;
      last = copy.survivor;
      return decided.add({copy.row, copy.survivor, clusters, copy.size, copy.why});
    });
  }

  io::ExternalSort<Key> keys;
  io::ExternalSort<Copy> copies;
  io::ExternalSort<Decided> decided;
  Survivor rule;
  std::uint64_t clusters = 0;
};

ExactMatch::ExactMatch(const std::string& scratch_prefix, std::uint64_t memory_bytes, Survivor rule)
    : state_(std::make_unique<State>(scratch_prefix, memory_bytes, rule)) {}
ExactMatch::~ExactMatch() = default;

Status ExactMatch::add(std::uint64_t row, const Hash128& hash, std::uint64_t rank) {
  return state_->keys.add({hash, rank, row});
}

Status ExactMatch::finish(const Visit& visit) {
  if (Status s = state_->bring_copies_together(); !s) return s;
  if (Status s = state_->number_clusters(); !s) return s;
  return state_->decided.finish([&](const Decided& d) {
    Verdict verdict;
    verdict.cluster = d.cluster;
    verdict.cluster_size = static_cast<std::uint32_t>(d.size);
    if (d.row == d.survivor) {
      verdict.why = static_cast<Why>(d.why);
    } else {
      verdict.reason = Reason::exact;
      verdict.of = d.survivor;
    }
    return visit(d.row, verdict);
  });
}

std::uint64_t ExactMatch::clusters() const {
  return state_->clusters;
}

}  // namespace pressmill::dedup
