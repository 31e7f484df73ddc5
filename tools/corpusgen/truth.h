// SPDX-License-Identifier: Apache-2.0
//
// The truth about a corpus, written beside it while it is made.
//
//   truth.dups.tsv       verdict id_a id_b kind jaccard jaccard_body containment
//                        containment_body aimed_at
//   truth.exact.tsv      id_a id_b dress site
//   truth.lines.jsonl    {"id":..,"gold":[..]}
//   truth.malformed.tsv  file line kind fate id
//   truth.dates.tsv      id kind source day
//   truth.reports.tsv    family id
//   truth.garbled.jsonl  {"id":..,"encoding":..,"times":..,"text":..}
//   truth.personal.tsv   id kind value decoy
//   truth.counts.tsv     what how_many; written last: where it is missing, the rest is incomplete
// README.md explains the columns.
//
// Threads:  a TruthMaker per thread; one TruthFiles, in order of the lines.
// Failure:  Code::output with the path.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpusgen/output.h"
#include "tools/corpusgen/plan.h"
#include "tools/corpusgen/render.h"
#include "tools/corpusgen/shingles.h"

namespace pressmill::corpusgen {

// Grey is what lies up to this much below the threshold: neither right nor wrong to remove.
inline constexpr std::uint32_t kGreyTenThousandths = 1'500;

enum class TruthFile : std::size_t {
  dups,
  exact,
  lines,
  malformed,
  dates,
  reports,
  garbled,
  personal,
  counts
};
inline constexpr std::size_t kTruthFiles = 9;

// What is to be told of one line. Where the line stands is not known before it is written: file
// and line number come first in the row of `malformed`, so they are put in front of it then.
struct LineTruth {
  std::array<std::string, kTruthFiles> rows;
  std::vector<std::string> counted;  // names in truth.counts.tsv, one for each occurrence

  std::string& operator[](TruthFile file) { return rows[static_cast<std::size_t>(file)]; }
};

class TruthMaker {
 public:
  TruthMaker(const Options& options, const StoryWriter& writer)
      : options_(options), other_(options, writer) {}

  // The members are those of the item's families before it.
  LineTruth tell(const Item& item, const Rendered& rendered, const std::vector<Item>& members);

 private:
  struct Pair;
  void tell_pairs(const Item& copy, const Rendered& rendered, const std::vector<Item>& members,
                  LineTruth& truth);
  void tell_pair(const Pair& pair, LineTruth& truth) const;

  const Options& options_;
  Renderer other_;  // writes the partners of a pair once more
  Overlapper overlapper_;
};

class TruthFiles {
 public:
  static Result<TruthFiles> open(const std::string& folder);

  Status add(const LineTruth& truth, const Dump::Spot& spot);
  Status close(const Dump& dump);

 private:
  TruthFiles() = default;

  std::vector<std::unique_ptr<Sink>> sinks_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace pressmill::corpusgen
