// SPDX-License-Identifier: Apache-2.0
//
// Making a corpus, line by line.

#include "tools/corpusgen/generate.h"

#include <filesystem>
#include <string>
#include <utility>

#include "tools/corpusgen/damage.h"
#include "tools/corpusgen/output.h"
#include "tools/corpusgen/plan.h"
#include "tools/corpusgen/render.h"
#include "tools/corpusgen/truth.h"

namespace pressmill::corpusgen {

namespace {

namespace fs = std::filesystem;

// Files of an earlier corpus would be taken for part of this one.
Status make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (error) return Error(Code::output, "cannot create: " + error.message(), Place{path});
  if (!fs::is_empty(path, error))
    return Error(Code::usage, "is not empty; name a new folder or empty it", Place{path});
  return Status::ok();
}

Status make_lines(const Options& options, const StoryWriter& writer, Dump& dump, Truth& truth) {
  Planner planner(options, writer);
  Renderer renderer(options, writer);
  JsonLine line;
  while (!dump.is_complete()) {
    const Item item = planner.next();
    const Rendered& rendered = renderer.render(item);
    write_json_line(rendered.record, line);
    if (item.role == Role::spoilt) {
      Random random(options.seed, item.ordinal, Stream::damage);
      spoil(item.damage, random, line);
    }
    line.bytes += '\n';
    // Beyond this point the line is in the dump, and only truth is left to tell.
    const auto spot = dump.write(line.bytes);
    if (!spot) return spot.error();
    Status done = truth.add(item, rendered, *spot);
    if (!done) return done;
    if (!item.is_copy()) continue;
    done = truth.add_pairs(item, rendered, planner.earlier_members(item));
    if (!done) return done;
  }
  return Status::ok();
}

}  // namespace

Result<Made> generate(const Options& options) {
  for (const std::string& folder : {options.out, options.truth}) {
    Status made = make_folder(folder);
    if (!made) return std::move(made.error());
  }
  auto writer = StoryWriter::make(options.seed);
  if (!writer) return std::move(writer.error());
  auto truth = Truth::open(options.truth, options, *writer);
  if (!truth) return std::move(truth.error());
  Dump dump(options);
  Status done = make_lines(options, *writer, dump, *truth);
  if (done) done = dump.close();
  if (done) done = truth->close(dump);
  if (!done) return std::move(done.error());
  return Made{dump.lines(), dump.bytes()};
}

}  // namespace pressmill::corpusgen
