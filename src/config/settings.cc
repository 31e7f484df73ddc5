// SPDX-License-Identifier: Apache-2.0
//
// From text to Plan.

#include "config/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/human.h"
#include "clean/language.h"
#include "config/no_effect.h"
#include "config/options.h"
#include "config/statistics.h"
#include "dedup/lsh.h"
#include "doc/field_map.h"
#include "doc/json_writer.h"
#include "io/posix.h"

namespace pressmill::config {

namespace {

Error bad_value(std::string_view name, std::string_view value, std::string_view takes) {
  return {Code::usage, fmt::format("--{} {}: takes {}", name, value, takes)};
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return value;
}

// Collects the first error, so that resolve() reads as a list.
class Resolver {
 public:
  explicit Resolver(const Settings& settings) : settings_(settings) {}

  template <class T>
  T one_of(std::string_view name, std::initializer_list<std::pair<std::string_view, T>> choices) {
    const std::string text = settings_.value(name);
    std::string takes;
    for (const auto& [word, value] : choices) {
      if (word == text) return value;
      takes += (takes.empty() ? "" : ", ") + std::string(word);
    }
    fail(bad_value(name, text, takes));
    return choices.begin()->second;
  }

  std::uint64_t number(std::string_view name, std::uint64_t least, std::uint64_t most) {
    const std::string text = settings_.value(name);
    const auto value = parse_number(text);
    if (value && *value >= least && *value <= most) return *value;
    fail(bad_value(name, text,
                   most == UINT64_MAX ? std::string("a whole number")
                                      : fmt::format("a number from {} to {}", least, most)));
    return least;
  }

  std::uint64_t size(std::string_view name) {
    const std::string text = settings_.value(name);
    if (text.empty()) return 0;
    if (const auto bytes = parse_size(text)) return *bytes;
    fail(bad_value(name, text, "a size such as 8G or 512M"));
    return 0;
  }

  // A share that may be none at all; nothing for "".
  std::optional<std::uint32_t> gate(std::string_view name) {
    const std::string text = settings_.value(name);
    if (text.empty()) return std::nullopt;
    const auto millionths = parse_share(text);
    if (!millionths) fail(bad_value(name, text, "a share such as 5% or 0.05"));
    return millionths;
  }

  std::uint32_t share(std::string_view name) {
    const std::string text = settings_.value(name);
    const auto millionths = parse_share(text);
    if (millionths && *millionths > 0) return *millionths;
    fail(bad_value(name, text, "a share such as 1% or 0.01"));
    return kMillionths;
  }

  // A share from `least` to 1 in ten-thousandths; 0 for "off".
  std::uint32_t similarity(std::string_view name, std::uint32_t least) {
    const std::string text = settings_.value(name);
    if (text == "off") return 0;
    constexpr std::uint32_t kOneTenThousandth = kMillionths / 10'000;
    const auto millionths = parse_share(text);
    if (millionths && *millionths % kOneTenThousandth == 0 &&
        *millionths / kOneTenThousandth >= least)
      return *millionths / kOneTenThousandth;
    fail(bad_value(name, text,
                   fmt::format("a similarity from 0.{} to 1, of at most four decimals, or off",
                               least / 1000)));
    return least;
  }

  // Words of a list between commas, each one of those known.
  std::vector<std::string> list(std::string_view name,
                                std::initializer_list<std::string_view> known) {
    const std::string text = settings_.value(name);
    std::string takes;
    for (const std::string_view word : known)
      takes += (takes.empty() ? "" : ", ") + std::string(word);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      words.push_back(text.substr(begin, end - begin));
      if (std::find(known.begin(), known.end(), words.back()) == known.end())
        fail(bad_value(name, text, "a list of " + takes));
      begin = end + 1;
    }
    return words;
  }

  // Words between commas, in their order.
  std::vector<std::string> words(std::string_view name) {
    const std::string text = settings_.value(name);
    std::vector<std::string> words;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      words.push_back(text.substr(begin, end - begin));
      if (words.back().empty()) fail(bad_value(name, text, "names between commas"));
      begin = end + 1;
    }
    if (text.ends_with(',')) fail(bad_value(name, text, "names between commas"));
    return words;
  }

