// SPDX-License-Identifier: Apache-2.0
//
// The settings of a run, resolved: what the passes see instead of flags and files.
//
// Made once (by src/config for the command, by hand for library users), then const. Settings that
// change answers enter the fingerprint; threads, memory, paths and verbosity do not.
//
// Threads:  immutable, shared.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pressmill {

// Which member of a cluster stays; src/dedup/survivor.h has the rules in full.
enum class Survivor : std::uint8_t { best, first, longest, earliest, latest };
// Which pairs of articles count as duplicates: any, those of one site, those of two sites.
enum class Scope : std::uint8_t { all, site, cross_site };
// What is kept of dropped articles: the whole line, or its id and the reason.
enum class Dropped : std::uint8_t { full, ids };
// What becomes of an article of which cleaning would take more than the guard's share: it is kept
// whole and flagged, or dropped.
enum class Guard : std::uint8_t { keep, drop };
// What becomes of personal data in texts: nothing is looked for, it is counted, or replaced by
// masks and counted.
enum class Pii : std::uint8_t { off, count, mask };
// How a date is meant that can be read in two ways, as 03/04/2018: in neither, or one of these.
enum class DateOrder : std::uint8_t { unknown, day_first, month_first };
enum class Progress : std::uint8_t { automatic, bar, plain, off };

// A rule of a recipe: an article goes where its measure compares so with the threshold. The names
// of measures are in docs/recipes.md.
struct QualityRule {
  std::string reason;  // the rule's name, and the reason of what it drops
  std::string measure;
  std::string comparison;            // "<", "<=", ">" or ">="
  std::uint32_t threshold = 0;       // a count; of shares and means ten-thousandths
  std::vector<std::string> abstain;  // languages, or "unspaced", in which it says nothing
  std::vector<std::string> only;     // where it says something; empty: everywhere else
  bool operator==(const QualityRule&) const = default;
};

inline constexpr std::uint32_t kMillionths = 1'000'000;

struct Plan {
  // What to read and where to write.
  std::vector<std::string> inputs;  // files, folders, globs, "-"; as given
  std::string files_from;           // a file with one input a line; "" = none
  std::string out;
  std::string work;  // "" = OUT/work

  // Settings that change answers: all of them are in the fingerprint.
  // Statistics of the dump as it is: texts are measured as they came, nothing is removed, no
  // articles are written. What would do so among the settings below is off then.
  bool stats_only = false;
  bool repair = true;
  bool normalise = true;  // white space, invisible characters, Unicode NFC
  bool clean = true;
  std::uint32_t clean_threshold = 40;  // lines go that are body with less than this, in percent
  bool line_model = true;              // else lines are judged by rules and by their site alone
  bool survey = true;                  // learn what the articles of a site have in common
  std::string site_memory;             // file of what earlier nights learned; "" = none
  std::string furniture;               // file of what a person says of lines; "" = none
  Guard guard = Guard::keep;
  std::uint32_t guard_share = 95;      // percent of an article's words that may go
  std::vector<std::string> languages;  // that stay; empty: all
  Pii pii = Pii::off;
  bool audit_lines = true;       // write lines.jsonl.zst
  std::string quality = "news";  // name of the recipe; "none": no article is judged
  std::optional<std::vector<QualityRule>> quality_rules;  // its rules; nothing: those built in
  bool compare = true;              // else nothing is compared, exact copies neither
  std::uint32_t near = 7'000;       // in ten-thousandths: articles at least so alike are duplicates
  std::uint32_t contained = 9'000;  // so much of an article in another: an excerpt; 0 = off, both
  std::string lsh;                  // preset by which candidates are found; "" = follows from near
  Scope scope = Scope::all;
  // What is found is removed, else marked only.
  bool drop_quality = false;
  bool drop_language = true;
  bool drop_exact = true;
  bool drop_near = true;
  bool drop_contained = false;
  Survivor survivor = Survivor::best;
  std::vector<std::string> prefer_sites;  // survivors come from these if they can, in this order
  Dropped dropped = Dropped::full;
  std::string fields;  // "text=body,id=key"
  DateOrder date_order = DateOrder::unknown;
  std::string site_aliases;            // file of site names; "" = none
  std::uint32_t sample = kMillionths;  // share of lines, in millionths
  std::uint64_t limit = 0;             // lines read at the most; 0 = all
  int level = 3;                       // zstd level of the outputs

  std::string baseline;  // OUT folder of an earlier run to compare with; "" = none

  // Settings that do not.
  unsigned threads = 0;            // 0 = one per processor
  std::uint64_t memory_bytes = 0;  // 0 = half of the machine's
  bool fresh = false;              // throw away what an earlier run left
  // Gates: beyond them the run is done, and its outcome says so. Shares in millionths.
  std::optional<std::uint32_t> max_malformed;  // of lines that are not blank
  std::optional<std::uint32_t> max_dropped;    // of articles
  std::uint64_t min_articles = 0;              // kept
  bool keep_work = false;
  Progress progress = Progress::automatic;
  // Settings that change nothing beside the others, each with why, in words. To be told.
  std::vector<std::string> notices;
  bool quiet = false;
  bool verbose = false;
};

}  // namespace pressmill
