// SPDX-License-Identifier: Apache-2.0
//
// Probing inputs and reading heads.

#include "pipeline/preflight.h"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <optional>

#include "dedup/card.h"
#include "doc/day.h"
#include "doc/line_parser.h"
#include "io/chunk_reader.h"
#include "io/line_cutter.h"
#include "pipeline/segments.h"
#include "pipeline/shape.h"
#include "text/byte_escapes.h"
#include "text/display_width.h"

namespace pressmill::pipeline {

namespace {

constexpr std::size_t kHeadBytes = 64 << 10;
// Heads are read of at most so many inputs; more would make a hundred thousand files wait.
constexpr std::size_t kMostHeads = 1024;
// So many heads are held at once.
constexpr std::size_t kProbedAtOnce = 128;
// Malformed lines do not count: sixty of them at the front say nothing of what follows.
constexpr std::size_t kRecordsPerHead = 50;
constexpr std::size_t kSamples = 3;
constexpr std::size_t kSeenNames = 12;

struct Head {
  std::string bytes;
  bool whole = false;
  std::uint64_t compressed = 0;  // bytes of the file that these came from
  std::optional<Error> error;
};

Head read_head(const Input& input) {
  Head head;
  io::ChunkReader::Options options;
  options.chunk_bytes = kHeadBytes;
  auto reader = io::ChunkReader::open(input.path, options);
  if (!reader) {
    head.error = reader.error();
    return head;
  }
  io::FrameDecoder decoder;
  io::Chunk chunk;
  while (head.bytes.size() < kHeadBytes) {
    if (!reader->next(chunk)) {
      head.whole = true;
      break;
    }
    decoder.decode(chunk);
    head.compressed += chunk.compressed_bytes;
    head.bytes += chunk.bytes.view();
    if (!chunk.error) continue;
    if (head.bytes.empty()) head.error = chunk.error;
    break;
  }
  return head;
}

// What the lines of one head were, to judge its file by.
struct Verdict {
  std::uint64_t lines = 0;
  std::uint64_t records = 0;     // of them, those that are JSON objects
  std::uint64_t other_text = 0;  // of these, those of which the text is no string
  std::uint64_t with_text = 0;
  std::vector<std::string> seen;  // members of the first records

  void add(const Verdict& other) {
    lines += other.lines;
    records += other.records;
    other_text += other.other_text;
    with_text += other.with_text;
    for (const std::string& name : other.seen) see(name);
  }
  void see(const std::string& name) {
    if (seen.size() < kSeenNames && std::ranges::find(seen, name) == seen.end())
      seen.push_back(name);
  }
};

// Looks at the first lines of one head after another.
class HeadReader {
 public:
  HeadReader(const PreflightSettings& settings, Preflight& found)
      : found_(found),
        parser_(settings.fields, settings.plan.repair),
        sites_(settings.aliases),
        order_(settings.plan.date_order) {}

  Verdict read(const Head& head) {
    verdict_ = {};
    Buffer padded(head.bytes);
    std::string_view rest = padded.view();
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    while (verdict_.records < kRecordsPerHead && !rest.empty()) {
      const bool complete = head.whole || rest.find('\n') != std::string_view::npos;
      const std::string_view line = io::take_line(rest);
      if (!complete) break;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      bytes_ += line.size() + 1;
      read_line(line);
    }
    return std::move(verdict_);
  }

  std::uint64_t bytes() const { return bytes_; }

 private:
  void read_line(std::string_view line) {
    ++found_.sampled;
    ++verdict_.lines;
    const doc::ParsedLine parsed = parser_.parse(line, article_);
    if (parsed.kind == doc::LineKind::malformed) {
      ++found_.malformed;
      if (parsed.reason != doc::Malformed::text_type) return;
      ++verdict_.other_text;
    }
    ++verdict_.records;
    note_names();
    if (parsed.kind != doc::LineKind::article) return;
    ++verdict_.with_text;
    const std::string_view url = article_[doc::Role::url].value;
    const auto day = doc::find_day(article_[doc::Role::date].value, url, order_);
    const std::string site(sites_.site(url, article_[doc::Role::outlet].value));
    if (day.days != dedup::kNoDay) ++found_.with_day;
    if (site != "-") ++found_.with_site;
    if (found_.samples.size() < kSamples)
      found_.samples.push_back({text::one_line(article_[doc::Role::id].value, 40),
                                text::one_line(article_[doc::Role::title].value, 70),
                                doc::format_day(day.days), site,
                                text::one_line(article_[doc::Role::text].value, 70)});
  }

