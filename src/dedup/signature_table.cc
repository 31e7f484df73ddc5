// SPDX-License-Identifier: Apache-2.0
//
// Signatures to columns and back.

#include "dedup/signature_table.h"

#include <fmt/format.h>

#include "dedup/signature.h"

namespace pressmill::dedup {

namespace {

std::string band_name(std::size_t band) {
  return fmt::format("band_{:03}", band);
}

// What must be equal for keys to be comparable.
std::vector<std::uint32_t> parameters(const Lsh& lsh) {
  return {lsh.shingle_words, lsh.bands, lsh.rows, kSampleScale};
}

}  // namespace

void SignatureTable::add(std::uint32_t at_row, std::uint32_t shingle_count,
                         std::span<const std::uint64_t> keys,
                         std::span<const std::uint64_t> sampled) {
  row.push_back(at_row);
  shingles.push_back(shingle_count);
  bands.resize(keys.size());
  for (std::size_t band = 0; band < keys.size(); ++band) bands[band].push_back(keys[band]);
  samples.insert(samples.end(), sampled.begin(), sampled.end());
  sample_ends.push_back(samples.size());
}

void SignatureTable::append(const SignatureTable& other, std::uint32_t row_base) {
  for (const std::uint32_t r : other.row) row.push_back(r + row_base);
  shingles.insert(shingles.end(), other.shingles.begin(), other.shingles.end());
  if (bands.empty()) bands.resize(other.bands.size());
  for (std::size_t band = 0; band < other.bands.size(); ++band)
    bands[band].insert(bands[band].end(), other.bands[band].begin(), other.bands[band].end());
  const std::uint64_t base = samples.size();
  for (const std::uint64_t end : other.sample_ends) sample_ends.push_back(base + end);
  samples.insert(samples.end(), other.samples.begin(), other.samples.end());
}

Status SignatureTable::write(const Lsh& lsh, const std::string& path) const {
  io::ColumnsWriter writer(kSignaturesKind, kSignaturesVersion);
  const std::vector<std::uint32_t> made_with = parameters(lsh);
  const std::vector<std::uint64_t> none;
  writer.add("parameters", made_with);
  writer.add("row", row);
  writer.add("shingles", shingles);
  for (std::size_t band = 0; band < lsh.bands; ++band)
    writer.add(band_name(band), bands.empty() ? none : bands[band]);
  writer.add("samples", samples);
  writer.add("sample_ends", sample_ends);
  return writer.write(path);
}

Result<SignatureReader> SignatureReader::open(const std::string& path, const Lsh& wanted) {
  auto columns =
      io::ColumnsReader::open(path, kSignaturesKind, kSignaturesVersion, kSignaturesVersion);
  if (!columns) return columns.error();
  auto made_with = columns->read<std::uint32_t>("parameters");
  if (!made_with) return made_with.error();
  if (*made_with != parameters(wanted))
    return Error(Code::refused, "signatures were made with other bands; run again with --fresh",
                 Place{.path = path});
  return SignatureReader(std::move(*columns));
}

Result<std::vector<std::uint64_t>> SignatureReader::band(unsigned number) const {
  return columns_.read<std::uint64_t>(band_name(number));
}

}  // namespace pressmill::dedup
