// SPDX-License-Identifier: Apache-2.0
//
// Making a corpus, a few hundred lines at a time.

#include "tools/corpusgen/generate.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>

#include <atomic>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tools/corpusgen/damage.h"
#include "tools/corpusgen/output.h"
#include "tools/corpusgen/plan.h"
#include "tools/corpusgen/render.h"
#include "tools/corpusgen/truth.h"

namespace pressmill::corpusgen {

namespace {

namespace fs = std::filesystem;

// About a megabyte of JSONL: large beside what handing it on costs.
constexpr std::size_t kBatchLines = 256;
// Enough that a thread finds work while the writer packs; each holds a few megabytes.
constexpr std::size_t kBatchesPerThread = 4;

// Files of an earlier corpus would be taken for part of this one.
Status make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return Error(Code::output, "cannot create: " + error.message(), Place{path});
  if (!fs::is_empty(path, error))
    return Error(Code::usage, "is not empty; name a new folder or empty it", Place{path});
  return Status::ok();
}

struct Planned {
  Item item;
  std::vector<Item> members;  // of its families, before it
};

struct MadeLine {
  std::string bytes;
  LineTruth truth;
};

struct Batch {
  std::vector<Planned> planned;
  std::vector<MadeLine> made;
};
using BatchPtr = std::unique_ptr<Batch>;

// One thread's share: lines and truth from the plan alone.
class Maker {
 public:
  Maker(const Options& options, const StoryWriter& writer)
      : options_(options), renderer_(options, writer), truth_(options, writer) {}

  void make(Batch& batch) {
    batch.made.reserve(batch.planned.size());
    for (const Planned& planned : batch.planned) batch.made.push_back(make_line(planned));
  }

 private:
  MadeLine make_line(const Planned& planned) {
    const Item& item = planned.item;
    const Rendered& rendered = renderer_.render(item);
    write_json_line(rendered.record, line_);
    if (item.role == Role::spoilt) {
      Random random(options_.seed, item.ordinal, Stream::damage);
      spoil(item.damage, random, line_);
    }
    line_.bytes += '\n';
    return {line_.bytes, truth_.tell(item, rendered, planned.members)};
  }

  const Options& options_;
  Renderer renderer_;
  TruthMaker truth_;
  JsonLine line_;
};

// The ordered ends of the pipeline.
class Corpus {
 public:
  Corpus(const Options& options, const StoryWriter& writer, Dump& dump, TruthFiles& truth)
      : planner_(options, writer), dump_(dump), truth_(truth) {}

  // Null once the corpus is complete. A little more than needed may be planned by then.
  BatchPtr plan() {
    if (is_complete_) return nullptr;
    auto batch = std::make_unique<Batch>();
    for (std::size_t i = 0; i < kBatchLines; ++i) {
      const Item item = planner_.next();
      batch->planned.push_back({item, {}});
      if (item.is_copy()) batch->planned.back().members = planner_.earlier_members(item);
    }
    return batch;
  }

  void write(const Batch& batch) {
    for (const MadeLine& line : batch.made) {
      if (is_complete_) return;
      const auto spot = dump_.write(line.bytes);
      // The line is in the dump, and only truth is left to tell.
      Status done = spot ? truth_.add(line.truth, *spot) : Status(spot.error());
      if (!done) failure_ = std::move(done.error());
      if (failure_ || dump_.is_complete()) is_complete_ = true;
    }
  }

  const std::optional<Error>& failure() const { return failure_; }

 private:
  Planner planner_;
  Dump& dump_;
  TruthFiles& truth_;
  std::atomic<bool> is_complete_{false};
  std::optional<Error> failure_;
};

Status make_lines(const Options& options, const StoryWriter& writer, Dump& dump,
                  TruthFiles& truth) {
  const auto threads = options.threads > 0
                           ? std::size_t{options.threads}
                           : static_cast<std::size_t>(tbb::info::default_concurrency());
  const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
  Corpus corpus(options, writer, dump, truth);
  tbb::enumerable_thread_specific<Maker> makers([&] { return Maker(options, writer); });
  const auto ordered = tbb::filter_mode::serial_in_order;
  tbb::parallel_pipeline(
      kBatchesPerThread * threads,
      // What stands on each line: follows from the lines before.
      tbb::make_filter<void, BatchPtr>(ordered,
                                       [&](tbb::flow_control& flow) {
                                         BatchPtr batch = corpus.plan();
                                         if (!batch) flow.stop();
                                         return batch;
                                       }) &
          // Lines and their truth: follow from the plan alone.
          tbb::make_filter<BatchPtr, BatchPtr>(tbb::filter_mode::parallel,
                                               [&](BatchPtr batch) {
                                                 makers.local().make(*batch);
                                                 return batch;
                                               }) &
          // Into files, in order.
          tbb::make_filter<BatchPtr, void>(ordered, [&](BatchPtr batch) { corpus.write(*batch); }));
  return corpus.failure() ? Status(*corpus.failure()) : Status::ok();
}

}  // namespace

Result<Made> generate(const Options& options) {
  for (const std::string& folder : {options.out, options.truth}) {
    Status made = make_folder(folder);
    if (!made) return std::move(made.error());
  }
  auto writer = StoryWriter::make(options);
  if (!writer) return std::move(writer.error());
  auto truth = TruthFiles::open(options.truth);
  if (!truth) return std::move(truth.error());
  Dump dump(options);
  Status done = make_lines(options, *writer, dump, *truth);
  if (done) done = dump.close();
  if (done) done = truth->close(dump);
  if (!done) return std::move(done.error());
  return Made{dump.lines(), dump.bytes()};
}

}  // namespace pressmill::corpusgen
