// SPDX-License-Identifier: Apache-2.0
//
// Files that bytes go into, plain or compressed.
//
// Frames (members of gzip, streams of xz and bzip2) end between two calls of write(), so never
// inside a line.
//
// Threads:  one writer.
// Failure:  Code::output with the path; what was written stays, incomplete.
// Memory:   a buffer and the codec's state: under 10 MiB, xz some hundred at its highest levels.

#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pressmill/error.h"
#include "tools/corpusgen/options.h"

namespace pressmill::corpusgen {

class Sink {
 public:
  virtual ~Sink() = default;
  virtual Status write(std::string_view bytes) = 0;
  virtual Status close() = 0;
};

Result<std::unique_ptr<Sink>> open_plain(const std::string& path);
// A new frame after so many bytes; 0: one for the whole file. Levels are those of the codec.
Result<std::unique_ptr<Sink>> open_sink(Codec codec, const std::string& path, int level,
                                        std::uint64_t frame_bytes);

}  // namespace pressmill::corpusgen
