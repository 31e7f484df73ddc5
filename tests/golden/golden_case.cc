// SPDX-License-Identifier: Apache-2.0
//
// Running a case and masking what differs from run to run.

#include "tests/golden/golden_case.h"

#include <algorithm>
#include <array>
#include <regex>
#include <set>
#include <stdexcept>

#include "tests/support/test_support.h"

namespace pressmill::test {

namespace fs = std::filesystem;

namespace {

std::string replace_all(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

struct Mask {
  std::regex pattern;
  std::string with;
};

// Times, rates, memory, process ids and library versions: what is true of one run or machine.
const std::vector<Mask>& screen_masks() {
  static const std::vector<Mask> kMasks = {
      {std::regex("(^|\n)(Time|Memory)  +[^\n]*"), "$1$2 (masked)"},
      {std::regex("(^|\n)( +(memory|time)  +about )[^\n]*"), "$1$2(masked)"},
      {std::regex(R"(\(pid [0-9]+\))"), "(pid N)"},
      {std::regex(R"([0-9.]+ m?s in this pass)"), "(masked) in this pass"},
      {std::regex(R"(((^|\n)pressmill|zstd|simdjson|Unicode|[Pp]ublic suffixes) [0-9][^,\n]*)"),
       "$1 (masked)"},
      {std::regex(R"(, list [0-9a-f]{40})"), ""},
  };
  return kMasks;
}

std::string masked_screen(std::string text, const fs::path& scratch) {
  text = replace_all(std::move(text), scratch.string(), "{dir}");
  for (const Mask& mask : screen_masks()) text = std::regex_replace(text, mask.pattern, mask.with);
  return text;
}

// Libraries may be updated without changing an answer; where they do, other files show it.
std::string masked_manifest(const std::string& manifest) {
  static const std::regex kVersions(
      R"re("(fingerprint|pressmill|unicode|psl|zstd|simdjson)": ?"[^"]*")re");
  return std::regex_replace(manifest, kVersions, R"re("$1":"(masked)")re");
}

std::string masked_log(const std::string& log) {
  static const std::regex kTime(R"re("time":"[^"]*"|"what":"[0-9.]+ s")re");
  return std::regex_replace(log, kTime, R"("masked":"")");
}

// The file as a person would look at it.
std::pair<std::string, std::string> readable(const std::string& name, const std::string& bytes) {
  if (name.ends_with(".zst")) return {name.substr(0, name.size() - 4), unzstd(bytes)};
  return {name, name == "manifest.json" ? masked_manifest(bytes) : bytes};
}

// Not among those that every case shows: a few cases show all, and tests/end_to_end reads them.
bool is_further_table(const std::string& name) {
  static const std::set<std::string> kShown = {"inputs.csv",    "sites.csv",       "days.csv",
                                               "site_days.csv", "languages.csv",   "reasons.csv",
                                               "clusters.csv",  "similarities.csv"};
  return name.starts_with("tables/") && !kShown.contains(name.substr(name.find('/') + 1));
}

// Empties the list that `key` begins, up to where `end` stands.
void empty_list(std::string& json, std::size_t from, const std::string& key,
                const std::string& end) {
  const std::size_t begin = json.find(key, from);
  if (begin == std::string::npos) return;
  const std::size_t value = begin + key.size();
  if (json[value] == ']') return;
  const std::size_t last = json.find(end, value);
  if (last != std::string::npos) json.erase(value, last - value);
}

// The long lists of stats.json, likewise: empty ones in their place.
std::string without_long_lists(std::string json) {
  empty_list(json, 0, "\n \"measures\": [", "\n ]");
  const auto empty_members = [&](const std::string& object, const auto& names) {
    const std::size_t begin = json.find("\n \"" + object + "\": {");
    if (begin == std::string::npos) return;
    for (const char* name : names)
      empty_list(json, begin, std::string("\n  \"") + name + "\": [", "\n  ]");
  };
  empty_members("measures_by",
                std::array{"sites", "languages", "months", "days", "inputs", "site_days"});
  empty_members("top", std::array{"words", "bigrams", "lines"});
  return json;
}

std::string shell_line(const fs::path& folder) {
  std::string command;
  const std::string text = slurp(folder / "cmd");
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    if (line.empty() || line.starts_with('#')) continue;
    if (!command.empty())
      throw std::runtime_error("more than one shell line in " + folder.string());
    command = line;
  }
  if (command.empty()) throw std::runtime_error("no shell line in " + folder.string());
  return command;
}

}  // namespace

fs::path cases_dir() {
  return source_dir() / "tests/golden/cases";
}

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(cases_dir()))
    if (entry.is_directory()) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

CaseRun run_case(const fs::path& folder, const std::string& threads) {
  const ScratchDir scratch;
  if (fs::exists(folder / "in"))
    fs::copy(folder / "in", scratch.path() / "in", fs::copy_options::recursive);
  const std::string command = replace_all(shell_line(folder), "{threads}", threads);
  const CommandResult result = run_line(command, scratch.path());
  const bool has_all_tables = fs::exists(folder / "all_tables");
  CaseRun run;
  run.expected["exit"] = std::to_string(result.exit) + "\n";
  run.expected["stdout.txt"] = masked_screen(without_long_lists(result.out), scratch.path());
  run.expected["stderr.txt"] = masked_screen(result.err, scratch.path());
  run.bytes = reproducible(scratch.path() / "out");
  for (const auto& [name, bytes] : run.bytes) {
    // The page is what stats.json says around a constant; tests/page looks at it.
    if (name.starts_with("index/") || name == "report.html") continue;
    if (!has_all_tables && is_further_table(name)) continue;
    auto [shown, text] = readable(name, bytes);
    if (!has_all_tables && name == "stats.json") text = without_long_lists(std::move(text));
    run.expected["out/" + shown] = std::move(text);
  }
  const fs::path log = scratch.path() / "out/log.jsonl";
  if (fs::exists(log))
    run.bytes["log.jsonl"] = masked_log(replace_all(slurp(log), scratch.path().string(), "{dir}"));
  return run;
}

Tree read_expected(const fs::path& folder) {
  Tree tree = read_tree(folder);
  std::erase_if(tree, [](const auto& file) {
    return file.first == "cmd" || file.first == "all_tables" || file.first.starts_with("in/");
  });
  return tree;
}

void write_expected(const fs::path& folder, const Tree& expected) {
  for (const auto& entry : fs::directory_iterator(folder))
    if (const auto name = entry.path().filename();
        name != "cmd" && name != "in" && name != "all_tables")
      fs::remove_all(entry.path());
  for (const auto& [name, text] : expected) spit(folder / name, text);
}

}  // namespace pressmill::test
