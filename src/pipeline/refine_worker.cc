// SPDX-License-Identifier: Apache-2.0
//
// Refining lines one by one.

#include "pipeline/refine_worker.h"

#include <algorithm>

#include "base/hash.h"
#include "clean/language.h"
#include "doc/day.h"
#include "doc/record.h"
#include "pipeline/malformed.h"
#include "pipeline/removed_lines.h"

namespace pressmill::pipeline {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  for (const char c : line)
    if (!doc::is_json_space(c)) return false;
  return true;
}

std::uint8_t field_bits(const doc::Article& article) {
  using doc::Role;
  unsigned bits = 0;
  if (article[Role::id].present()) bits |= dedup::kHasId;
  if (article[Role::title].present()) bits |= dedup::kHasTitle;
  if (article[Role::url].present()) bits |= dedup::kHasUrl;
  if (article[Role::date].present()) bits |= dedup::kHasDate;
  if (article[Role::outlet].present()) bits |= dedup::kHasOutlet;
  return static_cast<std::uint8_t>(bits);
}

std::uint32_t saturated(std::uint64_t n) {
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(n, UINT32_MAX));
}

}  // namespace

struct RefineWorker::Lines {
  std::uint32_t input;
  std::uint64_t byte;  // of the line under way
  RefinedPart& part;
  dedup::InputTally& tally;
  bool may_be_cut_off = false;
};

RefineWorker::RefineWorker(const RunState& run)
    : run_(run), parser_(run.fields, run.plan.repair), sites_(run.aliases) {
  if (run.plan.clean)
    cleaner_.emplace(clean::CleanSettings{clean::Thresholds::of_percent(run.plan.clean_threshold),
                                          run.plan.guard_share});
}

void RefineWorker::refine(Ticket& ticket) {
  parts_ = &ticket.parts;
  for (InputBatch& batch : ticket.batches) {
    refine_batch(batch);
    batch.lines.bytes = Buffer();  // refined: give the memory back at once
  }
  for (const std::uint32_t input : ticket.small) read_small(input, ticket.small_segment);
  if (ticket.end) {
    part_for(ticket.end_segment);
    dedup::InputTally& tally = tally_for(ticket.end->input);
    tally.damaged = ticket.end->damaged;
    tally.damage = ticket.end->damage;
  }
  if (!ticket.parts.empty()) ticket.parts.back().frames = store_.take();
}

// A small input is decoded, cut and refined here, inside the parallel stage.
void RefineWorker::read_small(std::uint32_t input, SegmentKey segment) {
  part_for(segment);
  tally_for(input);  // an empty input is accounted for, too
  io::LineCutter cutter;
  std::vector<io::LineBatch> batches;
  std::optional<Error> damage;
  const auto refine_all = [&](bool cut_off) {
    for (std::size_t i = 0; i < batches.size(); ++i)
      refine_batch({input, segment, std::move(batches[i]), cut_off && i + 1 == batches.size()});
    batches.clear();
  };
  auto reader = io::ChunkReader::open(run_.inputs[input].path, {});
  if (!reader) {
    damage = reader.error();
  } else {
    io::Chunk chunk;
    for (bool more = true; more && !damage;) {
      more = reader->next(chunk);
      if (!more) break;
      frames_.decode(chunk);
      cutter.add(chunk.bytes.view(), batches);
      damage = chunk.error;
      refine_all(false);
    }
  }
  cutter.finish(batches);
  refine_all(damage.has_value());
  if (!damage) return;
  dedup::InputTally& tally = tally_for(input);
  tally.damaged = 1;
  tally.damage = damage_text(*damage);
}

void RefineWorker::refine_batch(const InputBatch& batch) {
  RefinedPart& part = part_for(batch.segment);
  Lines at{batch.input, batch.lines.first_byte, part, tally_for(batch.input)};
  std::string_view rest = batch.lines.bytes.view();
  if (batch.lines.oversize > 0) {
    at.tally.bytes += batch.lines.oversize + (batch.lines.has_end ? 1 : 0);
    ++at.tally.lines;
    set_aside(at, rest, batch.lines.oversize, doc::Malformed::too_long, "longer than 64 MiB");
    return;
  }
  at.tally.bytes += rest.size();
  if (at.byte == 0 && rest.starts_with(kByteOrderMark)) {
    rest.remove_prefix(kByteOrderMark.size());
    at.byte = kByteOrderMark.size();
  }
  while (!rest.empty()) {
    const bool has_end = rest.back() == '\n';
    const std::size_t before = rest.size();
    const std::string_view line = io::take_line(rest);
    at.may_be_cut_off = batch.cut_off && rest.empty() && !has_end;
    refine_line(at, line);
    at.byte += before - rest.size();
  }
}

