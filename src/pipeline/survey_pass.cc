// SPDX-License-Identifier: Apache-2.0
//
// Reading, counting, saving.

#include "pipeline/survey_pass.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_map>

#include "base/hash.h"
#include "clean/personal_data.h"
#include "clean/site_memory_file.h"
#include "io/atomic_file.h"
#include "io/posix.h"
#include "io/store.h"
#include "pipeline/budget.h"
#include "pipeline/read_pass.h"
#include "pipeline/survey_counts.h"
#include "pipeline/survey_worker.h"
#include "pipeline/survey_writer.h"

namespace pressmill::pipeline {

namespace {

using clean::SavedEntry;
using clean::SiteEntry;
using clean::SiteKind;

enum Step : std::size_t { kCount = 5, kSave = 6 };

SegmentsDone find_surveyed(const RunState& run) {
  return find_done(run, "survey", [&run](const JournalEntry& entry, SegmentKey key) {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(run.paths.survey(key), missing);
    return !missing && bytes == entry.store_bytes;
  });
}

std::uint64_t packed_bytes(const Ticket& ticket) {
  std::uint64_t bytes = 0;
  for (const SurveyedPart& part : ticket.surveyed)
    for (const io::StoreFrame& frame : part.frames) bytes += frame.packed.size();
  return bytes;
}

Status read_inputs(RunState& run, bool with_texts, PassClock& clock) {
  SurveyWriter writer(run);
  const ReadPass pass{"survey", [&] { return std::make_unique<SurveyWorker>(run, with_texts); },
                      [&writer](Ticket& ticket) { return writer.append(ticket); },
                      [&writer](bool complete) { return writer.finish(complete); }, packed_bytes};
  return read_all_lines(run, find_surveyed(run), pass, clock);
}

// Calls visit(record) for every surveyed article, in order.
template <class Visit>
Status each_record(const RunState& run, Visit visit) {
  SurveyRecord record;
  for (const SegmentKey& key : find_surveyed(run).segments) {
    if (run.stop_wanted()) return stopped();
    auto store = io::StoreReader::open(run.paths.survey(key));
    if (!store) return store.error();
    for (std::uint32_t frame = 0; frame < store->frame_count(); ++frame) {
      if (Status s = store->load(frame); !s) return s;
      auto records = store->records();
      if (!records) return records.error();
      for (const std::string_view bytes : *records) {
        if (!read_survey(bytes, record))
          return Error(Code::input, "damaged record; run again with --fresh",
                       Place{.path = run.paths.survey(key)});
        if (Status s = visit(record); !s) return s;
      }
    }
  }
  return {};
}

SiteEntry entry_of(const SavedEntry& saved) {
  return {hash64(saved.site), saved.key, saved.kind, saved.articles};
}

// What to write: every entry with its site's name and its words.
class SavedMemory {
 public:
  // `entries` win over what was saved `before`.
  SavedMemory(const std::vector<SiteEntry>& entries, const std::vector<SavedEntry>& before) {
    for (const SiteEntry& entry : entries) saved_[place(entry)].articles = entry.articles;
    for (const SavedEntry& entry : before) {
      const auto [it, is_new] = saved_.try_emplace(place(entry_of(entry)), entry);
      const std::uint32_t articles = is_new ? entry.articles : it->second.articles;
      it->second = entry;
      it->second.articles = articles;
    }
  }

  // Texts are told by the first article that has them.
  Status learn_texts(const SurveyRecord& record) {
    static constexpr SiteKind kKinds[] = {SiteKind::line, SiteKind::start, SiteKind::end};
    learn(record, SiteKind::articles, 0, "");
    for (std::size_t kind = 0; kind < SurveyRecord::kKinds; ++kind)
      for (std::size_t i = 0; i < record.texts[kind].size(); ++i) {
        learn(record, kKinds[kind], record.keys[kind][i], record.texts[kind][i]);
        if (kKinds[kind] != SiteKind::line) continue;
        for (const SiteKind of_lines : {SiteKind::headline, SiteKind::above, SiteKind::below})
          learn(record, of_lines, record.keys[kind][i], record.texts[kind][i]);
      }
    return {};
  }

  // Behind learn_texts(): the site is among what was counted.
  void add_seen(const SurveyCounts::NewArticle& article) {
    const auto of = saved_.find(place({article.site, 0, SiteKind::articles, 0}));
    const SavedEntry seen = clean::seen_entry(of->second.site, article.mark);
    saved_[place(entry_of(seen))] = seen;
  }

  std::vector<SavedEntry> take() {
    std::vector<SavedEntry> all;
    for (auto& [place, entry] : saved_) all.push_back(std::move(entry));
    return all;
  }

