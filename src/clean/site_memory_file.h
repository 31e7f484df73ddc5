// SPDX-License-Identifier: Apache-2.0
//
// Site memory as a file, from night to night: TSV that people can read, sort, cut down and edit.
//
//   # pressmill site memory 2
//   site          kind      articles  key               text
//   coast.test    articles  812
//   coast.test    line      640       8d1f0b6c5c0e2a11  Latest article
//   coast.test    below     633       8d1f0b6c5c0e2a11  Latest article
//   coast.test    start     77        41be9d1f6a02c3d5  Read more
//   *             night     1         0c5a8e3b7d6f1942
//   bay.test      seen      1         5f0c21d94be83a77  0b1c2d3e 4f5a6b7c 8d9eafb0
//
// What counts is site, kind, number of articles and key; a row without a key gets the text's.
// A `night` says that these inputs were counted, so that milling them again counts nothing twice.
// A `seen` is an article of a young site that was counted, so that it counts once however many
// nights bring it; its text is an ArticleMark. Lines met once have no text.
// Texts longer than kMostTextBytes are not written: their rows have the key alone.
//
// Threads:  pure.
// Failure:  Code::usage with path and line for what cannot be read; Code::refused for a newer
//           version; Code::output.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "clean/distinct_articles.h"
#include "clean/site_memory.h"
#include "pressmill/error.h"

namespace pressmill::clean {

inline constexpr std::size_t kMostTextBytes = 400;

struct SavedEntry {
  std::string site;
  SiteKind kind = SiteKind::articles;
  std::uint32_t articles = 0;
  std::uint64_t key = 0;
  std::string text;
};

SavedEntry seen_entry(std::string site, const ArticleMark& mark);
// What the text of such an entry says; nothing where it is no such text.
std::optional<ArticleMark> article_mark(std::string_view text);

// No rows where there is no file: the first night.
Result<std::vector<SavedEntry>> load_site_memory(const std::string& path);
// By site, kind, number of articles and key. Written whole or not at all.
Status save_site_memory(const std::string& path, std::vector<SavedEntry> entries);

}  // namespace pressmill::clean
