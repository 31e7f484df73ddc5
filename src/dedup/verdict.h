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
inline constexpr std::uint32_t kVerdictsVersion = 2;  // 2: language, guard

// In order of precedence. Names in reason_name() are part of the output.
enum class Reason : std::uint8_t { kept = 0, empty = 1, language = 2, guard = 3, exact = 4 };
inline constexpr std::size_t kReasonCount = 5;
std::string_view reason_name(Reason reason);

// What decided that the survivor of a cluster stays.
enum class Why : std::uint8_t { none = 0, fields = 1, earliest = 2, latest = 3, first = 4 };
std::string_view why_name(Why why);

struct Verdict {
  Reason reason = Reason::kept;
  Why why = Why::none;             // survivors of clusters only
  std::uint64_t of = 0;            // row of the survivor, for members that go
  std::uint64_t cluster = 0;       // 1-based; 0 = none
  std::uint32_t cluster_size = 0;  // members, the survivor too; set for survivors only
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
