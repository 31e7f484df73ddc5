// SPDX-License-Identifier: Apache-2.0
//
// Integers as little-endian bytes, whatever the machine.

#pragma once

#include <bit>
#include <cstddef>
#include <cstring>
#include <string_view>
#include <type_traits>

namespace pressmill {

// Every file of ours is little-endian; a big-endian port would swap here and nowhere else.
static_assert(std::endian::native == std::endian::little, "file formats assume little-endian");

template <class T>
T load_le(const char* from) {
  static_assert(std::is_trivially_copyable_v<T>);
  T value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

template <class T>
void store_le(char* to, T value) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::memcpy(to, &value, sizeof value);
}

template <class T>
std::string_view bytes_of(const T& value) {
  static_assert(std::is_trivially_copyable_v<T>);
  return {reinterpret_cast<const char*>(&value), sizeof value};
}

}  // namespace pressmill
