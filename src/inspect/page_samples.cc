// SPDX-License-Identifier: Apache-2.0
//
// Drawing, then cutting to size.

#include "inspect/page_samples.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "doc/json_writer.h"
#include "inspect/cluster_view.h"
#include "inspect/draw.h"
#include "inspect/passages.h"
#include "inspect/removals.h"
#include "inspect/sample.h"
#include "text/utf8.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kLargest = 5;       // clusters that are shown for their size
constexpr std::size_t kMembersSeen = 16;  // of a cluster, among which one is chosen
constexpr std::size_t kPassages = 4;      // of a pair
constexpr std::size_t kPassageChars = 280;
constexpr std::size_t kExcerptChars = 320;
constexpr std::size_t kTitleChars = 200;
constexpr std::size_t kLineChars = 300;

// The same lots for the same corpus, other ones for another.
std::uint64_t seed_of(const Summary& summary) {
  std::uint64_t seed = kHashSeed;
  const Volume& in = summary.total.in;
  const Volume& kept = summary.total.kept;
  for (const std::uint64_t figure :
       {in.articles, in.bytes, in.chars, in.words, kept.articles, kept.chars, kept.words})
    seed = mix64(seed ^ figure);
  return seed;
}

SampleArticle named(const ArticleView& view) {
  return {view.id, view.site, view.day,
          first_characters(view.title.empty() ? view.found_title : view.title, kTitleChars)};
}

// Line ends, one or several, as one space.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : text)
    if (c != '\n')
      line += c;
    else if (!line.ends_with(' '))
      line += ' ';
  return line;
}

// So many numbers of a list of kinds, each of which has some removals: as many of each as of any
// other while there are any.
std::vector<std::uint64_t> shares(const std::vector<std::uint64_t>& counts, std::uint64_t all) {
  std::vector<std::uint64_t> shares(counts.size());
  for (bool has_grown = true; all > 0 && has_grown;) {
    has_grown = false;
    for (std::size_t i = 0; i < counts.size() && all > 0; ++i) {
      if (shares[i] == counts[i]) continue;
      ++shares[i];
      --all;
      has_grown = true;
    }
  }
  return shares;
}

// Removals by lot, kind by kind.
Result<std::vector<Removal>> draw_removals(const FinishedRun& run, const std::string& which,
                                           std::uint64_t most, std::uint64_t seed) {
  if (which == "lines" && !run.settings().lines_written) return std::vector<Removal>();
  auto kinds = removal_kinds(run, which);
  if (!kinds) return kinds.error();
  auto list = Removals::open(run, std::move(*kinds));
  if (!list) return list.error();
  const std::vector<std::uint64_t> counts = list->counts();
  const std::vector<std::uint64_t> wanted = shares(counts, most);
  std::vector<std::vector<std::uint64_t>> numbers;
  for (std::size_t i = 0; i < counts.size(); ++i)
    numbers.push_back(draw(counts[i], wanted[i], seed + i));
  return list->at_by_kind(numbers);
}

Result<std::vector<SampleRemoval>> draw_articles(const FinishedRun& run, std::uint64_t seed) {
  auto drawn = draw_removals(run, "articles", kPageArticles, seed);
  if (!drawn) return drawn.error();
  std::vector<std::uint64_t> rows;
  for (const Removal& removal : *drawn) rows.push_back(removal.row);
  auto views = load_articles(run, rows, Detail::line);
  if (!views) return views.error();
  std::vector<SampleRemoval> samples;
  for (std::size_t i = 0; i < drawn->size(); ++i) {
    const ArticleView& view = (*views)[i];
    SampleRemoval sample;
    sample.reason = view.told_text("reason");  // of what quality drops: the rule
    if (sample.reason.empty()) sample.reason = kind_name((*drawn)[i].kind);
    sample.article = named(view);
    if (view.has_text) sample.excerpt = first_characters(on_one_line(view.text), kExcerptChars);
    sample.measured = view.told_text("measured");
    sample.threshold = view.told_text("threshold");
    for (const Told& told : view.told)
      if (told.name == "of") sample.of = told.token;
    sample.similarity = similarity_of(view.verdict);
    samples.push_back(std::move(sample));
  }
  return samples;
}

Result<std::vector<SampleLine>> draw_lines(const FinishedRun& run, std::uint64_t seed) {
  auto drawn = draw_removals(run, "lines", kPageLines, seed);
  if (!drawn) return drawn.error();
  std::vector<std::uint64_t> rows;
  for (const Removal& removal : *drawn) rows.push_back(removal.row);
  auto views = load_articles(run, rows, Detail::taken);
  if (!views) return views.error();
  std::vector<SampleLine> samples;
  for (std::size_t i = 0; i < drawn->size(); ++i) {
    const TakenLine& taken = (*views)[i].taken.lines.at((*drawn)[i].at);
    SampleLine sample;
    sample.rule = kind_name((*drawn)[i].kind);
    sample.article = named((*views)[i]);
    sample.line = first_characters(taken.text, kLineChars);
    if (taken.line.rule == clean::LineRule::model)
      sample.chance = doc::ratio4(taken.line.chance, 100);
    sample.articles = taken.line.articles;
    sample.of = taken.line.of;
    samples.push_back(std::move(sample));
  }
  return samples;
}

// Which pairs to show: rows of members and of what they were compared with.
class Pairs {
 public:
  explicit Pairs(const FinishedRun& run) : run_(run) {}

  bool is_full() const { return pairs_.size() >= kPageClusters; }

