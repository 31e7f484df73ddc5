// SPDX-License-Identifier: Apache-2.0
//
// Manifest, ids, places.

#include "inspect/finished_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/hash.h"
#include "dedup/lsh.h"
#include "doc/json_value.h"
#include "doc/raw_json.h"
#include "inspect/status.h"
#include "inspect/terminal.h"
#include "io/atomic_file.h"
#include "io/spill/pair_file.h"
#include "pipeline/emitted_lines.h"
#include "pipeline/fingerprint.h"
#include "pipeline/manifest.h"
#include "pipeline/removed_lines.h"
#include "text/byte_escapes.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kMostSuggested = 3;

struct NamedPlace {
  std::string_view input;
  std::uint64_t line = 0;  // 0: not of the form INPUT:LINE
};

NamedPlace place_of(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  NamedPlace place;
  if (colon == std::string_view::npos) return place;
  const std::string_view digits = id.substr(colon + 1);
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), place.line);
  if (error != std::errc() || end != digits.data() + digits.size()) place.line = 0;
  place.input = id.substr(0, colon);
  return place;
}

Error unfinished(const std::string& out, const pipeline::ManifestState& state) {
  if (is_at_work(out))
    return {Code::busy,
            fmt::format("the run is at work (pass {}); wait until it is done (pressmill status "
                        "shows it)",
                        state.pass),
            Place{.path = out}};
  return {Code::refused,
          fmt::format("the run was stopped in pass {}; give its command again to finish it",
                      state.pass),
          Place{.path = out}};
}

// How people write an id that is nearly right.
std::vector<std::string> spellings(const std::string& id) {
  std::vector<std::string> all;
  std::string bare = id;
  const auto is_edge = [](char c) { return c == ' ' || c == '\t' || c == '"' || c == '\''; };
  while (!bare.empty() && is_edge(bare.back())) bare.pop_back();
  while (!bare.empty() && is_edge(bare.front())) bare.erase(0, 1);
  all.push_back(bare);
  std::string cased = bare;
  for (char& c : cased) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  all.push_back(cased);
  for (char& c : cased) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  all.push_back(cased);
  all.push_back(bare.ends_with('/') ? bare.substr(0, bare.size() - 1) : bare + "/");
  if (bare.starts_with("http://")) all.push_back("https://" + bare.substr(7));
  if (bare.starts_with("https://")) all.push_back("http://" + bare.substr(8));
  return all;
}

unsigned shingle_words(const doc::JsonValue& settings) {
  Plan plan;
  plan.compare = settings["compare"].string() == "on";
  plan.near = static_cast<std::uint32_t>(settings["near"].number());
  plan.contained = static_cast<std::uint32_t>(settings["contained"].number());
  plan.lsh = settings["lsh"].string();
  const auto lsh = dedup::Lsh::of_plan(plan);
  return lsh ? lsh->shingle_words : 0;
}

}  // namespace

Result<FinishedRun> FinishedRun::open(const std::string& out) {
  FinishedRun run;
  run.paths_.out = out;
  auto state = pipeline::read_manifest(run.paths_.manifest());
  if (!state) return state.error();
  if (!*state && is_at_work(out))
    return Error(Code::busy, "the run is looking at its inputs; wait until it is done",
                 Place{.path = out});
  if (!*state)
    return Error(Code::usage, "no run here; name the folder given as --out", Place{.path = out});
  if ((*state)->state != "done") return unfinished(out, **state);
  auto text = io::read_file(run.paths_.manifest());
  if (!text) return text.error();
  auto manifest = doc::JsonValue::parse(*text);
  if (!manifest) return manifest.error();
  for (const doc::JsonValue& input : (*manifest)["inputs"].array())
    run.inputs_.push_back(input["name"].string());
  if ((*manifest)["versions"]["removed"].number() != pipeline::kRemovedVersion)
    return Error(Code::refused,
                 "made by another version of pressmill; mill the dump again, or ask that version",
                 Place{.path = out});
  const doc::JsonValue& settings = (*manifest)["settings"];
  if (settings["mode"].string() == "stats")
    return Error(Code::usage,
                 "statistics only, without the articles; mill the dump with pressmill run, and ask "
                 "that folder",
                 Place{.path = out});
  if (Status s = run.load(settings); !s) return s.error();
  return run;
}

