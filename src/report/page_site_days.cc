// SPDX-License-Identifier: Apache-2.0
//
// One walk; of one site after the other the busiest are kept in a heap.

#include "report/page_site_days.h"

#include <algorithm>
#include <charconv>

#include "doc/raw_json.h"
#include "doc/site.h"

namespace pressmill::report {

namespace {

struct SiteDayRow {
  std::string site;
  std::string day;  // "" = undated
  std::uint64_t articles = 0;
  std::uint64_t kept = 0;
};

SiteDayRow row_of(std::string_view token) {
  SiteDayRow row;
  doc::each_child(token, [&](const std::string& key, std::string_view value) {
    if (key == "site")
      row.site = value[0] == '"' ? doc::unquoted(value) : std::string(doc::kNoSite);
    if (key == "day" && value[0] == '"') row.day = doc::unquoted(value);
    if (key == "articles") row.articles = number_of(value);
    if (key == "kept") row.kept = number_of(value);
    return key != "kept";  // what is behind it is not shown
  });
  return row;
}

class Busiest {
 public:
  explicit Busiest(std::size_t most) : most_(most) {}

  void add(SiteDays&& site) {
    if (site.name == doc::kNoSite || site.dated == 0) return;
    sites_.push_back(std::move(site));
    std::push_heap(sites_.begin(), sites_.end(), is_busier);
    if (sites_.size() <= most_) return;
    std::pop_heap(sites_.begin(), sites_.end(), is_busier);
    sites_.pop_back();
  }
  std::vector<SiteDays> take() {
    std::ranges::sort(sites_, {}, &SiteDays::name);
    return std::move(sites_);
  }

 private:
  // Of as many articles, the first by name.
  static bool is_busier(const SiteDays& a, const SiteDays& b) {
    return a.dated != b.dated ? a.dated > b.dated : a.name < b.name;
  }

  std::size_t most_;
  std::vector<SiteDays> sites_;
};

}  // namespace

std::uint64_t number_of(std::string_view token) {
  std::uint64_t number = 0;
  std::from_chars(token.data(), token.data() + token.size(), number);
  return number;
}

std::vector<SiteDays> busiest_sites(std::string_view list, std::size_t most) {
  Busiest busiest(most);
  SiteDays site;
  doc::each_child(list, [&](const std::string&, std::string_view token) {
    const SiteDayRow row = row_of(token);
    if (row.site != site.name) {
      busiest.add(std::move(site));
      site = {};
      site.name = row.site;
    }
    if (row.day.empty()) return true;
    site.dated += row.articles;
    auto& [articles, kept] = site.days[row.day];
    articles += row.articles;
    kept += row.kept;
    return true;
  });
  busiest.add(std::move(site));
  return busiest.take();
}

}  // namespace pressmill::report
