// SPDX-License-Identifier: Apache-2.0
//
// Lines to counts, the most frequent back to lines.

#include "pipeline/furniture.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <compare>
#include <mutex>
#include <optional>
#include <tuple>
#include <utility>

#include "base/hash.h"
#include "dedup/card.h"
#include "io/spill/external_sort.h"
#include "pipeline/budget.h"
#include "pipeline/removed_lines.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kMostShownBytes = 300;

// Where a line stands: segment, article of its file of removed lines, line among those taken.
struct LinePlace {
  std::uint32_t segment = 0;
  std::uint32_t article = 0;
  std::uint32_t line = 0;
  auto operator<=>(const LinePlace&) const = default;
};

struct LineEntry {
  std::uint64_t site = 0;
  std::uint64_t hash = 0;  // of the text
  std::uint32_t rule = 0;
  LinePlace first;
  std::uint64_t count = 0;
  auto operator<=>(const LineEntry&) const = default;
};
using LineSort = io::ExternalSort<LineEntry>;

struct FoundLine {
  std::uint64_t removed = 0;
  LinePlace first;
  std::uint32_t rule = 0;
  bool operator<(const FoundLine& other) const {
    return removed != other.removed ? removed > other.removed : first < other.first;
  }
};

struct FoundSite {
  std::uint64_t site = 0;
  std::uint64_t removed = 0;
  std::vector<FoundLine> lines;  // in order, once the site is complete
};

// Equal lines become one, at the first place. Needs: entries of one segment, in its order.
void add_up(std::vector<LineEntry>& entries) {
  std::stable_sort(entries.begin(), entries.end(), [](const LineEntry& a, const LineEntry& b) {
    return std::tie(a.site, a.hash, a.rule) < std::tie(b.site, b.hash, b.rule);
  });
  std::size_t kept = 0;
  for (const LineEntry& entry : entries) {
    LineEntry* const last = kept > 0 ? &entries[kept - 1] : nullptr;
    if (last != nullptr && std::tie(last->site, last->hash, last->rule) ==
                               std::tie(entry.site, entry.hash, entry.rule))
      last->count += entry.count;
    else
      entries[kept++] = entry;
  }
  entries.resize(kept);
}

class SegmentLines {
 public:
  SegmentLines(const RunState& run, const SegmentTable& table) : run_(run), table_(table) {}

  Status count(std::size_t segment) {
    if (run_.stop_wanted()) return stopped();
    const SegmentRows& rows = table_.segments()[segment];
    auto cards = dedup::CardReader::open(run_.paths.cards(rows.key));
    if (!cards) return cards.error();
    auto sites = cards->column<std::uint64_t>("site");
    if (!sites) return sites.error();
    auto langs = cards->column<std::uint64_t>("lang");
    if (!langs) return langs.error();
    LinePlace place{static_cast<std::uint32_t>(segment), 0, 0};
    return each_removed(run_.paths.removed(rows.key), [&](const RemovedLines& removed) -> Status {
      if (removed.row >= sites->size())
        return Error(Code::input, "damaged record; run again with --fresh",
                     Place{.path = run_.paths.removed(rows.key)});
      if (!removed.guarded)
        add(removed, (*sites)[removed.row], (*langs)[removed.row], rows.first_row + removed.row,
            place);
      ++place.article;
      return {};
    });
  }

  std::vector<LineEntry> entries;
  RuleCells by_site;
  RuleCells by_lang;

 private:
  void add(const RemovedLines& removed, std::uint64_t site, std::uint64_t lang, std::uint64_t row,
           LinePlace place) {
    for (const clean::RemovedLine& line : removed.lines) {
      const auto rule = static_cast<std::uint8_t>(line.rule);
      by_site.add({site, RuleKind::line, rule}, row);
      by_lang.add({lang, RuleKind::line, rule}, row);
      entries.push_back({site, hash64(line.text), rule, place, 1});
      ++place.line;
    }
  }

  const RunState& run_;
  const SegmentTable& table_;
};

// Takes entries in order; keeps the lines of the sites with most.
class FurnitureWalk {
 public:
  explicit FurnitureWalk(const SegmentTable& table) : table_(table) {}

  void add(const LineEntry& entry) {
    if (!site_ || site_->site != entry.site) {
      close_site();
      site_ = FoundSite{entry.site, 0, {}};
    }
    if (!line_ || hash_ != entry.hash) {
      close_line();
      hash_ = entry.hash;
      line_ = FoundLine{0, entry.first, entry.rule};
    }
    // Of each rule its entries come together.
    if (of_rule_ == 0 || rule_ != entry.rule) {
      rule_ = entry.rule;
      of_rule_ = 0;
    }
    of_rule_ += entry.count;
    if (of_rule_ > most_) {
      most_ = of_rule_;
      line_->rule = rule_;
    }
    line_->first = std::min(line_->first, entry.first);
    line_->removed += entry.count;
    site_->removed += entry.count;
  }

  std::vector<FoundSite> finish() {
    close_site();
    cut();
    return std::move(sites_);
  }

