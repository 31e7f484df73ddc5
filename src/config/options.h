// SPDX-License-Identifier: Apache-2.0
//
// Every setting, once: its name on the command line and in files, what it takes, what it means.
//
// The command declares its flags from this list, configuration files are checked against it, and
// `pressmill config` prints it; nothing is spelled twice.
//
// Threads:  constant data.

#pragma once

#include <span>
#include <string_view>

namespace pressmill::config {

enum class Takes { value, nothing };  // nothing: a switch, on by being named

struct Option {
  std::string_view name;  // without the dashes
  Takes takes;
  std::string_view fallback;  // as typed; "" = unset
  std::string_view group;
  std::string_view help;
};

std::span<const Option> options();
const Option* find_option(std::string_view name);

}  // namespace pressmill::config
