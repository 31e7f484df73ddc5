// SPDX-License-Identifier: Apache-2.0
//
// The list of settings.

#include "config/options.h"

#include <array>

namespace pressmill::config {

namespace {

constexpr std::string_view kWhere = "Input and output";
constexpr std::string_view kMill = "Milling";
constexpr std::string_view kGates = "Checking the result";
constexpr std::string_view kMachine = "Machine";
constexpr std::string_view kTalk = "Talking";

constexpr std::array kOptions = {
    Option{"out", Takes::value, "", kWhere, "Folder for the results; made if missing"},
    Option{"files-from", Takes::value, "", kWhere, "File that names inputs, one a line"},
    Option{"fields", Takes::value, "", kWhere,
           "Which member holds what, where the names are unusual: text=body,id=key "
           "(roles: text, id, title, url, date, outlet, lang)"},
    Option{"date-order", Takes::value, "unknown", kWhere,
           "How dates are meant that can be read in two ways, as 03/04/2018: dmy, mdy, or unknown, "
           "and they are not read"},
    Option{"site-aliases", Takes::value, "", kWhere,
           "File that maps site names: FROM, tab, TO on each line"},
    Option{"sample", Takes::value, "100%", kWhere,
           "Mill only this share of the lines, the same ones each time"},
    Option{"limit", Takes::value, "0", kWhere, "Read only the first N lines (0: all)"},

    Option{"repair", Takes::value, "on", kMill,
           "on: mend invalid UTF-8, lone surrogates and mojibake, take left-over markup out; off: "
           "lines "
           "with the first two are malformed, the rest stays"},
    Option{
        "clean", Takes::value, "on", kMill,
        "on: take furniture (menus, prompts, headlines of other articles) out of the texts, line "
        "by line; off: leave texts as they are"},
    Option{"clean-threshold", Takes::value, "40%", kMill,
           "Lines go that are body with less than this chance; lower removes less"},
    Option{"line-model", Takes::value, "on", kMill,
           "off: clean by rules and by what other articles of the site have, without the model"},
    Option{"survey", Takes::value, "on", kMill,
           "on: read everything once beforehand, to learn what a site's articles have in common"},
    Option{"site-memory", Takes::value, "", kMill,
           "TSV file of what earlier nights learned of sites; read, and replaced when done"},
    Option{"furniture", Takes::value, "", kMill,
           "TSV file of what you say of lines: site (or *), line, keep or remove; wins over all"},
    Option{"guard", Takes::value, "keep", kMill,
           "What becomes of an article of which cleaning would take more than --guard-share: keep "
           "(whole, flagged) or drop"},
    Option{"guard-share", Takes::value, "95%", kMill,
           "Share of an article's words that cleaning may take (100%: any)"},
    Option{"lang", Takes::value, "", kMill,
           "Keep only articles in these languages: en,de (default: all)"},
    Option{"pii", Takes::value, "off", kMill,
           "Personal data in texts (e-mail addresses, phone numbers, public IP addresses, payment "
           "cards): mask (replaced and counted), count, or off"},
    Option{"audit", Takes::value, "lines", kMill,
           "lines: write which lines went from which article, and why; off: do not"},
    Option{"quality", Takes::value, "news", kMill,
           "Recipe by which articles are judged: news, fineweb, gopher, c4, none, or one of the "
           "--config file's; naming one drops what it finds, else that is marked only"},
    Option{"drop", Takes::value, "", kMill,
           "What is removed and not only marked: a list of exact, near, contained, quality, "
           "language; none: nothing (default: exact,near, and quality and language where --quality "
           "and --lang are named)"},
    Option{"near", Takes::value, "0.7", kMill,
           "Articles are near-duplicates from this Jaccard similarity of their shingles on (five "
           "words each); off: do not look for them"},
    Option{"contained", Takes::value, "0.9", kMill,
           "An article is an excerpt where so much of it stands in a longer one; off: do not look"},
    Option{"dedup", Takes::value, "near", kMill,
           "near: look for copies, near-duplicates and excerpts; exact: for copies only; off: "
           "compare nothing"},
    Option{"scope", Takes::value, "all", kMill,
           "Which pairs count as duplicates: all, those within a site, or cross-site ones"},
    Option{"lsh", Takes::value, "auto", kMill,
           "Bands and rows by which pairs are found that are then compared: auto (as --near needs "
           "it), fineweb, dolma3 or redpajama2"},
    Option{"survivor", Takes::value, "best", kMill,
           "Which duplicate stays: best (most fields filled in, then earliest), first, longest, "
           "earliest, latest"},
    Option{"prefer-site", Takes::value, "", kMill,
           "Sites whose article stays before that of any other: a.example,b.example"},
    Option{"dropped", Takes::value, "full", kMill,
           "What is kept of dropped articles: full lines, or ids and reasons"},
    Option{"level", Takes::value, "3", kMill, "zstd level of the results, 1 to 19"},

    Option{
        "max-malformed", Takes::value, "", kGates,
        "Exit 6 where more of the lines are malformed: 5%; the results are written all the same"},
    Option{"max-dropped", Takes::value, "", kGates, "Exit 6 where more of the articles go: 90%"},
    Option{"min-articles", Takes::value, "0", kGates, "Exit 6 where fewer articles are kept"},
    Option{"baseline", Takes::value, "", kGates,
           "OUT folder of an earlier run: what changed since is told, and stands in stats.json"},

    Option{"threads", Takes::value, "0", kMachine, "Threads (0: one per processor)"},
    Option{"memory", Takes::value, "", kMachine,
           "Memory to stay below, as in 8G (default: half of the machine's)"},
    Option{"work", Takes::value, "", kMachine,
           "Folder in which scratch data gets a folder of its own (default: OUT/work)"},
    Option{"keep-work", Takes::nothing, "", kMachine, "Keep the scratch data after the run"},
    Option{"fresh", Takes::nothing, "", kMachine,
           "Throw away what an earlier run left in OUT, instead of resuming it"},

    Option{"progress", Takes::value, "auto", kTalk,
           "bar, plain (a line a minute), off, or auto: a bar on a terminal"},
    Option{"quiet", Takes::nothing, "", kTalk,
           "Print errors only; malformed lines are counted in stats.json and listed in log.jsonl"},
    Option{"json", Takes::nothing, "", kTalk, "Print the statistics as JSON on stdout"},
    Option{"verbose", Takes::nothing, "", kTalk, "Print where the time of each pass went"},
};

}  // namespace

std::span<const Option> options() {
  return kOptions;
}

const Option* find_option(std::string_view name) {
  for (const Option& option : kOptions)
    if (option.name == name) return &option;
  return nullptr;
}

}  // namespace pressmill::config
