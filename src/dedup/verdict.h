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

#include "io/spill/columns.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

inline constexpr std::string_view kVerdictsKind = "verdicts";
inline constexpr std::uint32_t kVerdictsVersion = 3;  // 2: language, guard; 3: quality

// In order of precedence. Names in reason_name() are part of the output.
enum class Reason : std::uint8_t {
  kept = 0,
  empty = 1,
  language = 2,
  quality = 3,
  guard = 4,
  exact = 5,
};
inline constexpr std::size_t kReasonCount = 6;
std::string_view reason_name(Reason reason);

// What decided that the survivor of a cluster stays.
enum class Why : std::uint8_t { none = 0, fields = 1, earliest = 2, latest = 3, first = 4 };
std::string_view why_name(Why why);

struct Verdict {
  Reason reason = Reason::kept;
  Why why = Why::none;             // survivors of clusters only
  std::uint64_t of = 0;            // row of the survivor, for other members of its cluster
  std::uint64_t cluster = 0;       // 1-based; 0 = none
  std::uint32_t cluster_size = 0;  // members, the survivor too; set for survivors only

  // In a cluster whose survivor is another article; it goes, or is only marked.
  bool is_copy() const { return cluster != 0 && cluster_size == 0; }
};

class VerdictTable {
 public:
  explicit VerdictTable(std::size_t rows = 0);
  std::size_t size() const { return reason.size(); }
  void set(std::size_t row, const Verdict& verdict);
  Verdict operator[](std::size_t row) const;

  Status write(const std::string& path) const;
  static Result<VerdictTable> read(const std::string& path);

 private:
  std::vector<std::uint8_t> reason, why;
  std::vector<std::uint64_t> of, cluster;
  std::vector<std::uint32_t> cluster_size;
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
