// SPDX-License-Identifier: Apache-2.0
//
// Loaded before pressmill when its instructions are counted. Debian's libhwy measures its timer
// while it is loaded, with an instruction that valgrind does not know (RDTSCP); pressmill never
// asks for that figure.

#include <cstdint>

namespace hwy::platform {
// Named as in hwy/timer.h; the loader takes the first definition that it finds.
std::uint64_t TimerResolution();
std::uint64_t TimerResolution() {
  return 1;
}
}  // namespace hwy::platform