  // Which member of this line played which role.
  void note_names() {
    doc::RawObject raw(article_.line, 0);
    doc::RawMember member;
    while (raw.next(member)) {
      const std::string name = doc::unquoted(member.key.of(article_.line));
      verdict_.see(name);
      for (std::size_t role = 0; role < doc::kRoleCount; ++role) {
        const doc::Span token = article_.fields[role].token;
        if (token.empty() || token.begin < member.value.begin || token.end() > member.value.end())
          continue;
        count(found_.fields[role], token.begin == member.value.begin ? name : name + ".*");
      }
    }
  }

  static void count(std::vector<FieldFill>& fills, const std::string& name) {
    for (FieldFill& fill : fills) {
      if (fill.name != name) continue;
      ++fill.filled;
      return;
    }
    fills.push_back({name, 1});
  }

  Preflight& found_;
  doc::LineParser parser_;
  doc::SiteResolver sites_;
  DateOrder order_;
  doc::Article article_;
  Verdict verdict_;
  std::uint64_t bytes_ = 0;
};

struct Probe {
  std::optional<Error> error;
  std::optional<Head> head;
};

// Probes inputs [begin, end), side by side; reads the heads of every `step`-th.
std::vector<Probe> probe_some(std::vector<Input>& inputs, std::size_t begin, std::size_t end,
                              std::size_t step) {
  std::vector<Probe> probes(end - begin);
  tbb::parallel_for(begin, end, [&](std::size_t i) {
    Probe& probe = probes[i - begin];
    if (Status s = probe_input(inputs[i]); !s)
      probe.error = s.error();
    else if (i % step == 0)
      probe.head = read_head(inputs[i]);
  });
  return probes;
}

// Why the input cannot be read at all, if it cannot.
std::optional<Error> refusal(const Input& input, const Probe& probe) {
  if (probe.error) return probe.error;
  if (!probe.head) return std::nullopt;
  if (probe.head->error) return probe.head->error;
  // What stdin brought lies in a file that nobody knows and that goes away.
  const bool from_stdin = input.name == "-";
  const std::string advice = shape_advice(detect_shape(probe.head->bytes, probe.head->whole),
                                          from_stdin ? "FILE" : input.path, input.codec);
  if (advice.empty()) return std::nullopt;
  return Error(Code::input, advice, Place{.path = from_stdin ? "-" : input.path});
}

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

// What is wrong with most of the lines looked at, and what to do.
std::string no_text(const Verdict& v) {
  if (v.records == 0)
    return "no line of the samples is a JSON object; pressmill reads JSONL, one article a line";
  if (v.other_text * 2 > v.records)
    return fmt::format(
        "the text of {} of {} sampled lines is no string but a list, an object or the like; fields "
        "seen: {}; join its parts, or name another field, as in --fields text=NAME",
        v.other_text, v.records, joined(v.seen));
  return fmt::format(
      "{} of {} sampled lines have no text; fields seen: {}; name the one that holds the text, as "
      "in --fields text=NAME",
      v.records - v.with_text, v.records, joined(v.seen));
}

// Judges files one by one: a file of another kind among good ones is told of, no more, for what it
// holds is accounted for line by line. Only where no file has an article is the run refused.
class Judge {
 public:
  void add(const Input& input, const Verdict& verdict) {
    all_.add(verdict);
    ++files_;
    if (verdict.lines == 0 || verdict.with_text * 2 >= std::max<std::uint64_t>(verdict.records, 1))
      return;
    const std::string& shown = input.name == "-" ? input.name : input.path;
    wrong_.push_back({shown, no_text(verdict)});
  }

