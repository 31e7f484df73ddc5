// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes that finish what they begin, whatever signals arrive.

#pragma once

#include <cstdint>
#include <string_view>

namespace pressmill::io {

// False on an error (errno says which) or where the file ends early (errno is 0).
bool read_at(int fd, std::uint64_t offset, char* to, std::uint64_t bytes);
bool write_all(int fd, std::string_view bytes);

}  // namespace pressmill::io
