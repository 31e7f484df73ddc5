// SPDX-License-Identifier: Apache-2.0
//
// Signatures of a segment's articles, as files keep them: what finds candidates.
//
// One row for each article that takes part in match, in row order: its row among the segment's
// cards, how many shingles it has, one key for each band, and its sampled shingles. Match reads
// one band at a time, so each is a column of its own. The files stay in OUT/index beside the
// cards; a later night compares with them if it uses the same bands. Byte by byte in
// docs/format-signatures.md.
//
// Order:    rows as the cards have them.
// Threads:  a table has one owner.
// Memory:   8 bytes a band and about half a byte a byte of text.
// Failure:  Code::output writing; Code::input reading; Code::refused for a newer version, or for
//           other bands than wanted.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dedup/lsh.h"
#include "io/spill/columns.h"
#include "pressmill/error.h"

namespace pressmill::dedup {

inline constexpr std::string_view kSignaturesKind = "signatures";
inline constexpr std::uint32_t kSignaturesVersion = 1;

struct SignatureTable {
  std::vector<std::uint32_t> row;                 // in the segment
  std::vector<std::uint32_t> shingles;            // of the text, repeated ones too
  std::vector<std::vector<std::uint64_t>> bands;  // [band][article]
  std::vector<std::uint64_t> samples;             // of all articles, one after the other
  std::vector<std::uint64_t> sample_ends;         // [article]

  std::size_t size() const { return row.size(); }
  // `keys`: one for each band, the same number for every article.
  void add(std::uint32_t at_row, std::uint32_t shingle_count, std::span<const std::uint64_t> keys,
           std::span<const std::uint64_t> sampled);
  // Appends `other`, its rows counted on from the one given.
  void append(const SignatureTable& other, std::uint32_t row_base);
  Status write(const Lsh& lsh, const std::string& path) const;
};

class SignatureReader {
 public:
  static Result<SignatureReader> open(const std::string& path, const Lsh& wanted);
  Result<std::vector<std::uint32_t>> rows() const { return columns_.read<std::uint32_t>("row"); }
  Result<std::vector<std::uint32_t>> shingles() const {
    return columns_.read<std::uint32_t>("shingles");
  }
  Result<std::vector<std::uint64_t>> band(unsigned number) const;
  Result<std::vector<std::uint64_t>> samples() const {
    return columns_.read<std::uint64_t>("samples");
  }
  Result<std::vector<std::uint64_t>> sample_ends() const {
    return columns_.read<std::uint64_t>("sample_ends");
  }

 private:
  explicit SignatureReader(io::ColumnsReader columns) : columns_(std::move(columns)) {}
  io::ColumnsReader columns_;
};

}  // namespace pressmill::dedup
