// SPDX-License-Identifier: Apache-2.0
//
// dedup: shingle sets made and compared, components decided. Bytes are those of the hashes.

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "bench/micro/harness.h"
#include "dedup/component.h"
#include "dedup/shingle_set.h"
#include "tests/reference/naive_clusters.h"

namespace pressmill::bench {

namespace {

using Hashes = std::vector<std::uint64_t>;
using Articles = std::vector<Hashes>;

// A news article of about 400 words.
constexpr std::size_t kShingles = 400;
// Of 30 hashes of an article one is there twice: sayings, names, furniture.
constexpr std::uint64_t kRepeated = 30;

Articles unsorted_articles(std::size_t bytes) {
  Articles articles(bytes / sizeof(std::uint64_t) / kShingles);
  for (std::uint64_t article = 0; article < articles.size(); ++article) {
    for (std::uint64_t i = 0; i < kShingles; ++i) {
      const std::uint64_t shingle = i % kRepeated == 1 ? i - 1 : i;
      articles[article].push_back(mix64(article * kShingles + shingle));
    }
  }
  return articles;
}

Articles sets_by_tree(const Articles& articles) {
  Articles sets;
  for (const Hashes& hashes : articles) {
    const std::set<std::uint64_t> set(hashes.begin(), hashes.end());
    sets.emplace_back(set.begin(), set.end());
  }
  return sets;
}

Articles sets_by_sort(const Articles& articles) {
  Articles sets = articles;
  for (Hashes& set : sets) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
  }
  return sets;
}

Articles sets_by_buckets(const Articles& articles) {
  Articles sets = articles;
  for (Hashes& set : sets) dedup::make_shingle_set(set);
  return sets;
}

void add_sets(std::size_t bytes) {
  const auto articles = std::make_shared<const Articles>(unsorted_articles(bytes));
  const auto job = [&](const std::string& way, auto make) {
    add({"dedup/make_shingle_set/" + way + '/' + size_name(bytes), bytes, Bound::copy,
         [=] { return make(*articles) == sets_by_tree(*articles); },
         [=] { benchmark::DoNotOptimize(make(*articles)); }});
  };
  job("twin", sets_by_tree);
  job("sort", sets_by_sort);
  job("buckets", sets_by_buckets);
}

struct Pairs {
  Articles a, b;
};

// Articles and changed copies of which `kept` percent of the hashes are the same.
Pairs changed_copies(std::size_t bytes, std::uint64_t kept) {
  Pairs pairs{unsorted_articles(bytes / 2), unsorted_articles(bytes / 2)};
  std::uint64_t n = 0;
  for (Hashes& hashes : pairs.b)
    for (std::uint64_t& hash : hashes)
      if (mix64(++n) % 100 >= kept) hash = mix64(~hash);
  return {sets_by_sort(pairs.a), sets_by_sort(pairs.b)};
}

// What is counted of pairs that are not alike is not the same for all ways.
template <class Count>
std::vector<std::uint32_t> counts(const Pairs& pairs, Count count) {
  std::vector<std::uint32_t> shared(pairs.a.size());
  for (std::size_t i = 0; i < shared.size(); ++i) shared[i] = count(pairs.a[i], pairs.b[i]);
  return shared;
}

std::uint32_t by_library(const Hashes& a, const Hashes& b) {
  Hashes both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return static_cast<std::uint32_t>(both.size());
}

std::uint32_t by_merges(const Hashes& a, const Hashes& b) {
  return dedup::shared_shingles(a, b);
}

// The least of sets of this size at a Jaccard of .7.
std::uint32_t if_alike(const Hashes& a, const Hashes& b) {
  const std::size_t least = (7 * (a.size() + b.size()) + 16) / 17;
  const std::uint32_t shared = dedup::shared_shingles(a, b, static_cast<std::uint32_t>(least));
  return shared >= least ? shared : 0;
}

std::uint32_t if_alike_by_library(const Hashes& a, const Hashes& b) {
  const std::uint32_t shared = by_library(a, b);
  return std::uint64_t{shared} * 10 >= 7 * (a.size() + b.size() - shared) ? shared : 0;
}

void add_shared(std::size_t bytes, std::uint64_t kept) {
  const auto pairs = std::make_shared<const Pairs>(changed_copies(bytes, kept));
  const auto job = [&](const std::string& way, auto count, auto definition) {
    add({"dedup/shared_shingles/" + way + "/kept" + std::to_string(kept) + '/' + size_name(bytes),
         bytes, Bound::read, [=] { return counts(*pairs, count) == counts(*pairs, definition); },
         [=] { benchmark::DoNotOptimize(counts(*pairs, count)); }});
  };
  job("twin", by_library, by_library);
  job("merges", by_merges, by_library);
  job("if_alike", if_alike, if_alike_by_library);
}

class Kept : public dedup::ShingleSource {
 public:
  explicit Kept(const Articles& sets) : sets_(sets) {}
  Result<std::span<const std::uint64_t>> of(std::uint32_t member) override {
    return std::span<const std::uint64_t>(sets_[member]);
  }

 private:
  const Articles& sets_;
};

constexpr dedup::ComponentSettings kSettings{7000, 9000, Scope::all, UINT64_MAX};

// Changed copies of one article.
reference::NaiveComponent family(std::size_t members) {
  reference::NaiveComponent component;
  component.settings = kSettings;
  for (std::uint64_t i = 0; i < members; ++i) {
    reference::ShingleSet set;
    for (std::uint64_t shingle = 0; shingle < kShingles; ++shingle)
      set.insert(mix64(shingle == i ? ~shingle : shingle));
    component.shingles.push_back(std::move(set));
    component.members.push_back({i, members - i, 0, kShingles});
    if (i > 0) component.candidates.emplace_back(0, i);
  }
  return component;
}

std::uint64_t fingerprint(const std::vector<dedup::Decision>& decisions) {
  std::uint64_t sum = 0;
  for (const dedup::Decision& d : decisions)
    sum = mix64(sum ^ d.member) ^ mix64(d.survivor) ^ (d.may_go ? d.shared : d.total + 1);
  return sum;
}

void add_component(std::size_t members) {
  const auto component = std::make_shared<const reference::NaiveComponent>(family(members));
  const auto sets = std::make_shared<Articles>();
  std::size_t bytes = 0;
  for (const reference::ShingleSet& set : component->shingles) {
    sets->emplace_back(set.begin(), set.end());
    bytes += set.size() * sizeof(std::uint64_t);
  }
  const auto decide = [=] {
    Kept source(*sets);
    auto result =
        dedup::decide_component(component->members, component->candidates, source, kSettings);
    return result ? fingerprint(result->decisions) : 0;
  };
  const auto twin = [=] { return fingerprint(reference::naive_clusters(*component)); };
  const std::string input = std::to_string(members) + "_members/" + size_name(bytes);
  add({"dedup/component/twin/" + input, bytes, Bound::read, [] { return true; },
       [=] { benchmark::DoNotOptimize(twin()); }});
  add({"dedup/component/stars/" + input, bytes, Bound::read, [=] { return decide() == twin(); },
       [=] { benchmark::DoNotOptimize(decide()); }});
}

}  // namespace

void add_clusters() {
  for (const std::size_t bytes : {kSmall, kLarge}) {
    add_sets(bytes);
    for (const std::uint64_t kept : {0, 50, 85, 98}) add_shared(bytes, kept);
  }
  for (const std::size_t members : {2, 8, 40}) add_component(members);
}

}  // namespace pressmill::bench
