// SPDX-License-Identifier: Apache-2.0
//
// Cards to columns and back.

#include "dedup/card.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <type_traits>

namespace pressmill::dedup {

namespace {

// Name and seed: hashes made otherwise cannot be compared with ours.
std::string hash_parameters() {
  return std::string(kHashName) + " seed " + to_hex(kHashSeed);
}

// The numeric columns of the table of inputs.
struct TallyColumns {
  std::vector<std::uint32_t> input;
  std::vector<std::uint64_t> bytes, lines, blank, malformed, not_sampled, articles, bad_bytes,
      lone_surrogates, legacy_lines, mojibake_texts, mojibake, markup_texts, tags, references,
      controls, invisibles, spaces, line_ends, composed;
  std::vector<std::uint8_t> damaged;

  template <class Columns, class Visit>
  static void each(Columns& c, Visit visit) {
    visit("in_input", c.input, &InputTally::input);
    visit("in_bytes", c.bytes, &InputTally::bytes);
    visit("in_lines", c.lines, &InputTally::lines);
    visit("in_blank", c.blank, &InputTally::blank);
    visit("in_malformed", c.malformed, &InputTally::malformed);
    visit("in_not_sampled", c.not_sampled, &InputTally::not_sampled);
    visit("in_articles", c.articles, &InputTally::articles);
    visit("in_bad_bytes", c.bad_bytes, &InputTally::bad_bytes);
    visit("in_surrogates", c.lone_surrogates, &InputTally::lone_surrogates);
    visit("in_legacy", c.legacy_lines, &InputTally::legacy_lines);
    visit("in_mojibake_texts", c.mojibake_texts, &InputTally::mojibake_texts);
    visit("in_mojibake", c.mojibake, &InputTally::mojibake);
    visit("in_markup_texts", c.markup_texts, &InputTally::markup_texts);
    visit("in_tags", c.tags, &InputTally::tags);
    visit("in_references", c.references, &InputTally::references);
    visit("in_controls", c.controls, &InputTally::controls);
    visit("in_invisibles", c.invisibles, &InputTally::invisibles);
    visit("in_spaces", c.spaces, &InputTally::spaces);
    visit("in_line_ends", c.line_ends, &InputTally::line_ends);
    visit("in_composed", c.composed, &InputTally::composed);
    visit("in_damaged", c.damaged, &InputTally::damaged);
  }
};

// Shares take two bytes; their value for none is that of four, cut off.
constexpr std::uint16_t kNoShare = static_cast<std::uint16_t>(text::kNoValue);

}  // namespace

InputTally& InputTally::operator+=(const InputTally& other) {
  bytes += other.bytes;
  lines += other.lines;
  blank += other.blank;
  malformed += other.malformed;
  not_sampled += other.not_sampled;
  articles += other.articles;
  bad_bytes += other.bad_bytes;
  lone_surrogates += other.lone_surrogates;
  legacy_lines += other.legacy_lines;
  mojibake_texts += other.mojibake_texts;
  mojibake += other.mojibake;
  markup_texts += other.markup_texts;
  tags += other.tags;
  references += other.references;
  controls += other.controls;
  invisibles += other.invisibles;
  spaces += other.spaces;
  line_ends += other.line_ends;
  composed += other.composed;
  for (std::size_t i = 0; i < lines_removed.size(); ++i) lines_removed[i] += other.lines_removed[i];
  if (other.damaged != 0) {
    damaged = other.damaged;
    damage = other.damage;
  }
  return *this;
}

void CardTable::add(const Card& card, std::string_view id_token) {
  input.push_back(card.input);
  line.push_back(card.line);
  byte.push_back(card.byte);
  site.push_back(card.site);
  day.push_back(card.day);
  day_source.push_back(card.day_source);
  date_unparsable.push_back(card.date_unparsable);
  fields.push_back(card.fields);
  state.push_back(card.state);
  mended.push_back(card.mended);
  normalised.push_back(card.normalised);
  repairs.push_back(card.repairs.bits());
  lang_percent.push_back(card.lang_percent);
  guarded.push_back(card.guarded);
  words_removed.push_back(card.words_removed);
  lines_removed.push_back(card.lines_removed);
  lang.push_back(card.lang);
  hash_high.push_back(card.hash.high);
  hash_low.push_back(card.hash.low);
  words.push_back(card.words);
  lines.push_back(card.lines);
  chars.push_back(card.chars);
  text_bytes.push_back(card.text_bytes);
  input_bytes.push_back(card.input_bytes);
  stored_bytes.push_back(card.stored_bytes);
  for (std::size_t kind = 0; kind < kPersonalKinds; ++kind)
    personal[kind].push_back(card.personal[kind]);
  frame.push_back(card.key.frame);
  offset.push_back(card.key.offset);
  rules.push_back(card.rules);
  for (std::size_t i = 0; i < counts.size(); ++i)
    counts[i].push_back(card.measures[text::kStoredCountList[i]]);
  for (std::size_t i = 0; i < shares.size(); ++i)
    shares[i].push_back(static_cast<std::uint16_t>(card.measures[text::kStoredShareList[i]]));
  id.push_back(id_token);
}

text::Measures CardTable::measures(std::size_t row) const {
  using text::Measure;
  text::Measures m;
  m[Measure::words] = m[Measure::gopher_words] = words[row];
  m[Measure::chars] = chars[row];
  m[Measure::lines] = lines[row];
  for (std::size_t i = 0; i < counts.size(); ++i) m[text::kStoredCountList[i]] = counts[i][row];
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const std::uint16_t share = shares[i][row];
    m[text::kStoredShareList[i]] = share == kNoShare ? text::kNoValue : share;
  }
  text::derive_measures(m);
  return m;
}

