// SPDX-License-Identifier: Apache-2.0
//
// Counting messages by kind and handing them on.

#include "base/diagnostics.h"

namespace pressmill {

void Diagnostics::set_screen(Sink screen) {
  const std::lock_guard lock(mutex_);
  screen_ = std::move(screen);
}

void Diagnostics::set_log(Sink log) {
  const std::lock_guard lock(mutex_);
  log_ = std::move(log);
}

void Diagnostics::warn(std::string_view kind, Place place, std::string what) {
  const Message message{std::string(kind), std::move(place), std::move(what)};
  const std::lock_guard lock(mutex_);
  if (++counts_[message.kind] <= kShownPerKind && screen_) screen_(message);
  if (log_) log_(message);
}

void Diagnostics::warn(std::string_view kind, const Error& error) {
  warn(kind, error.place(), error.what());
}

void Diagnostics::note(std::string_view kind, std::string what) {
  const Message message{std::string(kind), {}, std::move(what)};
  const std::lock_guard lock(mutex_);
  if (log_) log_(message);
}

std::map<std::string, std::uint64_t> Diagnostics::unshown() const {
  const std::lock_guard lock(mutex_);
  std::map<std::string, std::uint64_t> rest;
  for (const auto& [kind, count] : counts_)
    if (count > kShownPerKind) rest[kind] = count - kShownPerKind;
  return rest;
}

}  // namespace pressmill
