// SPDX-License-Identifier: Apache-2.0
//
// Which files are read, under which names, in which order.
//
// A file is named by its path relative to the common root of all that was given, so that moving
// the data changes no output. Names are sorted bytewise and numbered; stdin is "-", last, and is
// spooled to the work folder first. The same file given twice counts once. What an earlier run
// wrote is no input, unless a folder or file of it is given by name.
//
// Names are UTF-8, whatever bytes the file system has: see text/byte_escapes.h.
//
// Order:    of names; the order of the command line does not matter.
// Threads:  one caller.
// Failure:  Code::usage where an input that was named does not exist, or nothing is left;
//           Code::stopped where `stop` became true while stdin was read. What was only met, in a
//           folder or by a glob, and cannot be read is skipped, with the reason.

#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "io/codec.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"

namespace pressmill::pipeline {

struct Input {
  std::string
      name;  // relative to the common root, as UTF-8, see text::escape_bytes(); "-" for stdin
  std::string path;
  std::uint64_t bytes = 0;  // of the file
  std::int64_t mtime = 0;   // seconds; for the manifest's run object alone
  io::Codec codec = io::Codec::plain;
  std::uint64_t hash = 0;  // of size and sampled blocks, see sample_hash()
};

// What was met and is not read, and why.
struct Unread {
  std::string name;  // as of inputs
  std::string path;
  std::string why;
};

struct InputList {
  std::vector<Input> inputs;  // sorted; the index is the input's number
  // Meant to be read, and cannot be: links to nothing, folders that cannot be listed.
  std::vector<Unread> skipped;
  std::vector<Unread> passed_by;      // found in folders: links to folders, pipes, devices
  std::vector<std::string> left_out;  // found in folders and not read: hidden, _SUCCESS, ...
  std::vector<std::string> results;   // folders that runs wrote, found in folders; not read either
  std::uint64_t repeated = 0;         // files given more than once
};

// Sizes, codecs and hashes are not filled in yet. An empty spool path refuses stdin.
Result<InputList> find_inputs(const Plan& plan, const std::string& spool_path,
                              const std::function<bool()>& stop = {});

// Reads the head of the file: codec, size, sampled hash. Error: Code::input with the path.
Status probe_input(Input& input);

// True for names that writers leave beside their data and that are no data.
bool is_left_out(const std::string& file_name);

}  // namespace pressmill::pipeline
