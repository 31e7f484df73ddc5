// SPDX-License-Identifier: Apache-2.0
//
// Writing and reading the manifest.

#include "pipeline/manifest.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>

#include "base/hash.h"
#include "doc/json_value.h"
#include "doc/json_writer.h"
#include "doc/raw_json.h"
#include "io/atomic_file.h"
#include "io/codec.h"
#include "io/posix.h"
#include "pipeline/fingerprint.h"
#include "text/byte_escapes.h"

namespace pressmill::pipeline {

namespace {

constexpr std::uint64_t kManifestFormat = 1;

std::uint64_t now() {
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::seconds>(since).count());
}

std::uint64_t milliseconds(double seconds) {
  return static_cast<std::uint64_t>(std::llround(seconds * 1000));
}

void put_inputs(doc::JsonWriter& json, const std::vector<Input>& inputs) {
  json.key("inputs").begin_array();
  for (const Input& input : inputs)
    json.begin_object()
        .member("name", input.name)
        .member("codec", io::codec_name(input.codec))
        .member("bytes", input.bytes)
        .member("sampled_hash", to_hex(input.hash))
        .end_object();
  json.end_array();
}

void put_counts(doc::JsonWriter& json, const Summary& summary) {
  json.key("counts")
      .begin_object()
      .member("lines", summary.lines)
      .member("blank", summary.blank)
      .member("not_sampled", summary.not_sampled)
      .member("malformed", summary.malformed_lines())
      .member("articles", summary.total.in.articles)
      .member("kept", summary.total.kept.articles)
      .member("dropped", summary.dropped_articles())
      .member("clusters", summary.clusters)
      .end_object();
}

void put_pass(doc::JsonWriter& json, const PassFacts& pass) {
  json.begin_object()
      .member("pass", pass.pass)
      .member("threads", std::uint64_t{pass.threads})
      .member("milliseconds", milliseconds(pass.seconds))
      .member("cpu_milliseconds", milliseconds(pass.cpu_seconds))
      .member("busy_milliseconds", milliseconds(pass.busy_seconds))
      .member_raw("efficiency", fmt::format("{:.4f}", pass.efficiency()))
      .key("stages")
      .begin_array();
  for (const StageFacts& stage : pass.stages)
    json.begin_object()
        .member("stage", stage.name)
        .member("calls", stage.calls)
        .member("busy_milliseconds", milliseconds(stage.busy_seconds))
        .member("waited_milliseconds", milliseconds(stage.waited_seconds))
        .member("bytes_in", stage.bytes_in)
        .member("bytes_out", stage.bytes_out)
        .end_object();
  json.end_array().end_object();
}

void put_facts(doc::JsonWriter& json, const RunFacts& facts) {
  json.member("milliseconds", milliseconds(facts.seconds))
      .member("peak_memory_bytes", facts.peak_memory_bytes)
      .member("segments", facts.segments)
      .member("segments_taken_over", facts.segments_done_before)
      .member("future_dates", facts.future_dates)
      .key("passes")
      .begin_array();
  for (const PassFacts& pass : facts.passes) put_pass(json, pass);
  json.end_array();
  json.key("skipped_inputs").begin_array();
  for (const std::string& message : facts.skipped_inputs) json.string(message);
  json.end_array();
}

// Of a manifest's `run` what put_facts() writes, and the resumes.
void put_run(doc::JsonWriter& json, std::string_view run) {
  static constexpr std::array<std::string_view, 8> kTold = {
      "resumes",      "milliseconds", "peak_memory_bytes", "segments", "segments_taken_over",
      "future_dates", "passes",       "skipped_inputs"};
  json.key("run").begin_object();
  doc::each_child(run, [&](const std::string& name, std::string_view value) {
    if (std::find(kTold.begin(), kTold.end(), name) != kTold.end())
      json.member_raw(name, doc::compacted(value));
    return true;
  });
  json.end_object();
}

// A member as it was written; JsonValue would lose the order of nothing but is no printer.
std::string printed(const doc::JsonValue& object) {
  doc::JsonWriter json;
  json.begin_object();
  for (const auto& [key, value] : object.object()) {
    if (std::holds_alternative<std::string>(value.value_))
      json.member(key, value.string());
    else
      json.member(key, value.number());
  }
  return json.end_object().take();
}

}  // namespace

Manifest::Manifest(std::string path, std::string work, const Plan& plan,
                   const std::vector<Input>& inputs)
    : path_(std::move(path)),
      work_(std::move(work)),
      settings_(settings_json(plan)),
      versions_(versions_json()),
      fingerprint_(pipeline::fingerprint(plan, inputs)),
      inputs_(inputs),
      started_(now()) {}

