// SPDX-License-Identifier: Apache-2.0
//
// One walk over the tokens of stats.json, with smaller limits again where the block is too large.

#include "report/page_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <vector>

#include "doc/json_value.h"
#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "doc/site.h"
#include "report/page_site_days.h"
#include "report/stats_json.h"
#include "text/utf8.h"

namespace pressmill::report {

namespace {

constexpr std::size_t kFirstRows = 2000;  // of a list, where the block is not too large
constexpr std::size_t kLeastRows = 10;
constexpr std::size_t kStringBytes = 2000;  // of one string, the same
constexpr std::size_t kLeastString = 100;
constexpr std::size_t kMostMembers = 100;   // of an object: names of figures are few
constexpr std::size_t kMostDays = 1500;     // beyond: months
constexpr std::size_t kSitesByDay = 12;     // whose days are shown
constexpr std::size_t kMostSiteDays = 120;  // of each; beyond: months
constexpr std::size_t kExactDigits = 15;    // more are not kept by the page's numbers
constexpr std::size_t kMonthLength = 7;     // of "2018-06"
constexpr std::size_t kSitesWithFurniture = 100;
constexpr std::size_t kLossyPart = 4;   // of a cut list of sites, one in so many for their losses
constexpr std::size_t kLeastLossy = 5;  // the overview names three

// Of these stats.json has more than a reader looks at; of the last three the page shows nothing.
const std::map<std::string, std::size_t, std::less<>> kMostOf = {
    {"copying.pairs", 1000},    {"furniture.lines", 5}, {"names.names", 20},
    {"coverage.other_gaps", 0}, {"rules_by_site", 0},   {"rules_by_lang", 0}};

using doc::JsonValue;
using doc::JsonWriter;

constexpr std::uint64_t kBeforeOthers = std::uint64_t{1} << 62;  // more than any count

// Lists of which the page shows what is most worth a look: inputs that could not be read to their
// end, then the largest; sites that repeat, copy or miss most.
struct Weighed {
  std::size_t most;
  std::uint64_t (*weight)(const JsonValue& row);
};

const std::map<std::string, Weighed, std::less<>> kWeighed = {
    {"inputs",
     {kFirstRows,
      [](const JsonValue& row) {
        return (row["damage"].exists() ? kBeforeOthers : 0) + row["lines"].number();
      }}},
    {"furniture",
     {kSitesWithFurniture, [](const JsonValue& row) { return row["removed"].number(); }}},
    {"originality",
     {kFirstRows,
      [](const JsonValue& row) {
        return row["articles"].number() -
               std::min(row["articles"].number(), row["original"].number());
      }}},
    {"coverage", {kFirstRows, [](const JsonValue& row) {
                    const bool is_odd =
                        row["silent_since"].exists() || row["longest_gap"]["unusual"].boolean();
                    return (is_odd ? kBeforeOthers : 0) + row["days_with_articles"].number();
                  }}}};

struct Row {
  std::string name;
  std::uint64_t in = 0, kept = 0, words = 0, kept_words = 0;
  std::string_view dropped;  // of sites: reasons, an object, or ""

  std::uint64_t lost() const { return in - std::min(in, kept); }
};

void read_volume(std::string_view object, std::uint64_t& articles, std::uint64_t& words) {
  if (object[0] != '{') return;
  doc::each_child(object, [&](const std::string& key, std::string_view value) {
    if (key == "articles") articles = number_of(value);
    if (key == "words") words = number_of(value);
    return true;
  });
}

// There may be tens of thousands: members are read as they come, without a tree.
Row row_of(std::string_view token, std::string_view name, std::string_view none) {
  Row row;
  doc::each_child(token, [&](const std::string& key, std::string_view value) {
    if (key == name) row.name = value[0] == '"' ? doc::unquoted(value) : std::string(none);
    if (key == "in") read_volume(value, row.in, row.words);
    if (key == "kept") read_volume(value, row.kept, row.kept_words);
    if (key == "dropped") row.dropped = value;
    return true;
  });
  return row;
}

std::vector<Row> rows_of(std::string_view list, std::string_view name, std::string_view none) {
  std::vector<Row> rows;
  doc::each_child(list, [&](const std::string&, std::string_view token) {
    rows.push_back(row_of(token, name, none));
    return true;
  });
  return rows;
}

// Sites by their articles. Where there are more than `most`: those that lost most articles, the one
// of articles without a site, and of the others the largest.
std::vector<Row> shown_sites(std::vector<Row> rows, std::size_t most) {
  std::stable_sort(rows.begin(), rows.end(),
                   [](const Row& a, const Row& b) { return a.in > b.in; });
  if (rows.size() <= most) return rows;
  std::vector<std::size_t> by_loss(rows.size());
  std::iota(by_loss.begin(), by_loss.end(), 0U);
  std::stable_sort(by_loss.begin(), by_loss.end(),
                   [&](std::size_t a, std::size_t b) { return rows[a].lost() > rows[b].lost(); });
  by_loss.resize(std::min(most, std::max(most / kLossyPart, kLeastLossy)));
  std::set<std::size_t> places;  // in the order of the rows
  for (const std::size_t place : by_loss)
    if (rows[place].lost() > 0) places.insert(place);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].name == doc::kNoSite) places.insert(i);
  for (std::size_t i = 0; places.size() < most; ++i) places.insert(i);
  std::vector<Row> shown;
  shown.reserve(places.size());
  for (const std::size_t place : places) shown.push_back(std::move(rows[place]));
  return shown;
}

