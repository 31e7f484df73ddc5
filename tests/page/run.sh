#!/usr/bin/env bash
# Runs the tests of the page from the build folder.   run.sh install|test WORK
# 77 where something is missing that they need, 1 with PRESSMILL_REQUIRE_BROWSER=1.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
what=$1
work=$2

missing() {
  echo "The page is not tested: $1 is missing (tools/setup.sh installs it)." >&2
  [[ ${PRESSMILL_REQUIRE_BROWSER:-} == 1 ]] && exit 1
  exit 77
}
[[ -n ${PRESSMILL_NPM:-} && -n ${PRESSMILL_NODE:-} ]] || missing "Node.js with npm"
[[ -n ${PRESSMILL_CHROMIUM:-} ]] || missing "Chromium"

mkdir -p "$work"
# Modules are looked for beside the scripts, so these stand where npm installs.
cp "$here"/package.json "$here"/package-lock.json "$here"/*.mjs "$work"
cd "$work"
if [[ $what == install ]]; then
  [[ -d node_modules/playwright-core && node_modules -nt "$here/package-lock.json" ]] && exit 0
  "$PRESSMILL_NPM" ci --silent --no-audit --no-fund --prefer-offline
  exit 0
fi
export PRESSMILL_PAGE_WORK=$work/pages
rm -rf "$PRESSMILL_PAGE_WORK"
mkdir -p "$PRESSMILL_PAGE_WORK"
exec "$PRESSMILL_NODE" --test --test-concurrency=1 page_test.mjs figures_test.mjs
