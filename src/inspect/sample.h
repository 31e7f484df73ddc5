// SPDX-License-Identifier: Apache-2.0
//
// `pressmill sample OUT`: removals drawn at random, to judge by eye.
//
// An article stands beside the one that stayed, with what differs made visible; a line among
// those around it that stayed. Every removal is as likely as any other, and the same seed draws the
// same ones. Only the segments and parts of what was drawn are read.
//
// Threads:  one caller.
// Order:    of the removals in the dump.
// Memory:   what was drawn, kSampledAtOnce at a time.
// Failure:  as FinishedRun and Removals.

#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "inspect/article_view.h"
#include "inspect/removals.h"
#include "inspect/terminal.h"

namespace pressmill::inspect {

inline constexpr std::uint64_t kSampledAtOnce = 1000;
inline constexpr std::uint64_t kMostSampled = 1'000'000;

struct SampleOptions {
  std::string reason = "all";
  std::uint64_t count = 20;
  std::uint64_t seed = 1;
  bool json = false;  // one object a line for each removal
  Terminal terminal;
};

// A removal with what is needed to judge it.
struct Sampled {
  Removal removal;
  const ArticleView& article;
  const ArticleView* stayed;  // the partner of a copy; null where there is none
};

// Calls write(text) piece by piece until it returns false.
Status sample(const std::string& out, const SampleOptions& options,
              const std::function<bool(const std::string&)>& write);

// One removal for people (number counts from 1), and for programs; with their line ends.
std::string sampled_text(const Sampled& sampled, std::uint64_t number, const Terminal& terminal);
std::string sampled_json(const Sampled& sampled);

// Reason or rule.
std::string_view kind_name(RemovalKind kind);

}  // namespace pressmill::inspect
