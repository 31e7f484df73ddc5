// SPDX-License-Identifier: Apache-2.0
//
// One component of the candidate graph: its pairs verified on the texts' shingles, its clusters.
//
// Candidates are guesses; what counts is an edge, a pair in scope whose sets were compared: Jaccard
// of at least `near`, or the smaller contained in the other by at least `contained`. Components of
// up to kAllPairs members are compared pair by pair, so that their clusters do not depend on what
// was guessed; beyond that the candidates are, and each star's centre with all who are not placed.
//
// Stars: the article with most unplaced neighbours becomes a centre (ties: rank, then row), takes
// them, and so on until nobody has any. Chains join what is not alike; every member of a star is
// like its centre. A star leaves out what is another story on a page of several: contained in the
// centre, unlike the star's main article (that of the contained ones which most others are versions
// of; of equals the largest), no less than a quarter of it.
//
// The survivor is the best-ranked member, if it is like every other and none of the others stays
// under it that would go under the centre; else the centre. Only the contained side of a
// containment can go: where the survivor lies within another member under which it would go, and
// all that goes under it, that one survives instead. A survivor that is a roundup, one that
// contains two articles unlike each other, removes none that it contains.
//
// What is contained stays by default, and what is in a roundup always. Among the members of a star
// that stay, near ones are clustered once more, by the same rules: versions of one story on a page
// of several, or of one excerpt, are no reason to keep them all. They go for the one of them that
// survives.
//
// Order:    answers depend on the members and the set of candidates alone, not on the order of the
//           candidates nor on what lies behind the source. With ranks all different, renumbering
//           rows changes no cluster (while the budget lasts).
// Cost:     at most `budget` comparisons, in a fixed order; those that were made before cost none.
//           A component whose members are all alike takes a few comparisons a member. Where stars
//           are so many that the budget does not let each centre meet everyone, it meets those who
//           share a candidate with it. What the budget leaves over stays and is counted.
// Memory:   about 200 bytes a member, and the lists of partners; two shingle sets at a time, behind
//           the source.
// Threads:  one caller; any number of components at a time with a source each.
// Failure:  of the source.

#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "dedup/kind.h"
#include "dedup/partner_lists.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::dedup {

// So many members at the most have all their pairs compared.
inline constexpr std::size_t kAllPairs = 32;

struct Member {
  std::uint64_t row = 0;
  std::uint64_t rank = 0;  // by the survivor rule: the smaller wins, ties go by row
  std::uint64_t site = 0;
  std::uint32_t words = 0;
  std::uint32_t shingles = 0;  // in its set; 0: not known
};

// Whether pairs of the two count.
inline bool in_scope(Scope scope, const Member& a, const Member& b) {
  return scope == Scope::all || (a.site == b.site) == (scope == Scope::site);
}

class ShingleSource {
 public:
  virtual ~ShingleSource() = default;
  // The shingle set of a member, by its index: sorted, distinct. Valid until the second further
  // call for other members.
  virtual Result<std::span<const std::uint64_t>> of(std::uint32_t member) = 0;
};

struct ComponentSettings {
  std::uint32_t near = 0;       // ten-thousandths of Jaccard; 0: off
  std::uint32_t contained = 0;  // ten-thousandths of containment; 0: off
  Scope scope = Scope::all;
  std::uint64_t budget = UINT64_MAX;  // comparisons
  bool drops_contained = false;       // else what is contained in a survivor stays
};

struct Decision {
  std::uint32_t member = 0;    // index
  std::uint32_t survivor = 0;  // index; the member's own for survivors
  std::uint32_t of = 0;        // index; the article it was compared with, which stays: mostly the
                               // survivor
  Kind kind = Kind::none;      // towards `of`; none for survivors; never exact
  bool may_go = false;         // near, or contained in a survivor that is no roundup
  // The ratio behind kind: total is the union for near, else the size of the smaller set.
  std::uint32_t shared = 0;
  std::uint32_t total = 0;
  bool by_rule =
      false;  // survivors: best-ranked of the cluster; else they stay by their place in it
};

struct ComponentResult {
  std::vector<Decision> decisions;  // of the members of clusters, in order of member
  std::uint64_t comparisons = 0;
  std::uint64_t unverified = 0;  // candidate pairs left over by the budget
  std::uint64_t cut_stars = 0;   // clusters whose centre it kept from meeting every unplaced member
};

// Members in order of row; candidates are pairs of their indices, in any order, repeated or not.
Result<ComponentResult> decide_component(
    std::span<const Member> members,
    std::vector<std::pair<std::uint32_t, std::uint32_t>> candidates, ShingleSource& source,
    const ComponentSettings& settings);

// Where every candidate was compared before, in scope: a list has those that are alike. Needs: the
// members' shingles.
Result<ComponentResult> decide_component(std::span<const Member> members, PartnerLists verified,
                                         ShingleSource& source, const ComponentSettings& settings);

}  // namespace pressmill::dedup
