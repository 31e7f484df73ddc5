// SPDX-License-Identifier: Apache-2.0
//
// dedup: exact copies found, cards gathered, articles signed. Bytes are those of the rows that go
// in, for signatures those of the texts.

#include <algorithm>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "bench/micro/harness.h"
#include "bench/micro/sample.h"
#include "dedup/card.h"
#include "dedup/exact.h"
#include "dedup/signature.h"
#include "tests/reference/naive_shingles.h"
#include "tests/reference/naive_signature.h"
#include "text/shingles.h"

namespace pressmill::bench {

namespace {

struct Row {
  Hash128 hash;
  std::uint64_t rank = 0;
  std::uint64_t row = 0;
};
using Rows = std::vector<Row>;

// In so many rows one is a copy: about as in a crawl.
constexpr std::uint64_t kOriginalsPerCopy = 31;
// Enough that nothing is spilled; what spilling costs is in sort_bench.cc.
constexpr std::uint64_t kMemoryBytes = std::uint64_t{1} << 30;

Rows make_rows(std::size_t bytes) {
  Rows rows;
  for (std::uint64_t row = 0; rows.size() * sizeof(Row) < bytes; ++row) {
    const bool is_copy = row > 0 && row % kOriginalsPerCopy == 0;
    const std::uint64_t text = is_copy ? mix64(row) % row : row;
    rows.push_back({{mix64(text), mix64(~text)}, mix64(row) % 8, row});
  }
  return rows;
}

// Copies in order: original, row.
using Copies = std::vector<std::pair<std::uint64_t, std::uint64_t>>;

Copies matched(const Rows& rows) {
  const dedup::SurvivorRule rule(Survivor::best, {});
  dedup::ExactMatch match(scratch_path("match"), kMemoryBytes, rule, Scope::all);
  for (const Row& row : rows)
    if (!match.add(row.row, row.hash, row.rank, 0)) return {};
  Copies copies;
  const Status done = match.finish([&](const dedup::Copy& copy) -> Status {
    copies.emplace_back(copy.original, copy.row);
    return {};
  });
  return done ? copies : Copies();
}

// The twin groups in a hash table, which needs memory for all texts at once.
Copies matched_in_table(const Rows& rows) {
  using Best = std::pair<std::uint64_t, std::uint64_t>;  // rank, row
  const auto spread = [](const Hash128& hash) { return static_cast<std::size_t>(hash.low); };
  std::unordered_map<Hash128, Best, decltype(spread)> groups(rows.size(), spread);
  for (const Row& row : rows) {
    const Best own{row.rank, row.row};
    const auto [group, is_new] = groups.try_emplace(row.hash, own);
    if (!is_new) group->second = std::min(group->second, own);
  }
  Copies copies;
  for (const Row& row : rows)
    if (const std::uint64_t original = groups[row.hash].second; original != row.row)
      copies.emplace_back(original, row.row);
  return copies;
}

void add_match(std::size_t bytes) {
  const auto rows = std::make_shared<const Rows>(make_rows(bytes));
  const auto job = [&](const std::string& way, auto match) {
    add({"dedup/exact/" + way + '/' + size_name(bytes), bytes, Bound::copy,
         [=] {
           Copies copies = match(*rows);
           Copies expected = matched_in_table(*rows);
           std::sort(copies.begin(), copies.end());
           std::sort(expected.begin(), expected.end());
           return !copies.empty() && copies == expected;
         },
         [=] { benchmark::DoNotOptimize(match(*rows)); }});
  };
  job("twin", matched_in_table);
  job("sort", matched);
}

constexpr std::string_view kId = "\"mrf-00000151\"";

std::vector<dedup::Card> make_cards(std::size_t bytes) {
  std::vector<dedup::Card> cards(bytes / sizeof(dedup::Card));
  for (std::uint64_t i = 0; i < cards.size(); ++i) {
    cards[i].line = i;
    cards[i].site = mix64(i % 500);
    cards[i].hash = {mix64(i), mix64(~i)};
    cards[i].words = static_cast<std::uint32_t>(mix64(i) % 900);
    cards[i].key = {static_cast<std::uint32_t>(i / 80), static_cast<std::uint32_t>(i % 80)};
  }
  return cards;
}

dedup::CardTable tabled(const std::vector<dedup::Card>& cards) {
  dedup::CardTable table;
  for (const dedup::Card& card : cards) table.add(card, kId);
  return table;
}

bool is_table_of(const dedup::CardTable& table, const std::vector<dedup::Card>& cards) {
  if (table.size() != cards.size()) return false;
  for (std::size_t i = 0; i < cards.size(); ++i) {
    const dedup::Card& card = cards[i];
    if (table.line[i] != card.line || table.site[i] != card.site ||
        table.hash_high[i] != card.hash.high || table.hash_low[i] != card.hash.low ||
        table.words[i] != card.words || table.frame[i] != card.key.frame ||
        table.offset[i] != card.key.offset || table.id[i] != kId)
      return false;
  }
  return true;
}

// The twin keeps cards as they are: rows, not columns.
std::vector<dedup::Card> listed(const std::vector<dedup::Card>& cards) {
  std::vector<dedup::Card> list;
  for (const dedup::Card& card : cards) list.push_back(card);
  return list;
}

void add_cards(std::size_t bytes) {
  const auto cards = std::make_shared<const std::vector<dedup::Card>>(make_cards(bytes));
  const std::size_t used = cards->size() * sizeof(dedup::Card);
  add({"dedup/cards/twin/" + size_name(bytes), used, Bound::copy,
       [=] { return is_table_of(tabled(listed(*cards)), *cards); },
       [=] { benchmark::DoNotOptimize(listed(*cards)); }});
  add({"dedup/cards/table/" + size_name(bytes), used, Bound::copy,
       [=] { return is_table_of(tabled(*cards), *cards); },
       [=] { benchmark::DoNotOptimize(tabled(*cards)); }});
}

using Hashes = std::vector<std::uint64_t>;
using Articles = std::vector<Hashes>;

constexpr std::size_t kArticleBytes = 4096;
constexpr unsigned kShingleWords = 5;

// The words of each.
Articles word_lists(std::string_view text) {
  Articles articles;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n', kArticleBytes), text.size());
    text::word_hashes(text.substr(0, end), articles.emplace_back());
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return articles;
}

// Of whatever all articles give, one number.
template <class Make>
std::uint64_t summed(const Articles& articles, Make make) {
  std::uint64_t sum = 0;
  for (const Hashes& article : articles)
    for (const std::uint64_t hash : make(article)) sum = sum * 3 + hash;
  return sum;
}

using SharedArticles = std::shared_ptr<const Articles>;

// Bytes are those of the text that the articles are from.
template <class Make, class Twin>
void add_on_articles(const std::string& what, const std::string& way, const std::string& input,
                     std::size_t bytes, const SharedArticles& articles, Make make, Twin twin) {
  const auto job = [&](const std::string& name, auto compute) {
    add({"dedup/" + what + '/' + name + '/' + input + '/' + size_name(bytes), bytes, Bound::read,
         [=] { return summed(*articles, compute) == summed(*articles, twin); },
         [=] { benchmark::DoNotOptimize(summed(*articles, compute)); }});
  };
  job("twin", twin);
  job(way, make);
}

const Hashes& shingles_of(const Hashes& words) {
  static Hashes shingles;
  text::shingle_hashes(words, kShingleWords, shingles);
  return shingles;
}

const Hashes& sample_of(const Hashes& shingles) {
  static Hashes sample;
  dedup::sample_shingles(shingles, sample);
  return sample;
}

const Hashes& signed_by_default(const Hashes& shingles) {
  static dedup::Signer signer(dedup::Lsh::for_near(7000));
  static Hashes keys;
  signer.sign(shingles, keys);
  return keys;
}

void add_signatures(const std::string& language) {
  const Sample text = sample_text(language, kSmall);
  const auto words = std::make_shared<const Articles>(word_lists(*text));
  add_on_articles(
      "shingles", "rolling", language, text->size(), words, shingles_of,
      [](const Hashes& article) { return reference::shingle_hashes(article, kShingleWords); });

  const auto shingles = std::make_shared<Articles>();
  for (const Hashes& article : *words) shingles->push_back(shingles_of(article));
  add_on_articles("sign", "simd", language, text->size(), shingles, signed_by_default,
                  [](const Hashes& article) {
                    return reference::band_keys(dedup::Lsh::for_near(7000), article);
                  });
  add_on_articles("sample_shingles", "minimizers", language, text->size(), shingles, sample_of,
                  [](const Hashes& article) { return reference::sampled_shingles(article); });
}

}  // namespace

void add_dedup() {
  for (const char* language : kLanguageNames) add_signatures(language);
  for (const std::size_t bytes : {kSmall, kLarge}) {
    add_match(bytes);
    add_cards(bytes);
  }
}

}  // namespace pressmill::bench
