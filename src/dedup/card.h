// SPDX-License-Identifier: Apache-2.0
//
// Cards: one fixed-size row per article, all that later passes need without the text.
//
// Refine writes a file of cards for each segment; match and emit read the columns they need;
// the files are kept in OUT/index, where a later night compares with them. Beside the rows stand
// two small tables: the inputs that the segment covers, with their counts, and the names of the
// sites in it. Byte by byte in docs/format-cards.md.
//
// Order:    rows in ordinal order. `line` counts from the segment's first line of that input, so
//           that a segment is a pure function of its bytes; readers add what stands before it.
// Threads:  a table has one owner.
// Memory:   about 290 bytes an article and the id.
// Failure:  Code::output writing, Code::input reading; Code::refused for a newer version or
//           another hash, since hashes of the two must not be compared.

#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "dedup/repairs.h"
#include "io/spill/columns.h"
#include "io/store.h"
#include "text/measures.h"

namespace pressmill::dedup {

inline constexpr std::string_view kCardsKind = "cards";
// 2: what cleaning took; 3: personal data, measures; 4: personal data in 32 bits, kinds of repairs;
// 5: more measures; 6: mean lengths of lines and paragraphs.
inline constexpr std::uint32_t kCardsVersion = 6;
inline constexpr std::uint32_t kCardsOldestRead = 6;

// Places for the rules by which lines are removed; more than there are rules today.
inline constexpr std::size_t kLineRuleSlots = 16;

// Kinds of personal data, in the order of clean::PersonalKind.
inline constexpr std::size_t kPersonalKinds = 4;

inline constexpr std::int32_t kNoDay = std::numeric_limits<std::int32_t>::min();

// What refine already decided; match looks at `open` rows only.
enum class CardState : std::uint8_t { open = 0, empty = 1, language = 2, guard = 3, quality = 4 };

// Fields that the record has (bits of Card::fields).
enum FieldBit : std::uint8_t {
  kHasId = 1,
  kHasTitle = 2,
  kHasUrl = 4,
  kHasDate = 8,
  kHasOutlet = 16,
};

struct Card {
  std::uint32_t input = 0;
  std::uint64_t line = 0;       // 0-based, from the segment's first line of this input
  std::uint64_t byte = 0;       // of the line, in the decompressed input
  std::uint64_t site = 0;       // hash of the site's name
  std::int32_t day = kNoDay;    // days since 1970-01-01
  std::uint8_t day_source = 0;  // doc::DateSource
  std::uint8_t date_unparsable = 0;
  std::uint8_t fields = 0;        // FieldBit
  std::uint8_t state = 0;         // CardState
  std::uint8_t mended = 0;        // the line had bad bytes or lone surrogates
  std::uint8_t normalised = 0;    // the text was changed by normalisation
  RepairSet repairs;              // kinds of what was mended
  std::uint8_t lang_percent = 0;  // of the text that is in it; 0: as the input's field says
  std::uint64_t lang = 0;         // up to eight ASCII bytes, zero-padded; 0 = unknown
  Hash128 hash;                   // of the cleaned, case-kept text
  std::uint32_t words = 0;
  std::uint8_t guarded = 0;         // cleaning would have taken too much
  std::uint32_t words_removed = 0;  // by cleaning; guarded: that would have been
  std::uint32_t lines_removed = 0;
  std::uint32_t lines = 0;  // of the text, not blank
  std::uint32_t chars = 0;  // code points of the text
  std::uint32_t text_bytes = 0;
  std::uint32_t input_bytes = 0;                         // of the line as it came
  std::uint32_t stored_bytes = 0;                        // of the line as stored
  std::array<std::uint32_t, kPersonalKinds> personal{};  // pieces found, by kind
  io::RecordKey key;                                     // place in the segment's store
  std::uint64_t rules = 0;  // bit i: rule i of the recipe would drop it
  text::Measures measures;
};

// Counts of one input within one segment.
struct InputTally {
  std::uint32_t input = 0;
  std::uint64_t bytes = 0;  // decompressed
  std::uint64_t lines = 0;  // all, blank ones too
  std::uint64_t blank = 0;
  std::uint64_t malformed = 0;
  std::uint64_t not_sampled = 0;  // left out by --sample
  std::uint64_t articles = 0;     // rows
  std::uint64_t bad_bytes = 0;    // sequences mended
  std::uint64_t lone_surrogates = 0;
  std::uint64_t legacy_lines = 0;    // decoded from an older encoding
  std::uint64_t mojibake_texts = 0;  // that had any
  std::uint64_t mojibake = 0;        // sequences and controls mended
  std::uint64_t markup_texts = 0;    // that had any
  std::uint64_t tags = 0;            // taken out
  std::uint64_t references = 0;      // replaced by their characters
  // By normalising, see text/normalise.h; `composed` counts texts.
  std::uint64_t controls = 0;
  std::uint64_t invisibles = 0;
  std::uint64_t spaces = 0;
  std::uint64_t line_ends = 0;
  std::uint64_t composed = 0;
  std::array<std::uint64_t, kLineRuleSlots> lines_removed{};  // by clean::LineRule
  std::uint8_t damaged = 0;                                   // unreadable from here to its end
  std::string damage;                                         // the message

