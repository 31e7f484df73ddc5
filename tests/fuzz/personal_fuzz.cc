// SPDX-License-Identifier: Apache-2.0
//
// Personal data in anything: never a byte out of bounds, the same as its twin finds without hints,
// whole characters, and masked once is masked for good.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "clean/personal_data.h"
#include "tests/reference/naive_personal.h"
#include "text/utf8.h"

namespace {

using namespace pressmill;

// The twin takes quadratic time on some texts; longer inputs find nothing more.
constexpr std::size_t kMostBytes = 20'000;

void require(bool is_true) {
  if (!is_true) std::abort();
}

// Spans in order, within the text, at the edges of characters. In a copy of just the text's size,
// so that a read behind its end is seen.
void check(std::string_view given) {
  const std::vector<char> exact(given.begin(), given.end());
  const std::string_view text(exact.data(), exact.size());
  static clean::PersonalFinder finder;
  const auto& found = finder.find(text);
  require(found == reference::find_personal(text));
  std::size_t end = 0;
  for (const clean::PersonalSpan& item : found) {
    require(item.span.begin >= end && item.span.end > item.span.begin);
    end = item.span.end;
    require(end <= text.size());
    require(!text::is_continuation(text[item.span.begin]));
    require(end == text.size() || !text::is_continuation(text[end]));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  std::string valid;
  text::replace_invalid({reinterpret_cast<const char*>(data), size}, valid);
  check(valid);

  clean::PersonalFinder finder;
  clean::PersonalCounts counts{};
  const std::string* masked = finder.mask(valid, counts);
  if (masked == nullptr) return 0;
  require(text::is_valid(*masked));
  const std::string once = *masked;
  const clean::PersonalCounts before = counts;
  require(finder.mask(once, counts) == nullptr && counts == before);
  return 0;
}
