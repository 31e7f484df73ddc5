// SPDX-License-Identifier: Apache-2.0
//
// One small value for every code point, found with two loads.
//
// Code points come in pages of 256; pages with the same values are stored once. Most of the
// 4,352 pages are alike (unassigned, or one script throughout), so a table of bytes takes some
// tens of kilobytes and the pages that a language uses stay in the cache.
//
// Threads:  read-only after construction.
// Memory:   9 KiB, and 256 values for every distinct page.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "text/utf8.h"

namespace pressmill::text {

template <class Value>
class CodePointTable {
 public:
  // Needs: a value for every code point, surrogates too.
  explicit CodePointTable(const std::vector<Value>& values) {
    std::map<std::vector<Value>, std::uint16_t> known;
    for (std::size_t page = 0; page < kPages; ++page) {
      const auto begin = values.begin() + static_cast<std::ptrdiff_t>(page * kPageSize);
      std::vector<Value> content(begin, begin + static_cast<std::ptrdiff_t>(kPageSize));
      const auto next = static_cast<std::uint16_t>(known.size());
      const auto [place, is_new] = known.emplace(std::move(content), next);
      if (is_new) values_.insert(values_.end(), place->first.begin(), place->first.end());
      page_of_[page] = place->second;
    }
  }

  // Needs: c < kCodePointEnd.
  Value operator[](char32_t c) const {
    return values_[static_cast<std::size_t>(page_of_[c >> kPageBits]) << kPageBits |
                   (c & (kPageSize - 1))];
  }

 private:
  static constexpr unsigned kPageBits = 8;  // 7 and 9 gave tables of about the same size
  static constexpr std::size_t kPageSize = std::size_t{1} << kPageBits;
  static constexpr std::size_t kPages = kCodePointEnd >> kPageBits;

  std::array<std::uint16_t, kPages> page_of_{};
  std::vector<Value> values_;
};

}  // namespace pressmill::text
