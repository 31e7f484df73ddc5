// SPDX-License-Identifier: Apache-2.0
//
// What a line of the corpus can be.
//
//   original  a story of its own
//   exact     its source once more; may wear a dress (exact_copies.h)
//   near      its source with words edited (near_copies.h)
//   spoilt    a line that is no article, or hardly one (damage.h)
//   spun      its source with every few words replaced: the same story to a person, hardly a
//             shingle in common
//   excerpt   some paragraphs of its source, on another site or the same
//   longer    its source inside a longer article
//   roundup   its source and other stories on one page
//   scrape    the same page once more: same address, other furniture
//   update    the same page, later: same address, a paragraph new, another rewritten
//   report    one of a family that shares a frame and differs in its figures
//   garbled   a story of its own whose bytes were read in the wrong encoding (mojibake.h)
//
// Threads:  constants.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pressmill::corpusgen {

// Order is part of the corpus: append only.
enum class Role : std::uint8_t {
  original,
  exact,
  near,
  spoilt,
  spun,
  excerpt,
  longer,
  roundup,
  scrape,
  update,
  report,
  garbled,
};

// How often a role comes where nothing else is said. Shares in the order in which the die of a
// line is read: append only.
struct RoleShare {
  Role role;
  std::string_view name;
  std::string_view share;
  std::string_view help;
};
inline constexpr std::array<RoleShare, 11> kRoleShares = {{
    {Role::spoilt, "malformed", "1%", "Share of lines that are broken, empty, blank or just odd"},
    {Role::exact, "exact", "3%", "Share of lines that are exact copies of an earlier article"},
    {Role::near, "near", "5%", "Share of lines that are near copies of one"},
    {Role::spun, "spun", "1%", "Share of word-spun copies: every few words replaced"},
    {Role::excerpt, "excerpt", "1%", "Share of copies of a part of an article"},
    {Role::longer, "longer", "1%", "Share of articles that contain an earlier one whole"},
    {Role::roundup, "roundup", "0.5%", "Share of pages that hold two to four earlier articles"},
    {Role::scrape, "scrape", "1%", "Share of second scrapes of a page: same body and address"},
    {Role::update, "update", "1%", "Share of later versions of a page: same address, body changed"},
    {Role::report, "report", "1%", "Share of reports: families of one frame, other figures"},
    {Role::garbled, "garbled", "0.5%", "Share of articles that were read in the wrong encoding"},
}};
inline constexpr std::size_t kRoleCount = 12;

// Has a source among the lines before it.
constexpr bool role_is_copy(Role role) {
  return role != Role::original && role != Role::spoilt && role != Role::report &&
         role != Role::garbled;
}
// Is the same page as its source, so at the same address.
constexpr bool role_is_same_page(Role role) {
  return role == Role::scrape || role == Role::update;
}
constexpr std::string_view role_name(Role role) {
  constexpr std::array<std::string_view, kRoleCount> kNames = {
      "original", "exact",   "near",   "spoilt", "spun",   "excerpt",
      "longer",   "roundup", "scrape", "update", "report", "garbled"};
  return kNames[static_cast<std::size_t>(role)];
}

}  // namespace pressmill::corpusgen
