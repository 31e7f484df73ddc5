// SPDX-License-Identifier: Apache-2.0
//
// Flags live here and nowhere else.

#include "tools/corpusgen/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/human.h"

namespace pressmill::corpusgen {

namespace {

constexpr std::uint32_t kMillion = 1'000'000;
// Each file of a round-robin corpus stays open, with its codec's memory.
constexpr std::uint32_t kMostOpenFiles = 256;
constexpr std::uint32_t kMostScrapes = 1'000;

constexpr const char* kExamples = R"(
What it makes:
  OUT/news-00000.jsonl.zst ...   the dump; OUT holds nothing else, so it can be milled as a folder
  TRUTH/truth.*                  what is planted in it (tools/corpusgen/README.md tells the columns)
The same arguments make the same bytes on every machine (compressed ones with the same version of
zstd or zlib). With the other flags equal, a longer corpus begins with the shorter one.

Examples:
  corpusgen --out small --articles 600 --near-share 5% --exact-share 3% --malformed-share 4%
  corpusgen --out big --bytes 1G --codec plain
  corpusgen --out many --articles 100000 --files 1000 --codec zst,plain,gz --frame 64K
  corpusgen --out monday --articles 600; corpusgen --out friday --articles 600 --scrape 1
  corpusgen --out near --articles 5000 --near-share 30% --near-jaccard 0.7 --furniture off
)";

// As typed.
struct RawOptions {
  std::string out;
  std::string truth;
  std::uint64_t articles = 0;
  std::string bytes;
  std::uint64_t seed = 1;
  std::vector<std::string> codecs = {"zst"};
  int level = 3;
  std::string frame = "0";
  std::uint32_t files = 1;
  std::string spread = "consecutive";
  std::array<std::string, kRoleShares.size()> shares;
  std::string personal_share = "1%";
  bool only_named = false;
  std::string from;
  std::string from_share = "50%";
  std::vector<std::string> near_jaccard = {"0.98", "0.95", "0.9", "0.8",
                                           "0.7",  "0.6",  "0.5", "0.4"};
  std::string dup_at = "0.5";
  std::string contained_at = "0.9";
  std::string furniture = "on";
  std::string related = "on";
  std::uint32_t scrape = 0;
  std::uint32_t words = 600;
  unsigned threads = 0;
};

void declare_size(CLI::App& app, RawOptions& raw) {
  app.add_option("--out", raw.out, "Folder for the dump; must be new or empty")->required();
  app.add_option("--truth", raw.truth, "Folder for the truth files (default: OUT-truth)");
  auto* articles = app.add_option("--articles", raw.articles, "How many lines to write");
  app.add_option("--bytes", raw.bytes,
                 "How many bytes of JSONL to write instead, before compression: 500M, 1G")
      ->excludes(articles);
  app.add_option("--seed", raw.seed, "Another seed, another corpus")->capture_default_str();
}

void declare_files(CLI::App& app, RawOptions& raw) {
  app.add_option("--codec", raw.codecs,
                 "zst, gz, xz, bz2, lz4 or plain; a list (zst,plain) goes round the files")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--level", raw.level, "Compression level, of every codec")
      ->check(CLI::Range(1, 9))
      ->capture_default_str();
  app.add_option("--frame", raw.frame,
                 "Start a new frame, member or stream after so many bytes; 0: one a file")
      ->capture_default_str();
  app.add_option("--files", raw.files, "How many files")
      ->check(CLI::Range(1U, 1'000'000U))
      ->capture_default_str();
  app.add_option("--spread", raw.spread,
                 "How lines go into files: consecutive, or round-robin (at most 256 files)")
      ->check(CLI::IsMember({"consecutive", "round-robin"}))
      ->capture_default_str();
}

void declare_planted(CLI::App& app, RawOptions& raw) {
  for (std::size_t i = 0; i < kRoleShares.size(); ++i) {
    app.add_option("--" + std::string(kRoleShares[i].name) + "-share", raw.shares[i],
                   std::string(kRoleShares[i].help))
        ->default_str(std::string(kRoleShares[i].share));
  }
  app.add_flag("--only-named", raw.only_named,
               "Shares of lines that are not named are 0, instead of their defaults");
  app.add_option("--personal-share", raw.personal_share,
                 "Share of stories with e-mail addresses, phone, IP and card numbers, and decoys")
      ->capture_default_str();
  app.add_option("--near-jaccard", raw.near_jaccard,
                 "Word-5-gram Jaccard that near copies aim at, each as often as the others")
      ->delimiter(',')
      ->capture_default_str();
  app.add_option("--dup-at", raw.dup_at,
                 "Truth calls a pair a duplicate from this Jaccard on, grey up to 0.15 below")
      ->capture_default_str();
  app.add_option("--furniture", raw.furniture,
                 "Site furniture around the articles' bodies: on or off")
      ->check(CLI::IsMember({"on", "off"}))
      ->capture_default_str();
  app.add_option("--words", raw.words,
                 "Words of a story at the most, nearly; a tenth of that at the least")
      ->check(CLI::Range(30U, 100'000U))
      ->capture_default_str();
  app.add_option("--contained-at", raw.contained_at,
                 "Truth calls an article contained in another from this share of its shingles on")
      ->capture_default_str();
  app.add_option("--related", raw.related,
                 "Headlines of other articles among the furniture: on or off")
      ->check(CLI::IsMember({"on", "off"}))
      ->capture_default_str();
  app.add_option(
         "--scrape", raw.scrape,
         "Make the same articles as scraper number N saw them: ids, furniture and links are "
         "other ones, stories and dates are not")
      ->check(CLI::Range(0U, kMostScrapes))
      ->capture_default_str();
}

void declare_sources(CLI::App& app, RawOptions& raw) {
  app.add_option("--from", raw.from,
                 "Mix in sentences of a real dump: JSONL, any codec; its first 256 MiB of texts");
  app.add_option("--from-share", raw.from_share, "How many of the sentences come from there")
      ->capture_default_str();
  app.add_option("--threads", raw.threads,
                 "Threads; 0: one per processor. The bytes do not depend on it")
      ->capture_default_str();
}

// "0.7", "1": as ten-thousandths.
std::optional<std::uint32_t> parse_similarity(std::string_view text) {
  if (text.ends_with('%')) return std::nullopt;
  const auto millionths = parse_share(text);
  if (!millionths || *millionths % 100 != 0) return std::nullopt;
  return *millionths / 100;
}

Error usage(std::string what) {
  return Error(Code::usage, std::move(what));
}

Status resolve_size(const RawOptions& raw, Options& options) {
  options.out = raw.out;
  while (options.out.size() > 1 && options.out.ends_with('/')) options.out.pop_back();
  options.truth = raw.truth.empty() ? options.out + "-truth" : raw.truth;
  options.seed = raw.seed;
  options.articles = raw.articles;
  if (!raw.bytes.empty()) {
    const auto bytes = parse_size(raw.bytes);
    if (!bytes || *bytes == 0) return usage("--bytes " + raw.bytes + ": no size; try 500M");
    options.bytes = *bytes;
  }
  if (options.articles == 0 && options.bytes == 0)
    return usage("say how much: --articles N (more than 0) or --bytes SIZE");
  return Status::ok();
}

Status resolve_files(const RawOptions& raw, Options& options) {
  options.codecs.clear();
  for (const std::string& name : raw.codecs) {
    const auto* found = std::find(kCodecNames.begin(), kCodecNames.end(), name);
    if (found == kCodecNames.end())
      return usage("--codec " + name + ": use plain, zst, gz, xz, bz2 or lz4");
    options.codecs.push_back(static_cast<Codec>(found - kCodecNames.begin()));
  }
  if (raw.articles > 0 && raw.files > raw.articles)
    return usage("--files: more files than articles");
  options.level = raw.level;
  const auto frame = parse_size(raw.frame);
  if (!frame) return usage("--frame " + raw.frame + ": no size; try 64K, or 0");
  options.frame_bytes = *frame;
  options.files = raw.files;
  options.spread = raw.spread == "consecutive" ? Spread::consecutive : Spread::round_robin;
  if (options.spread == Spread::round_robin && options.files > kMostOpenFiles)
    return usage("--spread round-robin keeps all files open: at most 256; use consecutive");
  return Status::ok();
}

Status resolve_shares(const RawOptions& raw, Options& options) {
  const auto read = [](std::string_view flag, const std::string& text,
                       std::uint32_t& share) -> Status {
    const auto parsed = parse_share(text);
    if (!parsed) return usage(std::string(flag) + " " + text + ": no share; try 5% or 0.05");
    share = *parsed;
    return Status::ok();
  };
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < kRoleShares.size(); ++i) {
    std::uint32_t& share = options.shares[static_cast<std::size_t>(kRoleShares[i].role)];
    const std::string text = !raw.shares[i].empty() ? raw.shares[i]
                             : raw.only_named       ? "0"
                                                    : std::string(kRoleShares[i].share);
    Status done = read("--" + std::string(kRoleShares[i].name) + "-share", text, share);
    if (!done) return done;
    sum += share;
  }
  if (sum > kMillion) return usage("the shares add up to more than the whole");
  Status done = read("--personal-share", raw.personal_share, options.personal_share);
  if (done) done = read("--from-share", raw.from_share, options.from_share);
  return done;
}

Status resolve_similarity(const RawOptions& raw, Options& options) {
  for (const std::string& text : raw.near_jaccard) {
    const auto value = parse_similarity(text);
    if (!value || *value == 0 || *value >= 10'000)
      return usage("--near-jaccard " + text + ": use values between 0 and 1, four decimals");
    options.near_jaccard.push_back(*value);
  }
  const auto dup_at = parse_similarity(raw.dup_at);
  if (!dup_at || *dup_at == 0) return usage("--dup-at " + raw.dup_at + ": use 0.0001 to 1");
  options.dup_at = *dup_at;
  const auto contained_at = parse_similarity(raw.contained_at);
  if (!contained_at || *contained_at == 0)
    return usage("--contained-at " + raw.contained_at + ": use 0.0001 to 1");
  options.contained_at = *contained_at;
  options.furniture = raw.furniture == "on";
  options.related = raw.related == "on";
  options.scrape = raw.scrape;
  options.words = raw.words;
  options.from = raw.from;
  options.threads = raw.threads;
  return Status::ok();
}

Result<Command> resolve(const RawOptions& raw) {
  Command command;
  for (const auto step : {resolve_size, resolve_files, resolve_shares, resolve_similarity}) {
    Status done = step(raw, command.options);
    if (!done) return std::move(done.error());
  }
  return command;
}

}  // namespace

Result<Command> parse_options(std::vector<std::string> arguments) {
  CLI::App app("Makes a news dump of any size, with planted faults and the truth about them.",
               "corpusgen");
  app.footer(kExamples);
  RawOptions raw;
  declare_size(app, raw);
  declare_files(app, raw);
  declare_planted(app, raw);
  declare_sources(app, raw);
  std::reverse(arguments.begin(), arguments.end());  // CLI11 takes them from the back
  try {
    app.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    Command help;
    help.help = app.help();
    return help;
  } catch (const CLI::ParseError& error) {
    return usage(std::string(error.what()) + "; corpusgen --help explains");
  }
  return resolve(raw);
}

}  // namespace pressmill::corpusgen
