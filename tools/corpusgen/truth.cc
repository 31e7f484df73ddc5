// SPDX-License-Identifier: Apache-2.0
//
// Telling the truth of a line, writing truth files.

#include "tools/corpusgen/truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace pressmill::corpusgen {

namespace {

constexpr std::array<std::string_view, kTruthFiles> kNames = {
    "truth.dups.tsv",      "truth.exact.tsv",    "truth.lines.jsonl",
    "truth.malformed.tsv", "truth.dates.tsv",    "truth.reports.tsv",
    "truth.garbled.jsonl", "truth.personal.tsv", "truth.counts.tsv"};
constexpr std::array<std::string_view, kTruthFiles> kHeaders = {
    "verdict\tid_a\tid_b\tkind\tjaccard\tjaccard_body\tcontainment\tcontainment_body\taimed_at\n",
    "id_a\tid_b\tdress\tsite\n",
    "",
    "file\tline\tkind\tfate\tid\n",
    "id\tkind\tsource\tday\n",
    "family\tid\n",
    "",
    "id\tkind\tvalue\tdecoy\n",
    "what\thow_many\n"};

constexpr std::uint64_t kWhole = 10'000;

// Paragraphs need not end in a separator: a headline does not.
std::string joined(const Story& story) {
  std::string text;
  for (std::size_t i = 0; i < story.ends.size(); ++i) text.append(story.paragraph(i)) += '\n';
  return text;
}

struct Shingles {
  std::vector<std::uint64_t> page;
  std::vector<std::uint64_t> body;
  explicit Shingles(const Rendered& rendered)
      : page(shingles_of(rendered.page.text)), body(shingles_of(joined(rendered.story))) {}
};

// How alike two texts are: whole pages as who does not clean sees them, bodies as who does.
struct Alike {
  std::uint64_t page = kWhole;  // ten-thousandths
  std::uint64_t body = kWhole;
};

// The verdict is sure only where page and body agree.
bool is_sure(const Alike& alike, std::uint64_t threshold) {
  return std::min(alike.page, alike.body) >= threshold;
}
bool is_near_to(const Alike& alike, std::uint64_t threshold) {
  return std::max(alike.page, alike.body) + kGreyTenThousandths >= threshold;
}

// Texts of these are equal within a family; a scrape has other furniture.
bool is_equal_text(Role role) {
  return role == Role::original || role == Role::exact;
}
bool has_the_body_of_its_source(Role role) {
  return is_equal_text(role) || role == Role::scrape;
}

void tell_lines(const std::string& id, const Page& page, std::string& row) {
  row += fmt::format("{{\"id\":\"{}\",\"gold\":[", id);
  for (const Label label : page.labels) {
    row += static_cast<char>('0' + static_cast<int>(label));
    row += ',';
  }
  row.back() = ']';
  row += "}\n";
}

void tell_date(const std::string& id, const DateField& date, std::string& row) {
  fmt::format_to(std::back_inserter(row), "{}\t{}\t{}\t{}\n", id, date.kind, date.source,
                 date.source == "none" ? "-" : iso_day(date.day));
}

void tell_garbled(const std::string& id, const Rendered& rendered, std::string& row) {
  fmt::format_to(std::back_inserter(row),
                 "{{\"id\":\"{}\",\"encoding\":\"{}\",\"times\":{},\"text\":", id,
                 rendered.garbling->encoding, rendered.garbling->times);
  append_json_string(rendered.page.text, Escapes::least, row);
  row += "}\n";
}

// Values that an edit has spoilt are no longer there to be found.
void tell_personal(const std::string& id, const Rendered& rendered, std::string& row) {
  for (const Personal& item : rendered.story.personal)
    if (rendered.page.text.find(item.value) != std::string::npos)
      fmt::format_to(std::back_inserter(row), "{}\t{}\t{}\t{}\n", id, item.kind, item.value,
                     item.is_decoy ? "yes" : "no");
}

}  // namespace

struct TruthMaker::Pair {
  const Item& member;
  const Item& copy;
  Alike jaccard;
  Alike containment;
};

LineTruth TruthMaker::tell(const Item& item, const Rendered& rendered,
                           const std::vector<Item>& members) {
  LineTruth truth;
  truth.counted.push_back(std::string("role.").append(role_name(item.role)));
  const std::string& id = rendered.record.id;
  Fate fate = Fate::article;
  if (item.role == Role::spoilt) {
    fate = fate_of(item.damage);
    truth.counted.push_back(std::string("fate.").append(fate_name(fate)));
    const bool has_id = fate != Fate::malformed && fate != Fate::blank;
    truth[TruthFile::malformed] =
        fmt::format("{}\t{}\t{}\n", damage_name(item.damage), fate_name(fate), has_id ? id : "-");
    if (!has_id) return truth;
  }
  tell_date(id, rendered.date, truth[TruthFile::dates]);
  if (fate == Fate::empty) return truth;
  tell_lines(id, rendered.page, truth[TruthFile::lines]);
  if (item.role == Role::report)
    truth[TruthFile::reports] = fmt::format("{}\t{}\n", item.source % kFrames, id);
  if (rendered.garbling != nullptr) tell_garbled(id, rendered, truth[TruthFile::garbled]);
  const bool is_as_written = item.role != Role::spoilt && item.role != Role::garbled &&
                             (item.role != Role::exact || item.dress == Dress::verbatim);
  if (is_as_written) tell_personal(id, rendered, truth[TruthFile::personal]);
  if (item.is_copy()) tell_pairs(item, rendered, members, truth);
  return truth;
}

