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
  tell({std::string(kind), std::move(place), std::move(what)});
}

void Diagnostics::fail(std::string_view kind, Place place, std::string what) {
  tell({std::string(kind), std::move(place), std::move(what), true});
}

void Diagnostics::fail(std::string_view kind, const Error& error) {
  fail(kind, error.place(), error.what());
}

void Diagnostics::tell(const Message& message) {
  const std::lock_guard lock(mutex_);
  const bool is_shown = ++counts_[{message.kind, message.is_error}] <= kShownPerKind;
  if (is_shown && screen_) screen_(message);
  if (log_) log_(message);
}

void Diagnostics::note(std::string_view kind, std::string what) {
  const Message message{std::string(kind), {}, std::move(what)};
  const std::lock_guard lock(mutex_);
  if (log_) log_(message);
}

std::vector<Diagnostics::Unshown> Diagnostics::unshown() const {
  const std::lock_guard lock(mutex_);
  std::vector<Unshown> rest;
  for (const auto& [kind, count] : counts_)
    if (count > kShownPerKind) rest.push_back({kind.first, count - kShownPerKind, kind.second});
  return rest;
}

}  // namespace pressmill
