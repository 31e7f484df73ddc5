// SPDX-License-Identifier: Apache-2.0
//
// Appending parts, closing segments.

#include "pipeline/survey_writer.h"

namespace pressmill::pipeline {

Status SurveyWriter::append(Ticket& ticket) {
  std::uint64_t articles = 0;
  for (SurveyedPart& part : ticket.surveyed) {
    articles += part.articles;
    if (Status s = append_part(part); !s) return s;
  }
  if (ticket.end && open_) open_->last = true;
  run_.progress.add(ticket.read_bytes, articles, 0);
  return {};
}

Status SurveyWriter::append_part(SurveyedPart& part) {
  if (!open_ || open_->key != part.segment) {
    if (Status s = finish(true); !s) return s;
    auto store = io::StoreWriter::create(run_.paths.survey(part.segment));
    if (!store) return store.error();
    open_.emplace(Open{part.segment, std::move(*store)});
  }
  open_->articles += part.articles;
  auto appended = open_->store.append(part.frames);
  return appended ? Status() : Status(appended.error());
}

Status SurveyWriter::finish(bool complete) {
  if (!open_) return {};
  if (complete) {
    if (Status s = open_->store.commit(); !s) return s;
    if (Status s = run_.journal->append({"survey", open_->key.input, open_->key.part, open_->last,
                                         open_->articles, open_->store.file_bytes()});
        !s)
      return s;
  }
  open_.reset();
  return {};
}

}  // namespace pressmill::pipeline