Status Manifest::begin_pass(const std::string& pass) {
  pass_ = pass;
  return write("running", nullptr, nullptr, 0);
}

Status Manifest::stop(const std::string& why) {
  why_ = why;
  return write("stopped", nullptr, nullptr, 0);
}

Status Manifest::finish(const Summary& summary, const RunFacts& facts, int exit) {
  pass_ = "done";
  return write("done", &summary, &facts, exit);
}

Status Manifest::write(const std::string& state, const Summary* summary, const RunFacts* facts,
                       int exit) {
  doc::JsonWriter json(1);
  json.begin_object()
      .member("format", kManifestFormat)
      .member("state", state)
      .member("pass", pass_)
      .member("fingerprint", fingerprint_)
      .member_raw("versions", versions_)
      .member_raw("settings", settings_);
  if (summary != nullptr) {
    put_counts(json, *summary);
    json.member("exit", static_cast<std::uint64_t>(exit));
  }
  put_inputs(json, inputs_);
  json.key("run")
      .begin_object()
      .member("pid", static_cast<std::uint64_t>(::getpid()))
      .member("started", started_)
      .member("updated", now())
      .member("resumes", resumes_)
      .member("work", text::escape_bytes(work_));
  if (!why_.empty()) json.member("stopped_by", text::escape_message(why_));
  if (facts != nullptr) put_facts(json, *facts);
  json.key("input_times").begin_array();
  for (const Input& input : inputs_) json.number(input.mtime);
  json.end_array().end_object().end_object();
  return io::write_file(path_, json.text() + "\n");
}

std::string facts_json(const Plan& plan, const RunFacts& facts) {
  doc::JsonWriter json;
  json.begin_object()
      .member_raw("versions", versions_json())
      .member_raw("settings", settings_json(plan))
      .key("run")
      .begin_object()
      .member("resumes", facts.resumes);
  put_facts(json, facts);
  return json.end_object().end_object().take();
}

std::string facts_of_manifest(std::string_view manifest) {
  const std::size_t brace = manifest.find('{');
  if (brace == std::string_view::npos || !doc::JsonValue::parse(manifest)) return "";
  doc::JsonWriter json;
  json.begin_object();
  doc::each_child(manifest.substr(brace), [&](const std::string& name, std::string_view value) {
    if (name == "versions" || name == "settings") json.member_raw(name, doc::compacted(value));
    if (name == "run") put_run(json, value);
    return true;
  });
  return json.end_object().take();
}

RunFacts run_facts(std::string_view manifest) {
  RunFacts facts;
  const auto json = doc::JsonValue::parse(manifest);
  if (!json) return facts;
  const doc::JsonValue& run = (*json)["run"];
  facts.seconds = static_cast<double>(run["milliseconds"].number()) / 1000;
  facts.resumes = run["resumes"].number();
  facts.segments = run["segments"].number();
  facts.segments_done_before = run["segments_taken_over"].number();
  facts.future_dates = run["future_dates"].number();
  facts.peak_memory_bytes = run["peak_memory_bytes"].number();
  for (const doc::JsonValue& message : run["skipped_inputs"].array())
    facts.skipped_inputs.push_back(message.string());
  return facts;
}

bool is_manifest(const std::string& path) {
  const auto text = io::read_file(path);
  if (!text) return false;
  const auto json = doc::JsonValue::parse(*text);
  return json && (*json)["format"].number() > 0 && (*json)["fingerprint"].exists();
}

Result<std::optional<ManifestState>> read_manifest(const std::string& path) {
  if (!io::is_there(path)) return std::optional<ManifestState>();
  auto text = io::read_file(path);
  if (!text) return text.error();
  auto json = doc::JsonValue::parse(*text);
  if (!json || (*json)["format"].number() != kManifestFormat)
    return Error(Code::refused,
                 "not a manifest that this pressmill understands; choose another --out",
                 Place{.path = path});
  const doc::JsonValue& run = (*json)["run"];
  ManifestState state;
  state.state = (*json)["state"].string();
  state.fingerprint = (*json)["fingerprint"].string();
  state.settings = printed((*json)["settings"]);
  state.versions = printed((*json)["versions"]);
  state.pass = (*json)["pass"].string();
  state.work = text::unescape_bytes(run["work"].string());
  state.pid = run["pid"].number();
  state.resumes = run["resumes"].number();
  state.started = run["started"].number();
  state.updated = run["updated"].number();
  state.malformed = (*json)["counts"]["malformed"].number();
  state.articles = (*json)["counts"]["articles"].number();
  state.lines = state.malformed + state.articles;
  state.kept = (*json)["counts"]["kept"].number();
  state.exit = static_cast<int>((*json)["exit"].number());
  return std::optional(state);
}

}  // namespace pressmill::pipeline
