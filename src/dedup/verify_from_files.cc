// SPDX-License-Identifier: Apache-2.0
//
// Hubs chosen, everyone else dealt out to their files, one file after the other compared.

#include "dedup/verify_from_files.h"

#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "dedup/alike.h"
#include "dedup/file_plan.h"
#include "dedup/parallel_sort.h"
#include "dedup/set_files.h"
#include "io/spill/external_sort.h"

namespace pressmill::dedup {

namespace {

using Set = std::span<const std::uint64_t>;

constexpr std::size_t kChunkWords = std::size_t{1} << 15;
constexpr std::size_t kChunkPairs = std::size_t{1} << 12;
constexpr std::size_t kChunksPerThread = 3;

// Which of a pair is the hub: who has more pairs, as far as a byte can count; else the earlier.
class Hubs {
 public:
  explicit Hubs(std::size_t articles) : pairs_(articles), is_hub_(articles) {}

  void count(const IndexPair& pair) {
    for (const std::uint32_t index : {pair.a, pair.b})
      if (pairs_[index] < UINT8_MAX) ++pairs_[index];
  }
  // The hub, then the other.
  std::pair<std::uint32_t, std::uint32_t> choose(const IndexPair& pair) {
    const bool earlier = pairs_[pair.a] >= pairs_[pair.b];
    const std::pair chosen = earlier ? std::pair(pair.a, pair.b) : std::pair(pair.b, pair.a);
    is_hub_[chosen.first] = true;
    return chosen;
  }
  void chosen() { std::vector<std::uint8_t>().swap(pairs_); }
  bool contains(std::uint32_t index) const { return is_hub_[index]; }
  std::uint32_t articles() const { return static_cast<std::uint32_t>(is_hub_.size()); }

 private:
  std::vector<std::uint8_t> pairs_;
  std::vector<bool> is_hub_;
};

// Hubs that are held in memory, in order of index.
class HeldSets {
 public:
  struct Held {
    SetHead head;
    std::size_t offset = 0;
  };

  std::uint64_t bytes() const {
    return held_.size() * sizeof(Held) + words_.size() * sizeof(std::uint64_t);
  }
  bool empty() const { return held_.empty(); }
  void clear() {
    held_.clear();
    words_.clear();
  }
  void reserve(std::uint64_t bytes) { words_.reserve(bytes / sizeof(std::uint64_t)); }
  void add(const SetHead& head, Set set) {
    held_.push_back({head, words_.size()});
    words_.insert(words_.end(), set.begin(), set.end());
  }
  const Held* find(std::uint32_t index) const {
    const auto it =
        std::lower_bound(held_.begin(), held_.end(), index,
                         [](const Held& held, std::uint32_t i) { return held.head.index < i; });
    return it != held_.end() && it->head.index == index ? &*it : nullptr;
  }
  Set set(const Held& held) const {
    return Set(words_).subspan(held.offset, held.head.member.shingles);
  }

 private:
  std::vector<Held> held_;
  std::vector<std::uint64_t> words_;
};

// The hubs' sets, file by file of the plan, as many at a time as the memory allows.
class HubReader {
 public:
  HubReader(const SetsInFiles& sets, const Hubs& hubs, const FilePlan& plan,
            std::uint64_t memory_bytes)
      : stream_(sets.paths), hubs_(hubs), plan_(plan), memory_(memory_bytes) {}

  // The next hubs of the file; none: it has no more.
  Status load(std::size_t file, HeldSets& held) {
    held.clear();
    held.reserve(memory_);
    for (;; waits_ = false) {
      if (!waits_) {
        auto more = next_hub();
        if (!more) return more.error();
        if (!*more) return {};
      }
      waits_ = true;
      const std::uint64_t bytes = sizeof(HeldSets::Held) + set_.size() * sizeof(std::uint64_t);
      const bool is_full = !held.empty() && held.bytes() + bytes > memory_;
      if (is_full || plan_.file_of(head_.index) != file) return {};
      held.add(head_, set_);
    }
  }

 private:
  Result<bool> next_hub() {
    for (;;) {
      auto more = stream_.next(head_, set_);
      if (!more || !*more || hubs_.contains(head_.index)) return more;
    }
  }

