// SPDX-License-Identifier: Apache-2.0
//
// Verdicts: what becomes of each article, one row per card, in the same order.
//
// Beyond match no verdict changes. A verdict names the reason, and for a duplicate the partner
// that stays with the similarity that was found. Byte by byte in docs/format-verdicts.md.
//
// Threads:  a table has one owner.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/kind.h"
#include "io/spill/columns.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

inline constexpr std::string_view kVerdictsKind = "verdicts";
inline constexpr std::uint32_t kVerdictsVersion = 4;  // 4: near-duplicates

// In order of precedence. Names in reason_name() are part of the output.
enum class Reason : std::uint8_t {
  kept = 0,
  empty = 1,
  language = 2,
  quality = 3,
  guard = 4,
  exact = 5,
  near = 6,
  contained = 7,
};
inline constexpr std::size_t kReasonCount = 8;
std::string_view reason_name(Reason reason);

// What decided that the survivor of a cluster stays.
enum class Why : std::uint8_t {
  none = 0,
  fields = 1,
  earliest = 2,
  latest = 3,
  first = 4,
  longest = 5,
  preferred = 6,  // its site
  centre = 7,     // the rule's favourite is not like every member; this one is
};
inline constexpr std::size_t kWhyCount = 8;
std::string_view why_name(Why why);

struct Verdict {
  Reason reason = Reason::kept;
  Why why = Why::none;   // survivors of clusters only
  std::uint64_t of = 0;  // row of the article it was compared with, unless survivor: one that stays
  std::uint64_t cluster = 0;       // 1-based; 0 = none
  std::uint32_t cluster_size = 0;  // members, the survivor too; set for survivors only

  Kind kind = Kind::none;  // of a member that is not the survivor, towards `of`
  bool indirect = false;   // `of` is not the cluster's survivor but another member, which stays
  // The similarity as a ratio of shingles: of both together for near, of the smaller article for
  // contained and contains. Exact copies have 1 / 1.
  std::uint32_t shared = 0;
  std::uint32_t total = 0;

  // In a cluster whose survivor is another article; it goes, or is only marked.
  bool is_copy() const { return cluster != 0 && cluster_size == 0; }
};

// "0.9312": four decimals, half to even.
std::string similarity_text(const Verdict& verdict);

class VerdictTable {
 public:
  explicit VerdictTable(std::size_t rows = 0);
  std::size_t size() const { return reason.size(); }
  void set(std::size_t row, const Verdict& verdict);
  Verdict operator[](std::size_t row) const;

  // Calls visit(name, column) for every column: the one list of them.
  template <class Table, class Visit>
  static void each_column(Table& t, Visit visit) {
    visit("reason", t.reason);
    visit("why", t.why);
    visit("kind", t.kind);
    visit("indirect", t.indirect);
    visit("of", t.of);
    visit("cluster", t.cluster);
    visit("cluster_size", t.cluster_size);
    visit("shared", t.shared);
    visit("total", t.total);
  }

  Status write(const std::string& path) const;
  static Result<VerdictTable> read(const std::string& path);

 private:
  std::vector<std::uint8_t> reason, why, kind, indirect;
  std::vector<std::uint64_t> of, cluster;
  std::vector<std::uint32_t> cluster_size, shared, total;
};

// Single rows of a file of verdicts, and the column of reasons.
class VerdictReader {
 public:
  static Result<VerdictReader> open(const std::string& path);
  Result<std::vector<std::uint8_t>> reasons() const {
    return columns_.read<std::uint8_t>("reason");
  }
  Result<Verdict> row(std::uint64_t row) const;

 private:
  explicit VerdictReader(io::ColumnsReader columns) : columns_(std::move(columns)) {}
  io::ColumnsReader columns_;
};

}  // namespace pressmill::dedup
