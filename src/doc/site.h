// SPDX-License-Identifier: Apache-2.0
//
// The site of an article: whose furniture its lines may be.
//
// That is the registrable domain of the url's host ("www.bbc.co.uk" and "news.bbc.co.uk" are
// "bbc.co.uk"), by libpsl's built-in public suffix list; else the outlet field; else "-".
// International names are in Unicode and lower case, whichever way they were written. A host that
// is itself a public suffix, and an IP address, are sites as they are. Pages saved by an archive
// belong to the archive.
//
// Threads:  one resolver per worker; Aliases are immutable and shared.
// Memory:   per resolver, kCachedHosts hosts and their sites: typically 2 MiB, 32 at worst.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "pressmill/error.h"

namespace pressmill::doc {

inline constexpr std::string_view kNoSite = "-";

// Names that a person wants to be one site. A file of lines `from<TAB>to`; blank lines and lines
// that begin with '#' do not count.
class Aliases {
 public:
  // Error: Code::usage with path and line; also for a name that is given twice, and for a `to`
  // that is renamed itself, where the answer would depend on who asks how often.
  static Result<Aliases> load(const std::string& path);

  // The name for `site`, which may be `site`.
  std::string_view resolve(std::string_view site) const;
  std::size_t size() const { return names_.size(); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  struct Name {
    std::string to;
    std::uint64_t line = 0;
  };
  Status add(std::string_view line, std::uint64_t number);
  Status check_chains() const;

  std::unordered_map<std::string, Name, Hash, std::equal_to<>> names_;
};

class SiteResolver {
 public:
  // A dump has many articles per host; beyond this many the cache starts anew.
  static constexpr std::size_t kCachedHosts = 1 << 14;

  // Needs: aliases, if any, outlive this.
  explicit SiteResolver(const Aliases* aliases = nullptr) : aliases_(aliases) {}

  // Never empty. An outlet that is written like a host name ("www.cnn.com") counts as one; other
  // outlets keep their letters, with white space and control characters made single spaces.
  // The view lives until the next call.
  std::string_view site(std::string_view url, std::string_view outlet);

 private:
  struct Entry {
    std::string site;         // empty: no host
    bool has_suffix = false;  // the public suffix list knows its ending
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const;
  };
  const Entry& look_up(std::string_view host);
  std::string_view site_of_url(std::string_view url);

  const Aliases* aliases_;
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> cache_;
  std::string outlet_;
};

// Library and list, for the manifest and the fingerprint: either may change answers.
std::string psl_version();

}  // namespace pressmill::doc