  SetStream stream_;
  const Hubs& hubs_;
  const FilePlan& plan_;
  std::uint64_t memory_;
  SetHead head_;
  std::vector<std::uint64_t> set_;
  bool waits_ = false;  // the last one read was not loaded
};

// Sets on their way past the hubs.
struct Chunk {
  struct Alike {
    IndexPair pair;
    std::uint32_t shared = 0;
  };

  std::vector<SetHead> heads;
  std::vector<std::uint64_t> words;
  std::vector<std::uint32_t> partners;
  std::vector<Alike> alike;
  std::uint64_t compared = 0;

  void clear() {
    heads.clear();
    words.clear();
    partners.clear();
    alike.clear();
    compared = 0;
  }
  bool is_full() const { return words.size() >= kChunkWords || partners.size() >= kChunkPairs; }
};

// Everyone of one file past the hubs that are held.
class PassBy {
 public:
  PassBy(const VerifySettings& settings, const HeldSets& held, CandidateGraph& graph)
      : settings_(settings), held_(held), graph_(graph) {}

  Status compare(const std::string& path) {
    SetStream stream({path});
    tbb::parallel_pipeline(kChunksPerThread * settings_.threads,
                           tbb::make_filter<void, Chunk*>(tbb::filter_mode::serial_in_order,
                                                          [&](tbb::flow_control& flow) -> Chunk* {
                                                            Chunk* chunk = read(stream);
                                                            if (chunk == nullptr) flow.stop();
                                                            return chunk;
                                                          }) &
                               tbb::make_filter<Chunk*, Chunk*>(tbb::filter_mode::parallel,
                                                                [&](Chunk* chunk) {
                                                                  compare(*chunk);
                                                                  return chunk;
                                                                }) &
                               tbb::make_filter<Chunk*, void>(tbb::filter_mode::serial_in_order,
                                                              [&](Chunk* chunk) { link(chunk); }));
    return failure_ ? Status(*failure_) : Status();
  }
  std::uint64_t compared() const { return compared_; }

 private:
  // Null at the end, and where something failed.
  Chunk* read(SetStream& stream) {
    Chunk* chunk = take_free();
    chunk->clear();
    if (Status s = settings_.go_on(); !s) return fail(s.error());
    SetHead head;
    while (!chunk->is_full()) {
      auto more = stream.next(head, set_, partners_);
      if (!more) return fail(more.error());
      if (!*more) break;
      chunk->heads.push_back(head);
      chunk->words.insert(chunk->words.end(), set_.begin(), set_.end());
      chunk->partners.insert(chunk->partners.end(), partners_.begin(), partners_.end());
    }
    return chunk->heads.empty() ? nullptr : chunk;
  }

  void compare(Chunk& chunk) const {
    std::size_t word = 0;
    std::size_t partner = 0;
    for (const SetHead& head : chunk.heads) {
      const Set set = Set(chunk.words).subspan(word, head.member.shingles);
      word += set.size();
      for (const std::size_t end = partner + head.partners; partner < end; ++partner) {
        const HeldSets::Held* hub = held_.find(chunk.partners[partner]);
        if (hub == nullptr) continue;  // one of the file that is held at another time
        if (!in_scope(settings_.scope, head.member, hub->head.member)) continue;
        ++chunk.compared;
        const std::uint32_t shared =
            shared_if_alike(held_.set(*hub), set, settings_.near, settings_.contained);
        if (shared == 0) continue;
        const auto [a, b] = std::minmax(head.index, hub->head.index);
        chunk.alike.push_back({{a, b}, shared});
      }
    }
  }

  void link(Chunk* chunk) {
    compared_ += chunk->compared;
    for (const Chunk::Alike& alike : chunk->alike)
      if (Status s = graph_.link(alike.pair, alike.shared); !s) fail(s.error());
    const std::lock_guard lock(mutex_);
    free_.push_back(chunk);
  }

  Chunk* take_free() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) {
      all_.push_back(std::make_unique<Chunk>());
      return all_.back().get();
    }
    Chunk* chunk = free_.back();
    free_.pop_back();
    return chunk;
  }

  Chunk* fail(Error error) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(error);
    return nullptr;
  }

  const VerifySettings& settings_;
  const HeldSets& held_;
  CandidateGraph& graph_;
  std::vector<std::uint64_t> set_;  // of the one that is read
  std::vector<std::uint32_t> partners_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Chunk>> all_;
  std::vector<Chunk*> free_;
  std::optional<Error> failure_;
  std::uint64_t compared_ = 0;
};

