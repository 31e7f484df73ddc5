// SPDX-License-Identifier: Apache-2.0
//
// Configuration files: toml++ behind Settings::load_file.

#include <fmt/format.h>
#include <toml++/toml.h>

#include <filesystem>
#include <system_error>

#include "config/options.h"
#include "config/recipe_file.h"
#include "config/settings.h"

namespace pressmill::config {

namespace {

// ["en", "de"] as en,de; nothing where a value is no string.
std::optional<std::string> list_as_typed(const toml::array& list) {
  std::string typed;
  for (const toml::node& each : list) {
    const auto text = each.value_exact<std::string>();
    if (!text) return std::nullopt;
    typed += (typed.empty() ? "" : ",") + *text;
  }
  return typed;
}

// The value as it would be typed on the command line.
std::optional<std::string> as_typed(const toml::node& node) {
  if (const auto text = node.value_exact<std::string>()) return *text;
  if (const auto flag = node.value_exact<bool>()) return std::string(*flag ? "true" : "false");
  if (const auto number = node.value_exact<std::int64_t>()) return std::to_string(*number);
  if (const auto number = node.value_exact<double>()) return fmt::format("{}", *number);
  if (const auto* list = node.as_array()) return list_as_typed(*list);
  return std::nullopt;
}

}  // namespace

Status Settings::load_file(const std::string& path) {
  toml::table table;
  try {
    std::error_code unknown;
    if (std::filesystem::is_directory(path, unknown))
      return Error(Code::usage, "is a folder, no file of settings", Place{.path = path});
    table = toml::parse_file(path);  // Debian's library is the one that throws
  } catch (const toml::parse_error& error) {
    return Error(Code::usage, std::string(error.description()),
                 Place{path, error.source().begin.line});
  }
  for (const auto& [key, node] : table) {
    if (key.str() == "recipe") continue;
    const Place place{path, node.source().begin.line};
    const Option* option = find_option(key.str());
    if (option == nullptr)
      return Error(Code::usage,
                   fmt::format("unknown setting '{}'; `pressmill config` lists them", key.str()),
                   place);
    const auto text = as_typed(node);
    if (!text)
      return Error(Code::usage,
                   fmt::format("'{}' takes a single value, or a list of strings", key.str()),
                   place);
    const bool is_switch = *text == "true" || *text == "false";
    if (option->takes == Takes::nothing && !is_switch)
      return Error(Code::usage, fmt::format("'{}' takes true or false", key.str()), place);
    // On and off are settings of two words; TOML people write booleans.
    if (option->takes == Takes::value && is_switch)
      offer(option->name, *text == "true" ? "on" : "off");
    else
      offer(option->name, *text);
  }
  return load_recipes(path, recipes_);
}

}  // namespace pressmill::config