std::string_view shortened(std::string_view text, std::size_t most) {
  std::size_t end = std::min(text.size(), most);
  while (end < text.size() && end > 0 && text::is_continuation(text[end])) --end;
  return text.substr(0, end);
}

// One try, with lists of at most so many rows.
class Block {
 public:
  Block(std::string_view stats, std::size_t most_rows)
      : most_rows_(most_rows), most_bytes_(std::min(kStringBytes, kLeastString + 8 * most_rows)) {
    doc::each_child(stats, [&](const std::string& key, std::string_view value) {
      members_[key] = value;
      order_.push_back(key);
      return true;
    });
  }

  std::string take() {
    json_.begin_object().key("stats").begin_object();
    for (const std::string& key : order_) put_member(key, members_[key]);
    json_.end_object().key("cut").begin_object();
    for (const auto& [path, count] : cut_) json_.member(path, count);
    json_.end_object()
        .member("days", by_month_ ? "month" : "day")
        .member("lossy_sites", lossy_sites_)
        .end_object();
    return json_.take();
  }

 private:
  void put_member(const std::string& key, std::string_view value) {
    if (key == "measures_by") return;  // many figures, of which the page shows none
    if (key == "site_days") return put_site_days(value);
    json_.key(key);
    if (key == "sites") return put_sites(value);
    if (key == "days") return put_days(value);
    if (const auto found = kWeighed.find(key); found != kWeighed.end())
      return put_heaviest(key, value, found->second);
    put_value(value, key);
  }

  static bool is_container(std::string_view token) { return token[0] == '{' || token[0] == '['; }

  void put_value(std::string_view token, const std::string& path) {
    if (is_container(token))
      put_container(token, path);
    else
      put_scalar(token);
  }

  void put_scalar(std::string_view token) {
    if (token[0] == '"') {
      // Short enough even with its escapes: as it stands there.
      if (token.size() <= most_bytes_)
        json_.raw(token);
      else
        put_string(doc::unquoted(token));
      return;
    }
    // The page reads numbers as doubles; ids must not lose digits.
    if (token.size() > kExactDigits && doc::is_json_number(token))
      json_.string(token);
    else
      json_.raw(token);
  }

  void put_string(const std::string& text) {
    const std::string_view start = shortened(text, most_bytes_);
    json_.string(start.size() == text.size() ? text : std::string(start) + "…");
  }

  void put_container(std::string_view token, const std::string& path) {
    const bool is_object = token[0] == '{';
    is_object ? json_.begin_object() : json_.begin_array();
    std::size_t most = is_object ? std::max(most_rows_, kMostMembers) : most_rows_;
    if (const auto limit = kMostOf.find(path); limit != kMostOf.end() && !is_object)
      most = std::min(most, limit->second);
    std::size_t count = 0;
    doc::each_child(token, [&](const std::string& key, std::string_view value) {
      if (++count > most) return true;
      if (is_object) json_.key(key);
      // Most values are numbers and strings, which need no path.
      if (!is_container(value))
        put_scalar(value);
      else
        put_container(value, is_object ? path + "." + key : path);
      return true;
    });
    is_object ? json_.end_object() : json_.end_array();
    if (count > most) cut_[path] = std::max<std::uint64_t>(cut_[path], count);
  }

  void put_sites(std::string_view list) {
    std::vector<Row> rows = rows_of(list, "site", doc::kNoSite);
    if (rows.size() > most_rows_) cut_["sites"] = rows.size();
    lossy_sites_ = static_cast<std::uint64_t>(std::ranges::count_if(
        rows, [](const Row& row) { return row.lost() > 0 && row.name != doc::kNoSite; }));
    json_.begin_array();
    for (const Row& row : shown_sites(std::move(rows), most_rows_)) {
      json_.begin_object().key("site");
      put_string(row.name);
      json_.member("in", row.in)
          .member("kept", row.kept)
          .member("words", row.words)
          .member("kept_words", row.kept_words);
      if (!row.dropped.empty()) {
        json_.key("dropped");
        put_value(row.dropped, "sites.dropped");
      }
      json_.end_object();
    }
    json_.end_array();
  }

