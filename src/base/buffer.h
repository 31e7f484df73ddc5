// SPDX-License-Identifier: Apache-2.0
//
// A growing byte buffer that does not clear what it is about to overwrite.
//
// std::string zero-fills on resize, which costs a pass over memory for every decoded block; and
// parsers want readable bytes behind the last one. So: capacity always exceeds size by kPadding,
// the padding is zero when read, and resize() leaves new bytes unwritten.
//
// Threads:  one owner.
// Memory:   capacity() + kPadding; grows by half, never shrinks by itself.

#pragma once

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>
#include <utility>

namespace pressmill {

class Buffer {
 public:
  // Readable zero bytes behind the content; simdjson asks for 64.
  static constexpr std::size_t kPadding = 64;

  Buffer() = default;
  explicit Buffer(std::string_view bytes) { append(bytes); }
  Buffer(Buffer&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        capacity_(std::exchange(other.capacity_, 0)) {}
  Buffer& operator=(Buffer&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
    return *this;
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() { std::free(data_); }

  char* data() { return data_; }
  const char* data() const { return data_; }
  std::size_t size() const { return size_; }
  std::size_t capacity() const { return capacity_; }
  bool empty() const { return size_ == 0; }
  std::string_view view() const { return {data_, size_}; }

  void clear() {
    size_ = 0;
    if (data_ != nullptr) std::memset(data_, 0, kPadding);
  }
  // Bytes beyond the old size are not initialised; the padding is.
  void resize(std::size_t size) {
    reserve(size);
    size_ = size;
    if (data_ != nullptr) std::memset(data_ + size_, 0, kPadding);
  }
  void reserve(std::size_t capacity) {
    if (capacity <= capacity_ && data_ != nullptr) return;
    std::size_t wanted = capacity_ + capacity_ / 2;
    if (wanted < capacity) wanted = capacity;
    void* grown = std::realloc(data_, wanted + kPadding);
    if (grown == nullptr) throw std::bad_alloc();
    data_ = static_cast<char*>(grown);
    capacity_ = wanted;
    std::memset(data_ + size_, 0, kPadding);
  }
  void append(std::string_view bytes) {
    if (bytes.empty()) return;
    const std::size_t old = size_;
    resize(old + bytes.size());
    std::memcpy(data_ + old, bytes.data(), bytes.size());
  }
  void push_back(char c) { append({&c, 1}); }
  // Drops the first n bytes; moves the rest to the front.
  void erase_front(std::size_t n) {
    if (n == 0) return;
    std::memmove(data_, data_ + n, size_ - n);
    resize(size_ - n);
  }

 private:
  char* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace pressmill