 private:
  static std::uint64_t place(const SiteEntry& entry) {
    return mix64(mix64(entry.site + static_cast<std::uint64_t>(entry.kind)) ^ entry.key);
  }
  void learn(const SurveyRecord& record, SiteKind kind, std::uint64_t key, std::string_view text) {
    const auto it = saved_.find(place({record.site, key, kind, 0}));
    if (it == saved_.end()) return;
    SavedEntry& entry = it->second;
    if (entry.site.empty()) {
      entry.site = record.site_name;
      entry.kind = kind;
      entry.key = key;
    }
    // What stood in one article is not furniture yet, most of it never will be.
    if (entry.text.empty() && (kind != SiteKind::line || entry.articles > 1)) entry.text = text;
  }

  std::unordered_map<std::uint64_t, SavedEntry> saved_;
};

bool is_of_young_site(const SavedEntry& entry) {
  return entry.kind == SiteKind::seen || (entry.kind == SiteKind::line && entry.articles == 1);
}

SeenArticles seen_articles(const std::vector<SavedEntry>& before) {
  SeenArticles seen;
  for (const SavedEntry& entry : before)
    if (entry.kind == SiteKind::seen)
      if (const auto mark = clean::article_mark(entry.text))
        seen[hash64(entry.site)].push_back(*mark);
  for (auto& [site, marks] : seen) std::sort(marks.begin(), marks.end());
  return seen;
}

// An earlier night's entries are forgotten where the site has grown away from them. Of young sites
// at most `most_young` rows stay, those that come first in the file.
void forget_rare(std::vector<SavedEntry>& before, const std::vector<SiteEntry>& entries,
                 std::size_t most_young) {
  std::unordered_map<std::uint64_t, std::uint64_t> articles;
  for (const SavedEntry& entry : before)
    if (entry.kind == SiteKind::articles) articles[hash64(entry.site)] = entry.articles;
  for (const SiteEntry& entry : entries)
    if (entry.kind == SiteKind::articles) articles[entry.site] = entry.articles;
  std::size_t young = 0;
  std::erase_if(before, [&](const SavedEntry& entry) {
    if (is_of_young_site(entry))
      return !clean::is_young(articles[hash64(entry.site)]) || ++young > most_young;
    return entry.kind != SiteKind::articles && entry.kind != SiteKind::headline &&
           entry.kind != SiteKind::night &&
           !clean::is_worth_keeping(entry.articles, articles[hash64(entry.site)]);
  });
}

// What is furniture without doubt on one site may be met on another that took its pages over.
void add_for_all_sites(const SiteEntry& entry, clean::SiteMemory& memory) {
  constexpr std::uint64_t kLeastArticles = 10;
  constexpr std::uint64_t kLeastShare = 5;  // one of so many
  const std::uint64_t all = hash64(clean::kAllSites);
  if (entry.kind == SiteKind::line && entry.articles >= kLeastArticles &&
      entry.articles * kLeastShare >= memory.articles(entry.site) &&
      memory.articles(all, SiteKind::line, entry.key) == 0)
    memory.add({all, entry.key, SiteKind::line, 1});
}

// `entries` have what was known before in them; what they do not have comes from there.
clean::SiteMemory memory_of(const std::vector<SiteEntry>& entries,
                            const std::vector<SavedEntry>& before) {
  clean::SiteMemory memory;
  for (const SiteEntry& entry : entries) memory.add(entry);
  for (const SavedEntry& saved : before) {
    if (saved.kind == SiteKind::seen) continue;
    const SiteEntry entry = entry_of(saved);
    if (memory.articles(entry.site, entry.kind, entry.key) == 0) memory.add(entry);
  }
  for (const SiteEntry& entry : entries) add_for_all_sites(entry, memory);
  for (const SavedEntry& saved : before) add_for_all_sites(entry_of(saved), memory);
  return memory;
}

// Known by what is in the inputs, not by their names, and by what decides which lines are read.
SavedEntry night_of(const RunState& run) {
  std::vector<std::pair<std::uint64_t, std::uint64_t>> inputs;
  for (const Input& input : run.inputs) inputs.emplace_back(input.hash, input.bytes);
  std::sort(inputs.begin(), inputs.end());
  std::uint64_t hash = hash64(run.plan.fields) ^ mix64(run.plan.sample) ^ run.plan.limit;
  for (const auto& [content, bytes] : inputs) hash = mix64(mix64(hash ^ content) + bytes);
  return {std::string(clean::kAllSites), SiteKind::night, 1, hash, ""};
}

// What a person must not read of others stays unwritten; a row's key is enough.
void forget_personal(std::vector<SavedEntry>& entries) {
  clean::PersonalFinder finder;
  clean::PersonalCounts found{};
  for (SavedEntry& entry : entries)
    if (finder.mask(entry.text, found) != nullptr) entry.text.clear();
}

Status save(const RunState& run, const std::vector<SiteEntry>& entries, const SurveyCounts& counts,
            const std::vector<SavedEntry>& before) {
  SavedMemory saved(entries, before);
  Status s = each_record(run, [&](const SurveyRecord& r) { return saved.learn_texts(r); });
  if (!s) return s;
  for (const auto& article : counts.new_articles()) saved.add_seen(article);
  std::vector<SavedEntry> all = saved.take();
  all.push_back(night_of(run));
  if (run.plan.pii == Pii::mask) forget_personal(all);
  return clean::save_site_memory(run.paths.memory_after(), std::move(all));
}

// The file of a person may be a link, and has a mode of its own.
Status replace_memory(const std::string& path, const std::string& text) {
  namespace fs = std::filesystem;
  std::error_code none;
  const fs::path real = fs::canonical(path, none);
  const fs::path target = real.empty() ? fs::path(path) : real;
  const bool is_there = io::is_there(target.string());
  const fs::perms mode = is_there ? fs::status(target, none).permissions() : fs::perms::unknown;
  if (Status s = io::write_file(target.string(), text); !s) return s;
  if (is_there) fs::permissions(target, mode, none);
  return {};
}

}  // namespace

Result<clean::SiteMemory> survey(RunState& run) {
  PassClock clock("survey", refine_width(run.threads, run.memory_bytes),
                  {"read", "decode", "cut", "survey", "write", "count", "save"});
  auto before = clean::load_site_memory(run.paths.memory_before());
  if (!before) return before.error();
  const bool is_kept = !run.plan.site_memory.empty();
  const clean::SiteMemory known = memory_of({}, *before);
  if (known.articles(hash64(clean::kAllSites), SiteKind::night, night_of(run).key) > 0) {
    run.diagnostics.note("survey", "these inputs are in the site memory already");
    if (Status s = clean::save_site_memory(run.paths.memory_after(), *before); !s) return s.error();
    run.passes.push_back(clock.finish());
    return known;
  }
  if (Status s = read_inputs(run, is_kept, clock); !s) return s.error();

  auto counting = clock.enter(kCount);
  const SeenArticles seen = seen_articles(*before);
  SurveyCounts counts(run.paths.survey_scratch(), sort_memory(run.memory_bytes), known,
                      is_kept ? &seen : nullptr);
  if (Status s = each_record(run, [&](const SurveyRecord& r) { return counts.add(r); }); !s)
    return s.error();
  std::vector<SiteEntry> entries;
  if (Status s = counts.finish(entries); !s) return s.error();
  forget_rare(*before, entries, kMostYoungRows - counts.young_rows());
  counting.leave(0, 0);

  auto saving = clock.enter(kSave);
  if (is_kept)
    if (Status s = save(run, entries, counts, *before); !s) return s.error();
  saving.leave(0, 0);
  run.passes.push_back(clock.finish());
  return memory_of(entries, *before);
}

Result<clean::SiteMemory> remembered(const RunState& run) {
  auto before = clean::load_site_memory(run.paths.memory_before());
  if (!before) return before.error();
  return memory_of({}, *before);
}

Status check_memory(const Plan& plan) {
  namespace fs = std::filesystem;
  const std::string& path = plan.site_memory;
  if (path.empty()) return {};
  std::error_code error;
  if (fs::status(path, error).type() == fs::file_type::none)
    return Error(Code::usage, fmt::format("cannot be looked up: {}", error.message()),
                 Place{.path = path});
  if (auto memory = clean::load_site_memory(path); !memory) return memory.error();
  const fs::path folder = fs::absolute(path).parent_path();
  const bool is_writable =
      io::is_there(path) ? ::access(path.c_str(), W_OK) == 0 : ::access(folder.c_str(), W_OK) == 0;
  if (is_writable || !plan.survey) return {};
  return Error(Code::usage, "cannot be written; what the run learns goes there when it is done",
               Place{.path = path});
}

Status copy_memory(const Plan& plan, const Paths& paths) {
  if (plan.site_memory.empty() || io::is_there(paths.memory_before())) return {};
  if (!io::is_there(plan.site_memory)) return io::write_file(paths.memory_before(), "");
  auto text = io::read_file(plan.site_memory);
  if (!text) return text.error();
  return io::write_file(paths.memory_before(), *text);
}

Status hand_on_memory(const Plan& plan, const Paths& paths, Diagnostics& diagnostics) {
  if (plan.site_memory.empty() || !io::is_there(paths.memory_after())) return {};
  auto after = io::read_file(paths.memory_after());
  if (!after) return after.error();
  auto before = io::read_file(paths.memory_before());
  if (!before) return before.error();
  if (io::is_there(plan.site_memory)) {
    auto now = io::read_file(plan.site_memory);
    if (!now) return now.error();
    if (*now != *before && *now != *after) {
      diagnostics.fail("site_memory", Place{.path = plan.site_memory},
                       "changed while the run was at work and is left alone; what this run learned "
                       "is in " +
                           paths.memory_after());
      return {};
    }
  }
  return replace_memory(plan.site_memory, *after);
}

}  // namespace pressmill::pipeline
