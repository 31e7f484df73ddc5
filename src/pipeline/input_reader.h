// SPDX-License-Identifier: Apache-2.0
//
// An input in chunks, for the passes that read all of it, with a look at its size at the end.
//
// The plan fixed what the input is: its size is in the fingerprint and in the tables. A file that
// somebody cuts short or appends to while the run is at work ends as any file does, and its lines
// would be missing, or half a line be there, without a word. So an input whose end was reached is
// damaged where what was read, or what is there now, is not of the size that the plan recorded.
//
// Threads:  one caller at a time.
// Failure:  as io::ChunkReader: inside the chunk, behind the bytes that could be read.

#pragma once

#include <cstdint>
#include <string>

#include "io/chunk_reader.h"
#include "pipeline/inputs.h"

namespace pressmill::pipeline {

class InputReader {
 public:
  static Result<InputReader> open(const Input& input);

  // As io::ChunkReader::next(); the last chunk may hold nothing but the error.
  bool next(io::Chunk& chunk);

 private:
  InputReader(const Input& input, io::ChunkReader chunks)
      : chunks_(std::move(chunks)), path_(input.path), planned_bytes_(input.bytes) {}

  io::ChunkReader chunks_;
  std::string path_;
  std::uint64_t planned_bytes_;
  std::uint64_t read_bytes_ = 0;  // of the file, not decoded
  bool ended_ = false;
};

}  // namespace pressmill::pipeline