void RefineWorker::refine_line(Lines& at, std::string_view line) {
  ++at.tally.lines;
  if (is_blank(line)) {
    ++at.tally.blank;
    return;
  }
  if (run_.plan.sample < kMillionths && !is_sampled(at.input, at.byte)) {
    ++at.tally.not_sampled;
    return;
  }
  const doc::ParsedLine parsed = parser_.parse(line, article_);
  if (parsed.kind == doc::LineKind::malformed) {
    const bool cut = at.may_be_cut_off && parsed.reason == doc::Malformed::not_json;
    set_aside(at, line, line.size(), cut ? doc::Malformed::damaged : parsed.reason,
              cut ? "cut off by damage in the input" : parsed.detail);
    return;
  }
  ++at.tally.articles;
  at.tally.bad_bytes += article_.mended.bad_bytes;
  at.tally.lone_surrogates += article_.mended.lone_surrogates;

  dedup::Card card;
  card.input = at.input;
  card.line = at.tally.lines - 1;
  card.byte = at.byte;
  card.input_bytes = saturated(line.size() + 1);
  fill_facts(card, article_);
  if (parsed.kind == doc::LineKind::article)
    refine_article(at, card, article_);
  else
    refine_empty(card, article_);
  at.part.cards.add(card, article_[doc::Role::id].token.of(article_.line));
}

void RefineWorker::refine_article(Lines& at, dedup::Card& card, const doc::Article& article) {
  std::string_view text = article[doc::Role::text].value;
  const std::string* stored = run_.plan.repair ? repair_text(at, text) : nullptr;
  if (stored != nullptr) text = *stored;
  text::NormaliseCounts counts;
  const bool changed = text::normalise(text, text_, counts);
  if (changed) {
    text = text_;
    stored = &text_;
  }
  if (text.empty()) {  // nothing but white space and invisible characters
    refine_empty(card, article);
    return;
  }
  card.normalised = changed ? 1 : 0;
  std::string_view found_title;
  if (cleaner_) {
    const clean::CleanedText& cleaned = cleaner_->clean(text, article[doc::Role::title].value);
    note_cleaned(at, card, cleaned);
    found_title = cleaned.title;
    if (cleaned.guarded && run_.plan.guard == Guard::drop)
      card.state = static_cast<std::uint8_t>(dedup::CardState::guard);
    if (cleaned.changed()) {
      text = cleaned.text;
      stored = &cleaned.text;
    }
  }
  note_language(card, text);
  note_quality(card, text);
  card.hash = hash128(text);
  card.text_bytes = saturated(text.size());
  // What is dropped here is handed back as it came.
  if (card.state != static_cast<std::uint8_t>(dedup::CardState::open)) stored = nullptr;
  card.key = doc::put_record(store_, article, stored, card.stored_bytes, found_title);
}

const std::string* RefineWorker::repair_text(Lines& at, std::string_view text) {
  clean::RepairCounts counts;
  const std::string* repaired = repair_.repair(text, counts);
  if (repaired == nullptr) return nullptr;
  dedup::InputTally& tally = at.tally;
  const std::uint64_t mojibake = counts.mojibake.sequences + counts.mojibake.controls;
  const std::uint64_t markup = counts.markup.tags + counts.markup.references;
  tally.mojibake_texts += mojibake > 0 ? 1 : 0;
  tally.mojibake += mojibake;
  tally.markup_texts += markup > 0 ? 1 : 0;
  tally.tags += counts.markup.tags;
  tally.references += counts.markup.references;
  return repaired;
}

