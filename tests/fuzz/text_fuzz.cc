// SPDX-License-Identifier: Apache-2.0
//
// Any bytes through src/text: every function must say what its slow twin says.
//
// Input:  the bytes are judged and repaired as they are; the rest works on the repaired text.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "tests/reference/text_reference.h"
#include "text/json_escape.h"
#include "text/normalise.h"
#include "text/utf8.h"
#include "text/words.h"

namespace {

using namespace pressmill;

// The slow twins take quadratic time on some texts; longer inputs find nothing more.
constexpr std::size_t kMostBytes = 20'000;

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "text_fuzz: %s\n", what);
  std::abort();
}

void check_normalise(const std::string& valid) {
  std::string out;
  text::NormaliseCounts counts;
  const bool changed = text::normalise(valid, out, counts);
  if (!changed) out = valid;
  const reference::Normalised slow = reference::normalise(valid);
  require(out == slow.text, "normalise() differs from its twin");
  require(counts == slow.counts, "normalise() counts otherwise than its twin");
  require(changed == (slow.text != valid), "normalise() is wrong about having changed the text");
  std::string again;
  require(!text::normalise(out, again, counts), "normalise() is not idempotent");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kMostBytes) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  require(text::valid_prefix(bytes) == reference::valid_prefix(bytes), "valid_prefix() differs");
  std::string valid;
  const reference::Replaced replaced = reference::replace_invalid(bytes);
  require(text::replace_invalid(bytes, valid) == replaced.count, "replace_invalid() miscounts");
  require(valid == replaced.text, "replace_invalid() differs");
  require(text::is_valid(valid), "what replace_invalid() wrote is not valid");

  require(text::count_words(valid) == reference::count_words(valid), "count_words() differs");
  require(text::count_chars(valid) == reference::count_chars(valid), "count_chars() differs");
  require(text::count_lines(valid) == reference::count_lines(valid), "count_lines() differs");
  std::string json;
  text::append_json_string(json, valid);
  require(json == reference::json_string(valid), "append_json_string() differs");
  check_normalise(valid);
  return 0;
}
