// SPDX-License-Identifier: Apache-2.0
//
// Stages in rows, passes above them.

#include "report/times_text.h"

#include <fmt/format.h>

#include <iterator>

#include "base/human.h"

namespace pressmill::report {

namespace {

std::string bytes_or_dash(std::uint64_t bytes) {
  return bytes == 0 ? "-" : human_bytes(bytes);
}

// Of what goes in; a stage that makes things of nothing has no rate.
std::string rate(const StageFacts& stage) {
  if (stage.bytes_in == 0 || stage.busy_seconds <= 0) return "-";
  const double per_second = static_cast<double>(stage.bytes_in) / stage.busy_seconds;
  return human_bytes(static_cast<std::uint64_t>(per_second)) + "/s";
}

std::string percent(double share) {
  return fmt::format("{:.0f} %", share * 100);
}

}  // namespace

std::string times_text(const RunFacts& facts) {
  std::string text = fmt::format("{:<12}{:>9}{:>9}{:>8}{:>9}{:>12}{:>12}{:>14}\n", "Times",
                                 "wall s", "busy s", "busy", "waits s", "in", "out", "rate");
  const auto to = std::back_inserter(text);
  for (const PassFacts& pass : facts.passes) {
    fmt::format_to(to, "{:<12}{:>9.2f}{:>9.2f}{:>8}{:>9}   of {}; CPU {:.2f} s\n", pass.pass,
                   pass.seconds, pass.busy_seconds, percent(pass.efficiency()), "",
                   counted(pass.threads, "thread"), pass.cpu_seconds);
    for (const StageFacts& stage : pass.stages) {
      const double share = pass.busy_seconds > 0 ? stage.busy_seconds / pass.busy_seconds : 0;
      fmt::format_to(to, "  {:<10}{:>9}{:>9.2f}{:>8}{:>9.2f}{:>12}{:>12}{:>14}\n", stage.name, "",
                     stage.busy_seconds, percent(share), stage.waited_seconds,
                     bytes_or_dash(stage.bytes_in), bytes_or_dash(stage.bytes_out), rate(stage));
    }
  }
  return text;
}

}  // namespace pressmill::report
