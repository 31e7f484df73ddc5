// SPDX-License-Identifier: Apache-2.0
//
// Reading and cutting in order.

#include "pipeline/ticket_reader.h"

#include "doc/raw_json.h"

namespace pressmill::pipeline {

namespace {

// Small inputs travel together until they make up about a batch; more files than this in one
// ticket would let one thread sit on them while others wait.
constexpr std::uint64_t kTicketBytes = io::LineCutter::kBatchBytes;
constexpr std::size_t kTicketFiles = 64;
constexpr std::uint32_t kNotShared = UINT32_MAX;

bool has_content(std::string_view line) {
  for (const char c : line)
    if (!doc::is_json_space(c)) return true;
  return false;
}

}  // namespace

TicketPtr TicketReader::next() {
  if (enough_ || run_.stop_wanted()) return nullptr;
  return streaming_ ? read_chunk() : open_next();
}

TicketPtr TicketReader::open_next() {
  for (; next_work_ < work_.size(); ++next_work_, small_read_ = 0) {
    const Work& work = work_[next_work_];
    // A limit counts lines in order, so every line must come by the cutter.
    const bool counted = run_.plan.limit > 0;
    const bool done =
        work.shared ? done_.segments.contains({work.first, 0}) : done_.inputs.contains(work.first);
    if (done && !counted) continue;
    if (work.shared && !counted) {
      if (small_read_ < work.count) return read_small();
    } else if (small_read_ < work.count) {
      open_stream(work.first + small_read_++);
      return read_chunk();
    }
  }
  return nullptr;
}

void TicketReader::open_stream(std::uint32_t input) {
  stream_input_ = input;
  streaming_ = true;
  auto opened = InputReader::open(run_.inputs[input]);
  if (opened)
    stream_.emplace(std::move(*opened));
  else
    open_error_ = opened.error();
}

TicketPtr TicketReader::read_chunk() {
  auto ticket = std::make_unique<Ticket>();
  ticket->input = stream_input_;
  if (open_error_) {
    ticket->chunk.error = std::exchange(open_error_, std::nullopt);
    ticket->input_ends = true;
    streaming_ = false;
    return ticket;
  }
  const bool more = stream_->next(ticket->chunk);
  ticket->read_bytes = more ? ticket->chunk.compressed_bytes : 0;
  if (!more || ticket->chunk.error) {
    ticket->input_ends = true;
    stream_.reset();
    streaming_ = false;
  }
  return ticket;
}

TicketPtr TicketReader::read_small() {
  const Work& work = work_[next_work_];
  auto ticket = std::make_unique<Ticket>();
  ticket->small_segment = {work.first, 0};
  std::uint64_t bytes = 0;
  while (small_read_ < work.count && bytes < kTicketBytes && ticket->small.size() < kTicketFiles) {
    const std::uint32_t input = work.first + small_read_++;
    ticket->small.push_back(input);
    ticket->read_bytes += run_.inputs[input].bytes;
    bytes += estimated_bytes(run_.inputs[input]);
  }
  return ticket;
}

BatchCutter::BatchCutter(const RunState& run, const std::vector<Work>& work,
                         const SegmentsDone& done, TicketReader& reader)
    : run_(run),
      done_(done),
      reader_(reader),
      shared_first_(run.inputs.size(), kNotShared),
      lines_left_(run.plan.limit > 0 ? run.plan.limit : UINT64_MAX) {
  for (const Work& w : work)
    for (std::uint32_t i = 0; w.shared && i < w.count; ++i) shared_first_[w.first + i] = w.first;
}

void BatchCutter::cut(Ticket& ticket) {
  if (!ticket.small.empty()) return;
  if (ticket.input != input_) begin_input(ticket.input);
  if (ended_) return;  // behind damage, or behind the limit
  std::vector<io::LineBatch> batches;
  cutter_.add(ticket.chunk.bytes.view(), batches);
  const bool ends = ticket.input_ends || ticket.chunk.error;
  if (ends) cutter_.finish(batches);
  hand_out(ticket, batches, ticket.chunk.error.has_value());
  ticket.chunk.bytes = Buffer();
  if (ends || lines_left_ == 0) end_input(ticket, ticket.chunk.error);
}

void BatchCutter::begin_input(std::uint32_t input) {
  input_ = input;
  cutter_ = io::LineCutter();
  ended_ = lines_left_ == 0;
  last_segment_ = segment_of(0);
}

void BatchCutter::end_input(Ticket& ticket, const std::optional<Error>& damage) {
  ended_ = true;
  if (lines_left_ == 0) reader_.enough();
  if (done_.segments.contains(last_segment_)) return;
  dedup::InputTally tally;
  tally.input = input_;
  tally.damaged = damage ? 1 : 0;
  if (damage) tally.damage = damage_text(*damage);
  ticket.end = std::move(tally);
  ticket.end_segment = last_segment_;
}

void BatchCutter::hand_out(Ticket& ticket, std::vector<io::LineBatch>& batches, bool damaged) {
  for (io::LineBatch& lines : batches) {
    if (lines_left_ == 0) return;
    const bool cut_off = damaged && &lines == &batches.back();
    if (run_.plan.limit > 0 && !apply_limit(lines)) continue;
    last_segment_ = segment_of(lines.first_byte);
    if (done_.segments.contains(last_segment_)) continue;
    ticket.batches.push_back({input_, last_segment_, std::move(lines), cut_off});
  }
}

// Cuts the batch behind the last line that counts. False: nothing of it is left.
bool BatchCutter::apply_limit(io::LineBatch& batch) {
  if (batch.oversize > 0) {
    --lines_left_;
    return true;
  }
  std::string_view rest = batch.bytes.view();
  while (!rest.empty() && lines_left_ > 0)
    if (has_content(io::take_line(rest))) --lines_left_;
  batch.bytes.resize(batch.bytes.size() - rest.size());
  return !batch.bytes.empty();
}

SegmentKey BatchCutter::segment_of(std::uint64_t first_byte) const {
  const std::uint32_t shared = shared_first_[input_];
  if (shared != kNotShared) return {shared, 0};
  return {input_, static_cast<std::uint32_t>(first_byte / kSegmentBytes)};
}

}  // namespace pressmill::pipeline
