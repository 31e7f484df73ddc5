// SPDX-License-Identifier: Apache-2.0
//
// Drawing progress.

#include "cli/progress_view.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "base/human.h"

namespace pressmill::cli {

namespace {

constexpr std::chrono::seconds kPlainEvery{60};
constexpr std::size_t kBarCells = 20;

double share(const ProgressReport& report) {
  if (report.total_bytes == 0) return 0;
  return std::min(1.0,
                  static_cast<double>(report.done_bytes) / static_cast<double>(report.total_bytes));
}

}  // namespace

std::string progress_line(const ProgressReport& report) {
  const double done = share(report);
  std::string line = fmt::format("{:<7}{:>4.0f} %", report.pass, done * 100);
  if (report.articles > 0) line += fmt::format("  {} articles", human_count(report.articles));
  if (report.malformed > 0) line += fmt::format(", {} malformed", human_count(report.malformed));
  if (report.seconds > 0.5) {
    const auto rate = static_cast<double>(report.done_bytes) / report.seconds;
    line += fmt::format("  {}/s", human_bytes(static_cast<std::uint64_t>(rate)));
    if (done > 0.02 && done < 1)
      line += fmt::format("  {} left", human_duration(report.seconds / done * (1 - done)));
  }
  return line;
}

ProgressView::ProgressView(Progress mode) {
  const bool terminal = ::isatty(STDERR_FILENO) != 0;
  bar_ = mode == Progress::bar || (mode == Progress::automatic && terminal);
  plain_ = mode == Progress::plain || (mode == Progress::automatic && !terminal);
}

void ProgressView::show(const ProgressReport& report) {
  if (bar_) {
    draw(report);
    return;
  }
  if (!plain_) return;
  // The first report of a run says little; a minute later it tells something.
  const Clock::time_point now = Clock::now();
  if (said_ == Clock::time_point()) said_ = now;
  if (now - said_ < kPlainEvery) return;
  said_ = now;
  std::fprintf(stderr, "%s\n", progress_line(report).c_str());
}

void ProgressView::draw(const ProgressReport& report) {
  const auto filled = static_cast<std::size_t>(share(report) * kBarCells);
  const std::string bar = std::string(filled, '#') + std::string(kBarCells - filled, '.');
  std::fprintf(stderr, "\r\x1b[K[%s] %s", bar.c_str(), progress_line(report).c_str());
  std::fflush(stderr);
  drawn_ = true;
}

void ProgressView::clear() {
  if (!drawn_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  drawn_ = false;
}

}  // namespace pressmill::cli