Result<FinishedRun> FinishedRun::of_emitted(const pipeline::RunState& run,
                                            const pipeline::SegmentTable& table) {
  FinishedRun seen;
  seen.paths_ = run.paths;
  for (const pipeline::Input& input : run.inputs) seen.inputs_.push_back(input.name);
  auto settings = doc::JsonValue::parse(pipeline::settings_json(run.plan));
  if (!settings) return settings.error();
  if (Status s = seen.load(*settings); !s) return s.error();
  seen.emitted_ = [&run, &table](const auto& rows, const auto& visit) {
    return pipeline::print_emitted(run, table, rows, visit);
  };
  return seen;
}

Status FinishedRun::load(const doc::JsonValue& settings) {
  settings_.dropped_ids = settings["dropped"].string() == "ids";
  settings_.lines_written =
      settings["clean"].string() == "on" && settings["audit"].string() == "lines";
  settings_.fields = settings["fields"].string();
  settings_.repair = settings["repair"].string() == "on";
  settings_.shingle_words = shingle_words(settings);
  const std::string rules = settings["rules"].string();
  for (std::size_t begin = 0; begin < rules.size();) {
    const std::size_t end = std::min(rules.find(',', begin), rules.size());
    settings_.rules.push_back(rules.substr(begin, end - begin));
    begin = end + 1;
  }
  auto fields = doc::FieldMap::make(settings_.fields);
  if (!fields) return fields.error();
  fields_ = std::move(*fields);
  auto index = pipeline::RunIndex::read(paths_.run_index());
  if (!index) return index.error();
  index_ = std::move(*index);
  return {};
}

Result<Found> FinishedRun::find(const std::string& id, std::uint64_t most) const {
  auto found = find_id(id, most);
  if (!found) return found.error();
  const NamedPlace place = place_of(id);
  if (place.line > 0) {
    auto there = find_place(place.input, place.line);
    if (!there) return there.error();
    for (const std::uint64_t row : there->rows) {
      if (std::find(found->rows.begin(), found->rows.end(), row) != found->rows.end()) continue;
      found->rows.push_back(row);
      ++found->all;
    }
    std::sort(found->rows.begin(), found->rows.end());
  }
  if (found->all > 0) return found;
  return not_found(id);
}

Result<Found> FinishedRun::find_id(const std::string& id, std::uint64_t most) const {
  auto ids = io::PairReader::open(paths_.ids(), pipeline::kIdsKind, pipeline::kIdsVersion);
  if (!ids) return ids.error();
  Found found;
  auto rows = ids->find(hash64(id), most, found.all);
  if (!rows) return rows.error();
  for (const std::uint64_t row : *rows) {
    auto is_it = has_id(row, id);
    if (!is_it) return is_it.error();
    if (*is_it)
      found.rows.push_back(row);
    else
      --found.all;  // two texts met in one hash
  }
  return found;
}

Result<bool> FinishedRun::has_id(std::uint64_t row, const std::string& id) const {
  if (row >= index_.rows())
    return Error(Code::input, "damaged index: no such row; run again with --fresh",
                 Place{.path = paths_.ids()});
  const pipeline::SegmentRows& segment = index_.segment_of(row).rows;
  auto cards = dedup::CardReader::open(paths_.cards(segment.key));
  if (!cards) return cards.error();
  auto token = cards->id(row - segment.first_row);
  if (!token) return token.error();
  return doc::unquoted(*token) == id;
}