// An article is to be compared with a hub.
struct Need {
  std::uint32_t index = 0;
  std::uint32_t hub = 0;
  auto operator<=>(const Need&) const = default;
};

class FromFiles {
 public:
  FromFiles(const SetsInFiles& sets, CandidateGraph& graph, const VerifySettings& settings)
      : settings_(settings), sets_(sets), graph_(graph), hubs_(graph.rows().size()) {}

  Result<std::uint64_t> verify() {
    io::ExternalSort<Need> needs(settings_.scratch_prefix + "needs", settings_.memory_bytes / 2,
                                 [](Need* a, Need* b) { parallel_sort(a, b); });
    if (Status s = choose_hubs(needs); !s) return s.error();
    auto files = SetWriter::create(settings_.scratch_prefix + "pairs-", plan_.files());
    if (!files) return files.error();
    if (Status s = deal_out(needs, *files); !s) return s.error();
    HubReader hubs(sets_, hubs_, plan_, settings_.memory_bytes / 2);
    HeldSets held;
    std::uint64_t compared = 0;
    for (std::size_t file = 0; file < plan_.files(); ++file) {
      const io::ScratchFile others(files->path(file));
      for (;;) {
        if (Status s = hubs.load(file, held); !s) return s.error();
        if (held.empty()) break;
        PassBy pass(settings_, held, graph_);
        if (Status s = pass.compare(others.path()); !s) return s.error();
        compared += pass.compared();
      }
    }
    return compared;
  }

 private:
  Status choose_hubs(io::ExternalSort<Need>& needs) {
    Status s = graph_.each_pair([&](const IndexPair& pair) {
      hubs_.count(pair);
      return Status();
    });
    if (!s) return s;
    s = graph_.each_pair([&](const IndexPair& pair) {
      const auto [hub, other] = hubs_.choose(pair);
      return needs.add({other, hub});
    });
    hubs_.chosen();
    FilePlanner planner(settings_.memory_bytes / 2);
    for (const bool sums : {true, false})
      for (std::uint32_t index = 0; index < hubs_.articles(); ++index) {
        if (!hubs_.contains(index)) continue;
        const std::uint64_t bytes = sets_.bytes_of(index);
        sums ? planner.add(bytes) : planner.place(index, bytes);
      }
    plan_ = planner.take();
    return s;
  }

  // Needs come by article, those of one in order of hubs.
  Status deal_out(io::ExternalSort<Need>& needs, SetWriter& files) const {
    SetStream stream = SetStream(sets_.paths);
    SetHead head;
    head.index = UINT32_MAX;
    std::vector<std::uint64_t> set;
    std::vector<std::uint32_t> hubs;
    std::uint32_t index = UINT32_MAX;
    const auto write = [&]() -> Status {
      if (hubs.empty()) return {};
      while (head.index != index) {
        auto more = stream.next(head, set);
        if (!more) return more.error();
        if (!*more) return Error(Code::input, "scratch data was cut short; run again: it resumes");
      }
      return write_to_files(files, head, set, hubs);
    };
    Status s = needs.finish([&](const Need& need) -> Status {
      if (need.index != index) {
        if (Status written = write(); !written) return written;
        index = need.index;
        hubs.clear();
      }
      hubs.push_back(need.hub);
      return {};
    });
    if (s) s = write();
    return s ? files.close() : s;
  }

  Status write_to_files(SetWriter& files, const SetHead& head, Set set,
                        std::span<const std::uint32_t> hubs) const {
    while (!hubs.empty()) {
      const std::size_t file = plan_.file_of(hubs.front());
      std::size_t own = 1;
      while (own < hubs.size() && plan_.file_of(hubs[own]) == file) ++own;
      if (Status s = files.add(file, head, set, hubs.first(own)); !s) return s;
      hubs = hubs.subspan(own);
    }
    return {};
  }

  const VerifySettings& settings_;
  const SetsInFiles& sets_;
  CandidateGraph& graph_;
  Hubs hubs_;
  FilePlan plan_;
};

}  // namespace

Result<std::uint64_t> verify_from_files(const SetsInFiles& sets, CandidateGraph& graph,
                                        const VerifySettings& settings) {
  return FromFiles(sets, graph, settings).verify();
}

}  // namespace pressmill::dedup
