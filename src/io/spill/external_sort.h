// SPDX-License-Identifier: Apache-2.0
//
// Sorts more records than fit into memory: sorted runs on disk, then one merge.
//
// Records are plain structs. While they fit into the budget nothing touches the disk. Otherwise
// full buffers are sorted and written as runs; runs beyond kFanIn are merged in groups first, so
// that a sort of any size needs few open files and one block of memory per run.
//
// Order:    by `Less`, which must be a total order on the bytes of the record: then the result
//           does not depend on the budget, the runs, or the order in which records came.
// Threads:  one caller. `sort_buffer` may sort in parallel; it is the only thing that does.
// Memory:   the budget (at least two blocks); the merge needs kBlockRecords records per run.
// Failure:  Code::output from add() or finish(); Code::input where a run cannot be read back.

#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <queue>
#include <string>
#include <utility>
#include <vector>

#include "io/spill/run_file.h"
#include "pressmill/error.h"

namespace pressmill::io {

template <class Record, class Less = std::less<Record>>
class ExternalSort {
 public:
  using SortBuffer = std::function<void(Record*, Record*)>;
  static constexpr std::size_t kFanIn = 64;
  static constexpr std::size_t kBlockRecords =
      std::max<std::size_t>(1, (64 << 10) / sizeof(Record));

  // Runs are `prefix`.0, `prefix`.1, ...; they are removed as they are used up.
  ExternalSort(std::string prefix, std::uint64_t memory_bytes, SortBuffer sort_buffer = {})
      : prefix_(std::move(prefix)), sort_buffer_(std::move(sort_buffer)) {
    capacity_ = std::max<std::uint64_t>(2 * kBlockRecords, memory_bytes / sizeof(Record));
  }

  Status add(const Record& record) {
    if (buffer_.size() == capacity_)
      if (Status s = spill(); !s) return s;
    // Grows by doubling up to the budget: a small sort stays small.
    if (buffer_.size() == buffer_.capacity())
      buffer_.reserve(static_cast<std::size_t>(
          std::min<std::uint64_t>(capacity_, std::max<std::uint64_t>(1024, buffer_.size() * 2))));
    buffer_.push_back(record);
    is_sorted_ = false;
    ++count_;
    return {};
  }
  std::uint64_t count() const { return count_; }
  std::uint64_t spilled_bytes() const { return spilled_bytes_; }

  // Calls visit(record) -> Status for each, in order; its first error ends the sort.
  template <class Visit>
  Status finish(Visit visit) {
    if (!runs_.empty()) return merge_all(visit);
    if (Status s = each_in_memory(visit); !s) return s;
    release();
    return {};
  }

  // The same, and the records stay: for those who look at them twice. Nothing is added afterwards.
  // What has spilled is written once more, as one run.
  template <class Visit>
  Status each(Visit visit) {
    if (runs_.empty()) return each_in_memory(visit);
    auto run = RunWriter::create(next_name());
    if (!run) return run.error();
    Status s = merge_all([&](const Record& record) -> Status {
      if (Status seen = visit(record); !seen) return seen;
      return write(*run, record);
    });
    if (!s) return s;
    return keep(*run);
  }

 private:
  struct Source {
    RunReader reader;
    std::vector<Record> block;
    std::size_t next = 0;

    explicit Source(RunReader r) : reader(std::move(r)) {}
    // False at the end of the run.
    Result<bool> refill() {
      block.resize(kBlockRecords);
      auto n = reader.read(reinterpret_cast<char*>(block.data()), kBlockRecords * sizeof(Record));
      if (!n) return n.error();
      block.resize(*n / sizeof(Record));
      next = 0;
      return !block.empty();
    }
    const Record& front() const { return block[next]; }
  };

  void sort_now() {
    if (std::exchange(is_sorted_, true)) return;
    if (sort_buffer_)
      sort_buffer_(buffer_.data(), buffer_.data() + buffer_.size());
    else
      std::sort(buffer_.begin(), buffer_.end(), Less());
  }
  template <class Visit>
  Status each_in_memory(Visit& visit) {
    sort_now();
    for (const Record& record : buffer_)
      if (Status s = visit(record); !s) return s;
    return {};
  }
  void release() { std::vector<Record>().swap(buffer_); }
  std::string next_name() { return prefix_ + "." + std::to_string(names_++); }

  Status spill() {
    sort_now();
    auto run = RunWriter::create(next_name());
    if (!run) return run.error();
    const std::uint64_t bytes = buffer_.size() * sizeof(Record);
    if (Status s = run->write(reinterpret_cast<const char*>(buffer_.data()), bytes); !s) return s;
    spilled_bytes_ += bytes;
    buffer_.clear();
    return keep(*run);
  }

  Status write(RunWriter& run, const Record& record) {
    spilled_bytes_ += sizeof(Record);
    return run.write(reinterpret_cast<const char*>(&record), sizeof(Record));
  }
  Status keep(RunWriter& run) {
    if (Status s = run.close(); !s) return s;
    runs_.push_back(run.path());
    return {};
  }

  Status merge_first_group() {
    std::vector<std::string> group(runs_.begin(), runs_.begin() + kFanIn);
    runs_.erase(runs_.begin(), runs_.begin() + kFanIn);
    auto run = RunWriter::create(next_name());
    if (!run) return run.error();
    Status s = merge(group, [&](const Record& record) { return write(*run, record); });
    if (!s) return s;
    return keep(*run);
  }

  // Uses the runs up.
  template <class Visit>
  Status merge_all(Visit visit) {
    if (!buffer_.empty())
      if (Status s = spill(); !s) return s;
    release();
    while (runs_.size() > kFanIn)
      if (Status s = merge_first_group(); !s) return s;
    std::uint64_t visited = 0;
    Status s = merge(std::exchange(runs_, {}), [&](const Record& record) {
      ++visited;
      return visit(record);
    });
    if (s && visited != count_)
      return Error(Code::input, "scratch data of a sort was cut short; run again: it resumes",
                   Place{.path = prefix_});
    return s;
  }

  template <class Visit>
  Status merge(const std::vector<std::string>& names, Visit visit) {
    std::vector<Source> sources;
    for (const std::string& name : names) {
      auto reader = RunReader::open(name);
      if (!reader) return reader.error();
      sources.emplace_back(std::move(*reader));
    }
    const auto later = [&](std::size_t a, std::size_t b) {
      return Less()(sources[b].front(), sources[a].front());
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(later)> heads(later);
    for (std::size_t i = 0; i < sources.size(); ++i) {
      auto more = sources[i].refill();
      if (!more) return more.error();
      if (*more) heads.push(i);
    }
    while (!heads.empty()) {
      const std::size_t i = heads.top();
      heads.pop();
      Source& source = sources[i];
      if (Status s = visit(source.front()); !s) return s;
      if (++source.next == source.block.size()) {
        auto more = source.refill();
        if (!more) return more.error();
        if (!*more) continue;
      }
      heads.push(i);
    }
    return {};  // readers remove their files as they close
  }

  std::string prefix_;
  SortBuffer sort_buffer_;
  std::uint64_t capacity_ = 0;
  std::vector<Record> buffer_;
  bool is_sorted_ = false;
  std::vector<std::string> runs_;
  std::uint64_t names_ = 0;
  std::uint64_t count_ = 0;
  std::uint64_t spilled_bytes_ = 0;
};

}  // namespace pressmill::io
