// SPDX-License-Identifier: Apache-2.0
//
// Which groups go into which file, so that each file fits into memory and few are open.
//
// Groups are numbered upwards; a file holds consecutive ones. Two passes over their sizes: the
// first sums them up, the second cuts.
//
// Threads:  one owner.

#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace pressmill::dedup {

class FilePlan {
 public:
  std::size_t files() const { return ends_.size() + 1; }
  std::size_t file_of(std::uint32_t group) const {
    return static_cast<std::size_t>(std::upper_bound(ends_.begin(), ends_.end(), group) -
                                    ends_.begin());
  }

 private:
  friend class FilePlanner;
  std::vector<std::uint32_t> ends_;  // the first group of the next file
};

class FilePlanner {
 public:
  static constexpr std::size_t kMostFiles = 64;

  explicit FilePlanner(std::uint64_t bytes_a_file) : target_(bytes_a_file) {}

  // First all sizes, in any order.
  void add(std::uint64_t bytes) { total_ += bytes; }
  // Then all groups with theirs, in order.
  void place(std::uint32_t group, std::uint64_t bytes) {
    const std::uint64_t most = std::max(target_, total_ / kMostFiles + 1);
    if (filled_ > 0 && filled_ + bytes > most && plan_.files() < kMostFiles) {
      plan_.ends_.push_back(group);
      filled_ = 0;
    }
    filled_ += bytes;
  }
  FilePlan take() { return std::move(plan_); }

 private:
  std::uint64_t target_;
  std::uint64_t total_ = 0;
  std::uint64_t filled_ = 0;
  FilePlan plan_;
};

}  // namespace pressmill::dedup