// What CLD2 says; where it does not know, what the input's field says.
void RefineWorker::note_language(dedup::Card& card, std::string_view text) {
  const clean::Language language = clean::detect_language(text);
  if (!language.code.empty()) {
    card.lang = dedup::pack_lang(language.code);
    card.lang_percent = language.percent;
  }
  const auto& wanted = run_.plan.languages;
  if (run_.plan.drop_language && !wanted.empty() &&
      !std::binary_search(wanted.begin(), wanted.end(), dedup::unpack_lang(card.lang)))
    card.state = static_cast<std::uint8_t>(dedup::CardState::language);
}

// What is in the wrong language stays dropped for that; what the guard would drop, quality does.
void RefineWorker::note_quality(dedup::Card& card, std::string_view text) {
  using text::Measure;
  const std::string lang = dedup::unpack_lang(card.lang);
  card.measures = meter_.measure(text, lang);
  card.words = card.measures[Measure::words];
  card.chars = card.measures[Measure::chars];
  card.lines = card.measures[Measure::lines];
  card.rules = run_.recipe.judge(card.measures, lang);
  const bool is_language = card.state == static_cast<std::uint8_t>(dedup::CardState::language);
  if (run_.plan.drop_quality && card.rules != 0 && !is_language)
    card.state = static_cast<std::uint8_t>(dedup::CardState::quality);
}

void RefineWorker::note_cleaned(Lines& at, dedup::Card& card, const clean::CleanedText& cleaned) {
  card.guarded = cleaned.guarded ? 1 : 0;
  if (cleaned.removed.empty()) return;
  card.words_removed = saturated(cleaned.words_removed);
  card.lines_removed = saturated(cleaned.removed.size());
  if (!cleaned.guarded)
    for (const clean::RemovedLine& line : cleaned.removed)
      ++at.tally.lines_removed[static_cast<std::size_t>(line.rule)];
  if (run_.plan.audit_lines)
    put_removed(at.part.removed, static_cast<std::uint32_t>(at.part.cards.size()), cleaned);
}

void RefineWorker::refine_empty(dedup::Card& card, const doc::Article& article) {
  card.state = static_cast<std::uint8_t>(dedup::CardState::empty);
  card.key = doc::put_record(store_, article, nullptr, card.stored_bytes);
}

void RefineWorker::fill_facts(dedup::Card& card, const doc::Article& article) {
  using doc::Role;
  card.fields = field_bits(article);
  card.mended = article.mended.any() ? 1 : 0;
  card.lang = dedup::pack_lang(article[Role::lang].value);
  const std::string_view url = article[Role::url].value;
  const doc::Day day = doc::find_day(article[Role::date].value, url);
  card.day = day.days;
  card.day_source = static_cast<std::uint8_t>(day.source);
  card.date_unparsable = day.unparsable ? 1 : 0;
  const std::string_view site = sites_.site(url, article[Role::outlet].value);
  card.site = hash64(site);
  if (told_sites_.insert(card.site).second)
    parts_->back().sites.push_back({card.site, std::string(site)});
}

void RefineWorker::set_aside(const Lines& at, std::string_view raw, std::uint64_t bytes,
                             doc::Malformed reason, std::string_view detail) {
  ++at.tally.malformed;
  put_malformed(at.part.malformed,
                {at.input, at.tally.lines - 1, at.byte, bytes, reason, detail, raw});
}

RefinedPart& RefineWorker::part_for(SegmentKey segment) {
  if (parts_->empty() || parts_->back().segment != segment) {
    // The frames of the part before end with it.
    if (!parts_->empty()) parts_->back().frames = store_.take();
    parts_->push_back({});
    parts_->back().segment = segment;
  }
  if (segment != told_segment_) {
    told_sites_.clear();
    told_segment_ = segment;
  }
  return parts_->back();
}

dedup::InputTally& RefineWorker::tally_for(std::uint32_t input) {
  auto& tallies = parts_->back().tallies;
  if (tallies.empty() || tallies.back().input != input) {
    tallies.push_back({});
    tallies.back().input = input;
  }
  return tallies.back();
}

// Decided by the line's place alone, so that every pass and every run samples the same lines.
bool RefineWorker::is_sampled(std::uint32_t input, std::uint64_t byte) const {
  return mix64(mix64(kHashSeed + input) ^ byte) % kMillionths < run_.plan.sample;
}

}  // namespace pressmill::pipeline
