// SPDX-License-Identifier: Apache-2.0
//
// Which member of a line means what: the names known by themselves, and what the user adds.
//
// Each role has a list of names in order of preference; in a record the first of them that holds
// something usable wins. A dotted name matches a nested path or a literal key with dots in it.
// Names are compiled into a tree, so that one look-up per member finds all roles it may play.
//
// Threads:  immutable after construction; shared by all workers.

#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "pressmill/error.h"

namespace pressmill::doc {

enum class Role : std::uint8_t { text, id, title, url, date, outlet, lang };
inline constexpr std::size_t kRoleCount = 7;
std::string_view role_name(Role role);

class FieldMap {
 public:
  struct Use {
    Role role;
    std::uint32_t rank;  // 0 = most preferred
  };
  struct Node {
    std::vector<Use> uses;                              // what a value at this path may be
    std::map<std::string, Node, std::less<>> children;  // deeper paths
    const Node* child(std::string_view key) const {
      const auto it = children.find(key);
      return it == children.end() ? nullptr : &it->second;
    }
  };

  // The built-in names, with `overrides` ("text=body,id=key") put in their place: a role that is
  // named by the user is looked for under that name alone. Error: Code::usage.
  static Result<FieldMap> make(std::string_view overrides = {});

  const Node& root() const { return root_; }
  const std::vector<std::string>& names(Role role) const {
    return names_[static_cast<std::size_t>(role)];
  }

 private:
  void compile();
  std::array<std::vector<std::string>, kRoleCount> names_;
  Node root_;
};

}  // namespace pressmill::doc