  // `all_seen`: the heads are all there is. Else malformed lines at the front say nothing of what
  // comes behind them.
  Status judge(bool all_seen, Diagnostics& diagnostics) const {
    const bool has_articles = all_.with_text > 0 || (all_.records == 0 && !all_seen);
    // Of the only file it is told at once.
    for (const Wrong& each : wrong_)
      if (has_articles || files_ > 1)
        diagnostics.warn("no_text", Place{.path = each.path}, each.what);
    if (has_articles) return {};
    return Error(Code::usage, no_text(all_));
  }

 private:
  struct Wrong {
    std::string path;
    std::string what;
  };

  Verdict all_;
  std::uint64_t files_ = 0;
  std::vector<Wrong> wrong_;
};

// What the heads tell of sizes.
struct HeadSizes {
  std::uint64_t decoded = 0;  // of compressed inputs
  std::uint64_t compressed = 0;
  bool all_seen = true;  // every input was looked at whole

  void add(const Input& input, const std::optional<Head>& head) {
    all_seen = all_seen && head && head->whole;
    if (!head || input.codec == io::Codec::plain) return;
    decoded += head->bytes.size();
    compressed += head->compressed;
  }
};

void estimate(Preflight& found, const HeadSizes& sizes, std::uint64_t line_bytes) {
  double growth = 1;
  if (sizes.compressed > 0)
    growth = static_cast<double>(sizes.decoded) / static_cast<double>(sizes.compressed);
  for (const Input& input : found.inputs) {
    found.file_bytes += input.bytes;
    const double grown = static_cast<double>(input.bytes) * std::max(1.0, growth);
    found.estimated_bytes +=
        input.codec == io::Codec::plain ? input.bytes : static_cast<std::uint64_t>(grown);
  }
  if (line_bytes > 0)
    found.estimated_articles = static_cast<std::uint64_t>(
        static_cast<double>(found.estimated_bytes) * static_cast<double>(found.sampled) /
        static_cast<double>(line_bytes));
}

}  // namespace

Result<Preflight> preflight(const PreflightSettings& settings, InputList list,
                            Diagnostics& diagnostics) {
  Preflight found;
  found.left_out = list.left_out.size();
  found.passed_by = list.passed_by.size();
  found.repeated = list.repeated;
  std::ranges::sort(list.results);
  for (const std::string& folder : list.results)
    diagnostics.warn("left_out", Place{.path = folder},
                     "holds the results of a run; it is left out. To mill what it kept, name its "
                     "folder kept");
  for (const Unread& each : list.passed_by)
    diagnostics.warn("left_out", Place{.path = each.path}, each.why);
  for (const Unread& each : list.skipped) {
    diagnostics.fail("skipped", Place{.path = each.path}, each.why + "; it is skipped");
    found.skipped.push_back(each.name + ": " + text::escape_message(each.why));
  }
  HeadReader heads(settings, found);
  Judge judge;
  HeadSizes sizes;
  const std::size_t count = list.inputs.size();
  const std::size_t step = (count + kMostHeads - 1) / kMostHeads;
  for (std::size_t begin = 0; begin < count; begin += kProbedAtOnce) {
    const std::size_t end = std::min(begin + kProbedAtOnce, count);
    const std::vector<Probe> probes = probe_some(list.inputs, begin, end, step);
    for (std::size_t i = begin; i < end; ++i) {
      Input& input = list.inputs[i];
      if (auto error = refusal(input, probes[i - begin])) {
        diagnostics.fail("skipped", *error);
        found.skipped.push_back(input.name + ": " + text::escape_message(error->what()));
        continue;
      }
      if (probes[i - begin].head) judge.add(input, heads.read(*probes[i - begin].head));
      sizes.add(input, probes[i - begin].head);
      found.inputs.push_back(std::move(input));
    }
  }
  if (found.inputs.empty())
    return Error(Code::usage, "none of the inputs can be milled; see the messages above");
  if (sizes.all_seen && found.sampled == 0)
    return Error(Code::usage, "no articles in the input: it is empty, or all its lines are blank");
  if (Status s = judge.judge(sizes.all_seen, diagnostics); !s) return s.error();
  estimate(found, sizes, heads.bytes());
  return found;
}

}  // namespace pressmill::pipeline
