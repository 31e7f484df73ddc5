// SPDX-License-Identifier: Apache-2.0
//
// Looking up a cluster's members.

#include "inspect/cluster_view.h"

#include <fmt/format.h>

#include <iterator>
#include <set>

#include "base/human.h"
#include "io/spill/pair_file.h"

namespace pressmill::inspect {

Result<ClusterView> load_cluster(const FinishedRun& run, std::uint64_t number, std::uint64_t most) {
  auto clusters = io::PairReader::open(run.paths().clusters(), pipeline::kClustersKind,
                                       pipeline::kClustersVersion);
  if (!clusters) return clusters.error();
  ClusterView view;
  view.number = number;
  auto rows = clusters->find(number, most, view.size);
  if (!rows) return rows.error();
  for (const std::uint64_t row : *rows)
    if (row >= run.index().rows())
      return Error(Code::input, "damaged index: no such row; run again with --fresh",
                   Place{.path = run.paths().clusters()});
  auto articles = load_articles(run, *rows, Detail::figures);
  if (!articles) return articles.error();
  view.articles = std::move(*articles);
  std::set<std::uint64_t> others;
  for (const ArticleView& member : view.articles)
    if (member.has_partner() && view.find(member.verdict.of) == nullptr)
      others.insert(member.verdict.of);
  auto partners = load_articles(run, {others.begin(), others.end()}, Detail::figures);
  if (!partners) return partners.error();
  view.partners = std::move(*partners);
  if (!view.articles.empty()) view.why = dedup::why_name(view.articles.front().verdict.why);
  return view;
}

const ArticleView* ClusterView::find(std::uint64_t row) const {
  for (const auto* list : {&articles, &partners})
    for (const ArticleView& article : *list)
      if (article.row == row) return &article;
  return nullptr;
}

std::string similarity_of(const dedup::Verdict& verdict) {
  return verdict.is_copy() ? dedup::similarity_text(verdict) : "";
}

std::string ratio_in_words(const dedup::Verdict& verdict, unsigned shingle_words) {
  static constexpr std::string_view kNumbers[] = {"no",   "one",    "two",    "three",   "four",
                                                  "five", "six",    "seven",  "eight",   "nine",
                                                  "ten",  "eleven", "twelve", "thirteen"};
  return fmt::format("{} of {} {}-word shingles", human_count(verdict.shared),
                     human_count(verdict.total),
                     shingle_words < std::size(kNumbers) ? std::string(kNumbers[shingle_words])
                                                         : std::to_string(shingle_words));
}

std::string why_in_words(const std::string& why) {
  if (why == "most_fields") return "it has most of id, title, url, date and outlet filled in";
  if (why == "earliest") return "it has the earliest day";
  if (why == "latest") return "it has the latest day";
  if (why == "first") return "it comes first in the order of inputs and lines";
  if (why == "longest") return "it has most words";
  if (why == "preferred_site") return "its site is preferred";
  if (why == "centre")
    return "the rule's favourite is not like every other member, or stands whole in this one";
  return why;
}

}  // namespace pressmill::inspect
