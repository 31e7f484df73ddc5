// SPDX-License-Identifier: Apache-2.0
//
// Reading a real dump with pressmill's own reader, cutting its texts into sentences.

#include "tools/corpusgen/real_sentences.h"

#include <algorithm>
#include <utility>

#include "doc/field_map.h"
#include "doc/line_parser.h"
#include "io/chunk_reader.h"
#include "io/line_cutter.h"

namespace pressmill::corpusgen {

namespace {

// A story draws from so many articles behind a drawn one.
constexpr std::size_t kNeighbours = 64;
// Shorter pieces are furniture or abbreviations more often than sentences; longer ones would be
// half a story.
constexpr std::size_t kLeastSentenceBytes = 20;
constexpr std::size_t kMostSentenceBytes = 2'000;
// What is looked at to tell a text's language.
constexpr std::size_t kLookedAtBytes = 2'000;

std::size_t occurrences(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size()))
    ++count;
  return count;
}

// By lead bytes: E3 to E9 are Han and kana, D8 to DB Arabic.
Language language_of(std::string_view text) {
  text = text.substr(0, kLookedAtBytes);
  std::size_t han = 0;
  std::size_t arabic = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    han += byte >= 0xE3 && byte <= 0xE9 ? 1 : 0;
    arabic += byte >= 0xD8 && byte <= 0xDB ? 1 : 0;
  }
  if (han * 10 > text.size()) return Language::chinese;
  if (arabic * 5 > text.size()) return Language::arabic;
  const std::size_t spanish = occurrences(text, " de ") + occurrences(text, " que ");
  const std::size_t english = occurrences(text, " the ") + occurrences(text, " of ");
  return spanish > english ? Language::spanish : Language::english;
}

// The size of the sentence end at `at`, 0 where there is none: a full stop, question or
// exclamation mark with a space behind it, the same in Chinese and Arabic, or a line end.
std::size_t end_at(std::string_view text, std::size_t at) {
  const char c = text[at];
  if (c == '\n') return 1;
  if (c == '.' || c == '!' || c == '?')
    return at + 1 == text.size() || text[at + 1] == ' ' || text[at + 1] == '\n' ? 1 : 0;
  for (const std::string_view mark : {"。", "！", "？", "؟"})
    if (text.substr(at).starts_with(mark)) return mark.size();
  return 0;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \n\r\t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \n\r\t") - begin + 1);
}

}  // namespace

Result<RealSentences> RealSentences::read(const std::string& path) {
  auto reader = io::ChunkReader::open(path);
  if (!reader) return std::move(reader.error());
  const auto fields = doc::FieldMap::make("");
  if (!fields) return fields.error();
  doc::LineParser parser(*fields, true);
  doc::Article article;
  io::FrameDecoder decoder;
  io::LineCutter cutter;
  io::Chunk chunk;
  RealSentences real;
  std::uint64_t bytes = 0;
  for (bool more = true; more && bytes < kMostBytes;) {
    std::vector<io::LineBatch> batches;
    more = reader->next(chunk);
    if (more) {
      decoder.decode(chunk);
      if (chunk.error) return *std::move(chunk.error);
      cutter.add(chunk.bytes.view(), batches);
    } else {
      cutter.finish(batches);
    }
    for (const io::LineBatch& batch : batches) {
      for (std::string_view rest = batch.bytes.view(); !rest.empty();) {
        const std::string_view line = io::take_line(rest);
        if (parser.parse(line, article).kind != doc::LineKind::article) continue;
        const std::string_view text = article[doc::Role::text].value;
        bytes += text.size();
        real.add(text);
      }
    }
  }
  return real;
}

void RealSentences::add(std::string_view text) {
  Pool& pool = pools_[static_cast<std::size_t>(language_of(text))];
  const std::size_t before = pool.sentences.size();
  for (std::size_t begin = 0, at = 0; at <= text.size();) {
    const std::size_t end = at == text.size() ? 1 : end_at(text, at);
    at += std::max<std::size_t>(end, 1);
    if (end == 0) continue;
    const std::string_view sentence =
        trimmed(text.substr(begin, std::min(at, text.size()) - begin));
    begin = at;
    if (sentence.size() < kLeastSentenceBytes || sentence.size() > kMostSentenceBytes) continue;
    pool.sentences.push_back({pool.bytes.size(), static_cast<std::uint32_t>(sentence.size())});
    pool.bytes += sentence;
  }
  if (pool.sentences.size() > before) pool.articles.push_back(before);
}

std::optional<RealSentences::Draw> RealSentences::draw(Language language, Random& random) const {
  const Pool& pool = pools_[static_cast<std::size_t>(language)];
  if (pool.articles.empty()) return std::nullopt;
  const std::size_t first = random.index(pool.articles.size());
  const std::size_t last = first + kNeighbours;
  const std::size_t end = last < pool.articles.size() ? pool.articles[last] : pool.sentences.size();
  return Draw(pool, pool.articles[first], end);
}

}  // namespace pressmill::corpusgen
