// SPDX-License-Identifier: Apache-2.0
//
// Urls and outlets to sites, with a cache, and the alias file.

#include "doc/site.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <optional>

#include "base/hash.h"
#include "doc/code_point.h"
#include "doc/host.h"

namespace pressmill::doc {
namespace {

// A longer outlet is text in the wrong field; sites are kept in memory by the thousand.
constexpr std::size_t kMaxOutletBytes = 200;

// Single spaces for white space and control characters, none at the ends; cut between letters.
// Needs: valid UTF-8; broken bytes are left out.
void clean_outlet(std::string_view outlet, std::string& to) {
  to.clear();
  bool is_gap = false;
  while (!outlet.empty()) {
    const std::size_t left = outlet.size();
    const char* begin = outlet.data();
    const char32_t c = take_code_point(outlet);
    const std::string_view bytes(begin, left - outlet.size());
    if (c == kBadCodePoint || is_blank(c)) {
      is_gap = !to.empty();
      continue;
    }
    if (to.size() + bytes.size() + 1 > kMaxOutletBytes) return;
    if (is_gap) to.push_back(' ');
    is_gap = false;
    to.append(bytes);
  }
}

// "www.cnn.com", not "St. Louis Post" and not "U.S.News", which has capitals.
bool is_written_like_a_host(std::string_view outlet) {
  if (outlet.find('.') == std::string_view::npos) return false;
  for (const char c : outlet) {
    if (static_cast<unsigned char>(c) <= ' ' || (c >= 'A' && c <= 'Z')) return false;
  }
  return true;
}

std::string_view trim(std::string_view s) {
  constexpr std::string_view kBlank = " \t\r";
  const std::size_t begin = s.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return s.substr(begin, s.find_last_not_of(kBlank) - begin + 1);
}

// The whole file; nothing if it cannot be read.
std::optional<std::string> read_all(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in.is_open() || in.bad()) return std::nullopt;
  return text;
}

}  // namespace

Result<Aliases> Aliases::load(const std::string& path) {
  const auto text = read_all(path);
  if (!text) return Error(Code::usage, "cannot read the file of site aliases", {path});
  Aliases aliases;
  std::string_view rest = *text;
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    if (auto added = aliases.add(rest.substr(0, end), number); !added)
      return std::move(added.error()).at({path});
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  if (auto checked = aliases.check_chains(); !checked) return std::move(checked.error()).at({path});
  return aliases;
}

Status Aliases::add(std::string_view line, std::uint64_t number) {
  const auto wrong = [number](std::string what) {
    return Error(Code::usage, std::move(what), {"", number});
  };
  if (trim(line).empty() || trim(line).front() == '#') return Status::ok();
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos)
    return wrong("no tab in this alias; write the name, a tab, and the name to use instead");
  const std::string_view from = trim(line.substr(0, tab));
  const std::string_view to = trim(line.substr(tab + 1));
  if (from.empty() || to.empty()) return wrong("an alias needs a name on both sides of the tab");
  std::string clean;
  for (const std::string_view name : {from, to}) {
    clean_outlet(name, clean);
    if (clean != name)
      return wrong(fmt::format(
          "\"{}\" can be no site: it has tabs, control characters, double spaces or broken UTF-8, "
          "or is longer than {} bytes",
          clean, kMaxOutletBytes));
  }
  const auto [at, is_new] = names_.try_emplace(std::string(from), Name{std::string(to), number});
  if (!is_new)
    return wrong(fmt::format("\"{}\" already has an alias in line {}; remove one of them", from,
                             at->second.line));
  return Status::ok();
}

Status Aliases::check_chains() const {
  // The first line at fault is reported, whatever the order of the table.
  const Name* fault = nullptr;
  for (const auto& [from, name] : names_) {
    const auto next = names_.find(name.to);
    if (next == names_.end() || next->second.to == name.to) continue;
    if (fault == nullptr || name.line < fault->line) fault = &name;
  }
  if (fault == nullptr) return Status::ok();
  const Name& next = names_.find(fault->to)->second;
  return Error(Code::usage,
               fmt::format("\"{}\" is itself renamed to \"{}\" in line {}; name the last one here",
                           fault->to, next.to, next.line),
               {"", fault->line});
}

std::string_view Aliases::resolve(std::string_view site) const {
  const auto it = names_.find(site);
  return it == names_.end() ? site : std::string_view(it->second.to);
}

std::size_t SiteResolver::Hash::operator()(std::string_view s) const {
  return hash64(s);
}

std::string_view SiteResolver::site(std::string_view url, std::string_view outlet) {
  if (const std::string_view found = site_of_url(url); !found.empty()) return found;
  clean_outlet(outlet, outlet_);
  if (is_written_like_a_host(outlet_)) {
    const Entry& entry = look_up(host_in_url(outlet_).name);
    if (entry.has_suffix) return entry.site;
  }
  const std::string_view name = outlet_.empty() ? kNoSite : std::string_view(outlet_);
  return aliases_ == nullptr ? name : aliases_->resolve(name);
}

std::string_view SiteResolver::site_of_url(std::string_view url) {
  const UrlHost host = host_in_url(url);
  if (host.name.empty()) return {};
  const Entry& entry = look_up(host.name);
  // Without a scheme, "www.bbc.co.uk/news" is a host and "news/article.html" is none.
  if (!host.is_certain && !entry.has_suffix) return {};
  return entry.site;
}

const SiteResolver::Entry& SiteResolver::look_up(std::string_view host) {
  constexpr std::size_t kMaxKeyBytes = 1024;  // longer ones are no hosts and not worth keeping
  static const Entry kNone;
  if (host.size() > kMaxKeyBytes) return kNone;
  if (const auto it = cache_.find(host); it != cache_.end()) return it->second;
  Entry entry;
  const std::string name = canonical_host(host);
  if (!name.empty()) {
    entry.site = registrable_domain(name);
    entry.has_suffix = has_public_suffix(name);
    if (aliases_ != nullptr) entry.site = std::string(aliases_->resolve(entry.site));
  }
  if (cache_.size() >= kCachedHosts) cache_.clear();
  return cache_.emplace(host, std::move(entry)).first->second;
}

std::string psl_version() {
  return public_suffix_list_version();
}

}  // namespace pressmill::doc
