// SPDX-License-Identifier: Apache-2.0
//
// The ordered head of refine: tickets in order, whole lines, the right segments; damage, limits
// and work that is done already.

#include "pipeline/ticket_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/support/test_support.h"

namespace pressmill::pipeline {
namespace {

struct Cut {
  std::string bytes;  // of all batches
  std::vector<InputBatch> batches;
  std::vector<dedup::InputTally> ends;
  std::vector<std::vector<std::uint32_t>> small;
  std::vector<SegmentKey> segments;  // of the batches, each change of it
  std::vector<SegmentKey> end_segments;
  std::uint64_t read_bytes = 0;
};

class Tickets : public ::testing::Test {
 protected:
  // The inputs are files of these contents.
  void make(const std::vector<std::string>& contents) {
    for (const std::string& content : contents) {
      Input input;
      input.name = std::to_string(inputs_.size());
      input.path = dir_ / input.name;
      input.bytes = content.size();
      test::spit(input.path, content);
      inputs_.push_back(input);
    }
  }
  std::string compressed(const std::string& content) const {
    test::spit(dir_ / "plain", content);
    return test::run_shell("zstd -qc '" + (dir_ / "plain") + "'").out;
  }

  Cut cut_all(const std::vector<Work>& work, const SegmentsDone& done = {}) {
    RunState run{plan_, observer_,    Paths{}, inputs_,  *doc::FieldMap::make(), {}, nullptr, 1,
                 0,     diagnostics_, nullptr, progress_};
    TicketReader reader(run, work, done);
    BatchCutter cutter(run, work, done, reader);
    io::FrameDecoder frames;
    Cut cut;
    while (TicketPtr ticket = reader.next()) {
      frames.decode(ticket->chunk);
      cutter.cut(*ticket);
      collect(*ticket, cut);
    }
    return cut;
  }

  test::ScratchDir dir_;
  Plan plan_;
  Observer observer_;
  std::vector<Input> inputs_;

 private:
  static void collect(Ticket& ticket, Cut& cut) {
    cut.read_bytes += ticket.read_bytes;
    if (!ticket.small.empty()) {
      EXPECT_TRUE(ticket.batches.empty());
      cut.small.push_back(ticket.small);
    }
    for (InputBatch& batch : ticket.batches) {
      EXPECT_EQ(batch.input, ticket.input);
      cut.bytes += batch.lines.bytes.view();
      if (cut.segments.empty() || cut.segments.back() != batch.segment)
        cut.segments.push_back(batch.segment);
      cut.batches.push_back(std::move(batch));
    }
    if (!ticket.end) return;
    cut.ends.push_back(*ticket.end);
    cut.end_segments.push_back(ticket.end_segment);
  }

