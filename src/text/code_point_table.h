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
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "text/utf8.h"

namespace pressmill::text {

inline constexpr unsigned kCodePageBits = 8;  // 7 and 9 gave tables of about the same size
inline constexpr std::size_t kCodePageSize = std::size_t{1} << kCodePageBits;
inline constexpr std::size_t kCodePages = kCodePointEnd >> kCodePageBits;

// Values on their way into a table. Pages in which nothing is set take no memory: most have
// nothing, and to clear and compare them all took longer than all else that makes a table.
template <class Value>
class CodePointValues {
 public:
  explicit CodePointValues(Value rest = {}) : rest_(rest), pages_(kCodePages) {}

  Value& operator[](char32_t c) {
    std::vector<Value>& page = pages_[c >> kCodePageBits];
    if (page.empty()) page.assign(kCodePageSize, rest_);
    return page[c & (kCodePageSize - 1)];
  }
  // Empty where nothing was set.
  const std::vector<Value>& page(std::size_t i) const { return pages_[i]; }
  Value rest() const { return rest_; }

 private:
  Value rest_;
  std::vector<std::vector<Value>> pages_;
};

template <class Value>
class CodePointTable {
 public:
  explicit CodePointTable(const CodePointValues<Value>& values) {
    const std::vector<Value> rest(kCodePageSize, values.rest());
    std::unordered_map<std::string_view, std::uint16_t> known;  // pages as bytes: views of `values`
    const auto number = [&](const std::vector<Value>& page) {
      const std::string_view bytes(reinterpret_cast<const char*>(page.data()),
                                   kCodePageSize * sizeof(Value));
      const auto [place, is_new] = known.emplace(bytes, static_cast<std::uint16_t>(known.size()));
      if (is_new) values_.insert(values_.end(), page.begin(), page.end());
      return place->second;
    };
    const std::uint16_t of_rest = number(rest);
    for (std::size_t i = 0; i < kCodePages; ++i)
      page_of_[i] = values.page(i).empty() ? of_rest : number(values.page(i));
  }

  // Needs: c < kCodePointEnd.
  Value operator[](char32_t c) const {
    return values_[static_cast<std::size_t>(page_of_[c >> kCodePageBits]) << kCodePageBits |
                   (c & (kCodePageSize - 1))];
  }

 private:
  static_assert(std::has_unique_object_representations_v<Value>);  // equal values are equal bytes

  std::array<std::uint16_t, kCodePages> page_of_{};
  std::vector<Value> values_;
};

}  // namespace pressmill::text
