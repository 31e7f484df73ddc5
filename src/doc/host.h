// SPDX-License-Identifier: Apache-2.0
//
// Host names: finding one in a url, and bringing it to its one canonical form.
//
// Threads:  pure functions.

#pragma once

#include <string>
#include <string_view>

namespace pressmill::doc {

// The host as written, without user and port; empty if there is none.
struct UrlHost {
  std::string_view name;
  bool is_certain = false;  // behind "//"; else the url has no scheme and may be a mere path
};
UrlHost host_in_url(std::string_view url);

// Lower case, Unicode instead of xn--, no trailing dot; addresses as the system writes them, IPv6
// in brackets. Empty where `host` is none. canonical_host(canonical_host(h)) is the same.
std::string canonical_host(std::string_view host);

// The registrable domain of a canonical host; the host itself where it has none (an address, a
// public suffix, a bare name).
std::string_view registrable_domain(const std::string& host);

// Whether the public suffix list has a rule for the host's ending ("article.html": no).
bool has_public_suffix(const std::string& host);

std::string public_suffix_list_version();

}  // namespace pressmill::doc
