// SPDX-License-Identifier: Apache-2.0
//
// Words of commands that people copy from our messages into a shell.
//
// Threads:  pure.

#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace pressmill {

// In single quotes, whatever it has in it.
inline std::string shell_quoted(std::string_view text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? "'\\''" : std::string(1, c);
  return quoted + "'";
}

// As it is where a shell takes it for one plain word, else in quotes.
inline std::string shell_word(std::string_view text) {
  const auto is_plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("/._-+:@%,=").find(c) != std::string_view::npos;
  };
  return !text.empty() && text.front() != '-' && std::ranges::all_of(text, is_plain)
             ? std::string(text)
             : shell_quoted(text);
}

}  // namespace pressmill