void TruthMaker::tell_pairs(const Item& copy, const Rendered& rendered,
                            const std::vector<Item>& members, LineTruth& truth) {
  if (copy.role == Role::exact) {
    const bool is_home = copy.site == members.front().site;
    truth[TruthFile::exact] = fmt::format("{}\t{}\t{}\t{}\n", id_of(members.front()), id_of(copy),
                                          dress_name(copy.dress), is_home ? "same" : "other");
  }
  std::optional<Shingles> own;
  for (const Item& member : members) {
    Pair pair{member, copy, {}, {}};
    if (!is_equal_text(copy.role) || !is_equal_text(member.role)) {
      if (!own) own.emplace(rendered);
      const Shingles others(other_.render_page(member));
      const Overlap page = overlapper_.compare(own->page, others.page);
      const Overlap body = overlapper_.compare(own->body, others.body);
      pair.jaccard = {ten_thousandths(page.jaccard()), ten_thousandths(body.jaccard())};
      pair.containment = {ten_thousandths(page.containment()), ten_thousandths(body.containment())};
    }
    tell_pair(pair, truth);
  }
}

// Of a pair with a roundup neither may go: the roundup tells more, and it may not remove its
// parts. Between two copies the kind is that of the later one.
void TruthMaker::tell_pair(const Pair& pair, LineTruth& truth) const {
  const bool is_roundup = pair.copy.role == Role::roundup || pair.member.role == Role::roundup;
  std::string_view verdict = "not_dup";
  const bool is_dup =
      is_sure(pair.jaccard, options_.dup_at) || is_sure(pair.containment, options_.contained_at);
  const bool is_grey = is_near_to(pair.jaccard, options_.dup_at) ||
                       is_near_to(pair.containment, options_.contained_at);
  if (is_dup && !is_roundup)
    verdict = "dup";
  else if (is_grey && !(is_roundup && !is_near_to(pair.jaccard, options_.dup_at)))
    verdict = "grey";
  const bool is_aimed = pair.copy.similarity > 0 && has_the_body_of_its_source(pair.member.role);
  const Role kind = pair.copy.role != Role::exact        ? pair.copy.role
                    : pair.member.role == Role::original ? Role::exact
                                                         : pair.member.role;
  truth.counted.push_back(std::string("pairs.").append(verdict));
  fmt::format_to(std::back_inserter(truth[TruthFile::dups]), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\n",
                 verdict, id_of(pair.member), id_of(pair.copy),
                 is_roundup ? role_name(Role::roundup) : role_name(kind),
                 four_decimals(pair.jaccard.page), four_decimals(pair.jaccard.body),
                 four_decimals(pair.containment.page), four_decimals(pair.containment.body),
                 is_aimed ? four_decimals(pair.copy.similarity) : "-");
}

Result<TruthFiles> TruthFiles::open(const std::string& folder) {
  TruthFiles files;
  for (std::size_t i = 0; i < kTruthFiles; ++i) {
    auto sink = open_plain(folder + "/" + std::string(kNames[i]));
    if (!sink) return std::move(sink.error());
    files.sinks_.push_back(*std::move(sink));
    Status done = files.sinks_.back()->write(kHeaders[i]);
    if (!done) return std::move(done.error());
  }
  return files;
}

Status TruthFiles::add(const LineTruth& truth, const Dump::Spot& spot) {
  for (const std::string& name : truth.counted) ++counts_[name];
  for (std::size_t i = 0; i < kTruthFiles; ++i) {
    if (truth.rows[i].empty()) continue;
    Status done = Status::ok();
    if (i == static_cast<std::size_t>(TruthFile::malformed))
      done = sinks_[i]->write(fmt::format("{}\t{}\t", spot.file, spot.line));
    if (done) done = sinks_[i]->write(truth.rows[i]);
    if (!done) return done;
  }
  return Status::ok();
}

Status TruthFiles::close(const Dump& dump) {
  counts_["lines"] = dump.lines();
  counts_["bytes"] = dump.bytes();
  Sink& counts = *sinks_[static_cast<std::size_t>(TruthFile::counts)];
  for (const auto& [what, count] : counts_) {
    Status done = counts.write(fmt::format("{}\t{}\n", what, count));
    if (!done) return done;
  }
  for (const std::unique_ptr<Sink>& sink : sinks_) {
    Status closed = sink->close();
    if (!closed) return closed;
  }
  return Status::ok();
}

}  // namespace pressmill::corpusgen
