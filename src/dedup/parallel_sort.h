// SPDX-License-Identifier: Apache-2.0
//
// Sorting on all cores.
//
// Debian's oneTBB is not instrumented for the thread sanitizer, which would take its handing over
// of work for races; under it sorts are serial.
//
// Threads:  one caller; more inside.

#pragma once

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <functional>

namespace pressmill::dedup {

template <class Iterator, class Less = std::less<>>
void parallel_sort(Iterator begin, Iterator end, Less less = {}) {
#if defined(__SANITIZE_THREAD__)
  std::sort(begin, end, less);
#else
  tbb::parallel_sort(begin, end, less);
#endif
}

// As io::ExternalSort asks for it.
template <class Record>
void sort_all(Record* begin, Record* end) {
  parallel_sort(begin, end);
}

}  // namespace pressmill::dedup
