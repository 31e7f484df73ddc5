// SPDX-License-Identifier: Apache-2.0
//
// All reports, one after another.

#include "report/write_reports.h"

#include "io/atomic_file.h"
#include "report/stats_json.h"
#include "report/tables.h"

namespace pressmill::report {

Status write_reports(const Summary& summary, const std::string& out) {
  for (const auto& [name, content] : tables(summary))
    if (Status s = io::write_file(out + "/tables/" + name, content); !s) return s;
  return io::write_file(out + "/stats.json", stats_json(summary));
}

}  // namespace pressmill::report
