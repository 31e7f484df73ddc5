// SPDX-License-Identifier: Apache-2.0
//
// Who survives of a star, and who may go.
//
// Threads:  one owner.
// Failure:  of the source of shingles.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "dedup/star.h"

namespace pressmill::dedup {

class StarSurvivor {
 public:
  StarSurvivor(const PairTable& table, PairComparer& comparer, const Star& star);

  // Appends a decision for each member of the star, in order of member.
  Status decide(std::vector<Decision>& decisions);

 private:
  // A member with what every other shares with it.
  struct Host {
    std::uint32_t member = 0;
    bool is_roundup = false;
    std::vector<std::uint32_t> shared;  // beside members_; of its own: unused
  };

  Result<std::optional<Host>> host(std::uint32_t member);
  Result<std::optional<std::uint32_t>> shared_in_scope(std::uint32_t a, std::uint32_t b);
  Result<std::vector<std::uint32_t>> contained_in(const Host& host);
  Result<bool> is_roundup(std::vector<std::uint32_t> contained);
  Result<bool> has_unlike(const std::vector<std::uint32_t>& contained, std::size_t begin,
                          std::size_t end, std::uint32_t article,
                          std::optional<std::uint32_t>& least_like);
  Result<Host> within_another(Host survivor);

  Kind kind(std::size_t at, const Host& host) const;
  bool may_go(std::size_t at, const Host& host) const;
  bool loses_nothing(const Host& from, const Host& to) const;
  std::vector<std::uint32_t> around(const Host& host) const;
  Decision decision(std::size_t at, const Host& survivor) const;

  const PairTable& table_;
  PairComparer& comparer_;
  const Star& star_;
  std::vector<std::uint32_t> members_;  // in order
  std::uint32_t best_ = 0;
};

}  // namespace pressmill::dedup
