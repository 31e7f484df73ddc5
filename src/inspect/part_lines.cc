// SPDX-License-Identifier: Apache-2.0
//
// Counting line ends while a part is decoded.

#include "inspect/part_lines.h"

#include "io/decoder.h"
#include "text/simd/count_byte.h"

namespace pressmill::inspect {

namespace {

constexpr std::size_t kBlockBytes = 1 << 20;

class LineFinder {
 public:
  LineFinder(const std::vector<std::uint64_t>& numbers,
             const std::function<Status(std::size_t, std::string_view)>& visit)
      : numbers_(numbers), visit_(visit) {}

  bool is_done() const { return next_ == numbers_.size(); }

  Status add(std::string_view block) {
    while (!block.empty() && !is_done()) {
      // Most blocks hold nothing that is wanted: counting is faster than looking for each end.
      if (!is_wanted()) {
        const std::size_t ends = text::count_byte(block, '\n');
        if (line_ + ends < numbers_[next_]) {
          line_ += ends;
          return {};
        }
      }
      const std::size_t end = std::min(block.find('\n'), block.size());
      if (is_wanted()) held_ += block.substr(0, end);
      if (end == block.size()) return {};
      block.remove_prefix(end + 1);
      if (Status s = end_line(); !s) return s;
    }
    return {};
  }

 private:
  bool is_wanted() const { return line_ == numbers_[next_]; }

  Status end_line() {
    while (!is_done() && is_wanted())
      if (Status s = visit_(next_++, held_); !s) return s;
    held_.clear();
    ++line_;
    return {};
  }

  const std::vector<std::uint64_t>& numbers_;
  const std::function<Status(std::size_t, std::string_view)>& visit_;
  std::size_t next_ = 0;
  std::uint64_t line_ = 1;  // the one under way
  std::string held_;
};

}  // namespace

Status read_lines(const std::string& path, const std::vector<std::uint64_t>& numbers,
                  const std::function<Status(std::size_t, std::string_view)>& visit) {
  if (numbers.empty()) return {};
  auto decoder = io::open_decoder(path);
  if (!decoder) return decoder.error();
  LineFinder finder(numbers, visit);
  std::string block(kBlockBytes, '\0');
  while (!finder.is_done()) {
    auto bytes = (*decoder)->read(block.data(), block.size());
    if (!bytes) return bytes.error();
    if (*bytes == 0)
      return Error(Code::input, "ends before the article that should be in it; mill the dump again",
                   Place{.path = path});
    if (Status s = finder.add({block.data(), *bytes}); !s) return s;
  }
  return {};
}

}  // namespace pressmill::inspect
