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

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "text/utf8.h"

namespace pressmill::text {

template <class Value>
class CodePointTable {
 public:
  // Needs: a value for every code point, surrogates too.
  explicit CodePointTable(const std::vector<Value>& values) {
    std::unordered_map<std::string_view, std::uint16_t> known;  // pages as bytes: views of `values`
    for (std::size_t page = 0; page < kPages; ++page) {
      const Value* const begin = values.data() + page * kPageSize;
      // Whole planes of nothing: cheaper than looking each page up.
      if (page > 0 && std::equal(begin, begin + kPageSize, begin - kPageSize)) {
        page_of_[page] = page_of_[page - 1];
        continue;
      }
      const std::string_view bytes(reinterpret_cast<const char*>(begin), kPageSize * sizeof(Value));
      const auto [place, is_new] = known.emplace(bytes, static_cast<std::uint16_t>(known.size()));
      if (is_new) values_.insert(values_.end(), begin, begin + kPageSize);
      page_of_[page] = place->second;
    }
  }

  // Needs: c < kCodePointEnd.
  Value operator[](char32_t c) const {
    return values_[static_cast<std::size_t>(page_of_[c >> kPageBits]) << kPageBits |
                   (c & (kPageSize - 1))];
  }

 private:
  static_assert(std::has_unique_object_representations_v<Value>);  // equal values are equal bytes

  static constexpr unsigned kPageBits = 8;  // 7 and 9 gave tables of about the same size
  static constexpr std::size_t kPageSize = std::size_t{1} << kPageBits;
  static constexpr std::size_t kPages = kCodePointEnd >> kPageBits;

  std::array<std::uint16_t, kPages> page_of_{};
  std::vector<Value> values_;
};

}  // namespace pressmill::text
