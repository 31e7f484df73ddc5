// SPDX-License-Identifier: Apache-2.0
//
// Reads and writes that finish what they begin, whatever signals arrive, and a look-up that does
// not throw.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace pressmill::io {

// False on an error (errno says which) or where the file ends early (errno is 0).
bool read_at(int fd, std::uint64_t offset, char* to, std::uint64_t bytes);
bool write_all(int fd, std::string_view bytes);

// False where nothing has that name, links followed. What cannot be looked up (a link to itself, a
// folder that is closed to us) counts as there: opening it tells why it cannot be read.
bool is_there(const std::string& path);

}  // namespace pressmill::io
