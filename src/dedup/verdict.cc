// SPDX-License-Identifier: Apache-2.0
//
// Verdicts to columns and back.

#include "dedup/verdict.h"

#include <array>
#include <optional>

#include "io/spill/columns.h"

namespace pressmill::dedup {

std::string_view reason_name(Reason reason) {
  static constexpr std::array<std::string_view, kReasonCount> kNames = {
      "kept", "empty", "language", "quality", "guard", "exact"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view why_name(Why why) {
  static constexpr std::array<std::string_view, 5> kNames = {"", "most_fields", "earliest",
                                                             "latest", "first"};
  return kNames[static_cast<std::size_t>(why)];
}

VerdictTable::VerdictTable(std::size_t rows)
    : reason(rows), why(rows), of(rows), cluster(rows), cluster_size(rows) {}

void VerdictTable::set(std::size_t row, const Verdict& verdict) {
  reason[row] = static_cast<std::uint8_t>(verdict.reason);
  why[row] = static_cast<std::uint8_t>(verdict.why);
  of[row] = verdict.of;
  cluster[row] = verdict.cluster;
  cluster_size[row] = verdict.cluster_size;
}

Verdict VerdictTable::operator[](std::size_t row) const {
  return {static_cast<Reason>(reason[row]), static_cast<Why>(why[row]), of[row], cluster[row],
          cluster_size[row]};
}

Status VerdictTable::write(const std::string& path) const {
  io::ColumnsWriter writer(kVerdictsKind, kVerdictsVersion);
  writer.add("reason", reason);
  writer.add("why", why);
  writer.add("of", of);
  writer.add("cluster", cluster);
  writer.add("cluster_size", cluster_size);
  return writer.write(path);
}

Result<VerdictTable> VerdictTable::read(const std::string& path) {
  auto columns = io::ColumnsReader::open(path, kVerdictsKind, kVerdictsVersion, kVerdictsVersion);
  if (!columns) return columns.error();
  VerdictTable table;
  std::optional<Error> failed;
  const auto load = [&](const char* name, auto& column) {
    using Value = typename std::decay_t<decltype(column)>::value_type;
    auto values = columns->read<Value>(name);
    if (values)
      column = std::move(*values);
    else
      failed = values.error();
  };
  load("reason", table.reason);
  load("why", table.why);
  load("of", table.of);
  load("cluster", table.cluster);
  load("cluster_size", table.cluster_size);
  if (failed) return *failed;
  for (const std::uint8_t r : table.reason)
    if (r >= kReasonCount) return Error(Code::input, "unknown reason", Place{.path = path});
  return table;
}

Result<VerdictReader> VerdictReader::open(const std::string& path) {
  auto columns = io::ColumnsReader::open(path, kVerdictsKind, kVerdictsVersion, kVerdictsVersion);
  if (!columns) return columns.error();
  return VerdictReader(std::move(*columns));
}

Result<Verdict> VerdictReader::row(std::uint64_t row) const {
  Verdict verdict;
  std::optional<Error> failed;
  const auto load = [&](const char* name, auto& field, auto stored) {
    auto value = columns_.read_one<decltype(stored)>(name, row);
    if (value)
      field = static_cast<std::decay_t<decltype(field)>>(*value);
    else
      failed = value.error();
  };
  load("reason", verdict.reason, std::uint8_t{});
  load("why", verdict.why, std::uint8_t{});
  load("of", verdict.of, std::uint64_t{});
  load("cluster", verdict.cluster, std::uint64_t{});
  load("cluster_size", verdict.cluster_size, std::uint32_t{});
  if (failed) return *failed;
  return verdict;
}

}  // namespace pressmill::dedup
