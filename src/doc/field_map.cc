// SPDX-License-Identifier: Apache-2.0
//
// The names that scrapers use, and the tree they are compiled into.

#include "doc/field_map.h"

#include <fmt/format.h>

#include <algorithm>

namespace pressmill::doc {

namespace {

constexpr std::array<std::string_view, kRoleCount> kRoleNames = {"text", "id",     "title", "url",
                                                                 "date", "outlet", "lang"};

// In order of preference. Documented for users in docs/input.md; a change here changes answers.
const std::array<std::vector<std::string>, kRoleCount>& known_names() {
  static const std::array<std::vector<std::string>, kRoleCount> kNames = {{
      {"text", "content", "body", "maintext", "article", "article_text", "raw_content",
       "content_original"},
      {"id", "_id", "doc_id", "uuid", "digest", "url"},
      {"title", "headline"},
      {"url", "link", "source_url", "canonical_link", "metadata.url", "metadata.WARC-Target-URI"},
      {"date", "published", "date_publish", "publish_date", "pub_date", "timestamp",
       "metadata.timestamp", "metadata.date"},
      {"outlet", "source_domain", "site", "site_name", "publisher", "thread.site"},
      {"lang", "language"},
  }};
  return kNames;
}

void insert(FieldMap::Node& root, std::string_view path, FieldMap::Use use) {
  root.children[std::string(path)].uses.push_back(use);  // the literal key
  FieldMap::Node* node = &root;
  std::size_t begin = 0;
  if (path.find('.') == std::string_view::npos) return;
  while (begin <= path.size()) {
    const std::size_t dot = std::min(path.find('.', begin), path.size());
    node = &node->children[std::string(path.substr(begin, dot - begin))];
    begin = dot + 1;
  }
  node->uses.push_back(use);
}

}  // namespace

std::string_view role_name(Role role) {
  return kRoleNames[static_cast<std::size_t>(role)];
}

Result<FieldMap> FieldMap::make(std::string_view overrides) {
  FieldMap map;
  map.names_ = known_names();
  while (!overrides.empty()) {
    const std::size_t comma = std::min(overrides.find(','), overrides.size());
    const std::string_view pair = overrides.substr(0, comma);
    overrides.remove_prefix(std::min(comma + 1, overrides.size()));
    const std::size_t equals = pair.find('=');
    const std::string_view role = pair.substr(0, std::min(equals, pair.size()));
    const auto known = std::find(kRoleNames.begin(), kRoleNames.end(), role);
    if (equals == std::string_view::npos || equals + 1 == pair.size() || known == kRoleNames.end())
      return Error(Code::usage,
                   fmt::format("--fields: '{}' is not ROLE=NAME; roles are text, id, title, url, "
                               "date, outlet, lang, as in --fields text=body,id=key",
                               pair));
    map.names_[static_cast<std::size_t>(known - kRoleNames.begin())] = {
        std::string(pair.substr(equals + 1))};
  }
  map.compile();
  return map;
}

void FieldMap::compile() {
  for (std::size_t role = 0; role < kRoleCount; ++role)
    for (std::size_t rank = 0; rank < names_[role].size(); ++rank)
      insert(root_, names_[role][rank],
             {static_cast<Role>(role), static_cast<std::uint32_t>(rank)});
}

}  // namespace pressmill::doc