  Diagnostics diagnostics_;
  ProgressMeter progress_{observer_, ""};
};

std::string lines(std::size_t bytes, std::uint64_t seed) {
  test::Random random(seed);
  std::string content;
  while (content.size() < bytes)
    content += std::string(static_cast<std::size_t>(random.below(20'000)),
                           static_cast<char>('a' + random.below(26))) +
               "\n";
  return content;
}

TEST_F(Tickets, ALargeInputIsCutIntoWholeLines) {
  const std::string content = lines(5'000'000, 1) + "no line end";
  make({content});
  const Cut cut = cut_all({{0, 1, false}});
  EXPECT_TRUE(cut.bytes == content);
  EXPECT_EQ(cut.read_bytes, content.size());
  EXPECT_GE(cut.batches.size(), 5U);
  std::uint64_t at = 0;
  for (const InputBatch& batch : cut.batches) {
    EXPECT_EQ(batch.lines.first_byte, at);
    EXPECT_FALSE(batch.cut_off);
    at += batch.lines.bytes.size();
    EXPECT_TRUE(at == content.size() || batch.lines.bytes.view().ends_with('\n'));
  }
  EXPECT_EQ(cut.segments, (std::vector<SegmentKey>{{0, 0}}));
  ASSERT_EQ(cut.ends.size(), 1U);
  EXPECT_EQ(cut.ends[0].input, 0U);
  EXPECT_EQ(cut.ends[0].damaged, 0U);
}

TEST_F(Tickets, InputsFollowOneAnother) {
  const std::string a = lines(2'000'000, 2);
  const std::string b = lines(10, 3) + "last";
  const std::string c = lines(1'500'000, 4);
  make({a, compressed(b), "", compressed(c) + compressed(a)});
  const Cut cut = cut_all({{0, 1, false}, {1, 1, false}, {2, 1, false}, {3, 1, false}});
  EXPECT_TRUE(cut.bytes == a + b + c + a);
  EXPECT_EQ(cut.segments, (std::vector<SegmentKey>{{0, 0}, {1, 0}, {3, 0}}));
  ASSERT_EQ(cut.ends.size(), 4U) << "empty inputs end, too";
  EXPECT_EQ(cut.end_segments[2], (SegmentKey{2, 0}));
}

TEST_F(Tickets, SegmentsFollowFromTheFirstByteOfALine) {
  std::string line(999, 'x');
  line += '\n';
  std::string content;
  while (content.size() < kSegmentBytes + 5'000'000) content += line;
  make({compressed(content)});
  const Cut cut = cut_all({{0, 1, false}});
  EXPECT_TRUE(cut.bytes == content);
  EXPECT_EQ(cut.segments, (std::vector<SegmentKey>{{0, 0}, {0, 1}}));
  std::uint64_t in_second = 0;
  for (const InputBatch& batch : cut.batches) {
    EXPECT_EQ(batch.segment.part, batch.lines.first_byte / kSegmentBytes);
    in_second += batch.segment.part == 1 ? batch.lines.bytes.size() : 0;
  }
  const std::uint64_t first = (kSegmentBytes + line.size() - 1) / line.size() * line.size();
  EXPECT_EQ(in_second, content.size() - first);

  const Cut resumed = cut_all({{0, 1, false}}, {.segments = {{0, 0}}, .inputs = {}});
  EXPECT_EQ(resumed.segments, (std::vector<SegmentKey>{{0, 1}}));
  EXPECT_TRUE(resumed.bytes == content.substr(first));
  ASSERT_EQ(resumed.end_segments.size(), 1U);
  EXPECT_EQ(resumed.end_segments[0], (SegmentKey{0, 1}));

  const Cut done = cut_all({{0, 1, false}}, {.segments = {{0, 0}, {0, 1}}, .inputs = {0}});
  EXPECT_EQ(done.read_bytes, 0U) << "not even opened";
  EXPECT_TRUE(done.ends.empty());
}

TEST_F(Tickets, DamageEndsAnInputAndNoOther) {
  const std::string good = lines(3'000'000, 5);
  const std::string packed = compressed(good);
  make({packed.substr(0, packed.size() / 2), good});
  const Cut cut = cut_all({{0, 1, false}, {1, 1, false}});
  ASSERT_EQ(cut.ends.size(), 2U);
  EXPECT_EQ(cut.ends[0].damaged, 1U);
  EXPECT_NE(cut.ends[0].damage, "");
  EXPECT_EQ(cut.ends[0].damage.find(dir_.path().string()), std::string::npos) << "no path";
  EXPECT_EQ(cut.ends[1].damaged, 0U);
  std::size_t of_first = 0;
  std::string before;
  for (const InputBatch& batch : cut.batches) {
    if (batch.input != 0) continue;
    ++of_first;
    before += batch.lines.bytes.view();
  }
  EXPECT_TRUE(good.starts_with(before));
  for (std::size_t i = 0; i < cut.batches.size(); ++i)
    EXPECT_EQ(cut.batches[i].cut_off, i + 1 == of_first) << i;
  EXPECT_TRUE(cut.bytes.substr(before.size()) == good);
}

TEST_F(Tickets, AVanishedInputIsDamaged) {
  make({"a\n", "b\n"});
  std::filesystem::remove(inputs_[0].path);
  const Cut cut = cut_all({{0, 1, false}, {1, 1, false}});
  EXPECT_EQ(cut.bytes, "b\n");
  ASSERT_EQ(cut.ends.size(), 2U);
  EXPECT_EQ(cut.ends[0].damaged, 1U);
}

TEST_F(Tickets, SmallInputsTravelTogether) {
  make(std::vector<std::string>(150, "line\n"));
  const Cut cut = cut_all({{0, 150, true}});
  std::vector<std::uint32_t> all;
  for (const std::vector<std::uint32_t>& ticket : cut.small) {
    EXPECT_LE(ticket.size(), 64U);
    all.insert(all.end(), ticket.begin(), ticket.end());
  }
  EXPECT_EQ(cut.small.size(), 3U);
  ASSERT_EQ(all.size(), 150U);
  for (std::uint32_t i = 0; i < 150; ++i) EXPECT_EQ(all[i], i);
  EXPECT_EQ(cut.read_bytes, 150U * 5);
}

TEST_F(Tickets, LargerSmallInputsTravelAlone) {
  make(std::vector<std::string>(4, lines(1'100'000, 6)));
  EXPECT_EQ(cut_all({{0, 4, true}}).small.size(), 4U);
}

TEST_F(Tickets, SharedSegmentsThatAreDoneAreSkipped) {
  make(std::vector<std::string>(6, "line\n"));
  const Cut cut = cut_all({{0, 2, true}, {2, 1, false}, {3, 3, true}},
                          {.segments = {{0, 0}, {2, 0}}, .inputs = {2}});
  ASSERT_EQ(cut.small.size(), 1U);
  EXPECT_EQ(cut.small[0], (std::vector<std::uint32_t>{3, 4, 5}));
  EXPECT_EQ(cut.bytes, "");
}

TEST_F(Tickets, ALimitCountsLinesThatAreNotBlank) {
  make({"1\n\n2\n \r\n", "3\n4\n5\n6\n", "7\n"});
  const std::vector<Work> works[] = {{{0, 3, true}}, {{0, 1, false}, {1, 1, false}, {2, 1, false}}};
  for (const std::vector<Work>& work : works) {
    plan_.limit = 4;
    const Cut some = cut_all(work);
    EXPECT_EQ(some.bytes, "1\n\n2\n \r\n3\n4\n");
    EXPECT_TRUE(some.small.empty()) << "in order, so by the cutter";
    EXPECT_EQ(some.ends.size(), 2U);
    plan_.limit = 1;
    EXPECT_EQ(cut_all(work).bytes, "1\n");
    plan_.limit = 7;
    EXPECT_EQ(cut_all(work).bytes, "1\n\n2\n \r\n3\n4\n5\n6\n7\n");
    plan_.limit = 100;
    EXPECT_EQ(cut_all(work).bytes, "1\n\n2\n \r\n3\n4\n5\n6\n7\n");
  }
}

TEST_F(Tickets, ALimitCountsLinesOfSegmentsThatAreDone) {
  make({"1\n2\n", "3\n4\n"});
  plan_.limit = 3;
  const Cut cut = cut_all({{0, 1, false}, {1, 1, false}}, {.segments = {{0, 0}}, .inputs = {0}});
  EXPECT_EQ(cut.bytes, "3\n");
  EXPECT_EQ(cut.segments, (std::vector<SegmentKey>{{1, 0}}));
}

TEST_F(Tickets, StopWhenTold) {
  make({lines(4'000'000, 7)});
  int asked = 0;
  observer_.stop = [&asked] { return ++asked > 2; };
  const Cut cut = cut_all({{0, 1, false}});
  EXPECT_LT(cut.bytes.size(), 4'000'000U);
  EXPECT_TRUE(cut.ends.empty());
}

}  // namespace
}  // namespace pressmill::pipeline
