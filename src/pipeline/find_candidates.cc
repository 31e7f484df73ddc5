// SPDX-License-Identifier: Apache-2.0
//
// Reading signatures band by band.

#include "pipeline/find_candidates.h"

#include "base/hash.h"
#include "dedup/card.h"
#include "dedup/signature_table.h"
#include "pipeline/budget.h"

namespace pressmill::pipeline {

namespace {

class CandidateFinder {
 public:
  CandidateFinder(const RunState& run, const SegmentTable& table, const std::vector<bool>& is_copy)
      : run_(run),
        table_(table),
        is_copy_(is_copy),
        candidates_(run.paths.match_scratch(), sort_memory(run.memory_bytes), run.plan.contained) {}

  Result<FoundCandidates> find() {
    for (unsigned band = 0; band < run_.lsh->bands; ++band) {
      candidates_.begin_band(table_.rows());
      Status s = show_and_add(
          [&](const SegmentRows& segment, bool adds) { return read_band(segment, band, adds); });
      if (!s) return s.error();
      if (s = candidates_.end_band(); !s) return s.error();
    }
    if (run_.plan.contained > 0) {
      candidates_.begin_band(table_.rows() * kSamplesExpected);
      Status s = show_and_add(
          [&](const SegmentRows& segment, bool adds) { return read_samples(segment, adds); });
      if (!s) return s.error();
      if (s = candidates_.end_samples(); !s) return s.error();
    }
    auto graph = dedup::CandidateGraph::build(candidates_, run_.paths.match_scratch(),
                                              sort_memory(run_.memory_bytes));
    if (!graph) return graph.error();
    return FoundCandidates{std::move(*graph), candidates_.bands(), candidates_.samples()};
  }

 private:
  // Of an article of news; the filter's size only.
  static constexpr std::uint64_t kSamplesExpected = 32;

  // Reads all segments twice: what stands alone need not be added.
  template <class Read>
  Status show_and_add(Read read) {
    for (const bool adds : {false, true})
      for (const SegmentRows& segment : table_.segments()) {
        if (run_.stop_wanted()) return stopped();
        if (Status s = read(segment, adds); !s) return s;
      }
    return {};
  }

  Status take(const dedup::BucketEntry& entry, bool adds) {
    if (adds) return candidates_.add(entry);
    candidates_.show(entry.key);
    return {};
  }

  // Within a site only: each site gets buckets of its own.
  Result<std::vector<std::uint64_t>> site_keys(const SegmentRows& segment) const {
    if (run_.plan.scope != Scope::site) return std::vector<std::uint64_t>(segment.rows);
    auto cards = dedup::CardReader::open(run_.paths.cards(segment.key));
    if (!cards) return cards.error();
    auto sites = cards->column<std::uint64_t>("site");
    if (!sites) return sites.error();
    for (std::uint64_t& site : *sites) site = mix64(site);
    return sites;
  }

  Status read_band(const SegmentRows& segment, unsigned band, bool adds) {
    auto file = dedup::SignatureReader::open(run_.paths.signatures(segment.key), *run_.lsh);
    if (!file) return file.error();
    auto rows = file->rows();
    if (!rows) return rows.error();
    auto sizes = file->shingles();
    if (!sizes) return sizes.error();
    auto keys = file->band(band);
    if (!keys) return keys.error();
    auto parts = file->band((band + 1) % run_.lsh->bands);
    if (!parts) return parts.error();
    auto sites = site_keys(segment);
    if (!sites) return sites.error();
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const std::uint64_t row = segment.first_row + (*rows)[i];
      if (is_copy_[row]) continue;
      const std::uint64_t key = (*keys)[i] ^ (*sites)[(*rows)[i]];
      if (Status s = take({key, (*parts)[i], dedup::bucket_order(row, (*sizes)[i])}, adds); !s)
        return s;
    }
    return {};
  }

  Status read_samples(const SegmentRows& segment, bool adds) {
    auto file = dedup::SignatureReader::open(run_.paths.signatures(segment.key), *run_.lsh);
    if (!file) return file.error();
    auto rows = file->rows();
    if (!rows) return rows.error();
    auto samples = file->samples();
    if (!samples) return samples.error();
    auto ends = file->sample_ends();
    if (!ends) return ends.error();
    auto sites = site_keys(segment);
    if (!sites) return sites.error();
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < rows->size(); ++i) {
      const std::uint64_t row = segment.first_row + (*rows)[i];
      const std::uint64_t end = (*ends)[i];
      const std::uint64_t order = dedup::bucket_order(row, end - begin);
      for (; begin < end && !is_copy_[row]; ++begin)
        if (Status s = take({(*samples)[begin] ^ (*sites)[(*rows)[i]], 0, order}, adds); !s)
          return s;
      begin = end;
    }
    return {};
  }

  const RunState& run_;
  const SegmentTable& table_;
  const std::vector<bool>& is_copy_;
  dedup::Candidates candidates_;
};

}  // namespace

Result<FoundCandidates> find_candidates(const RunState& run, const SegmentTable& table,
                                        const std::vector<bool>& is_copy) {
  return CandidateFinder(run, table, is_copy).find();
}

}  // namespace pressmill::pipeline
