// SPDX-License-Identifier: Apache-2.0
//
// What a run did, in figures: the source of the terminal summary, stats.json and the tables.
//
// Everything here follows from inputs and settings alone, so it is the same for every run; what
// depends on the clock (times, rates) is in RunFacts.
//
// Threads:  a value.

#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "pressmill/summary_measures.h"
#include "pressmill/summary_news.h"
#include "pressmill/summary_page.h"
#include "pressmill/summary_words.h"

namespace pressmill {

// Volume of a set of articles. Units: as named; words and lines are of the cleaned text.
struct Volume {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;  // of JSON lines, line ends included
  std::uint64_t text_bytes = 0;
  std::uint64_t chars = 0;
  std::uint64_t words = 0;
  std::uint64_t lines = 0;  // of text, not blank

  Volume& operator+=(const Volume& other);
};

// One group's flow: what came in, what stays.
struct Flow {
  Volume in;
  Volume kept;

  Flow& operator+=(const Flow& other);
};

struct InputSummary {
  std::string name;
  std::string codec;
  std::uint64_t file_bytes = 0;
  std::uint64_t bytes = 0;  // decompressed
  std::uint64_t lines = 0;  // blank ones too
  std::uint64_t blank = 0;
  std::uint64_t malformed = 0;
  std::uint64_t not_sampled = 0;
  std::uint64_t articles = 0;  // well-formed records
  std::uint64_t kept = 0;
  std::uint64_t dropped = 0;
  std::string damage;  // "" = read to its end
};

struct SiteDay {
  std::string site;
  std::string day;
  Flow flow;
};

// What cleaning took. Guarded articles count apart: nothing was taken from them.
struct CleaningSummary {
  std::uint64_t articles = 0;  // that lost lines
  std::uint64_t words_removed = 0;
  std::map<std::string, std::uint64_t> lines;          // rule -> lines removed
  std::uint64_t guarded = 0;                           // articles
  std::map<std::string, std::uint64_t> guarded_sites;  // site -> articles

  std::uint64_t lines_removed() const;
};

// Personal data found in the texts of all articles, dropped ones too. With `mode` "mask" it is gone
// from them; with "off" nobody looked.
struct PersonalSummary {
  std::string mode = "off";
  std::uint64_t articles = 0;  // that had any
  std::uint64_t emails = 0;
  std::uint64_t ips = 0;
  std::uint64_t card_numbers = 0;
  std::uint64_t phones = 0;

  std::uint64_t all() const;
};

// What the recipe found, whether it was dropped for it or not.
struct QualitySummary {
  std::string recipe;
  std::uint64_t dropped = 0;                      // articles
  std::map<std::string, std::uint64_t> found;     // rule -> articles; the first rule counts
  std::map<std::string, std::string> conditions;  // rule -> "short_line_ratio > 0.6700"

