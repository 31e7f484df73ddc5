// SPDX-License-Identifier: Apache-2.0
//
// Refining lines one by one.

#include "pipeline/refine_worker.h"

#include <algorithm>

#include "base/hash.h"
#include "clean/language.h"
#include "doc/day.h"
#include "doc/record.h"
#include "doc/word_record.h"
#include "pipeline/malformed.h"
#include "pipeline/removed_lines.h"
#include "text/shingles.h"
#include "text/words.h"

namespace pressmill::pipeline {

namespace {

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

// Words on those lines of `text` that are named.
std::uint64_t words_on(std::string_view text, const std::vector<clean::RemovedLine>& named) {
  std::uint64_t words = 0;
  std::uint32_t number = 0;
  for (const clean::RemovedLine& line : named) {
    for (; number < line.line; ++number)
      text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
    words += text::count_words(text.substr(0, text.find('\n')));
  }
  return words;
}

}  // namespace

RefineWorker::RefineWorker(const RunState& run)
    : run_(run),
      parser_(run.fields, run.plan.repair),
      sites_(run.aliases),
      // Statistics store hashes, which do not get smaller.
      store_(run.plan.stats_only ? io::Packing::fast : io::Packing::small),
      preparer_(run.plan.repair, run.plan.normalise) {
  if (run.lsh) signer_.emplace(*run.lsh);
  meter_.keep_word_hashes(run.lsh.has_value());
  if (!run.plan.clean) return;
  clean::CleanSettings settings;
  settings.thresholds = clean::Thresholds::of_percent(run.plan.clean_threshold);
  settings.guard_percent = run.plan.guard_share;
  settings.has_model = run.plan.line_model;
  settings.memory = run.memory;
  settings.furniture = run.furniture;
  cleaner_.emplace(settings);
}

void RefineWorker::begin_ticket(Ticket& ticket) {
  ticket_ = &ticket;
}

void RefineWorker::end_ticket(Ticket& ticket) {
  end_stretch();
  if (!ticket.parts.empty()) ticket.parts.back().frames = store_.take();
}

void RefineWorker::begin_lines(std::uint32_t input, SegmentKey segment) {
  // Small inputs of a ticket are one stretch; batches follow from the bytes of a large one.
  if (ticket_->small.empty()) end_stretch();
  part_for(segment);
  input_ = input;
  tally_ = &tally_for(input);
}

void RefineWorker::expect(std::uint64_t bytes) {
  tally_->bytes += bytes;
  ticket_->line_bytes += bytes;
}

void RefineWorker::take_damage(const std::string& message) {
  tally_->damaged = 1;
  tally_->damage = message;
}

void RefineWorker::take_oversize(std::uint64_t byte, std::string_view head, std::uint64_t bytes) {
  ++tally_->lines;
  set_aside(byte, head, bytes, doc::Malformed::too_long, "longer than 64 MiB");
}

void RefineWorker::take_line(std::uint64_t byte, std::string_view line, bool may_be_cut_off) {
  ++tally_->lines;
  if (is_blank_line(line)) {
    ++tally_->blank;
    return;
  }
  if (!is_sampled(run_.plan, input_, byte)) {
    ++tally_->not_sampled;
    return;
  }
  const doc::ParsedLine parsed = parser_.parse(line, article_);
  if (parsed.kind == doc::LineKind::malformed) {
    const bool cut = may_be_cut_off && parsed.reason == doc::Malformed::not_json;
    set_aside(byte, line, line.size(), cut ? doc::Malformed::damaged : parsed.reason,
              cut ? "cut off by damage in the input" : parsed.detail);
    return;
  }
  ++tally_->articles;
  tally_->bad_bytes += article_.mended.bad_bytes;
  tally_->lone_surrogates += article_.mended.lone_surrogates;
  tally_->legacy_lines += article_.mended.legacy;

  dedup::Card card;
  card.input = input_;
  card.line = tally_->lines - 1;
  card.byte = byte;
  card.input_bytes = saturated(line.size() + 1);
  fill_facts(card, article_);
  if (parsed.kind == doc::LineKind::article)
    refine_article(card, article_);
  else
    refine_empty(card, article_);
  part().cards.add(card, article_[doc::Role::id].token.of(article_.line));
}

void RefineWorker::refine_article(dedup::Card& card, const doc::Article& article) {
  clean::RepairCounts repairs;
  const clean::PreparedText prepared = preparer_.prepare(article[doc::Role::text].value, repairs);
  note_repairs(card, repairs, prepared.kinds);
  std::string_view text = prepared.text;
  const std::string* stored = prepared.changed;
  if (text.empty()) {  // nothing but white space and invisible characters
    refine_empty(card, article);
    return;
  }
  card.normalised = prepared.is_normalised ? 1 : 0;
  std::string_view found_title;
  const clean::CleanedText* cleaned = nullptr;
  if (cleaner_) {
    cleaned = &cleaner_->clean(text, article[doc::Role::title].value, card.site);
    note_cleaned(card, *cleaned);
    found_title = masked_title(cleaned->title);
    if (cleaned->changed()) {
      text = cleaned->text;
      stored = &cleaned->text;
    }
  }
  if (const std::string* masked = note_personal(card, text)) {
    text = *masked;
    stored = masked;
    // A number of four groups is four words, its mask is one: what would have gone is counted in
    // the text that `words` is about. Masks keep the lines.
    if (card.guarded != 0) card.words_removed = saturated(words_on(text, cleaned->removed));
  }
  meter_.see(text);
  if (meter_.scanned().lines.empty()) {  // as it came, a text may be nothing but white space
    refine_empty(card, article);
    return;
  }
  note_language(card, text);
  note_quality(card);
  note_signature(card);
  note_words(card, text);
  card.hash = hash128(text);
  card.text_bytes = saturated(text.size());
  if (run_.plan.stats_only) {  // the store serves comparisons, and titles of clusters
    if (signer_)
      card.key = doc::put_word_record(store_, article, meter_.word_hashes(), card.stored_bytes);
    return;
  }
  // What is dropped here is handed back as it came, but for what must not be read.
  if (card.state != static_cast<std::uint8_t>(dedup::CardState::open))
    stored = masked_input(article[doc::Role::text].value);
  card.key = doc::put_record(store_, article, stored, card.stored_bytes, found_title);
}

void RefineWorker::note_repairs(dedup::Card& card, const clean::RepairCounts& counts,
                                const text::NormaliseCounts& kinds) {
  using dedup::Repair;
  const std::uint64_t mojibake = counts.mojibake.sequences + counts.mojibake.controls;
  const std::uint64_t markup = counts.markup.tags + counts.markup.references;
  tally_->mojibake_texts += mojibake > 0 ? 1 : 0;
  tally_->mojibake += mojibake;
  tally_->markup_texts += markup > 0 ? 1 : 0;
  tally_->tags += counts.markup.tags;
  tally_->references += counts.markup.references;
  tally_->controls += kinds.controls;
  tally_->invisibles += kinds.invisibles;
  tally_->spaces += kinds.spaces;
  tally_->line_ends += kinds.line_ends;
  tally_->composed += kinds.composed;
  card.repairs.note(Repair::mojibake, mojibake);
  card.repairs.note(Repair::tags, counts.markup.tags);
  card.repairs.note(Repair::references, counts.markup.references);
  card.repairs.note(Repair::controls, kinds.controls);
  card.repairs.note(Repair::invisibles, kinds.invisibles);
  card.repairs.note(Repair::spaces, kinds.spaces);
  card.repairs.note(Repair::line_ends, kinds.line_ends);
  card.repairs.note(Repair::composed, kinds.composed);
}

const std::string* RefineWorker::note_personal(dedup::Card& card, std::string_view text) {
  if (run_.plan.pii == Pii::off) return nullptr;
  static_assert(clean::kPersonalKinds == dedup::kPersonalKinds);
  clean::PersonalCounts found{};
  const std::string* masked = personal_.mask(text, found);
  for (std::size_t kind = 0; kind < found.size(); ++kind)
    card.personal[kind] = saturated(found[kind]);
  return run_.plan.pii == Pii::mask ? masked : nullptr;
}

// The text as it came, masked; null where it stays as it is.
const std::string* RefineWorker::masked_input(std::string_view text) {
  clean::PersonalCounts found{};  // counted in the cleaned text
  return run_.plan.pii == Pii::mask ? personal_.mask(text, found) : nullptr;
}

std::string_view RefineWorker::masked_title(std::string_view title) {
  clean::PersonalCounts found{};  // counted where it stands: in the text
  if (run_.plan.pii != Pii::mask) return title;
  const std::string* masked = personal_.mask(title, found);
  if (masked == nullptr) return title;
  title_ = *masked;
  return title_;
}

// What was masked must not be read in lines.jsonl.zst. Not counted: it is no longer in the text.
const clean::CleanedText& RefineWorker::masked_removed(const clean::CleanedText& cleaned) {
  if (run_.plan.pii != Pii::mask) return cleaned;
  told_.guarded = cleaned.guarded;
  told_.removed = cleaned.removed;
  masks_.clear();
  masks_.reserve(cleaned.removed.size());  // views of short strings must not move
  clean::PersonalCounts found{};
  for (clean::RemovedLine& line : told_.removed)
    if (const std::string* masked = personal_.mask(line.text, found))
      line.text = masks_.emplace_back(*masked);
  return told_;
}

// What the text says; where that does not tell, what the input's field says.
void RefineWorker::note_language(dedup::Card& card, std::string_view text) {
  const clean::Language language = clean::detect_language(text, meter_);
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
void RefineWorker::note_quality(dedup::Card& card) {
  using text::Measure;
  const std::string lang = dedup::unpack_lang(card.lang);
  card.measures = meter_.measure(lang);
  card.words = card.measures[Measure::words];
  card.chars = card.measures[Measure::chars];
  card.lines = card.measures[Measure::lines];
  card.rules = run_.recipe.judge(card.measures, lang);
  const bool is_language = card.state == static_cast<std::uint8_t>(dedup::CardState::language);
  if (run_.plan.drop_quality && card.rules != 0 && !is_language)
    card.state = static_cast<std::uint8_t>(dedup::CardState::quality);
}

// Of the text measured last. What was dropped already takes no part in match.
void RefineWorker::note_signature(const dedup::Card& card) {
  if (!signer_ || card.state != static_cast<std::uint8_t>(dedup::CardState::open)) return;
  text::shingle_hashes(meter_.word_hashes(), run_.lsh->shingle_words, shingles_);
  if (shingles_.empty()) return;  // no words: only exact copies are like it
  signer_->sign(shingles_, band_keys_);
  samples_.clear();
  if (run_.plan.contained > 0) dedup::sample_shingles(shingles_, samples_);
  part().signatures.add(static_cast<std::uint32_t>(part().cards.size()),
                        saturated(shingles_.size()), band_keys_, samples_);
}

// Of the text measured last, whatever becomes of it.
void RefineWorker::note_words(const dedup::Card& card, std::string_view text) {
  words_.add(static_cast<std::uint32_t>(part().cards.size()), text, meter_, card.day,
             dedup::unpack_lang(card.lang));
}

void RefineWorker::end_stretch() {
  if (!words_.is_empty()) part().words.push_back(words_.take());
}

void RefineWorker::note_cleaned(dedup::Card& card, const clean::CleanedText& cleaned) {
  card.guarded = cleaned.guarded ? 1 : 0;
  if (cleaned.guarded && run_.plan.guard == Guard::drop)
    card.state = static_cast<std::uint8_t>(dedup::CardState::guard);
  if (cleaned.removed.empty()) return;
  card.words_removed = saturated(cleaned.words_removed);
  card.lines_removed = saturated(cleaned.removed.size());
  if (!cleaned.guarded)
    for (const clean::RemovedLine& line : cleaned.removed)
      ++tally_->lines_removed[static_cast<std::size_t>(line.rule)];
  if (run_.plan.audit_lines)
    put_removed(part().removed, static_cast<std::uint32_t>(part().cards.size()),
                masked_removed(cleaned));
}

void RefineWorker::refine_empty(dedup::Card& card, const doc::Article& article) {
  card.state = static_cast<std::uint8_t>(dedup::CardState::empty);
  if (!run_.plan.stats_only)
    card.key = doc::put_record(store_, article, nullptr, card.stored_bytes);
}

void RefineWorker::fill_facts(dedup::Card& card, const doc::Article& article) {
  using doc::Role;
  card.fields = field_bits(article);
  card.mended = article.mended.any() ? 1 : 0;
  card.repairs.note(dedup::Repair::legacy_encoding, article.mended.legacy);
  card.repairs.note(dedup::Repair::bad_bytes, article.mended.bad_bytes);
  card.repairs.note(dedup::Repair::lone_surrogates, article.mended.lone_surrogates);
  card.lang = dedup::pack_lang(clean::language_of_tag(article[Role::lang].value));
  const std::string_view url = article[Role::url].value;
  const doc::Day day = doc::find_day(article[Role::date].value, url, run_.plan.date_order);
  card.day = day.days;
  card.day_source = static_cast<std::uint8_t>(day.source);
  card.date_unparsable = day.unparsable ? 1 : 0;
  const std::string_view site = sites_.site(url, article[Role::outlet].value);
  card.site = hash64(site);
  if (told_sites_.insert(card.site).second)
    ticket_->parts.back().sites.push_back({card.site, std::string(site)});
}

void RefineWorker::set_aside(std::uint64_t at_byte, std::string_view raw, std::uint64_t bytes,
                             doc::Malformed reason, std::string_view detail) {
  ++tally_->malformed;
  put_malformed(part().malformed, {input_, tally_->lines - 1, at_byte, bytes, reason, detail, raw});
}

void RefineWorker::part_for(SegmentKey segment) {
  if (ticket_->parts.empty() || ticket_->parts.back().segment != segment) {
    // The frames of the part before end with it, and its words.
    end_stretch();
    if (!ticket_->parts.empty()) ticket_->parts.back().frames = store_.take();
    ticket_->parts.push_back({});
    ticket_->parts.back().segment = segment;
  }
  if (segment != told_segment_) {
    told_sites_.clear();
    told_segment_ = segment;
  }
}

dedup::InputTally& RefineWorker::tally_for(std::uint32_t input) {
  auto& tallies = ticket_->parts.back().tallies;
  if (tallies.empty() || tallies.back().input != input) {
    tallies.push_back({});
    tallies.back().input = input;
  }
  return tallies.back();
}

}  // namespace pressmill::pipeline