  // Codes as CLD2 has them, lower case, sorted, each once.
  std::vector<std::string> languages(std::string_view name) {
    const std::string text = settings_.value(name);
    if (text.empty()) return {};
    static const std::vector<std::string> kKnown = clean::known_languages();
    std::vector<std::string> codes;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      codes.push_back(text.substr(begin, end - begin));
      for (char& c : codes.back())
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      if (!std::binary_search(kKnown.begin(), kKnown.end(), codes.back()))
        fail(bad_value(name, text,
                       fmt::format("codes of languages, such as en,de,zh; \"{}\" is none of {}",
                                   codes.back(), fmt::join(kKnown, " "))));
      begin = end + 1;
    }
    std::sort(codes.begin(), codes.end());
    codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
    return codes;
  }

  std::uint32_t percent(std::string_view name, std::uint32_t least, std::uint32_t most) {
    const std::string text = settings_.value(name);
    constexpr std::uint32_t kOnePercent = kMillionths / 100;
    const auto millionths = parse_share(text);
    if (millionths && *millionths % kOnePercent == 0) {
      const std::uint32_t percent = *millionths / kOnePercent;
      if (percent >= least && percent <= most) return percent;
    }
    fail(bad_value(name, text, fmt::format("whole percents from {}% to {}%", least, most)));
    return least;
  }

  std::string existing_file(std::string_view name) {
    std::string path = settings_.value(name);
    if (!path.empty() && !io::is_there(path))
      fail(Error(Code::usage, fmt::format("--{}: no such file", name), Place{.path = path}));
    return path;
  }

  void fail(Error error) {
    if (!error_) error_ = std::move(error);
  }
  const std::optional<Error>& error() const { return error_; }

 private:
  const Settings& settings_;
  std::optional<Error> error_;
};

// Less would make candidates of everything, or contain by chance.
constexpr std::uint32_t kLeastNear = 3'000;
constexpr std::uint32_t kLeastContained = 5'000;

// --dedup is short for the others, so it must not speak against them. What they are anyway does not
// count: a file of all settings, as `pressmill config` prints it, may be given --dedup off.
void resolve_dedup(const Settings& settings, Resolver& r, Plan& plan) {
  enum class Short : std::uint8_t { near, exact, off };
  const auto dedup = r.one_of<Short>(
      "dedup", {{"near", Short::near}, {"exact", Short::exact}, {"off", Short::off}});
  plan.compare = dedup != Short::off;
  plan.near = r.similarity("near", kLeastNear);
  plan.contained = r.similarity("contained", kLeastContained);
  plan.lsh = settings.value("lsh");
  if (plan.lsh == "auto")
    plan.lsh.clear();
  else if (!dedup::Lsh::preset(plan.lsh))
    r.fail(bad_value("lsh", plan.lsh, "auto, " + dedup::Lsh::preset_names()));
  plan.scope = r.one_of<Scope>(
      "scope", {{"all", Scope::all}, {"site", Scope::site}, {"cross-site", Scope::cross_site}});
  plan.survivor = r.one_of<Survivor>("survivor", {{"best", Survivor::best},
                                                  {"first", Survivor::first},
                                                  {"longest", Survivor::longest},
                                                  {"earliest", Survivor::earliest},
                                                  {"latest", Survivor::latest}});
  plan.prefer_sites = r.words("prefer-site");
  if (dedup == Short::near) return;
  for (const std::string_view name : {"near", "contained"})
    if (settings.value(name) != "off" && settings.value(name) != find_option(name)->fallback)
      r.fail(Error(Code::usage, fmt::format("--{} {}: --dedup {} looks for none", name,
                                            settings.value(name), settings.value("dedup"))));
  plan.near = 0;
  plan.contained = 0;
}

// What is dropped and not only marked, and whether there is anything of the kind.
void check_drop(Resolver& r, const Plan& plan) {
  if (plan.drop_exact && !plan.compare)
    r.fail(Error(Code::usage, "--drop exact: --dedup off compares nothing"));
  if (plan.drop_near && plan.near == 0)
    r.fail(Error(Code::usage, "--drop near: nothing looks for near-duplicates; give --near"));
  if (plan.drop_contained && plan.contained == 0)
    r.fail(Error(Code::usage, "--drop contained: nothing looks for excerpts; give --contained"));
}

// Which recipe judges, and what is dropped. Where --drop does not say: copies, and what was asked
// for by naming a recipe or languages.
void resolve_quality(const Settings& settings, Resolver& r, Plan& plan) {
  plan.quality = settings.value("quality");
  auto rules = settings.recipes().rules(plan.quality);
  if (!rules)
    r.fail(Error(Code::usage, fmt::format("--quality: {}", rules.error().text())));
  else if (settings.recipes().is_edited(plan.quality))
    plan.quality_rules = std::move(*rules);
  plan.drop_quality = settings.is_given("quality") && plan.quality != "none";
  if (settings.value("drop").empty()) return;
  const auto drops = r.list("drop", {"exact", "near", "contained", "quality", "language", "none"});
  const auto has = [&](std::string_view name) {
    return std::find(drops.begin(), drops.end(), name) != drops.end();
  };
  if (has("none") && drops.size() > 1)
    r.fail(bad_value("drop", settings.value("drop"), "none alone, or a list of what to drop"));
  plan.drop_exact = has("exact");
  plan.drop_near = has("near");
  plan.drop_contained = has("contained");
  plan.drop_quality = has("quality");
  plan.drop_language = has("language");
  check_drop(r, plan);
}

