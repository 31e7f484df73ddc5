// SPDX-License-Identifier: Apache-2.0
//
// Who was compared with whom in a component: of each member its partners, in order.
//
// In a family of a million versions each is a partner of dozens: lists that take more than what
// they are given lie in a scratch file, and only where each begins stays in memory. Stars ask for
// one list after the other, mostly upwards, so a few blocks of the file are remembered.
//
// Threads:  one owner.
// Memory:   8 bytes a member; 8 for each end of a pair, or, from a file, a few blocks and the
//           longest list that is asked for. Building in a file: what is given for the sort.
//           Scratch: at most 32 bytes a pair while they are sorted, then 16.
// Failure:  of() gives an empty list where the file cannot be read, and failure() says so.

#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "io/spill/external_sort.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

// Two members of a component that were compared, and what they share if they are alike; else 0.
struct ComparedPair {
  std::uint32_t a = 0;
  std::uint32_t b = 0;
  std::uint32_t shared = 0;
  auto operator<=>(const ComparedPair&) const = default;
};

class PartnerLists {
 public:
  struct Partner {
    std::uint32_t member;
    std::uint32_t shared;  // 0: compared, and unlike
  };

  PartnerLists();
  // Pairs in order, each once, a < b.
  static PartnerLists of_pairs(std::size_t members, std::span<const ComparedPair> pairs);
  PartnerLists(PartnerLists&& other) noexcept;
  PartnerLists& operator=(PartnerLists&& other) noexcept;
  ~PartnerLists();

  // In order of member. Valid until the second further call.
  std::span<const Partner> of(std::uint32_t member) const;
  std::size_t count(std::uint32_t member) const { return begin_[member + 1] - begin_[member]; }
  Status failure() const;

 private:
  friend class PartnerListsBuilder;
  class File;

  std::vector<std::uint64_t> begin_;  // per member; one more at the end
  std::vector<Partner> partners_;     // unless there is a file
  std::unique_ptr<File> file_;
};

// Builds them in a file.
class PartnerListsBuilder {
 public:
  PartnerListsBuilder(const std::string& scratch_prefix, std::uint64_t memory_bytes);
  // Each pair once, in any order.
  Status add(const ComparedPair& pair);
  std::uint64_t pairs() const { return ends_.count() / 2; }
  Result<PartnerLists> finish(std::size_t members);

 private:
  // A pair as one of the two sees it.
  struct End {
    std::uint32_t member = 0;
    std::uint32_t partner = 0;
    std::uint32_t shared = 0;
    auto operator<=>(const End&) const = default;
  };

  io::ScratchFile file_;
  io::ExternalSort<End> ends_;
};

}  // namespace pressmill::dedup
