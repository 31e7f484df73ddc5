// SPDX-License-Identifier: Apache-2.0
//
// Packing and unpacking.

#include "doc/word_record.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/bytes.h"

namespace pressmill::doc {

namespace {

constexpr std::size_t kWordBytes = sizeof(std::uint32_t);
constexpr std::size_t kHeadBytes = sizeof(std::uint32_t);
// So many words are handed to the store at once.
constexpr std::size_t kPieceWords = 1024;

}  // namespace

io::RecordKey put_word_record(io::FrameBuilder& store, const Article& article,
                              std::span<const std::uint64_t> words, std::uint32_t& record_bytes) {
  const std::string_view title = article[Role::title].token.of(article.line);
  const io::RecordKey key = store.begin();
  store.put(bytes_of(static_cast<std::uint32_t>(title.size())));
  store.put(title);
  record_bytes = static_cast<std::uint32_t>(kHeadBytes + title.size() + words.size() * kWordBytes);
  std::array<std::uint32_t, kPieceWords> piece;
  while (!words.empty()) {
    const std::size_t n = std::min(words.size(), kPieceWords);
    for (std::size_t i = 0; i < n; ++i) piece[i] = static_cast<std::uint32_t>(words[i]);
    store.put({reinterpret_cast<const char*>(piece.data()), n * kWordBytes});
    words = words.subspan(n);
  }
  store.end();
  return key;
}

bool read_word_record_title(std::string_view record, std::string_view& title) {
  if (record.size() < kHeadBytes) return false;
  const auto length = load_le<std::uint32_t>(record.data());
  if (length > record.size() - kHeadBytes) return false;
  title = record.substr(kHeadBytes, length);
  return true;
}

bool read_word_hashes(std::string_view record, std::vector<std::uint64_t>& words) {
  std::string_view title;
  if (!read_word_record_title(record, title)) return false;
  record.remove_prefix(kHeadBytes + title.size());
  if (record.size() % kWordBytes != 0) return false;
  words.resize(record.size() / kWordBytes);
  for (std::size_t i = 0; i < words.size(); ++i)
    words[i] = load_le<std::uint32_t>(record.data() + i * kWordBytes);
  return true;
}

}  // namespace pressmill::doc