std::uint32_t CardTable::measure(std::size_t row, text::Measure measure) const {
  return measures(row)[measure];
}

void CardTable::append(const CardTable& other, std::uint32_t frame_base) {
  const std::size_t old = size();
  // Columns are visited in the same fixed order in both tables.
  std::vector<const void*> sources;
  each_column(other, [&](std::string_view, const auto& column) { sources.push_back(&column); });
  std::size_t next = 0;
  each_column(*this, [&](std::string_view, auto& column) {
    const auto& from = *static_cast<const std::decay_t<decltype(column)>*>(sources[next++]);
    column.insert(column.end(), from.begin(), from.end());
  });
  for (std::size_t i = old; i < size(); ++i) frame[i] += frame_base;
  id.append(other.id);
}

Status write_cards(const SegmentCards& cards, const std::string& path) {
  io::ColumnsWriter writer(kCardsKind, kCardsVersion);
  const std::string hash = hash_parameters();
  const std::vector<std::uint32_t> run = {cards.run};
  writer.add_text("hash", hash);
  writer.add("run", run);
  CardTable::each_column(
      cards.rows, [&](std::string_view name, const auto& column) { writer.add(name, column); });
  cards.rows.id.add_to(writer, "id");

  TallyColumns tallies;
  TallyColumns::each(tallies, [&](const char* name, auto& column, auto member) {
    for (const InputTally& tally : cards.inputs) column.push_back(tally.*member);
    writer.add(name, column);
  });
  std::vector<std::uint64_t> removed;  // kLineRuleSlots values for each input
  for (const InputTally& tally : cards.inputs)
    removed.insert(removed.end(), tally.lines_removed.begin(), tally.lines_removed.end());
  writer.add("in_lines_removed", removed);
  io::TextColumn damage;
  for (const InputTally& tally : cards.inputs) damage.push_back(tally.damage);
  damage.add_to(writer, "in_damage");

  std::vector<std::uint64_t> site_hashes;
  io::TextColumn site_names;
  for (const SiteName& site : cards.sites) {
    site_hashes.push_back(site.hash);
    site_names.push_back(site.name);
  }
  writer.add("site_hash", site_hashes);
  site_names.add_to(writer, "site_name");
  return writer.write(path);
}