  // Undated articles come first, as null.
  void put_days(std::string_view list) {
    std::vector<Row> rows = rows_of(list, "day", "");
    by_month_ = rows.size() > std::min(kMostDays, most_rows_);
    std::map<std::string, Row> sums;
    for (const Row& row : rows) {
      Row& sum = sums[by_month_ ? row.name.substr(0, kMonthLength) : row.name];
      sum.in += row.in;
      sum.kept += row.kept;
      sum.words += row.words;
      sum.kept_words += row.kept_words;
    }
    json_.begin_array();
    for (const auto& [day, sum] : sums) {
      json_.begin_array();
      day.empty() ? json_.null() : json_.string(day);
      json_.number(sum.in).number(sum.kept).number(sum.words).number(sum.kept_words).end_array();
    }
    json_.end_array();
  }

  // Of a list with too many rows those that weigh most, the heaviest first. null: nobody looked.
  void put_heaviest(const std::string& path, std::string_view list, const Weighed& weighed) {
    if (list[0] != '[') return put_value(list, path);
    std::vector<std::pair<std::uint64_t, std::string_view>> rows;
    doc::each_child(list, [&](const std::string&, std::string_view token) {
      const auto value = JsonValue::parse(token);
      rows.emplace_back(value ? weighed.weight(*value) : 0, token);
      return true;
    });
    const std::size_t most = std::min(most_rows_, weighed.most);
    if (rows.size() > most) {
      cut_[path] = rows.size();
      std::stable_sort(rows.begin(), rows.end(),
                       [](const auto& a, const auto& b) { return a.first > b.first; });
      rows.resize(most);
    }
    json_.begin_array();
    for (const auto& row : rows) put_value(row.second, path);
    json_.end_array();
  }

  // [site, [[day or month, articles, kept], ...]] of the sites with most dated articles.
  void put_site_days(std::string_view list) {
    json_.key("site_days").begin_array();
    for (const SiteDays& site : busiest_sites(list, kSitesByDay)) put_days_of(site.name, site.days);
    json_.end_array();
  }

  void put_days_of(const std::string& site, const DayCounts& days) {
    const bool fold = by_month_ || days.size() > kMostSiteDays;
    DayCounts sums;
    for (const auto& [day, counts] : days) {
      auto& sum = sums[fold ? day.substr(0, kMonthLength) : day];
      sum.first += counts.first;
      sum.second += counts.second;
    }
    json_.begin_array();
    put_string(site);
    json_.begin_array();
    for (const auto& [day, sum] : sums)
      json_.begin_array().string(day).number(sum.first).number(sum.second).end_array();
    json_.end_array().end_array();
  }

  std::size_t most_rows_;
  std::size_t most_bytes_;
  JsonWriter json_;
  std::map<std::string, std::string_view> members_;
  std::vector<std::string> order_;
  std::map<std::string, std::uint64_t> cut_;
  std::uint64_t lossy_sites_ = 0;
  bool by_month_ = false;
};

}  // namespace

std::string script_safe(std::string_view json) {
  std::string safe;
  safe.reserve(json.size() + json.size() / 16);
  const auto is_markup = [](char c) { return c == '<' || c == '>' || c == '&'; };
  while (!json.empty()) {
    const auto at = static_cast<std::size_t>(std::ranges::find_if(json, is_markup) - json.begin());
    safe += json.substr(0, at);
    json.remove_prefix(at);
    if (json.empty()) break;
    // In valid JSON these stand within strings only.
    safe += fmt::format("\\u{:04x}", static_cast<unsigned>(json[0]));
    json.remove_prefix(1);
  }
  // Line ends of JavaScript that JSON allows in strings.
  for (const auto& [from, to] :
       {std::pair("\xE2\x80\xA8", "\\u2028"), std::pair("\xE2\x80\xA9", "\\u2029")})
    for (std::size_t at = safe.find(from); at != std::string::npos; at = safe.find(from, at))
      safe.replace(at, std::string_view(from).size(), to);
  return safe;
}

std::string page_data(std::string_view stats) {
  for (std::size_t rows = kFirstRows;; rows = std::max(rows / 2, kLeastRows)) {
    std::string block = script_safe(Block(stats, rows).take());
    if (block.size() <= kMostPageBytes || rows == kLeastRows) return block;
  }
}

}  // namespace pressmill::report