 private:
  void close_line() {
    if (line_ && line_->removed > 1) {
      site_->lines.push_back(*line_);
      if (site_->lines.size() >= 2 * kMostFurnitureLines) cut_lines();
    }
    line_.reset();
    of_rule_ = most_ = 0;
  }
  void cut_lines() {
    std::sort(site_->lines.begin(), site_->lines.end());
    if (site_->lines.size() > kMostFurnitureLines) site_->lines.resize(kMostFurnitureLines);
  }
  void close_site() {
    if (!site_) return;
    close_line();
    cut_lines();
    if (!site_->lines.empty()) sites_.push_back(std::move(*site_));
    site_.reset();
    if (sites_.size() >= 2 * kMostFurnitureSites) cut();
  }
  void cut() {
    std::sort(sites_.begin(), sites_.end(), [&](const FoundSite& a, const FoundSite& b) {
      if (a.removed != b.removed) return a.removed > b.removed;
      return table_.site_name(a.site) < table_.site_name(b.site);
    });
    if (sites_.size() > kMostFurnitureSites) sites_.resize(kMostFurnitureSites);
  }

  const SegmentTable& table_;
  std::vector<FoundSite> sites_;
  std::optional<FoundSite> site_;
  std::optional<FoundLine> line_;
  std::uint64_t hash_ = 0;
  std::uint32_t rule_ = 0;
  std::uint64_t of_rule_ = 0;  // of the line, by that rule
  std::uint64_t most_ = 0;
};

std::string shortened(std::string_view text) {
  if (text.size() <= kMostShownBytes) return std::string(text);
  std::size_t end = kMostShownBytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "...";
}

// Where a text is wanted, and where it goes.
using Wanted = std::pair<LinePlace, std::string*>;

// Reads the lines wanted of each segment in one go. Needs: `wanted` in order.
Status read_texts(const RunState& run, const SegmentTable& table, std::vector<Wanted>& wanted) {
  auto next = wanted.begin();
  while (next != wanted.end()) {
    const std::uint32_t segment = next->first.segment;
    std::uint32_t article = 0;
    Status s = each_removed(run.paths.removed(table.segments()[segment].key),
                            [&](const RemovedLines& removed) {
                              for (; next != wanted.end() && next->first.segment == segment &&
                                     next->first.article == article;
                                   ++next)
                                *next->second = shortened(removed.lines[next->first.line].text);
                              ++article;
                              return Status();
                            });
    if (!s) return s;
    if (next != wanted.end() && next->first.segment == segment)
      return Error(Code::input, "shorter than before; run again with --fresh",
                   Place{.path = run.paths.removed(table.segments()[segment].key)});
  }
  return {};
}

Result<std::vector<SiteFurniture>> told(const RunState& run, const SegmentTable& table,
                                        const std::vector<FoundSite>& found) {
  std::vector<SiteFurniture> sites;
  for (const FoundSite& site : found) {
    sites.push_back({table.site_name(site.site), site.removed, {}});
    for (const FoundLine& line : site.lines)
      sites.back().lines.push_back(
          {"", line.removed,
           std::string(clean::rule_name(static_cast<clean::LineRule>(line.rule)))});
  }
  std::vector<Wanted> wanted;
  for (std::size_t i = 0; i < found.size(); ++i)
    for (std::size_t k = 0; k < found[i].lines.size(); ++k)
      wanted.emplace_back(found[i].lines[k].first, &sites[i].lines[k].line);
  std::sort(wanted.begin(), wanted.end(),
            [](const Wanted& a, const Wanted& b) { return a.first < b.first; });
  if (Status s = read_texts(run, table, wanted); !s) return s.error();
  std::sort(sites.begin(), sites.end(),
            [](const SiteFurniture& a, const SiteFurniture& b) { return a.site < b.site; });
  return sites;
}

}  // namespace

Result<FurnitureResult> count_furniture(const RunState& run, const SegmentTable& table) {
  LineSort sort(run.paths.work + "/report/sort-lines", sort_memory(run.memory_bytes));
  FurnitureResult result;
  std::mutex mutex;
  std::optional<Error> failure;
  tbb::parallel_for(std::size_t{0}, table.segments().size(), [&](std::size_t i) {
    SegmentLines lines(run, table);
    Status s = lines.count(i);
    if (s) add_up(lines.entries);
    const std::lock_guard lock(mutex);
    for (std::size_t k = 0; s && k < lines.entries.size(); ++k) s = sort.add(lines.entries[k]);
    if (!s && !failure) failure = s.error();
    result.by_site.merge(lines.by_site);
    result.by_lang.merge(lines.by_lang);
  });
  if (failure) return *failure;
  FurnitureWalk walk(table);
  Status s = sort.finish([&](const LineEntry& entry) {
    walk.add(entry);
    return Status();
  });
  if (!s) return s.error();
  auto sites = told(run, table, walk.finish());
  if (!sites) return sites.error();
  result.sites = std::move(*sites);
  return result;
}

}  // namespace pressmill::pipeline
