// SPDX-License-Identifier: Apache-2.0
//
// Everything that answers depend on, hashed.

#include "pipeline/fingerprint.h"

#include "base/hash.h"
#include "clean/language.h"
#include "clean/line_model.h"
#include "clean/quality_measures.h"
#include "clean/recipe.h"
#include "clean/site_memory.h"
#include "dedup/card.h"
#include "dedup/signature.h"
#include "dedup/signature_table.h"
#include "dedup/verdict.h"
#include "doc/json_writer.h"
#include "doc/line_parser.h"
#include "doc/site.h"
#include "doc/word_record.h"
#include "io/atomic_file.h"
#include "io/zstd_file.h"
#include "pipeline/baseline.h"
#include "pipeline/removed_lines.h"
#include "pipeline/run_index.h"
#include "pipeline/run_state.h"
#include "pipeline/versions.h"
#include "pipeline/word_sketches.h"
#include "text/shingles.h"
#include "text/unicode_version.h"

namespace pressmill::pipeline {

namespace {

const char* scope_name(Scope scope) {
  switch (scope) {
    case Scope::all:
      return "all";
    case Scope::site:
      return "site";
    case Scope::cross_site:
      return "cross-site";
  }
  return "";
}

const char* date_order_name(DateOrder order) {
  switch (order) {
    case DateOrder::day_first:
      return "dmy";
    case DateOrder::month_first:
      return "mdy";
    case DateOrder::unknown:
      break;
  }
  return "unknown";
}

const char* survivor_name(Survivor rule) {
  switch (rule) {
    case Survivor::best:
      return "best";
    case Survivor::first:
      return "first";
    case Survivor::longest:
      return "longest";
    case Survivor::earliest:
      return "earliest";
    case Survivor::latest:
      return "latest";
  }
  return "";
}

const char* pii_name(Pii pii) {
  switch (pii) {
    case Pii::off:
      return "off";
    case Pii::count:
      return "count";
    case Pii::mask:
      return "mask";
  }
  return "";
}

// What a file says, not where it lies.
std::string file_hash(const std::string& path) {
  if (path.empty()) return "";
  auto text = io::read_file(path);
  return text ? to_hex(hash64(*text)) : "";
}

// The site memory that the run begins with. A finished run has replaced the file; the run's own
// copy tells what it was.
std::string memory_hash(const Plan& plan) {
  if (plan.site_memory.empty()) return "";
  const Paths paths{plan.out, ""};
  const std::string now = file_hash(plan.site_memory);
  std::string before = file_hash(paths.memory_before());
  const bool is_own = !before.empty() && now == file_hash(paths.memory_after());
  if (is_own && !plan.fresh) return before;
  // A file that is not there yet is an empty one.
  return now.empty() ? to_hex(hash64("")) : now;
}

// What the rules say; a recipe that is none is refused elsewhere.
std::string recipe_hash(const Plan& plan) {
  const auto recipe = clean::Recipe::of_plan(plan);
  return recipe ? to_hex(hash64(clean::canonical_text(recipe->rules()))) : "";
}

// In order: cards have them by number.
std::string rule_names(const Plan& plan) {
  std::string names;
  if (const auto recipe = clean::Recipe::of_plan(plan))
    for (const QualityRule& rule : recipe->rules())
      names += (names.empty() ? "" : ",") + rule.reason;
  return names;
}

std::string drop_list(const Plan& plan) {
  std::string list;
  const auto add = [&](bool wanted, const char* name) {
    if (wanted) list += (list.empty() ? "" : ",") + std::string(name);
  };
  add(plan.drop_exact, "exact");
  add(plan.drop_near, "near");
  add(plan.drop_contained, "contained");
  add(plan.drop_quality, "quality");
  add(plan.drop_language, "language");
  return list.empty() ? "none" : list;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ",") + word;
  return all;
}

}  // namespace

std::string settings_json(const Plan& plan) {
  doc::JsonWriter json;
  json.begin_object()
      .member("mode", plan.stats_only ? "stats" : "run")
      .member("repair", plan.repair ? "on" : "off")
      .member("clean", plan.clean ? "on" : "off")
      .member("clean_threshold", std::uint64_t{plan.clean_threshold})
      .member("line_model", plan.line_model ? "on" : "off")
      .member("survey", plan.survey ? "on" : "off")
      .member("site_memory", memory_hash(plan))
      .member("furniture", file_hash(plan.furniture))
      .member("guard", plan.guard == Guard::keep ? "keep" : "drop")
      .member("guard_share", std::uint64_t{plan.guard_share})
      .member("lang", joined(plan.languages))
      .member("pii", pii_name(plan.pii))
      .member("audit", plan.audit_lines ? "lines" : "off")
      .member("quality", plan.quality)
      .member("recipe", recipe_hash(plan))
      .member("rules", rule_names(plan))
      .member("drop", drop_list(plan))
      .member("compare", plan.compare ? "on" : "off")
      .member("near", std::uint64_t{plan.near})
      .member("contained", std::uint64_t{plan.contained})
      .member("lsh", plan.lsh.empty() ? "auto" : plan.lsh)
      .member("scope", scope_name(plan.scope))
      .member("prefer_site", joined(plan.prefer_sites))
      .member("survivor", survivor_name(plan.survivor))
      .member("dropped", plan.dropped == Dropped::full ? "full" : "ids")
      .member("fields", plan.fields)
      .member("date_order", date_order_name(plan.date_order))
      .member("site_aliases", file_hash(plan.site_aliases))
      .member("sample_millionths", std::uint64_t{plan.sample})
      .member("limit", plan.limit)
      .member("baseline", file_hash(baseline_path(plan.baseline)))
      .member("level", std::uint64_t{static_cast<unsigned>(plan.level)})
      .end_object();
  return json.take();
}

std::string versions_json() {
  doc::JsonWriter json;
  json.begin_object()
      .member("pressmill", version())
      .member("cards", std::uint64_t{dedup::kCardsVersion})
      .member("signatures", std::uint64_t{dedup::kSignaturesVersion})
      .member("verdicts", std::uint64_t{dedup::kVerdictsVersion})
      .member("removed", std::uint64_t{kRemovedVersion})
      .member("run_index", std::uint64_t{kRunIndexVersion})
      .member("sketches", std::uint64_t{kSketchesVersion})
      .member("measures", std::uint64_t{clean::kMeasuresVersion})
      .member("word_records", std::uint64_t{doc::kWordRecordVersion})
      .member("shingles", std::uint64_t{text::kShinglesVersion})
      .member("min_hash", std::uint64_t{dedup::kSignatureVersion})
      .member("line_model", to_hex(clean::line_model_hash()))
      .member("site_memory", std::uint64_t{clean::kSiteMemoryVersion})
      .member("language", std::uint64_t{clean::kLanguageVersion})
      .member("cld2", clean::language_detector_version())
      .member("hash", kHashName)
      .member("unicode", text::unicode_version())
      .member("psl", doc::psl_version())
      .member("zstd", io::zstd_version())
      .member("simdjson", doc::simdjson_version())
      .end_object();
  return json.take();
}

std::string fingerprint(const Plan& plan, const std::vector<Input>& inputs) {
  std::string all = settings_json(plan) + versions_json();
  for (const Input& input : inputs)
    all += input.name + '\n' + std::to_string(input.bytes) + '\n' + to_hex(input.hash) + '\n';
  return to_hex(hash64(all));
}

}  // namespace pressmill::pipeline