Result<CardReader> CardReader::open(const std::string& path) {
  auto columns = io::ColumnsReader::open(path, kCardsKind, kCardsOldestRead, kCardsVersion);
  if (!columns) return columns.error();
  auto hash = columns->read_text("hash");
  if (!hash) return hash.error();
  if (*hash != hash_parameters())
    return Error(
        Code::refused,
        fmt::format("cards hashed with {}; this pressmill uses {}", *hash, hash_parameters()),
        Place{.path = path});
  auto run = columns->read_one<std::uint32_t>("run", 0);
  if (!run) return run.error();
  return CardReader(std::move(*columns), *run);
}

Result<std::vector<InputTally>> CardReader::inputs() const {
  std::vector<InputTally> tallies;
  std::optional<Error> failed;
  TallyColumns shape;
  TallyColumns::each(shape, [&](const char* name, auto& column, auto member) {
    using Value = typename std::decay_t<decltype(column)>::value_type;
    if (failed) return;
    auto values = columns_.read<Value>(name);
    if (!values) {
      failed = values.error();
      return;
    }
    tallies.resize(values->size());
    for (std::size_t i = 0; i < values->size(); ++i) tallies[i].*member = (*values)[i];
  });
  if (failed) return *failed;
  auto removed = columns_.read<std::uint64_t>("in_lines_removed");
  if (!removed) return removed.error();
  if (removed->size() != tallies.size() * kLineRuleSlots)
    return Error(Code::input, "cards with a table of inputs that does not fit");
  for (std::size_t i = 0; i < removed->size(); ++i)
    tallies[i / kLineRuleSlots].lines_removed[i % kLineRuleSlots] = (*removed)[i];
  auto damage = io::TextColumn::read(columns_, "in_damage");
  if (!damage) return damage.error();
  for (std::size_t i = 0; i < tallies.size(); ++i) tallies[i].damage = (*damage)[i];
  return tallies;
}

Result<std::vector<SiteName>> CardReader::sites() const {
  auto hashes = columns_.read<std::uint64_t>("site_hash");
  if (!hashes) return hashes.error();
  auto names = io::TextColumn::read(columns_, "site_name");
  if (!names) return names.error();
  std::vector<SiteName> sites;
  for (std::size_t i = 0; i < hashes->size(); ++i)
    sites.push_back({(*hashes)[i], std::string((*names)[i])});
  return sites;
}

template <class Wanted>
Status CardReader::read_columns(CardTable& table, Wanted wanted) const {
  Status status;
  CardTable::each_column(table, [&](std::string_view name, auto& column) {
    using Value = typename std::decay_t<decltype(column)>::value_type;
    if (!status || !wanted(name)) return;
    auto values = columns_.read<Value>(name);
    if (values)
      column = std::move(*values);
    else
      status = values.error();
  });
  return status;
}

Result<CardTable> CardReader::rows() const {
  CardTable table;
  if (Status s = read_columns(table, [](std::string_view) { return true; }); !s) return s.error();
  auto id = ids();
  if (!id) return id.error();
  table.id = std::move(*id);
  return table;
}

Result<CardTable> CardReader::measured_rows() const {
  std::vector<std::string_view> wanted = {"input", "site",  "day",   "lang",
                                          "state", "words", "chars", "lines"};
  CardTable table;
  CardTable::each_measure_column(
      table, [&](std::string_view name, const auto&) { wanted.push_back(name); });
  const auto is_wanted = [&wanted](std::string_view name) {
    return std::find(wanted.begin(), wanted.end(), name) != wanted.end();
  };
  if (Status s = read_columns(table, is_wanted); !s) return s.error();
  return table;
}

std::uint64_t pack_lang(std::string_view tag) {
  if (tag.empty() || tag.size() > 8) return 0;
  char bytes[8] = {};
  for (std::size_t i = 0; i < tag.size(); ++i) {
    const char c = tag[i];
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool inner = (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!letter && !(i > 0 && inner)) return 0;
    bytes[i] = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  }
  std::uint64_t packed = 0;
  std::memcpy(&packed, bytes, sizeof packed);
  return packed;
}

std::string unpack_lang(std::uint64_t packed) {
  char bytes[8];
  std::memcpy(bytes, &packed, sizeof packed);
  return {bytes, ::strnlen(bytes, sizeof bytes)};
}

}  // namespace pressmill::dedup
