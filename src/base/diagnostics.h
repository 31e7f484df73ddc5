// SPDX-License-Identifier: Apache-2.0
//
// What a run has to say to a person: warnings on stderr, at most ten of a kind, all in the log.
//
// A dump with a million broken lines must not print a million lines, and must not hide one
// either: after the tenth of a kind stderr falls silent, the summary gives the count, the log
// file has them all. Kinds are short fixed words ("malformed", "unreadable").
//
// Threads:  any; one lock per message, which is rare by nature.
// Order:    messages come in the order of the calls; no output depends on it.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pressmill/error.h"

namespace pressmill {

struct Message {
  std::string kind;
  Place place;
  std::string what;       // what is wrong; what to do
  bool is_error = false;  // something was asked for and not done
};

class Diagnostics {
 public:
  using Sink = std::function<void(const Message&)>;
  static constexpr std::uint64_t kShownPerKind = 10;

  // Either sink may be empty. `screen` gets the first ten of a kind, `log` everything.
  void set_screen(Sink screen);
  void set_log(Sink log);

  void warn(std::string_view kind, Place place, std::string what);
  // As warn(), of what was asked for and not done; still told where warnings are not wanted.
  void fail(std::string_view kind, Place place, std::string what);
  void fail(std::string_view kind, const Error& error);
  // Goes to the log alone: state changes, counts, settings.
  void note(std::string_view kind, std::string what);

  // Messages of a kind that stderr did not show.
  struct Unshown {
    std::string kind;
    std::uint64_t count = 0;
    bool is_error = false;
  };
  std::vector<Unshown> unshown() const;  // by kind

 private:
  void tell(const Message& message);

  mutable std::mutex mutex_;
  Sink screen_;
  Sink log_;
  std::map<std::pair<std::string, bool>, std::uint64_t> counts_;  // by kind, and is it an error
};

}  // namespace pressmill
