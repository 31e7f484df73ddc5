// SPDX-License-Identifier: Apache-2.0
//
// Reading and writing rows.

#include "clean/site_memory_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <tuple>

#include "base/hash.h"
#include "clean/line_key.h"
#include "clean/tsv.h"
#include "io/atomic_file.h"

namespace pressmill::clean {
namespace {

constexpr std::string_view kTitle = "# pressmill site memory ";
constexpr std::string_view kHeader = "site\tkind\tarticles\tkey\ttext";
constexpr std::size_t kColumns = 5;

Error wrong(std::string what) {
  return {Code::usage, std::move(what)};
}

template <class T>
std::optional<T> number(std::string_view text, int base) {
  T value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<SiteKind> kind_of(std::string_view name) {
  for (std::size_t i = 0; i < kSiteKinds; ++i)
    if (site_kind_name(static_cast<SiteKind>(i)) == name) return static_cast<SiteKind>(i);
  return std::nullopt;
}

std::uint64_t key_of(LineKeyer& keyer, SiteKind kind, std::string_view text) {
  if (kind == SiteKind::start || kind == SiteKind::end)
    return keyer.words_key(text, kind == SiteKind::end);
  return keyer.keys(text).whole;
}

Status read_key(LineKeyer& keyer, std::span<const std::string_view> fields, SavedEntry& entry) {
  if (entry.kind == SiteKind::articles) return {};
  const std::string_view key = fields.size() > 3 ? fields[3] : "";
  if (fields.size() > 4) entry.text = fields[4];
  if (!key.empty()) {
    const auto value = number<std::uint64_t>(key, 16);
    if (!value) return wrong(fmt::format("\"{}\" is no key; leave it empty for the text's", key));
    entry.key = *value;
  } else {
    entry.key = key_of(keyer, entry.kind, entry.text);
  }
  if (entry.kind == SiteKind::seen && !article_mark(entry.text))
    return wrong(fmt::format("\"{}\" is nothing by which an article is known", entry.text));
  if (entry.key == 0) return wrong("neither a key nor a text to make one from");
  return {};
}

Status read_row(LineKeyer& keyer, std::span<const std::string_view> fields, SavedEntry& entry) {
  if (fields.size() < 3) return wrong("a row needs site, kind and articles, parted by tabs");
  entry.site = fields[0];
  const auto kind = kind_of(fields[1]);
  if (!kind)
    return wrong(
        fmt::format("\"{}\" is no kind; takes articles, line, headline, start, end, night, above, "
                    "below, seen",
                    fields[1]));
  entry.kind = *kind;
  const auto articles = number<std::uint32_t>(fields[2], 10);
  if (!articles) return wrong(fmt::format("\"{}\" is no number of articles", fields[2]));
  entry.articles = *articles;
  return read_key(keyer, fields, entry);
}

Status check_version(const std::string& path) {
  const auto text = io::read_file(path);
  if (!text) return Error(Code::usage, text.error().what(), {.path = path});
  const std::size_t at = text->find(kTitle);
  if (at == std::string::npos) return {};  // a person's own file
  const std::string_view rest = std::string_view(*text).substr(at + kTitle.size());
  const auto version = number<std::uint32_t>(rest.substr(0, rest.find_first_of("\r\n")), 10);
  if (version && *version >= kOldestSiteMemoryVersion && *version <= kSiteMemoryVersion) return {};
  return Error(Code::refused,
               fmt::format("made by another version of pressmill (this one reads {} to {}); move "
                           "the file away and it is learnt anew",
                           kOldestSiteMemoryVersion, kSiteMemoryVersion),
               {.path = path, .line = 1});
}

}  // namespace

SavedEntry seen_entry(std::string site, const ArticleMark& mark) {
  const auto& [a, b, c] = mark.lines;
  const std::uint64_t key = mix64(mix64(std::uint64_t{a} << 32 | b) + c);
  return {std::move(site), SiteKind::seen, 1, key == 0 ? 1 : key,
          fmt::format("{:08x} {:08x} {:08x}", a, b, c)};
}

std::optional<ArticleMark> article_mark(std::string_view text) {
  constexpr std::size_t kDigits = 8;
  ArticleMark mark;
  if (text.size() != mark.lines.size() * (kDigits + 1) - 1) return std::nullopt;
  for (std::size_t i = 0; i < mark.lines.size(); ++i) {
    const auto line = number<std::uint32_t>(text.substr(i * (kDigits + 1), kDigits), 16);
    if (!line) return std::nullopt;
    mark.lines[i] = *line;
  }
  return mark;
}

Result<std::vector<SavedEntry>> load_site_memory(const std::string& path) {
  std::vector<SavedEntry> entries;
  if (!std::filesystem::exists(path)) return entries;
  if (!std::filesystem::is_regular_file(path))
    return Error(Code::usage, "is no file; site memory is a plain file", {.path = path});
  if (Status s = check_version(path); !s) return s.error();
  LineKeyer keyer;
  Status s = each_row(path, kColumns, kHeader, [&](std::span<const std::string_view> fields) {
    return read_row(keyer, fields, entries.emplace_back());
  });
  if (!s) return s.error();
  return entries;
}

Status save_site_memory(const std::string& path, std::vector<SavedEntry> entries) {
  std::sort(entries.begin(), entries.end(), [](const SavedEntry& a, const SavedEntry& b) {
    return std::tie(a.site, a.kind, b.articles, a.key) <
           std::tie(b.site, b.kind, a.articles, b.key);
  });
  auto file = io::AtomicFile::create(path);
  if (!file) return file.error();
  Status s = file->write(fmt::format("{}{}\n{}\n", kTitle, kSiteMemoryVersion, kHeader));
  for (const SavedEntry& entry : entries) {
    if (!s) return s;
    const std::string key = entry.kind == SiteKind::articles ? "" : to_hex(entry.key);
    // A row that began with '#' would be a comment.
    const char* const guard = entry.site.starts_with('#') ? "\\" : "";
    s = file->write(fmt::format("{}{}\t{}\t{}\t{}\t{}\n", guard, entry.site,
                                site_kind_name(entry.kind), entry.articles, key, entry.text));
  }
  return s ? file->commit() : s;
}

}  // namespace pressmill::clean