  // A member of this cluster; of exact copies only where there is nothing else.
  Status add_cluster(std::uint64_t number) {
    if (is_full() || seen_.contains(number)) return {};
    auto cluster = load_cluster(run_, number, kMembersSeen);
    if (!cluster) return cluster.error();
    const ArticleView* best = nullptr;
    for (const ArticleView& member : cluster->articles) {
      if (!member.has_partner()) continue;
      const bool is_worse = best != nullptr && (member.verdict.kind == dedup::Kind::exact ||
                                                best->verdict.kind != dedup::Kind::exact);
      if (!is_worse) best = &member;
    }
    if (best != nullptr) put(*cluster, *best);
    return {};
  }

  // The cluster of this removal, and this member of it.
  Status add_removal(const Removal& removal) {
    if (is_full()) return {};
    auto views = load_articles(run_, {removal.row}, Detail::figures);
    if (!views) return views.error();
    const std::uint64_t number = views->front().verdict.cluster;
    if (seen_.contains(number)) return {};
    auto cluster = load_cluster(run_, number, 1);
    if (!cluster) return cluster.error();
    put(*cluster, views->front());
    return {};
  }

  Result<std::vector<SampleCluster>> samples() const;

 private:
  struct Pair {
    std::uint64_t number;
    std::uint64_t size;
    std::uint64_t member;
    std::uint64_t partner;
  };
  void put(const ClusterView& cluster, const ArticleView& member) {
    seen_.insert(cluster.number);
    pairs_.push_back({cluster.number, cluster.size, member.row, member.verdict.of});
  }

  const FinishedRun& run_;
  std::vector<Pair> pairs_;
  std::set<std::uint64_t> seen_;
};

void put_passage(SampleCluster& sample, std::string_view left, std::string_view right, bool same) {
  if (left.empty() && right.empty()) return;
  sample.passages.push_back(
      {first_characters(left, kPassageChars), first_characters(right, kPassageChars), same});
}

void put_passages(SampleCluster& sample, const ArticleView& stays, const ArticleView& member) {
  if (!stays.has_text || !member.has_text) return;
  const Passages passages = differing_passages(stays.text, member.text, kPassages);
  sample.more_passages = passages.all - passages.first.size();
  std::string alike = passages.first.empty() ? on_one_line(member.text) : "";
  for (const Passage& passage : passages.first) {
    // What is alike up to here: all of it, or what stands behind and before with a gap between.
    if (!passage.between.empty())
      alike = passage.between;
    else
      alike += (passage.at_start ? "" : alike.empty() ? "… " : " … ") + passage.before;
    put_passage(sample, alike, alike, true);
    put_passage(sample, passage.left, passage.right, false);
    alike = passage.after;
  }
  if (!passages.first.empty() && !passages.first.back().at_end) alike += " …";
  put_passage(sample, alike, alike, true);
}

Result<std::vector<SampleCluster>> Pairs::samples() const {
  std::vector<std::uint64_t> rows;
  for (const Pair& pair : pairs_) rows.insert(rows.end(), {pair.member, pair.partner});
  auto views = load_articles(run_, rows, Detail::line);
  if (!views) return views.error();
  std::vector<SampleCluster> samples;
  for (std::size_t i = 0; i < pairs_.size(); ++i) {
    const ArticleView& member = (*views)[2 * i];
    const ArticleView& stays = (*views)[2 * i + 1];
    SampleCluster sample;
    sample.number = pairs_[i].number;
    sample.size = pairs_[i].size;
    sample.survivor = named(stays);
    sample.member = named(member);
    sample.kind = dedup::kind_name(member.verdict.kind);
    sample.similarity = similarity_of(member.verdict);
    sample.removed = !member.is_kept();
    put_passages(sample, stays, member);
    samples.push_back(std::move(sample));
  }
  return samples;
}

Result<std::vector<SampleCluster>> draw_clusters(const FinishedRun& run, const Summary& summary,
                                                 std::uint64_t seed) {
  Pairs pairs(run);
  const auto& largest = summary.in_clusters.largest;
  for (std::size_t i = 0; i < std::min(kLargest, largest.size()); ++i)
    if (Status s = pairs.add_cluster(largest[i].number); !s) return s.error();
  for (const char* reason : {"contained", "near"}) {
    auto drawn = draw_removals(run, reason, kPageClusters / 2, seed);
    if (!drawn) return drawn.error();
    for (const Removal& removal : *drawn)
      if (Status s = pairs.add_removal(removal); !s) return s.error();
  }
  // Marked only, or exact copies: clusters are numbered from 1. Lots come in rising order, and not
  // all may be needed.
  auto numbers = draw(summary.clusters, kPageClusters * 2, seed);
  std::sort(numbers.begin(), numbers.end(),
            [&](std::uint64_t a, std::uint64_t b) { return mix64(a ^ seed) < mix64(b ^ seed); });
  for (const std::uint64_t number : numbers)
    if (Status s = pairs.add_cluster(number + 1); !s) return s.error();
  return pairs.samples();
}

}  // namespace

std::string first_characters(std::string_view text, std::size_t characters) {
  const char* p = text.data();
  const char* const end = p + text.size();
  while (p != end && characters-- > 0) text::decode_one(p);
  const std::string first(text.data(), static_cast<std::size_t>(p - text.data()));
  return p == end ? first : first + "…";
}

Result<SampleSummary> page_samples(const FinishedRun& run, const Summary& summary) {
  const std::uint64_t seed = seed_of(summary);
  SampleSummary samples;
  auto clusters = draw_clusters(run, summary, seed);
  if (!clusters) return clusters.error();
  samples.clusters = std::move(*clusters);
  auto removed = draw_articles(run, seed);
  if (!removed) return removed.error();
  samples.removed = std::move(*removed);
  auto lines = draw_lines(run, seed);
  if (!lines) return lines.error();
  samples.lines = std::move(*lines);
  return samples;
}

}  // namespace pressmill::inspect
