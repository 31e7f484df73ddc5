// SPDX-License-Identifier: Apache-2.0
//
// OUT/manifest.json: from the first second what this run is and where it stands.
//
// Everything but the `run` object follows from inputs and settings, so two runs of the same dump
// write the same manifest; pid, times and resumes are in `run`. Replaced whole at each change of
// state. Schema in docs/outputs.md.
//
// Threads:  one owner.
// Failure:  Code::output where it cannot be written.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/inputs.h"
#include "pressmill/error.h"
#include "pressmill/plan.h"
#include "pressmill/summary.h"

namespace pressmill::pipeline {

// What a later run, or `pressmill status`, learns from a manifest.
struct ManifestState {
  std::string state;  // "running", "stopped", "done"
  std::string fingerprint;
  std::string settings;  // JSON
  std::string versions;  // JSON
  std::string pass;
  std::string work;  // folder of scratch data
  std::uint64_t pid = 0;
  std::uint64_t resumes = 0;
  std::uint64_t started = 0;  // seconds since 1970
  std::uint64_t updated = 0;
  // When done:
  std::uint64_t lines = 0;  // not blank, not left out by --sample
  std::uint64_t malformed = 0;
  std::uint64_t articles = 0;
  std::uint64_t kept = 0;
  int exit = 0;
};

class Manifest {
 public:
  Manifest(std::string path, std::string work, const Plan& plan, const std::vector<Input>& inputs);

  void set_resumes(std::uint64_t resumes) { resumes_ = resumes; }
  // Each writes the file.
  Status begin_pass(const std::string& pass);
  Status stop(const std::string& why);
  Status finish(const Summary& summary, const RunFacts& facts, int exit);

  const std::string& fingerprint() const { return fingerprint_; }
  const std::string& settings() const { return settings_; }
  const std::string& versions() const { return versions_; }

 private:
  Status write(const std::string& state, const Summary* summary, const RunFacts* facts, int exit);

  std::string path_;
  std::string work_;
  std::string settings_;
  std::string versions_;
  std::string fingerprint_;
  const std::vector<Input>& inputs_;
  std::string pass_;
  std::string why_;
  std::uint64_t resumes_ = 0;
  std::uint64_t started_ = 0;
};

// What the manifest of a finished run says of its settings, its versions and how it went, as an
// object with those members: "versions", "settings", "run". Here from what the run knows of itself.
std::string facts_json(const Plan& plan, const RunFacts& facts);
// There from the manifest's text; "" where it is none.
std::string facts_of_manifest(std::string_view manifest);
// How the run went, passes apart; all 0 where the text is none.
RunFacts run_facts(std::string_view manifest);

// True for a manifest of ours, of whatever version; other programs have files of that name, too.
bool is_manifest(const std::string& path);

// Nothing where there is no manifest; Code::refused for one that cannot be understood.
Result<std::optional<ManifestState>> read_manifest(const std::string& path);

}  // namespace pressmill::pipeline
