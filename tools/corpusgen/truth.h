// SPDX-License-Identifier: Apache-2.0
//
// The truth about a corpus, written beside it while it is made.
//
//   truth.dups.tsv       verdict id_a id_b kind jaccard jaccard_body aimed_at
//   truth.exact.tsv      id_a id_b dress site
//   truth.lines.jsonl    {"id":..,"gold":[..]}
//   truth.malformed.tsv  file line kind fate id
//   truth.dates.tsv      id kind source day
//   truth.counts.tsv     what how_many; written last: where it is missing, the rest is incomplete
// README.md explains the columns.
//
// Threads:  one writer, in order of the lines.
// Failure:  Code::output with the path.

#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tools/corpusgen/output.h"
#include "tools/corpusgen/plan.h"
#include "tools/corpusgen/render.h"

namespace pressmill::corpusgen {

// Grey is what lies up to this much below the threshold: neither right nor wrong to remove.
inline constexpr std::uint32_t kGreyTenThousandths = 1'500;

class Truth {
 public:
  static Result<Truth> open(const std::string& folder, const Options& options,
                            const StoryWriter& writer);

  // A line as it was written.
  Status add(const Item& item, const Rendered& rendered, const Dump::Spot& spot);
  // A copy's similarity to every earlier member of its family.
  Status add_pairs(const Item& copy, const Rendered& rendered, const std::vector<Item>& members);
  Status close(const Dump& dump);

 private:
  enum File : std::size_t { dups, exact, lines, malformed, dates, counts, kFiles };

  Truth(const Options& options, const StoryWriter& writer)
      : options_(options), other_(options, writer) {}
  Status put(File file, std::string_view row);
  Status add_lines(const Item& item, const Page& page);
  struct Pair {
    const Item& member;
    const Item& copy;
    std::uint64_t page;  // ten-thousandths
    std::uint64_t body;
  };
  Status add_pair(const Pair& pair);

  const Options& options_;
  Renderer other_;  // writes the partners of a pair once more
  std::vector<std::unique_ptr<Sink>> sinks_;
  std::map<std::string, std::uint64_t, std::less<>> counts_;
};

}  // namespace pressmill::corpusgen
