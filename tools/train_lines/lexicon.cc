// SPDX-License-Identifier: Apache-2.0
//
// Counting words by domain and label.

#include "tools/train_lines/lexicon.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "io/line_cutter.h"

namespace pressmill::train_lines {
namespace {

constexpr double kMostPerDomain = 3;  // lines on either side
constexpr double kSmoothing = 2;      // lines that each word is taken to have been in besides
constexpr int kLeastDomains = 4;
constexpr std::size_t kMostWords = 6000;
constexpr double kUnits = 8;  // of a weight, per unit of log odds

struct Counts {
  double body = 0;
  double furniture = 0;
  int domains = 0;
};
using Words = std::unordered_map<std::uint64_t, Counts>;

// The words of one domain's lines: in how many of each kind.
void count_page(const LabelledPage& page, Words& words) {
  std::string_view rest = page.text;
  for (const std::int8_t label : page.labels) {
    std::vector<std::uint64_t> line = clean::word_hashes(io::take_line(rest));
    if (label != 0 && label != 1) continue;
    std::sort(line.begin(), line.end());
    line.erase(std::unique(line.begin(), line.end()), line.end());
    for (const std::uint64_t word : line)
      (label == 1 ? words[word].body : words[word].furniture) += 1;
  }
}

}  // namespace

std::vector<clean::WordWeight> learn_weights(const std::vector<LabelledPage>& pages,
                                             unsigned left_out) {
  std::map<std::string, Words> domains;
  for (const LabelledPage& page : pages)
    if ((left_out >> page.fold & 1U) == 0 && page.variant != "thin")
      count_page(page, domains[page.domain]);
  Words all;
  Counts total;
  for (const auto& [domain, words] : domains)
    for (const auto& [word, counts] : words) {
      Counts& sum = all[word];
      sum.body += std::min(counts.body, kMostPerDomain);
      sum.furniture += std::min(counts.furniture, kMostPerDomain);
      ++sum.domains;
      total.body += std::min(counts.body, kMostPerDomain);
      total.furniture += std::min(counts.furniture, kMostPerDomain);
    }
  const double prior = total.body / total.furniture;
  struct Candidate {
    double worth;
    clean::WordWeight weight;
  };
  std::vector<Candidate> candidates;
  for (const auto& [word, counts] : all) {
    if (counts.domains < kLeastDomains) continue;
    const double odds =
        (counts.body + kSmoothing * prior) / (counts.furniture + kSmoothing) / prior;
    const double weight = std::clamp(std::round(kUnits * std::log(odds)), -60.0, 60.0);
    candidates.push_back({std::abs(weight) * std::sqrt(counts.body + counts.furniture),
                          {word, static_cast<std::int16_t>(weight)}});
  }
  std::sort(candidates.begin(), candidates.end(), [](const Candidate& a, const Candidate& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.weight.hash < b.weight.hash;
  });
  candidates.resize(std::min(candidates.size(), kMostWords));
  std::vector<clean::WordWeight> weights;
  for (const Candidate& candidate : candidates) weights.push_back(candidate.weight);
  std::sort(weights.begin(), weights.end(),
            [](const auto& a, const auto& b) { return a.hash < b.hash; });
  return weights;
}

}  // namespace pressmill::train_lines