  // Adds the counts of another stretch of the same input.
  InputTally& operator+=(const InputTally& other);
};

// Columns of measures are called as these, cut off where a column's name may be no longer.
constexpr std::string_view measure_column(text::Measure measure) {
  return text::measure_name(measure).substr(0, io::kMostColumnName);
}

class CardTable {
 public:
  void add(const Card& card, std::string_view id_token);
  // Pieces of personal data of all kinds that a row's text had.
  std::uint64_t personal_of(std::size_t row) const {
    std::uint64_t sum = 0;
    for (const auto& column : personal) sum += column[row];
    return sum;
  }
  std::size_t size() const { return input.size(); }

  std::vector<std::uint32_t> input;
  std::vector<std::uint64_t> line, byte, site;
  std::vector<std::int32_t> day;
  std::vector<std::uint8_t> day_source, date_unparsable, fields, state, mended, normalised, guarded,
      lang_percent;
  std::vector<std::uint64_t> lang, hash_high, hash_low;
  std::vector<std::uint32_t> words, lines, chars, text_bytes, input_bytes, stored_bytes,
      words_removed, lines_removed;
  std::vector<std::uint16_t> repairs;  // RepairSet
  std::array<std::vector<std::uint32_t>, kPersonalKinds> personal;
  std::vector<std::uint32_t> frame, offset;
  std::vector<std::uint64_t> rules;
  std::array<std::vector<std::uint32_t>, text::kStoredCounts> counts;
  std::array<std::vector<std::uint16_t>, text::kStoredShares> shares;
  io::TextColumn id;  // the JSON token as found; empty = none

  // Calls visit(name, column) for every fixed-width column: the one list of them.
  template <class Table, class Visit>
  static void each_column(Table& t, Visit visit) {
    visit("input", t.input);
    visit("line", t.line);
    visit("byte", t.byte);
    visit("site", t.site);
    visit("day", t.day);
    visit("day_source", t.day_source);
    visit("date_unparsable", t.date_unparsable);
    visit("fields", t.fields);
    visit("state", t.state);
    visit("mended", t.mended);
    visit("normalised", t.normalised);
    visit("repairs", t.repairs);
    visit("lang_percent", t.lang_percent);
    visit("guarded", t.guarded);
    visit("words_removed", t.words_removed);
    visit("lines_removed", t.lines_removed);
    visit("lang", t.lang);
    visit("hash_high", t.hash_high);
    visit("hash_low", t.hash_low);
    visit("words", t.words);
    visit("lines", t.lines);
    visit("chars", t.chars);
    visit("text_bytes", t.text_bytes);
    visit("input_bytes", t.input_bytes);
    visit("stored_bytes", t.stored_bytes);
    visit("emails", t.personal[0]);
    visit("ips", t.personal[1]);
    visit("card_numbers", t.personal[2]);
    visit("phones", t.personal[3]);
    visit("frame", t.frame);
    visit("offset", t.offset);
    visit("rules", t.rules);
    each_measure_column(t, visit);
  }

  // The same for those of measures alone, but `words`, `chars` and `lines`.
  template <class Table, class Visit>
  static void each_measure_column(Table& t, Visit visit) {
    for (std::size_t i = 0; i < t.counts.size(); ++i)
      visit(measure_column(text::kStoredCountList[i]), t.counts[i]);
    for (std::size_t i = 0; i < t.shares.size(); ++i)
      visit(measure_column(text::kStoredShareList[i]), t.shares[i]);
  }

  // All measures of a row, or one.
  text::Measures measures(std::size_t row) const;
  std::uint32_t measure(std::size_t row, text::Measure measure) const;

  // Appends `other`, its frames counted on from the one given.
  void append(const CardTable& other, std::uint32_t frame_base);
};

struct SiteName {
  std::uint64_t hash = 0;
  std::string name;
};

// What a segment's cards file holds.
struct SegmentCards {
  // Goes before input and line in the ordinal, so that cards of several nights sort together.
  std::uint32_t run = 0;
  CardTable rows;
  std::vector<InputTally> inputs;
  std::vector<SiteName> sites;  // in order of name, each once
};

Status write_cards(const SegmentCards& cards, const std::string& path);

class CardReader {
 public:
  static Result<CardReader> open(const std::string& path);
  template <class T>
  Result<std::vector<T>> column(std::string_view name) const {
    return columns_.read<T>(name);
  }
  Result<io::TextColumn> ids() const { return io::TextColumn::read(columns_, "id"); }
  std::uint32_t run() const { return run_; }
  Result<std::vector<InputTally>> inputs() const;
  Result<std::vector<SiteName>> sites() const;
  // One value of a row, without reading the column.
  template <class T>
  Result<T> value(std::string_view name, std::uint64_t row) const {
    return columns_.read_one<T>(name, row);
  }
  Result<std::string> id(std::uint64_t row) const {
    return io::TextColumn::read_one(columns_, "id", row);
  }
  // All rows at once: for emit, which needs most columns.
  Result<CardTable> rows() const;
  // The same with what groups and measures them alone: input, site, day, lang, state, lengths and
  // measures. All other columns are empty.
  Result<CardTable> measured_rows() const;

 private:
  template <class Wanted>
  Status read_columns(CardTable& table, Wanted wanted) const;
  CardReader(io::ColumnsReader columns, std::uint32_t run)
      : columns_(std::move(columns)), run_(run) {}
  io::ColumnsReader columns_;
  std::uint32_t run_;
};

// Up to eight ASCII bytes of a language tag, lower-cased; 0 where it is none.
std::uint64_t pack_lang(std::string_view tag);
std::string unpack_lang(std::uint64_t packed);

}  // namespace pressmill::dedup
