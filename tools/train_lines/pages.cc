// SPDX-License-Identifier: Apache-2.0
//
// Reading pages and folds; normalising lines as refine does.

#include "tools/train_lines/pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "clean/line_measures.h"
#include "doc/json_value.h"
#include "io/atomic_file.h"
#include "io/decoder.h"
#include "io/line_cutter.h"
#include "text/normalise.h"

namespace pressmill::train_lines {
namespace {

constexpr std::size_t kReadBytes = std::size_t{1} << 20;
constexpr std::uint64_t kNoLabel = 9;
constexpr std::uint64_t kRunsPerKept = 6;  // of furniture, in thin pages

Result<std::string> read_all(const std::string& path) {
  auto decoder = io::open_decoder(path);
  if (!decoder) return std::move(decoder.error());
  std::string all;
  for (;;) {
    const std::size_t before = all.size();
    all.resize(before + kReadBytes);
    const auto got = (*decoder)->read(all.data() + before, kReadBytes);
    if (!got) return Error(got.error());
    all.resize(before + *got);
    if (*got == 0) return all;
  }
}

// The lines of the text that are not blank, each normal; labels go along.
void take_lines(std::string_view text, const doc::JsonValue::Array& gold, LabelledPage& page) {
  std::string normal;
  text::NormaliseCounts counts;
  while (!text.empty()) {
    std::string_view line = io::take_line(text);
    if (clean::is_blank(line)) continue;
    const std::size_t place = page.input_lines++;
    if (text::normalise(line, normal, counts)) line = normal;
    if (line.find('\n') != std::string_view::npos || clean::is_blank(line)) continue;
    const std::uint64_t label = place < gold.size() ? gold[place].number(kNoLabel) : kNoLabel;
    page.labels.push_back(static_cast<std::int8_t>(label));
    page.places.push_back(place);
    page.text.append(line).push_back('\n');
  }
}

Result<LabelledPage> read_page(std::string_view line, const Place& place) {
  const auto json = doc::JsonValue::parse(line);
  if (!json) return Error(json.error()).at(place);
  const doc::JsonValue& row = *json;
  LabelledPage page;
  page.id = row["id"].string();
  page.title = row["title"].string();
  page.domain = row["domain"].string();
  page.variant = row["variant"].string();
  if (page.id.empty() || page.domain.empty() || !row["gold"].exists())
    return Error(Code::input, "no page: needs id, text, domain, variant, gold", place);
  take_lines(row["text"].string(), row["gold"].array(), page);
  if (page.input_lines != row["gold"].array().size())
    return Error(
        Code::input,
        fmt::format("{} lines but {} labels", page.input_lines, row["gold"].array().size()), place);
  return page;
}

}  // namespace

Result<std::vector<LabelledPage>> read_pages(const std::string& path) {
  const auto all = read_all(path);
  if (!all) return Error(all.error());
  std::vector<LabelledPage> pages;
  std::string_view rest = *all;
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    auto page = read_page(io::take_line(rest), {path, number});
    if (!page) return std::move(page.error());
    pages.push_back(*std::move(page));
  }
  return pages;
}

void add_thin_pages(std::vector<LabelledPage>& pages) {
  const std::size_t count = pages.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (pages[i].variant != "light") continue;
    LabelledPage thin = pages[i];
    thin.id += ":thin";
    thin.variant = "thin";
    thin.text.clear();
    thin.labels.clear();
    thin.places.clear();
    std::string_view rest = pages[i].text;
    bool in_run = false, is_kept = false;
    for (std::size_t line = 0; line < pages[i].labels.size(); ++line) {
      const std::string_view text = io::take_line(rest);
      const bool is_furniture = pages[i].labels[line] == 0;
      if (is_furniture && !in_run) is_kept = mix64(hash64(text) ^ line) % kRunsPerKept == 0;
      in_run = is_furniture;
      if (is_furniture && !is_kept) continue;
      thin.text.append(text).push_back('\n');
      thin.labels.push_back(pages[i].labels[line]);
      thin.places.push_back(pages[i].places[line]);
    }
    if (!thin.labels.empty()) pages.push_back(std::move(thin));
  }
}

Result<Folds> read_folds(const std::string& path) {
  const auto all = io::read_file(path);
  if (!all) return Error(all.error());
  Folds folds;
  std::string_view rest = *all;
  for (std::uint64_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = io::take_line(rest);
    const std::size_t tab = line.find('\t');
    int fold = -1;
    if (tab != std::string_view::npos)
      std::from_chars(line.data() + tab + 1, line.data() + line.size(), fold);
    if (fold < 0 || fold >= kFolds)
      return Error(Code::input, "no fold: needs DOMAIN, tab, 0 to 4", {path, number});
    folds[std::string(line.substr(0, tab))] = fold;
  }
  return folds;
}

Folds make_folds(const std::vector<LabelledPage>& pages) {
  std::map<std::string, std::size_t> lines;
  for (const LabelledPage& page : pages) lines[page.domain] += page.labels.size();
  std::vector<std::pair<std::size_t, std::string>> domains;
  for (const auto& [domain, count] : lines) domains.emplace_back(count, domain);
  std::sort(domains.rbegin(), domains.rend());
  std::array<std::size_t, kFolds> sizes{};
  Folds folds;
  for (const auto& [count, domain] : domains) {
    const auto least = std::min_element(sizes.begin(), sizes.end()) - sizes.begin();
    sizes[static_cast<std::size_t>(least)] += count;
    folds[domain] = static_cast<int>(least);
  }
  return folds;
}

Status write_folds(const Folds& folds, const std::string& path) {
  std::string text;
  for (const auto& [domain, fold] : folds) text += fmt::format("{}\t{}\n", domain, fold);
  return io::write_file(path, text);
}

}  // namespace pressmill::train_lines
