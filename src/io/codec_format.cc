// SPDX-License-Identifier: Apache-2.0
//
// The three things that can be wrong with a compressed file, in words that say what to do.

#include "io/codec_format.h"

#include <fmt/format.h>

namespace pressmill::io {

Error truncated_member(const std::string& path, std::uint64_t end, std::string_view member) {
  return Error(Code::input,
               fmt::format("truncated {}: the file ends inside it, at byte {} of the compressed "
                           "file; copy or download it again",
                           member, end),
               Place{path});
}

Error damaged_member(const std::string& path, std::uint64_t offset, std::string_view member,
                     std::string_view why) {
  return Error(Code::input,
               fmt::format("damaged {} at byte {} of the compressed file ({}); copy or download "
                           "it again",
                           member, offset, why),
               Place{path});
}

Error not_a_member(const std::string& path, std::uint64_t offset, std::string_view member) {
  return Error(Code::input,
               fmt::format("no {} begins at byte {} of the compressed file, but the file goes on "
                           "there; copy it again, or keep what stands before (head -c {})",
                           member, offset, offset),
               Place{path});
}

}  // namespace pressmill::io
