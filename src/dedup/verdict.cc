// SPDX-License-Identifier: Apache-2.0
//
// Verdicts to columns and back.

#include "dedup/verdict.h"

#include <fmt/format.h>

#include <array>
#include <optional>

#include "io/spill/columns.h"
#include "text/measures.h"

namespace pressmill::dedup {

std::string_view reason_name(Reason reason) {
  static constexpr std::array<std::string_view, kReasonCount> kNames = {
      "kept", "empty", "language", "quality", "guard", "exact", "near", "contained"};
  return kNames[static_cast<std::size_t>(reason)];
}

std::string_view why_name(Why why) {
  static constexpr std::array<std::string_view, kWhyCount> kNames = {
      "", "most_fields", "earliest", "latest", "first", "longest", "preferred_site", "centre"};
  return kNames[static_cast<std::size_t>(why)];
}

std::string similarity_text(const Verdict& verdict) {
  const std::uint32_t value =
      text::ten_thousandths(verdict.shared, verdict.total, text::kTenThousand);
  return fmt::format("{}.{:04}", value / text::kTenThousand, value % text::kTenThousand);
}

VerdictTable::VerdictTable(std::size_t rows)
    : reason(rows),
      why(rows),
      kind(rows),
      indirect(rows),
      of(rows),
      cluster(rows),
      cluster_size(rows),
      shared(rows),
      total(rows) {}

void VerdictTable::set(std::size_t row, const Verdict& verdict) {
  reason[row] = static_cast<std::uint8_t>(verdict.reason);
  why[row] = static_cast<std::uint8_t>(verdict.why);
  kind[row] = static_cast<std::uint8_t>(verdict.kind);
  indirect[row] = verdict.indirect ? 1 : 0;
  of[row] = verdict.of;
  cluster[row] = verdict.cluster;
  cluster_size[row] = verdict.cluster_size;
  shared[row] = verdict.shared;
  total[row] = verdict.total;
}

Verdict VerdictTable::operator[](std::size_t row) const {
  return {static_cast<Reason>(reason[row]),
          static_cast<Why>(why[row]),
          of[row],
          cluster[row],
          cluster_size[row],
          static_cast<Kind>(kind[row]),
          indirect[row] != 0,
          shared[row],
          total[row]};
}

Status VerdictTable::write(const std::string& path) const {
  io::ColumnsWriter writer(kVerdictsKind, kVerdictsVersion);
  each_column(*this, [&](const char* name, const auto& column) { writer.add(name, column); });
  return writer.write(path);
}

Result<VerdictTable> VerdictTable::read(const std::string& path) {
  auto columns = io::ColumnsReader::open(path, kVerdictsKind, kVerdictsVersion, kVerdictsVersion);
  if (!columns) return columns.error();
  VerdictTable table;
  std::optional<Error> failed;
  each_column(table, [&](const char* name, auto& column) {
    using Value = typename std::decay_t<decltype(column)>::value_type;
    auto values = columns->read<Value>(name);
    if (values)
      column = std::move(*values);
    else
      failed = values.error();
  });
  if (failed) return *failed;
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table.reason[i] >= kReasonCount || table.kind[i] >= kKindCount || table.why[i] >= kWhyCount)
      return Error(Code::input, "unknown reason", Place{.path = path});
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
  load("kind", verdict.kind, std::uint8_t{});
  load("indirect", verdict.indirect, std::uint8_t{});
  load("shared", verdict.shared, std::uint32_t{});
  load("total", verdict.total, std::uint32_t{});
  if (failed) return *failed;
  return verdict;
}

}  // namespace pressmill::dedup
