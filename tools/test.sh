#!/usr/bin/env bash
# Builds pressmill and runs its tests.   tools/test.sh [--all] [ctest options]
#   by default: the checks of the sources and all tests, in the release build
#   --all:      before them unit, golden and fuzz tests under the address and undefined-behaviour
#               sanitizers and unit tests under the thread sanitizer
set -euo pipefail
cd "$(dirname "$0")/.."
all=false
if [[ ${1:-} == --all ]]; then
  all=true
  shift
fi

tools/setup.sh
tools/check_sources.sh

configure=(-DPRESSMILL_WERROR=ON)
build_and_test() { # preset, target, ctest options ...
  local preset=$1 target=$2
  shift 2
  cmake --preset "$preset" "${configure[@]}" > /dev/null
  cmake --build --preset "$preset" --target "$target"
  ctest --test-dir "build/$preset" --output-on-failure -j "$(nproc)" "$@"
}

if $all; then
  build_and_test asan sanitized_tests -L 'unit|fuzz|golden' "$@"
  build_and_test tsan unit_tests -L unit "$@"
fi
build_and_test release all "$@"
