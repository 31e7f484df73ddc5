// SPDX-License-Identifier: Apache-2.0
//
// What the page shows to be judged by eye: clusters with the passages that differ, removed
// articles, removed lines.
//
// Of clusters the largest and some drawn by lot, near-duplicates before exact copies; of articles
// and lines as many of each reason and rule as of any other, drawn by lot. Lots follow from the
// figures of the corpus. Texts are cut to a few hundred characters.
//
// Threads:  one caller.
// Order:    clusters by size as the summary has them, then by number; removals by reason.
// Memory:   the articles that were drawn: about a hundred.
// Failure:  as FinishedRun and Removals.

#pragma once

#include "inspect/finished_run.h"
#include "pressmill/summary.h"

namespace pressmill::inspect {

inline constexpr std::size_t kPageClusters = 12;
inline constexpr std::size_t kPageArticles = 30;
inline constexpr std::size_t kPageLines = 40;

Result<SampleSummary> page_samples(const FinishedRun& run, const Summary& summary);

// The first so many characters, with "…" where there are more. Needs: UTF-8.
std::string first_characters(std::string_view text, std::size_t characters);

}  // namespace pressmill::inspect
