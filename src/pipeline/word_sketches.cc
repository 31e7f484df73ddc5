// SPDX-License-Identifier: Apache-2.0
//
// Adding up, and sketches to columns and back.

#include "pipeline/word_sketches.h"

#include "doc/calendar.h"

namespace pressmill::pipeline {

namespace {

static_assert(doc::kNoMonth == stats::FrequentGroups::kRest);

// A list as columns. They must live until the file is written.
struct ListColumns {
  std::vector<std::uint64_t> keys, counts, errors, missing;
  std::vector<std::uint32_t> bounds;
  io::TextColumn texts;

  explicit ListColumns(const stats::FrequentList& list)
      : missing{list.missing}, bounds(list.bounds.sums()) {
    append(list);
  }
  ListColumns() = default;
  void append(const stats::FrequentList& list) {
    for (const stats::FrequentItem& item : list.items) {
      keys.push_back(item.key);
      counts.push_back(item.count);
      errors.push_back(item.error);
      texts.push_back(list.text(item));
    }
  }
  void add_to(io::ColumnsWriter& writer, const std::string& name) const {
    writer.add(name + "_keys", keys);
    writer.add(name + "_counts", counts);
    writer.add(name + "_errors", errors);
    writer.add(name + "_missing", missing);
    writer.add(name + "_bounds", bounds);
    texts.add_to(writer, name + "_texts");
  }
};

struct SketchColumns {
  std::vector<std::uint64_t> hashes;
  explicit SketchColumns(const stats::HyperLogLog& sketch) : hashes(sketch.hashes()) {}
  void add_to(io::ColumnsWriter& writer, const std::string& name,
              const stats::HyperLogLog& sketch) const {
    writer.add(name + "_hashes", hashes);
    writer.add(name + "_registers", sketch.registers());
  }
};

Result<ListColumns> read_list(const io::ColumnsReader& reader, const std::string& name) {
  ListColumns columns;
  auto keys = reader.read<std::uint64_t>(name + "_keys");
  if (!keys) return keys.error();
  auto counts = reader.read<std::uint64_t>(name + "_counts");
  if (!counts) return counts.error();
  auto errors = reader.read<std::uint64_t>(name + "_errors");
  if (!errors) return errors.error();
  auto missing = reader.read<std::uint64_t>(name + "_missing");
  if (!missing) return missing.error();
  auto bounds = reader.read<std::uint32_t>(name + "_bounds");
  if (!bounds) return bounds.error();
  auto texts = io::TextColumn::read(reader, name + "_texts");
  if (!texts) return texts.error();
  columns.keys = std::move(*keys);
  columns.counts = std::move(*counts);
  columns.errors = std::move(*errors);
  columns.missing = std::move(*missing);
  columns.bounds = std::move(*bounds);
  columns.texts = std::move(*texts);
  return columns;
}

void add_item(const ListColumns& from, std::size_t i, stats::FrequentList& to) {
  stats::FrequentItem item;
  item.key = from.keys[i];
  item.count = from.counts[i];
  item.error = from.errors[i];
  to.add(item, from.texts[i]);
}

}  // namespace

void WordSketches::add(const StretchWords& stretch, std::uint32_t row_base) {
  words_.add(stretch.words);
  bigrams_.add(stretch.bigrams);
  lines_.add(stretch.lines);
  names_.add(stretch.names, stretch.months);
  for (std::size_t i = 0; i < stretch.new_words.size(); ++i) {
    if (!distinct_words_.add(stretch.new_words[i])) continue;
    new_words_.push_back(stretch.new_words[i]);
    new_word_rows_.push_back(stretch.new_word_rows[i] + row_base);
  }
  for (const std::uint64_t hash : stretch.new_lines) distinct_lines_.add(hash);
  word_sample_.add(stretch.word_sample, row_base);
  line_sample_.add(stretch.line_sample, row_base);
}

Status WordSketches::write(const std::string& path) {
  io::ColumnsWriter writer(kSketchesKind, kSketchesVersion);
  const ListColumns words(words_.list(kWordRoom / 2));
  const ListColumns bigrams(bigrams_.list(kWordRoom / 2));
  const ListColumns lines(lines_.list(kLineRoom / 2));
  words.add_to(writer, "word");
  bigrams.add_to(writer, "bigram");
  lines.add_to(writer, "line");

  names_.cut();
  ListColumns names;
  std::vector<std::int32_t> months;
  std::vector<std::uint64_t> ends;
  for (const auto& [month, list] : names_.lists(kNameRoom)) {
    names.append(list);
    names.missing.push_back(list.missing);
    months.push_back(month);
    ends.push_back(names.keys.size());
  }
  names.add_to(writer, "name");
  writer.add("months", months);
  writer.add("month_ends", ends);

  const SketchColumns distinct_words(distinct_words_);
  const SketchColumns distinct_lines(distinct_lines_);
  distinct_words.add_to(writer, "words", distinct_words_);
  distinct_lines.add_to(writer, "lines", distinct_lines_);
  writer.add("new_words", new_words_);
  writer.add("new_word_rows", new_word_rows_);
  const std::vector<std::uint32_t> word_level{word_sample_.level()};
  const std::vector<std::uint32_t> line_level{line_sample_.level()};
  writer.add("word_sample_level", word_level);
  writer.add("word_sample", word_sample_.hashes());
  writer.add("word_sample_rows", word_sample_.rows());
  writer.add("line_sample_level", line_level);
  writer.add("line_sample", line_sample_.hashes());
  writer.add("line_sample_rows", line_sample_.rows());
  return writer.write(path);
}

Result<WordSketchesReader> WordSketchesReader::open(const std::string& path) {
  auto columns = io::ColumnsReader::open(path, kSketchesKind, kSketchesVersion, kSketchesVersion);
  if (!columns) return columns.error();
  return WordSketchesReader(std::move(*columns));
}

Result<stats::FrequentList> WordSketchesReader::list(const std::string& name) const {
  auto columns = read_list(columns_, name);
  if (!columns) return columns.error();
  stats::FrequentList list;
  list.missing = columns->missing.empty() ? 0 : columns->missing.front();
  list.bounds = stats::KeyBounds(std::move(columns->bounds));
  for (std::size_t i = 0; i < columns->keys.size(); ++i) add_item(*columns, i, list);
  return list;
}

Result<std::vector<std::pair<std::int32_t, stats::FrequentList>>> WordSketchesReader::names()
    const {
  auto columns = read_list(columns_, "name");
  if (!columns) return columns.error();
  auto months = columns_.read<std::int32_t>("months");
  if (!months) return months.error();
  auto ends = columns_.read<std::uint64_t>("month_ends");
  if (!ends) return ends.error();
  std::vector<std::pair<std::int32_t, stats::FrequentList>> lists;
  std::size_t i = 0;
  for (std::size_t month = 0; month < months->size(); ++month) {
    stats::FrequentList list;
    list.missing = columns->missing[month];
    for (; i < (*ends)[month]; ++i) add_item(*columns, i, list);
    lists.emplace_back((*months)[month], std::move(list));
  }
  return lists;
}

Result<stats::HyperLogLog> WordSketchesReader::distinct(const std::string& name) const {
  auto hashes = columns_.read<std::uint64_t>(name + "_hashes");
  if (!hashes) return hashes.error();
  auto registers = columns_.read<std::uint8_t>(name + "_registers");
  if (!registers) return registers.error();
  return stats::HyperLogLog::of(*hashes, std::move(*registers));
}

Result<NewWords> WordSketchesReader::new_words() const {
  auto hashes = columns_.read<std::uint64_t>("new_words");
  if (!hashes) return hashes.error();
  auto rows = columns_.read<std::uint32_t>("new_word_rows");
  if (!rows) return rows.error();
  return NewWords{std::move(*hashes), std::move(*rows)};
}

Result<stats::HashSample> WordSketchesReader::sample(const std::string& name) const {
  auto level = columns_.read<std::uint32_t>(name + "_sample_level");
  if (!level) return level.error();
  auto hashes = columns_.read<std::uint64_t>(name + "_sample");
  if (!hashes) return hashes.error();
  auto rows = columns_.read<std::uint32_t>(name + "_sample_rows");
  if (!rows) return rows.error();
  return stats::HashSample::of(level->empty() ? 0 : level->front(), std::move(*hashes),
                               std::move(*rows));
}

}  // namespace pressmill::pipeline
