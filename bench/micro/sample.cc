// SPDX-License-Identifier: Apache-2.0
//
// Writing stories until there are enough.

#include "bench/micro/sample.h"

#include <cstdlib>
#include <iostream>
#include <map>
#include <utility>

#include "tools/corpusgen/render.h"

namespace pressmill::bench {

namespace {

using namespace corpusgen;

const std::map<std::string, Language> kLanguages = {{"english", Language::english},
                                                    {"spanish", Language::spanish},
                                                    {"arabic", Language::arabic},
                                                    {"chinese", Language::chinese}};

const Options& options() {
  static const Options kOptions;  // no copies, nothing spoilt, furniture on
  return kOptions;
}

const StoryWriter& writer() {
  static const auto kWriter = StoryWriter::make(options());
  if (!kWriter) {
    std::cerr << kWriter.error().text() << '\n';
    std::exit(1);
  }
  return *kWriter;
}

// A piece of `all` that ends between two characters.
std::string cut(const std::string& all, std::size_t bytes) {
  std::size_t end = std::min(bytes, all.size());
  while (end > 0 && end < all.size() && (static_cast<unsigned char>(all[end]) & 0xC0) == 0x80)
    --end;
  return all.substr(0, end);
}

}  // namespace

Sample sample_text(const std::string& language, std::size_t bytes) {
  static std::map<std::pair<std::string, std::size_t>, Sample> made;
  Sample& sample = made[{language, bytes}];
  if (sample) return sample;
  std::string text;
  Story story;
  for (std::uint64_t i = 0; text.size() < bytes; ++i) {
    if (all_sites()[writer().home_site(i)].language != kLanguages.at(language)) continue;
    writer().write(i, story);
    for (std::size_t p = 0; p < story.ends.size(); ++p) text.append(story.paragraph(p)) += '\n';
  }
  sample = std::make_shared<const std::string>(cut(text, bytes));
  return sample;
}

Sample sample_lines(std::size_t bytes) {
  static std::map<std::size_t, Sample> made;
  Sample& sample = made[bytes];
  if (sample) return sample;
  Renderer renderer(options(), writer());
  std::string lines;
  JsonLine line;
  for (Item item; lines.size() < bytes; ++item.ordinal) {
    item.source = item.ordinal;
    item.site = writer().home_site(item.ordinal);
    write_json_line(renderer.render(item).record, line);
    if (lines.size() + line.bytes.size() >= bytes && !lines.empty()) break;
    lines += line.bytes;
    lines += '\n';
  }
  sample = std::make_shared<const std::string>(std::move(lines));
  return sample;
}

}  // namespace pressmill::bench
