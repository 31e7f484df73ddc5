// SPDX-License-Identifier: Apache-2.0
//
// Two things that do not need each other, side by side where the run has threads for both.
//
// Threads:  a() and b() may run on two threads; both are done when it returns.
// Failure:  as they report it: each into a place of its own.

#pragma once

#include <tbb/parallel_invoke.h>

namespace pressmill::pipeline {

template <class A, class B>
void at_once(const A& a, const B& b) {
  tbb::parallel_invoke(a, b);
}

}  // namespace pressmill::pipeline
