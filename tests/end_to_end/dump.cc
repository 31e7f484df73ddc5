// SPDX-License-Identifier: Apache-2.0
//
// Sentences to articles, articles to files.

#include "tests/end_to_end/dump.h"

#include <zstd.h>

#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace pressmill::test {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kStock = 3000;
constexpr std::size_t kRecent = 500;
constexpr std::size_t kBlockBytes = 1 << 20;

constexpr std::array<const char*, 24> kWords = {
    "harbour",      "council",   "river",       "school",    "train",
    "market",       "bridge",    "winter",      "village",   "tower",
    "ferry",        "garden",    "museum",      "budget",    "storm",
    "election",     "caf\u00e9", "Stra\u00dfe", "ni\u00f1o", "\u0645\u062f\u064a\u0646\u0629",
    "\u65b0\u95fb", "doctor",    "factory",     "signal"};
constexpr std::array<const char*, 7> kSites = {
    "harbour-news.example", "www.valleypost.co.uk", "m.coastline.com",  "news.bergblick.de",
    "elcanal.es",           "news.nil.com.eg",      "daily.example.org"};

std::string sentence(Random& random) {
  std::string out;
  for (std::size_t words = 6 + random.below(10); words > 0; --words) {
    out += kWords[random.below(kWords.size())];
    out += words > 1 ? " " : ".";
  }
  return out;
}

void checked(std::size_t result) {
  if (ZSTD_isError(result) != 0) throw std::runtime_error(ZSTD_getErrorName(result));
}

}  // namespace

Dump::Dump(std::uint64_t seed, std::size_t sentences) : random_(seed), sentences_(sentences) {
  for (std::size_t i = 0; i < kStock; ++i) stock_.push_back(sentence(random_));
}

std::string Dump::text() {
  std::string out = "Report " + std::to_string(count_) + " of the day.";
  for (std::size_t n = 1 + random_.below(2 * sentences_); n > 0; --n) {
    out += random_.below(4) == 0 ? "\\n" : " ";
    out += stock_[random_.below(kStock)];
  }
  return out;
}

void Dump::article(std::string& out) {
  const bool copy = !recent_.empty() && random_.below(8) == 0;
  std::string story = copy ? recent_[random_.below(recent_.size())] : text();
  const std::string number = std::to_string(count_);
  out += "{\"id\":\"a";
  out += number;
  out += "\",\"url\":\"https://";
  out += kSites[random_.below(kSites.size())];
  out += "/story/";
  out += number;
  out += "\",\"date\":\"2024-0";
  out += std::to_string(1 + random_.below(9));
  out += "-1";
  out += std::to_string(random_.below(10));
  out += "T10:00:00Z\",\"text\":\"";
  if (copy) {
    story.insert(story.find(' '), "  ");
    story += "\\r\\n";
  } else if (recent_.size() < kRecent) {
    recent_.push_back(story);
  } else {
    recent_[random_.below(kRecent)] = story;
  }
  out += story;
  out += "\"}\n";
}

std::string Dump::line() {
  ++count_;
  std::string out;
  switch (random_.below(50)) {
    case 0:
      out = "  \n";
      break;
    case 1:
      out = "{\"id\":\"broken\",\"text\":\"no end\n";
      break;
    case 2:
      out = "{\"id\":\"nothing\",\"text\":\" \"}\n";
      break;
    default:
      article(out);
  }
  return out;
}

std::string Dump::lines(std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += line();
  return out;
}

std::string zst(std::string_view data, std::size_t frame_bytes) {
  std::string out;
  while (!data.empty()) {
    const std::string_view part = data.substr(0, frame_bytes == 0 ? data.size() : frame_bytes);
    std::string frame(ZSTD_compressBound(part.size()), '\0');
    const std::size_t size = ZSTD_compress(frame.data(), frame.size(), part.data(), part.size(), 1);
    checked(size);
    out.append(frame, 0, size);
    data.remove_prefix(part.size());
  }
  return out;
}

void write_large_dump(const fs::path& path, std::uint64_t seed, std::uint64_t bytes) {
  Dump dump(seed, 40);
  std::ofstream file(path, std::ios::binary);
  const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(),
                                                                     ZSTD_freeCCtx);
  checked(ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, 1));
  std::string block(ZSTD_CStreamOutSize(), '\0');
  for (std::uint64_t written = 0; written < bytes;) {
    const std::string lines = dump.lines(kBlockBytes);
    written += lines.size();
    const auto mode = written < bytes ? ZSTD_e_continue : ZSTD_e_end;
    ZSTD_inBuffer in{lines.data(), lines.size(), 0};
    for (std::size_t rest = 1; rest != 0 && (mode == ZSTD_e_end || in.pos < in.size);) {
      ZSTD_outBuffer out{block.data(), block.size(), 0};
      rest = ZSTD_compressStream2(context.get(), &out, &in, mode);
      checked(rest);
      file.write(block.data(), static_cast<std::streamsize>(out.pos));
    }
  }
  if (!file) throw std::runtime_error("cannot write " + path.string());
}

std::vector<std::string> write_mixed_dump(const fs::path& folder) {
  constexpr std::size_t kSmall = 600 << 10;
  constexpr std::size_t kStream = 18 << 20;
  Dump dump(20240304);
  spit(folder / "a.jsonl.zst", zst(dump.lines(kSmall), 50'000));
  spit(folder / "b.jsonl", dump.lines(kSmall));
  spit(folder / "c.jsonl", dump.lines(kSmall));
  spit(folder / "below/d.jsonl", dump.lines(kSmall));
  spit(folder / "below/e.jsonl", dump.lines(kSmall));
  spit(folder / "f.jsonl", dump.lines(kStream));
  const CommandResult packed = run_shell(
      "gzip -n1 b.jsonl && xz -0 c.jsonl && bzip2 -1 below/d.jsonl && lz4 -q "
      "below/e.jsonl below/e.jsonl.lz4 && rm below/e.jsonl",
      folder);
  if (packed.exit != 0) throw std::runtime_error("cannot compress: " + packed.err);
  return {"a.jsonl.zst",       "b.jsonl.gz", "below/d.jsonl.bz2",
          "below/e.jsonl.lz4", "c.jsonl.xz", "f.jsonl"};
}

}  // namespace pressmill::test
