// SPDX-License-Identifier: Apache-2.0
//
// Writing truth files.

#include "tools/corpusgen/truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "tools/corpusgen/shingles.h"

namespace pressmill::corpusgen {

namespace {

constexpr std::array<std::string_view, 6> kNames = {"truth.dups.tsv",    "truth.exact.tsv",
                                                    "truth.lines.jsonl", "truth.malformed.tsv",
                                                    "truth.dates.tsv",   "truth.counts.tsv"};
constexpr std::array<std::string_view, 6> kHeaders = {
    "verdict\tid_a\tid_b\tkind\tjaccard\tjaccard_body\taimed_at\n",
    "id_a\tid_b\tdress\tsite\n",
    "",
    "file\tline\tkind\tfate\tid\n",
    "id\tkind\tsource\tday\n",
    "what\thow_many\n"};

constexpr std::uint64_t kWhole = 10'000;

std::string_view role_name(Role role) {
  constexpr std::array<std::string_view, 4> kRoles = {"original", "exact", "near", "spoilt"};
  return kRoles[static_cast<std::size_t>(role)];
}

// Whole pages are compared by who does not clean, bodies by who does. The verdict is sure only
// where both agree.
std::string_view verdict_of(std::uint64_t page, std::uint64_t body, std::uint64_t dup_at) {
  if (std::min(page, body) >= dup_at) return "dup";
  return std::max(page, body) + kGreyTenThousandths >= dup_at ? "grey" : "not_dup";
}

struct Shingles {
  std::vector<std::uint64_t> page;
  std::vector<std::uint64_t> body;
  explicit Shingles(const Rendered& rendered)
      : page(shingles_of(rendered.page.text)), body(shingles_of(rendered.story.body)) {}
};

}  // namespace

Result<Truth> Truth::open(const std::string& folder, const Options& options,
                          const StoryWriter& writer) {
  Truth truth(options, writer);
  for (std::size_t i = 0; i < kFiles; ++i) {
    auto sink = open_plain(folder + "/" + std::string(kNames[i]));
    if (!sink) return std::move(sink.error());
    truth.sinks_.push_back(*std::move(sink));
    Status done = truth.put(static_cast<File>(i), kHeaders[i]);
    if (!done) return std::move(done.error());
  }
  return truth;
}

Status Truth::put(File file, std::string_view row) {
  return sinks_[file]->write(row);
}

Status Truth::add(const Item& item, const Rendered& rendered, const Dump::Spot& spot) {
  ++counts_[std::string("role.").append(role_name(item.role))];
  Fate fate = Fate::article;
  if (item.role == Role::spoilt) {
    fate = fate_of(item.damage);
    ++counts_[std::string("fate.").append(fate_name(fate))];
    const bool has_id = fate != Fate::malformed && fate != Fate::blank;
    Status done = put(malformed, fmt::format("{}\t{}\t{}\t{}\t{}\n", spot.file, spot.line,
                                             damage_name(item.damage), fate_name(fate),
                                             has_id ? rendered.record.id : "-"));
    if (!done || !has_id) return done;
  }
  const DateField& date = rendered.date;
  Status done =
      put(dates, fmt::format("{}\t{}\t{}\t{}\n", rendered.record.id, date.kind, date.source,
                             date.source == "none" ? "-" : iso_day(date.day)));
  if (!done || fate == Fate::empty) return done;
  return add_lines(item, rendered.page);
}

Status Truth::add_lines(const Item& item, const Page& page) {
  std::string row = fmt::format("{{\"id\":\"{}\",\"gold\":[", id_of(item));
  for (const Label label : page.labels) {
    row += static_cast<char>('0' + static_cast<int>(label));
    row += ',';
  }
  row.back() = ']';
  row += "}\n";
  return put(lines, row);
}

Status Truth::add_pairs(const Item& copy, const Rendered& rendered,
                        const std::vector<Item>& members) {
  if (copy.role == Role::exact) {
    const bool is_home = copy.site == members.front().site;
    Status done = put(exact, fmt::format("{}\t{}\t{}\t{}\n", id_of(members.front()), id_of(copy),
                                         dress_name(copy.dress), is_home ? "same" : "other"));
    if (!done) return done;
  }
  std::optional<Shingles> own;
  for (const Item& member : members) {
    Pair pair{member, copy, kWhole, kWhole};
    if (copy.role == Role::near || member.role == Role::near) {
      if (!own) own.emplace(rendered);
      const Shingles others(other_.render_page(member));
      pair.page = ten_thousandths(jaccard(own->page, others.page));
      pair.body = ten_thousandths(jaccard(own->body, others.body));
    }
    Status done = add_pair(pair);
    if (!done) return done;
  }
  return Status::ok();
}

Status Truth::add_pair(const Pair& pair) {
  const bool is_exact = pair.copy.role != Role::near && pair.member.role != Role::near;
  const bool is_aimed = pair.copy.role == Role::near && pair.member.role != Role::near;
  const std::string_view verdict = verdict_of(pair.page, pair.body, options_.dup_at);
  ++counts_[std::string("pairs.").append(verdict)];
  return put(dups, fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", verdict, id_of(pair.member),
                               id_of(pair.copy), is_exact ? "exact" : "near",
                               four_decimals(pair.page), four_decimals(pair.body),
                               is_aimed ? four_decimals(pair.copy.similarity) : "-"));
}

Status Truth::close(const Dump& dump) {
  counts_["lines"] = dump.lines();
  counts_["bytes"] = dump.bytes();
  for (const auto& [what, count] : counts_) {
    Status done = put(counts, fmt::format("{}\t{}\n", what, count));
    if (!done) return done;
  }
  for (const std::unique_ptr<Sink>& sink : sinks_) {
    Status closed = sink->close();
    if (!closed) return closed;
  }
  return Status::ok();
}

}  // namespace pressmill::corpusgen