// As a TOML string: JSON's escapes are among TOML's.
std::string quoted(const std::string& text) {
  return doc::JsonWriter().string(text).take();
}

// Less could not hold the batches in flight of a single thread.
constexpr std::uint64_t kLeastMemoryBytes = 256 << 20;
constexpr std::uint64_t kMostThreads = 1024;

}  // namespace

void Settings::offer(std::string_view name, std::string_view value) {
  values_.try_emplace(std::string(name), value);
}

std::string Settings::value(std::string_view name) const {
  if (const auto it = values_.find(name); it != values_.end()) return it->second;
  const Option* option = find_option(name);
  return option != nullptr ? std::string(option->fallback) : "";
}

Result<Plan> Settings::resolve(std::vector<std::string> inputs, Purpose purpose) const {
  Resolver r(*this);
  Plan plan;
  plan.inputs = std::move(inputs);
  plan.files_from = r.existing_file("files-from");
  plan.out = value("out");
  plan.work = value("work");
  plan.repair = r.one_of<bool>("repair", {{"on", true}, {"off", false}});
  plan.clean = r.one_of<bool>("clean", {{"on", true}, {"off", false}});
  plan.clean_threshold = r.percent("clean-threshold", 1, 99);
  plan.line_model = r.one_of<bool>("line-model", {{"on", true}, {"off", false}});
  plan.survey = r.one_of<bool>("survey", {{"on", true}, {"off", false}});
  plan.site_memory = value("site-memory");
  plan.furniture = r.existing_file("furniture");
  plan.guard = r.one_of<Guard>("guard", {{"keep", Guard::keep}, {"drop", Guard::drop}});
  plan.guard_share = r.percent("guard-share", 1, 100);
  plan.languages = r.languages("lang");
  plan.date_order = r.one_of<DateOrder>("date-order", {{"unknown", DateOrder::unknown},
                                                       {"dmy", DateOrder::day_first},
                                                       {"mdy", DateOrder::month_first}});
  plan.pii = r.one_of<Pii>("pii", {{"off", Pii::off}, {"count", Pii::count}, {"mask", Pii::mask}});
  plan.audit_lines = r.one_of<bool>("audit", {{"lines", true}, {"off", false}});
  resolve_dedup(*this, r, plan);
  resolve_quality(*this, r, plan);
  plan.dropped = r.one_of<Dropped>("dropped", {{"full", Dropped::full}, {"ids", Dropped::ids}});
  plan.progress = r.one_of<Progress>("progress", {{"auto", Progress::automatic},
                                                  {"bar", Progress::bar},
                                                  {"plain", Progress::plain},
                                                  {"off", Progress::off}});
  plan.fields = value("fields");
  plan.site_aliases = r.existing_file("site-aliases");
  plan.sample = r.share("sample");
  plan.limit = r.number("limit", 0, UINT64_MAX);
  plan.level = static_cast<int>(r.number("level", 1, 19));
  plan.baseline = value("baseline");
  plan.max_malformed = r.gate("max-malformed");
  plan.max_dropped = r.gate("max-dropped");
  plan.min_articles = r.number("min-articles", 0, UINT64_MAX);
  plan.threads = static_cast<unsigned>(r.number("threads", 0, kMostThreads));
  plan.memory_bytes = r.size("memory");
  plan.fresh = is_on("fresh");
  plan.keep_work = is_on("keep-work");
  plan.quiet = is_on("quiet");
  plan.verbose = is_on("verbose");
  if (r.error()) return *r.error();
  if (plan.memory_bytes > 0 && plan.memory_bytes < kLeastMemoryBytes)
    return Error(Code::usage, fmt::format("--memory {}: at least 256M is needed", value("memory")));
  if (auto fields = doc::FieldMap::make(plan.fields); !fields) return fields.error();
  if (purpose == Purpose::statistics) plan = statistics_of(std::move(plan));
  plan.notices = without_effect(*this, plan);
  return plan;
}

std::string Settings::to_toml() const {
  std::string out;
  std::string_view group;
  for (const Option& option : options()) {
    if (option.group != group) {
      group = option.group;
      out += fmt::format("{}# {}\n", out.empty() ? "" : "\n", group);
    }
    const std::string text = value(option.name);
    // Naming a recipe is asking for its articles to be dropped, so one that nobody named is shown.
    const bool is_shown_only = option.name == "quality" && !is_given(option.name);
    if (is_shown_only)
      out += fmt::format("# {} = {}\n", option.name, quoted(text));
    else if (option.takes == Takes::nothing)
      out += fmt::format("{} = {}\n", option.name, text == "true" ? "true" : "false");
    else if (text.empty())
      out += fmt::format("# {} = \"\"\n", option.name);
    else
      out += fmt::format("{} = {}\n", option.name, quoted(text));
  }
  return out + recipes_.edited_to_toml();
}

}  // namespace pressmill::config
