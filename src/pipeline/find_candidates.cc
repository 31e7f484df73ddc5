// SPDX-License-Identifier: Apache-2.0
//
// Reading signatures band by band.

#include "pipeline/find_candidates.h"

#include "base/hash.h"
#include "dedup/card.h"
#include "dedup/shared_samples.h"
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
        candidates_(run.paths.match_scratch(), sort_memory(run.memory_bytes)) {}

  Result<FoundCandidates> find() {
    for (unsigned band = 0; band < run_.lsh->bands; ++band) {
      candidates_.begin_band(table_.rows());
      Status s = show_and_add(
          [&](const SegmentRows& segment, bool adds) { return read_band(segment, band, adds); });
      if (!s) return s.error();
      if (s = candidates_.end_band(); !s) return s.error();
    }
    dedup::BucketCounts samples;
    if (run_.plan.contained > 0)
      if (Status s = find_by_samples(samples); !s) return s.error();
    auto graph = dedup::CandidateGraph::build(candidates_, run_.paths.match_scratch(),
                                              sort_memory(run_.memory_bytes));
    if (!graph) return graph.error();
    return FoundCandidates{std::move(*graph), candidates_.counts(), samples};
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

  // The columns of one band that a reading needs.
  struct Band {
    std::vector<std::uint32_t> rows, sizes;
    std::vector<std::uint64_t> keys, parts, others, sites;
  };

  Result<Band> read_columns(const SegmentRows& segment, unsigned band, bool adds) const {
    auto file = dedup::SignatureReader::open(run_.paths.signatures(segment.key), *run_.lsh);
    if (!file) return file.error();
    Band columns;
    Status s = take_column(file->rows(), columns.rows);
    if (s) s = take_column(file->band(band), columns.keys);
    if (s) s = take_column(site_keys(segment), columns.sites);
    if (!s || !adds) return s ? Result<Band>(std::move(columns)) : Result<Band>(s.error());
    s = take_column(file->shingles(), columns.sizes);
    if (s) s = take_column(file->band((band + 1) % run_.lsh->bands), columns.parts);
    if (s) s = take_column(file->band((band + 2) % run_.lsh->bands), columns.others);
    return s ? Result<Band>(std::move(columns)) : Result<Band>(s.error());
  }

  template <class T>
  static Status take_column(Result<std::vector<T>> read, std::vector<T>& column) {
    if (!read) return read.error();
    column = std::move(*read);
    return {};
  }

  Status read_band(const SegmentRows& segment, unsigned band, bool adds) {
    auto columns = read_columns(segment, band, adds);
    if (!columns) return columns.error();
    for (std::size_t i = 0; i < columns->rows.size(); ++i) {
      const std::uint64_t row = segment.first_row + columns->rows[i];
      if (is_copy_[row]) continue;
      const std::uint64_t key = columns->keys[i] ^ columns->sites[columns->rows[i]];
      if (!adds) {
        candidates_.show(key);
        continue;
      }
      const std::uint64_t order =
          dedup::bucket_order(row, columns->sizes[i], mix64(columns->others[i]));
      if (Status s = candidates_.add({key, columns->parts[i], order}); !s) return s;
    }
    return {};
  }

  Status find_by_samples(dedup::BucketCounts& counts) {
    dedup::SharedSamples samples(run_.paths.match_scratch(), sort_memory(run_.memory_bytes),
                                 run_.plan.contained, table_.rows() * kSamplesExpected);
    Status s = show_and_add([&](const SegmentRows& segment, bool adds) {
      return read_samples(segment, adds, samples);
    });
    if (!s) return s;
    s = samples.finish([&](const dedup::RowPair& pair) { return candidates_.add(pair); });
    counts = samples.counts();
    return s;
  }

  Status read_samples(const SegmentRows& segment, bool adds, dedup::SharedSamples& into) {
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
      const auto own = std::span(*samples).subspan(begin, (*ends)[i] - begin);
      begin = (*ends)[i];
      if (is_copy_[row]) continue;
      const std::uint64_t order = adds ? order_by_samples(row, own) : 0;
      for (std::uint64_t& sample : own) sample ^= (*sites)[(*rows)[i]];
      if (!adds)
        into.show(own);
      else if (Status s = into.add(own, order); !s)
        return s;
    }
    return {};
  }

  static std::uint64_t order_by_samples(std::uint64_t row, std::span<const std::uint64_t> samples) {
    std::uint64_t content = 0;
    for (const std::uint64_t sample : samples) content += mix64(sample);
    return dedup::bucket_order(row, samples.size(), mix64(content));
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
