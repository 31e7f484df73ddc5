// SPDX-License-Identifier: Apache-2.0
//
// Errors with a place, and the result type that carries them.
//
// Every error names what went wrong, where (file, line, byte, as far as known) and what to do.
// Inner layers know the byte, outer ones the file: each fills in only what is still unknown.
// Codes stand for reactions, not for call sites; exit codes are decided in src/cli alone.
//
// Threads:  values; nothing is shared.

#pragma once

#include <cassert>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace pressmill {

// Fields are optional: a failed open() knows only the path, a bad JSON value all three.
struct Place {
  std::string path;
  std::uint64_t line = 0;    // 1-based; 0 = unknown
  std::int64_t offset = -1;  // byte in the decompressed stream; -1 = unknown
};

enum class Code : std::uint8_t {
  usage,    // the command or its settings are wrong                     exit 2
  input,    // an input cannot be read, or not to its end                exit 1
  output,   // writing failed: disk full, permission; resume after       exit 3
  refused,  // settings, inputs or format differ from the run in OUT     exit 4
  busy,     // another run holds OUT                                     exit 5
  verify,   // outputs are not what the manifest says                    exit 7
  stopped,  // interrupted by a signal; resume after                     exit 130
};

class [[nodiscard]] Error {
 public:
  Error(Code code, std::string what, Place place = {})
      : code_(code), what_(std::move(what)), place_(std::move(place)) {}

  // Fills in whatever this error does not know yet.
  Error&& at(const Place& outer) &&;

  Code code() const { return code_; }
  const std::string& what() const { return what_; }
  const Place& place() const { return place_; }
  std::string text() const;  // "a.jsonl.zst:1042: unclosed string (byte 918273)"

 private:
  Code code_;
  std::string what_;
  Place place_;
};

// A value or the error that prevented it.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  explicit operator bool() const { return std::holds_alternative<T>(state_); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  // Needs: the result holds an error.
  Error& error() {
    assert(!*this);
    return std::get<Error>(state_);
  }
  const Error& error() const {
    assert(!*this);
    return std::get<Error>(state_);
  }

 private:
  T& value() {
    assert(*this);
    return std::get<T>(state_);
  }
  const T& value() const {
    assert(*this);
    return std::get<T>(state_);
  }
  std::variant<T, Error> state_;
};

// Success, or the error that prevented it.
class [[nodiscard]] Status {
 public:
  Status() = default;
  Status(Error error) : error_(std::move(error)) {}  // NOLINT(google-explicit-constructor)
  static Status ok() { return {}; }

  explicit operator bool() const { return !error_.has_value(); }
  Error& error() {
    assert(error_);
    return *error_;
  }
  const Error& error() const {
    assert(error_);
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

}  // namespace pressmill
