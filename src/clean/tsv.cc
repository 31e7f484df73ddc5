// SPDX-License-Identifier: Apache-2.0
//
// Cutting rows into fields.

#include "clean/tsv.h"

#include <algorithm>
#include <vector>

#include "io/atomic_file.h"

namespace pressmill::clean {

Status each_row(const std::string& path, std::size_t most, std::string_view header,
                const std::function<Status(std::span<const std::string_view>)>& visit) {
  const auto text = io::read_file(path);
  if (!text) return Error(Code::usage, text.error().what(), {.path = path});
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string_view rest = *text;
  if (rest.starts_with(kByteOrderMark)) rest.remove_prefix(kByteOrderMark.size());
  std::vector<std::string_view> fields;
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view row = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty() || row.front() == '#' || row == header) continue;
    if (row.starts_with("\\#")) row.remove_prefix(1);
    fields.clear();
    while (fields.size() + 1 < most && row.find('\t') != row.npos) {
      fields.push_back(row.substr(0, row.find('\t')));
      row.remove_prefix(row.find('\t') + 1);
    }
    fields.push_back(row);
    if (Status s = visit(fields); !s)
      return std::move(s.error()).at({.path = path, .line = number});
  }
  return {};
}

}  // namespace pressmill::clean
