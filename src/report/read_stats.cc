// SPDX-License-Identifier: Apache-2.0
//
// JSON to summary.

#include "report/read_stats.h"

#include <fmt/format.h>

#include <cmath>

#include "doc/json_value.h"
#include "doc/raw_json.h"
#include "report/stats_json.h"

namespace pressmill::report {

namespace {

using doc::JsonValue;

constexpr double kHundredths = 100;

using Counts = std::map<std::string, std::uint64_t>;

void read_counts(const JsonValue& from, Counts& counts) {
  for (const auto& [name, value] : from.object()) counts[name] = value.number();
}

Volume volume_of(const JsonValue& from) {
  Volume v;
  v.articles = from["articles"].number();
  v.bytes = from["bytes"].number();
  v.text_bytes = from["text_bytes"].number();
  v.chars = from["chars"].number();
  v.words = from["words"].number();
  v.lines = from["lines"].number();
  return v;
}

Flow flow_of(const JsonValue& from) {
  return {volume_of(from["in"]), volume_of(from["kept"])};
}

InputSummary input_of(const JsonValue& from) {
  InputSummary input;
  input.name = from["name"].string();
  input.codec = from["codec"].string();
  input.file_bytes = from["file_bytes"].number();
  input.bytes = from["bytes"].number();
  input.lines = from["lines"].number();
  input.blank = from["blank"].number();
  input.malformed = from["malformed"].number();
  input.not_sampled = from["not_sampled"].number();
  input.articles = from["articles"].number();
  input.kept = from["kept"].number();
  input.dropped = from["dropped"].number();
  input.damage = from["damage"].string();
  return input;
}

SiteDay site_day_of(const JsonValue& from) {
  SiteDay row;
  row.site = from["site"].string();
  row.day = from["day"].string();
  const auto read = [&](Volume& v, const std::string& prefix) {
    v.words = from[prefix + "words"].number();
    v.chars = from[prefix + "chars"].number();
    v.text_bytes = from[prefix + "text_bytes"].number();
    v.lines = from[prefix + "lines"].number();
  };
  read(row.flow.in, "");
  read(row.flow.kept, "kept_");
  row.flow.in.articles = from["articles"].number();
  row.flow.kept.articles = from["kept"].number();
  return row;
}

void read_duplicates(const JsonValue& from, ClusterSummary& clusters) {
  for (const JsonValue& row : from["sizes"].array())
    clusters.sizes[row["size"].number()] = row["clusters"].number();
  for (const JsonValue& row : from["similarities"].array()) {
    const auto* similarity = std::get_if<double>(&row["similarity"].value_);
    const double from_share = similarity != nullptr ? *similarity : 0;
    const auto hundredth = static_cast<std::uint32_t>(std::lround(from_share * kHundredths));
    clusters.similarities[row["kind"].string()][hundredth] = row["articles"].number();
  }
}

class Reader {
 public:
  Result<Summary> read(std::string_view stats) {
    doc::each_child(stats, [&](const std::string& key, std::string_view value) {
      read_member(key, value);
      return !failed_;
    });
    if (failed_) return *failed_;
    return std::move(summary_);
  }

 private:
  void read_member(const std::string& key, std::string_view value) {
    if (key == "sites")
      each_row(value, [&](const JsonValue& row) { add(summary_.sites, row, "site"); });
    else if (key == "days")
      each_row(value, [&](const JsonValue& row) { add(summary_.days, row, "day"); });
    else if (key == "languages")
      each_row(value, [&](const JsonValue& row) { add(summary_.languages, row, "lang"); });
    else if (key == "site_days")
      each_row(value,
               [&](const JsonValue& row) { summary_.site_days.push_back(site_day_of(row)); });
    else if (key == "inputs")
      each_row(value, [&](const JsonValue& row) { summary_.inputs.push_back(input_of(row)); });
    else
      read_small(key, value);
  }

  static void add(std::map<std::string, Flow>& groups, const JsonValue& row, const char* key) {
    groups[row[key].string()] += flow_of(row);
  }

  void read_small(const std::string& key, std::string_view value) {
    static const std::set<std::string> kWanted = {"dropped", "malformed", "cleaning", "quality",
                                                  "duplicates"};
    if (!kWanted.contains(key)) return;
    const auto parsed = parse(value);
    if (key == "dropped") read_counts(parsed, summary_.dropped);
    if (key == "malformed") read_counts(parsed, summary_.malformed);
    if (key == "cleaning") read_counts(parsed["rules"], summary_.cleaning.lines);
    if (key == "quality") read_counts(parsed["rules"], summary_.quality.found);
    if (key == "duplicates") read_duplicates(parsed, summary_.in_clusters);
  }

  template <class Visit>
  void each_row(std::string_view list, Visit visit) {
    doc::each_child(list, [&](const std::string&, std::string_view row) {
      visit(parse(row));
      return !failed_;
    });
  }

  JsonValue parse(std::string_view token) {
    auto value = JsonValue::parse(token);
    if (value) return std::move(*value);
    failed_ = value.error();
    return {};
  }

  Summary summary_;
  std::optional<Error> failed_;
};

}  // namespace

const std::set<std::string>& tables_of_stats() {
  static const std::set<std::string> kTables = {"inputs.csv",    "sites.csv",       "days.csv",
                                                "site_days.csv", "languages.csv",   "reasons.csv",
                                                "clusters.csv",  "similarities.csv"};
  return kTables;
}

Result<Summary> read_stats(std::string_view stats) {
  if (Status s = doc::check_json(stats); !s) return s.error();
  const std::size_t brace = stats.find_first_not_of(" \t\r\n");
  if (stats[brace] != '{') return Error(Code::input, "no statistics of pressmill");
  std::uint64_t version = 0;
  doc::each_child(stats.substr(brace), [&](const std::string& key, std::string_view value) {
    if (key != "version") return true;
    if (const auto parsed = JsonValue::parse(value)) version = parsed->number();
    return false;
  });
  if (version > kStatsVersion)
    return Error(Code::refused,
                 fmt::format("is of version {}, this pressmill reads up to {}; ask a newer one",
                             version, kStatsVersion));
  if (version < kOldestStats)
    return Error(Code::refused,
                 fmt::format("is of version {}, this pressmill reads {} and later; mill the dump "
                             "again with --fresh",
                             version, kOldestStats));
  return Reader().read(stats.substr(brace));
}

}  // namespace pressmill::report
