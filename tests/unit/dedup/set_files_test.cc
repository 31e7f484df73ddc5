// SPDX-License-Identifier: Apache-2.0
//
// Shingle sets to files and back: loaded or not, whoever added them and in what order.

#include "dedup/set_files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <thread>
#include <tuple>

#include "tests/support/test_support.h"
#include "tests/unit/dedup/components.h"

namespace pressmill::dedup {
namespace {

constexpr std::uint64_t kAmple = std::uint64_t{1} << 30;

struct Added {
  std::size_t file;
  SetHead head;
  Set set;
};

// Groups of all sizes, each in one file.
std::vector<Added> random_sets(std::size_t n, std::size_t files, std::uint64_t seed) {
  test::Random random(seed);
  std::vector<Added> all;
  std::uint32_t group = 0;
  for (std::uint32_t index = 0; index < n; ++index) {
    if (index == 0 || random.below(5) == 0) group = index;
    Added added;
    added.file = group % files;
    added.head.member = {random.next(), random.next(), random.next(),
                         static_cast<std::uint32_t>(random.below(900))};
    added.head.group = group;
    added.head.index = index;
    for (std::uint64_t i = random.below(60); i > 0; --i) added.set.push_back(random.next());
    std::sort(added.set.begin(), added.set.end());
    all.push_back(std::move(added));
  }
  for (std::size_t i = all.size(); i > 1; --i)
    std::swap(all[i - 1], all[static_cast<std::size_t>(random.below(i))]);
  return all;
}

void add_all(const std::vector<Added>& all, SetWriter& writer, std::size_t threads = 1) {
  std::vector<std::thread> workers;
  for (std::size_t t = 0; t < threads; ++t)
    workers.emplace_back([&, t] {
      for (std::size_t i = t; i < all.size(); i += threads)
        EXPECT_TRUE(writer.add(all[i].file, all[i].head, all[i].set));
    });
  for (std::thread& worker : workers) worker.join();
  EXPECT_TRUE(writer.close());
}

SetWriter written(const std::vector<Added>& all, const std::string& prefix, std::size_t files,
                  std::size_t threads = 1) {
  auto writer = SetWriter::create(prefix, files);
  EXPECT_TRUE(writer) << writer.error().text();
  add_all(all, *writer, threads);
  return std::move(*writer);
}

std::uint64_t bytes_of(const std::vector<Added>& all) {
  std::uint64_t bytes = 0;
  for (const Added& added : all)
    bytes += sizeof(SetHead) + added.set.size() * sizeof(std::uint64_t);
  return bytes;
}

auto fields(const SetHead& head) {
  const Member& m = head.member;
  return std::tuple(m.row, m.rank, m.site, m.words, head.group, head.index);
}

// Every file holds what was added to it, in order of groups and indices.
void expect_files(const std::vector<Added>& all, SetWriter& writer, std::size_t files,
                  std::uint64_t memory) {
  for (std::size_t number = 0; number < files; ++number) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, const Added*> expected;
    for (const Added& added : all)
      if (added.file == number) expected[{added.head.group, added.head.index}] = &added;
    auto file = writer.read(number, memory);
    ASSERT_TRUE(file) << file.error().text();
    ASSERT_EQ(file->entries().size(), expected.size());
    const auto source = file->source(file->entries());
    std::uint32_t place = 0;
    for (const auto& [key, added] : expected) {
      ASSERT_EQ(fields(file->entries()[place].head), fields(added->head));
      ASSERT_EQ(file->entries()[place].head.member.shingles, added->set.size());
      const auto set = source->of(place++);
      ASSERT_TRUE(set) << set.error().text();
      ASSERT_EQ(Set(set->begin(), set->end()), added->set);
    }
  }
}

TEST(SetFiles, GiveBackWhatWasAdded) {
  const test::ScratchDir dir;
  for (const std::size_t n : {0, 1, 2, 50, 3000})
    for (const std::size_t files : {1, 3, 64})
      for (const std::uint64_t memory : {std::uint64_t{0}, std::uint64_t{20'000}, kAmple}) {
        const auto all = random_sets(n, files, n + files);
        SetWriter writer = written(all, dir / "sets-", files);
        ASSERT_NO_FATAL_FAILURE(expect_files(all, writer, files, memory))
            << n << " sets, " << files << " files, memory " << memory;
        EXPECT_TRUE(std::filesystem::is_empty(dir.path())) << "files go with their readers";
      }
}

TEST(SetFiles, MayBeMemory) {
  for (const std::size_t n : {0, 1, 2, 50, 3000}) {
    const auto all = random_sets(n, 1, n);
    SetWriter writer = SetWriter::in_memory(bytes_of(all));
    add_all(all, writer);
    ASSERT_NO_FATAL_FAILURE(expect_files(all, writer, 1, 0)) << n << " sets";
  }
}

TEST(SetFiles, TakeSetsFromSeveralThreads) {
  const test::ScratchDir dir;
  const auto all = random_sets(5000, 4, 3);
  SetWriter writer = written(all, dir / "sets-", 4, 8);
  ASSERT_NO_FATAL_FAILURE(expect_files(all, writer, 4, kAmple));
  const auto one_file = random_sets(5000, 1, 3);
  SetWriter memory = SetWriter::in_memory(bytes_of(one_file));
  add_all(one_file, memory, 8);
  ASSERT_NO_FATAL_FAILURE(expect_files(one_file, memory, 1, 0));
}

// As verification asks: a centre with one member after the other, more members than are remembered;
// both spans valid at a time.
TEST(SetFiles, LoadedAndUnloadedSourcesAgree) {
  const test::ScratchDir dir;
  const auto all = random_sets(100, 1, 9);
  auto loaded = written(all, dir / "a-", 1).read(0, kAmple);
  auto unloaded = written(all, dir / "b-", 1).read(0, 0);
  ASSERT_TRUE(loaded && unloaded);
  const auto fast = loaded->source(loaded->entries());
  const auto slow = unloaded->source(unloaded->entries());
  test::Random random(1);
  for (int i = 0; i < 3000; ++i) {
    const auto centre = static_cast<std::uint32_t>(random.below(100));
    const auto member = static_cast<std::uint32_t>(i % 100);
    const auto x = slow->of(centre);
    const auto y = slow->of(member);
    ASSERT_TRUE(x && y);
    const auto expected_x = fast->of(centre);
    const auto expected_y = fast->of(member);
    ASSERT_TRUE(std::equal(x->begin(), x->end(), expected_x->begin(), expected_x->end()));
    ASSERT_TRUE(std::equal(y->begin(), y->end(), expected_y->begin(), expected_y->end()));
  }
}

// A group's source knows its members by their place in the group.
TEST(SetFiles, ASourceCountsFromItsFirstEntry) {
  const test::ScratchDir dir;
  const auto all = random_sets(200, 1, 5);
  for (const std::uint64_t memory : {std::uint64_t{0}, kAmple}) {
    auto file = written(all, dir / "sets-", 1).read(0, memory);
    ASSERT_TRUE(file);
    const std::span<const SetFile::Entry> entries(file->entries());
    const auto source = file->source(entries.subspan(150, 20));
    for (std::uint32_t i = 0; i < 20; ++i) {
      const std::uint32_t index = entries[150 + i].head.index;
      const auto added = std::find_if(all.begin(), all.end(),
                                      [&](const Added& a) { return a.head.index == index; });
      const auto set = source->of(i);
      ASSERT_TRUE(set);
      ASSERT_EQ(Set(set->begin(), set->end()), added->set);
    }
  }
}

// First pairs are compared, then components: the same file, in another order.
TEST(SetFiles, SortAgainByOtherGroups) {
  const auto all = random_sets(300, 1, 6);
  SetWriter writer = SetWriter::in_memory(bytes_of(all));
  add_all(all, writer);
  auto file = writer.read(0, 0);
  ASSERT_TRUE(file);
  const auto group_of = [](const SetHead& head) { return (head.index * 7) % 5; };
  file->regroup(group_of);
  const auto source = file->source(file->entries());
  ASSERT_EQ(file->entries().size(), all.size());
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    const SetHead& head = file->entries()[i].head;
    ASSERT_EQ(head.group, group_of(head));
    if (i > 0) {
      const SetHead& before = file->entries()[i - 1].head;
      ASSERT_LT(std::tuple(before.group, before.index), std::tuple(head.group, head.index));
    }
    const auto added = std::find_if(all.begin(), all.end(),
                                    [&](const Added& a) { return a.head.index == head.index; });
    const auto set = source->of(i);
    ASSERT_TRUE(set);
    ASSERT_EQ(Set(set->begin(), set->end()), added->set);
  }
}

// Sets larger than the stream's buffer, too.
TEST(SetStream, ReadsFilesOneAfterTheOther) {
  const test::ScratchDir dir;
  auto all = random_sets(2000, 3, 12);
  for (std::uint64_t i = 0; i < 200'000; ++i) all[7].set.push_back(i);
  std::sort(all[7].set.begin(), all[7].set.end());
  written(all, dir / "sets-", 3);
  SetStream stream({dir / "sets-0", dir / "sets-1", dir / "sets-2"});
  SetHead head;
  Set set;
  for (std::size_t file = 0; file < 3; ++file)
    for (const Added& added : all) {
      if (added.file != file) continue;
      const auto more = stream.next(head, set);
      ASSERT_TRUE(more) << more.error().text();
      ASSERT_TRUE(*more);
      ASSERT_EQ(fields(head), fields(added.head));
      ASSERT_EQ(set, added.set);
    }
  const auto more = stream.next(head, set);
  ASSERT_TRUE(more);
  EXPECT_FALSE(*more);
}

// What is behind a set comes back with it, or is passed over.
TEST(SetStream, KeepsPartnersBesideTheirSets) {
  const test::ScratchDir dir;
  const auto all = random_sets(500, 1, 13);
  const auto partners_of = [](const Added& added) {
    std::vector<std::uint32_t> partners(added.head.index % 7);
    for (std::uint32_t& partner : partners) partner = added.head.index * 31;
    return partners;
  };
  auto writer = SetWriter::create(dir / "sets-", 1);
  ASSERT_TRUE(writer);
  for (const Added& added : all)
    ASSERT_TRUE(writer->add(0, added.head, added.set, partners_of(added)));
  ASSERT_TRUE(writer->close());
  for (const bool asks : {true, false}) {
    SetStream stream({writer->path(0)});
    SetHead head;
    Set set;
    std::vector<std::uint32_t> partners;
    for (const Added& added : all) {
      const auto more = asks ? stream.next(head, set, partners) : stream.next(head, set);
      ASSERT_TRUE(more && *more);
      ASSERT_EQ(set, added.set);
      ASSERT_EQ(asks ? partners : partners_of(added), partners_of(added));
    }
    EXPECT_FALSE(*stream.next(head, set));
  }
  auto file = writer->read(0, kAmple);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->entries().size(), all.size());
}

TEST(SetFiles, AMissingFileIsAnError) {
  const test::ScratchDir dir;
  const auto file = SetFile::open(dir / "none", kAmple);
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code(), Code::input);
}

// Scratch space that lost its end must not be read beyond it.
TEST(SetFiles, ACutFileIsAnError) {
  const test::ScratchDir dir;
  const auto all = random_sets(6, 1, 8);
  written(all, dir / "sets-", 1);
  const std::string whole = test::slurp(dir / "sets-0");
  std::vector<std::size_t> ends = {0};  // where a file may end
  for (const Added& added : all)
    ends.push_back(ends.back() + sizeof(SetHead) + added.set.size() * sizeof(std::uint64_t));
  ASSERT_EQ(ends.back(), whole.size());
  for (std::size_t bytes = 0; bytes < whole.size(); ++bytes) {
    if (std::find(ends.begin(), ends.end(), bytes) != ends.end()) continue;
    for (const std::uint64_t memory : {std::uint64_t{0}, kAmple}) {
      test::spit(dir / "cut", whole.substr(0, bytes));
      const auto file = SetFile::open(dir / "cut", memory);
      ASSERT_FALSE(file) << bytes << " bytes, memory " << memory;
      EXPECT_EQ(file.error().code(), Code::input);
    }
    if (bytes % sizeof(std::uint64_t) != 0) continue;
    std::vector<std::uint64_t> words(bytes / sizeof(std::uint64_t));
    std::memcpy(words.data(), whole.data(), bytes);
    EXPECT_FALSE(SetFile::of_memory(words)) << bytes;
  }
}

}  // namespace
}  // namespace pressmill::dedup