  std::uint64_t found_articles() const;
};

// How near-duplicates and excerpts were looked for.
struct NearSummary {
  std::uint64_t candidates = 0;         // articles worth comparing with another
  std::uint64_t pairs = 0;              // that signatures found
  std::uint64_t links = 0;              // pairs that are alike
  std::uint64_t components = 0;         // of the graph of those
  std::uint64_t largest_component = 0;  // articles
  std::uint64_t comparisons = 0;        // of whole articles
  std::uint64_t unverified = 0;         // pairs left over by the budget of comparisons: they stay
  std::uint64_t cut_stars = 0;       // whose centre the budget kept from meeting all linked to it
  std::uint64_t large_buckets = 0;   // of equal band keys, in which not all pairs were taken
  std::uint64_t largest_bucket = 0;  // articles
};

// A cluster, by the article that stays.
struct LargeCluster {
  std::uint64_t number = 0;
  std::uint64_t size = 0;  // members, the survivor too
  std::string id;          // a JSON token: as found, else "INPUT:LINE" in quotes
  std::string site;        // "-" = none
  std::string day;         // "" = undated
  std::string title;       // "" = none
};

// What clusters are made of.
struct ClusterSummary {
  std::map<std::string, std::uint64_t> members;  // kind -> articles, survivors not counted
  std::map<std::uint64_t, std::uint64_t> sizes;  // members, the survivor too -> clusters
  std::vector<LargeCluster> largest;             // the first twenty, by size, then number
  // Kind -> hundredths, rounded down -> articles. Copies are all alike and not in it.
  std::map<std::string, std::map<std::uint32_t, std::uint64_t>> similarities;
};

struct Summary {
  std::vector<InputSummary> inputs;
  Flow total;
  std::map<std::string, std::uint64_t> dropped;    // reason -> articles
  std::map<std::string, std::uint64_t> malformed;  // kind -> lines
  std::map<std::string, Flow> sites;
  std::map<std::string, Flow> days;       // "" = undated
  std::vector<SiteDay> site_days;         // in order of site, day
  std::map<std::string, Flow> languages;  // "" = unknown
  std::uint64_t lines = 0;
  std::uint64_t blank = 0;
  std::uint64_t not_sampled = 0;
  std::uint64_t clusters = 0;
  std::uint64_t clustered = 0;  // articles in clusters
  ClusterSummary in_clusters;
  NearSummary near;
  std::uint64_t repeated_ids = 0;  // articles whose id an earlier one has
  std::uint64_t without_id = 0;
  std::uint64_t dates_from_field = 0;
  std::uint64_t dates_from_url = 0;
  std::uint64_t dates_missing = 0;
  std::uint64_t dates_unparsable = 0;
  std::string
      dates_first;  // of the days on which gaps and silence are looked for (stats/coverage.h)
  std::string dates_last;
  std::uint64_t dates_before = 0;  // articles dated before these days, and after them
  std::uint64_t dates_after = 0;
  std::uint64_t normalised = 0;  // texts changed by normalisation
  CleaningSummary cleaning;
  PersonalSummary personal;
  QualitySummary quality;
  MeasuresSummary measures;
  WordSummary words;
  std::uint64_t mended_lines = 0;
  std::uint64_t bad_bytes = 0;  // sequences replaced by U+FFFD
  std::uint64_t lone_surrogates = 0;
  std::uint64_t legacy_lines = 0;
  // By normalising: characters taken away or replaced; of `composed`, texts brought to NFC.
  std::uint64_t controls = 0;
  std::uint64_t invisibles = 0;
  std::uint64_t spaces = 0;
  std::uint64_t line_ends = 0;
  std::uint64_t composed = 0;
  std::uint64_t mojibake_texts = 0;
  std::uint64_t mojibake = 0;  // sequences and controls mended
  std::uint64_t markup_texts = 0;
  std::uint64_t tags = 0;        // taken out
  std::uint64_t references = 0;  // replaced by their characters
  SiteReasons site_reasons;      // of what was dropped; rules of the recipe by name
  SampleSummary samples;

  NewsSummary news;

  std::uint64_t malformed_lines() const;
  std::uint64_t dropped_articles() const;
};

// A stage of a pass. Seconds are summed over threads.
struct StageFacts {
  std::string name;
  std::uint64_t calls = 0;
  double busy_seconds = 0;    // inside the stage, its waiting for the disk included
  double waited_seconds = 0;  // what it works on, between the stage before and this one
  std::uint64_t bytes_in = 0;
  std::uint64_t bytes_out = 0;
};

// Where the time of a pass went. A resumed run tells of what it did itself.
struct PassFacts {
  std::string pass;
  unsigned threads = 1;  // that the pass may use
  double seconds = 0;
  double cpu_seconds = 0;   // of the process, meanwhile
  double busy_seconds = 0;  // all stages
  std::vector<StageFacts> stages;

  // Ideal over real: the time that the stages would take if all threads were always busy, over
  // the time that passed.
  double efficiency() const { return seconds > 0 ? busy_seconds / (threads * seconds) : 0; }
};

// How the run went: depends on the machine and the clock, so it enters no reproducible output.
struct RunFacts {
  double seconds = 0;
  std::vector<PassFacts> passes;
  std::uint64_t resumes = 0;
  std::uint64_t segments = 0;
  std::uint64_t segments_done_before = 0;  // taken over from the run that was resumed
  std::uint64_t future_dates = 0;          // later than the day after this run
  std::uint64_t peak_memory_bytes = 0;
  bool already_done = false;                // OUT was finished; nothing was done
  std::vector<std::string> skipped_inputs;  // what could not be read at all, with the message
};

}  // namespace pressmill