Result<Found> FinishedRun::find_place(std::string_view input, std::uint64_t line) const {
  auto at = std::find(inputs_.begin(), inputs_.end(), input);
  // As the file system has it, where the run had to write it otherwise.
  if (at == inputs_.end())
    at = std::find(inputs_.begin(), inputs_.end(), text::escape_bytes(input));
  if (at == inputs_.end()) return Found();
  const auto number = static_cast<std::uint32_t>(at - inputs_.begin());
  const auto& segments = index_.segments;
  // Parts of one large input, by their first line; else the segment of small inputs around it.
  const pipeline::SegmentRows* holds = nullptr;
  for (const pipeline::IndexedSegment& segment : segments) {
    if (segment.rows.key.input > number) break;
    const bool is_part = segment.rows.key.input == number;
    if (!is_part || segment.rows.line_base < line) holds = &segment.rows;
  }
  return holds == nullptr ? Result<Found>(Found()) : find_in_segment(*holds, number, line);
}

// Rows stand in the order of input and line.
Result<Found> FinishedRun::find_in_segment(const pipeline::SegmentRows& segment,
                                           std::uint32_t input, std::uint64_t line) const {
  auto cards = dedup::CardReader::open(paths_.cards(segment.key));
  if (!cards) return cards.error();
  std::uint64_t low = 0;
  std::uint64_t high = segment.rows;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    auto at_input = cards->value<std::uint32_t>("input", middle);
    if (!at_input) return at_input.error();
    auto at_line = cards->value<std::uint64_t>("line", middle);
    if (!at_line) return at_line.error();
    const std::uint64_t number = pipeline::SegmentTable::line_of(segment, *at_input, *at_line);
    if (*at_input == input && number == line) return Found{{segment.first_row + middle}, 1};
    if (std::pair(*at_input, number) < std::pair(input, line))
      low = middle + 1;
    else
      high = middle;
  }
  return Found();
}

Result<std::vector<std::string>> FinishedRun::near_ids(const std::string& id) const {
  std::set<std::string> near;
  for (const std::string& spelling : spellings(id)) {
    if (spelling == id) continue;
    auto found = find_id(spelling, 1);
    if (!found) return found.error();
    if (found->all > 0) near.insert(spelling);
  }
  // A path as it was typed, where the run knows the input by a shorter name.
  const NamedPlace place = place_of(id);
  for (const std::string& name : inputs_) {
    if (place.line == 0 || near.size() >= kMostSuggested) break;
    const bool is_tail =
        place.input.ends_with("/" + name) || name.ends_with(std::string("/").append(place.input));
    if (!is_tail) continue;
    auto found = find_place(name, place.line);
    if (!found) return found.error();
    if (found->all > 0) near.insert(fmt::format("{}:{}", name, place.line));
  }
  return std::vector<std::string>(near.begin(), near.end());
}

Error FinishedRun::not_found(const std::string& id) const {
  const std::string shown = printable(id);
  auto near = near_ids(id);
  if (!near) return near.error();
  if (!near->empty()) {
    std::string list;
    for (const std::string& name : *near) list += (list.empty() ? "" : "' or '") + printable(name);
    return Error(Code::usage,
                 fmt::format("no article has the id '{}'; '{}' is there", shown, list));
  }
  const NamedPlace place = place_of(id);
  if (place.line > 0 && std::find(inputs_.begin(), inputs_.end(), place.input) != inputs_.end())
    return Error(Code::usage,
                 fmt::format("line {} of {} is no article: it is blank, malformed (then "
                             "malformed.jsonl.zst has it), left out by --sample or --limit, or "
                             "beyond the end",
                             place.line, printable(place.input)));
  return Error(Code::usage,
               fmt::format("no article has the id '{}'; ids stand in articles.csv.zst, and "
                           "INPUT:LINE is understood, too (an input here is called {})",
                           shown, inputs_.empty() ? "-" : printable(inputs_.front())));
}

}  // namespace pressmill::inspect
