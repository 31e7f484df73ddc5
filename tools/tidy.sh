#!/usr/bin/env bash
# clang-tidy (.clang-tidy) over the sources that changed.   tools/tidy.sh [BASE | --all]
#   BASE:    a commit; by default the last one that is half a day older than the newest
#   --all:   every source
# A header that changed is seen through the sources that changed with it. Needs the release build
# to be configured: its compile commands tell how each source is built.
set -euo pipefail
cd "$(dirname "$0")/.."

database=build/release
[[ -f $database/compile_commands.json ]] || cmake --preset release > /dev/null

newest=$(git log -1 --format=%ct HEAD)
base=${1:-$(git rev-list -1 --before=$((newest - 43200)) HEAD)}
# A repository younger than that: everything is new.
if [[ $base == --all || -z $base ]]; then
  mapfile -t sources < <(git ls-files '*.cc')
else
  mapfile -t sources < <(git diff --name-only --diff-filter=d "$base" -- '*.cc')
fi

# Only what is part of the build; other sources have no command.
known=()
for source in "${sources[@]}"; do
  if grep -qF "\"$PWD/$source\"" "$database/compile_commands.json"; then known+=("$source"); fi
done
((${#known[@]} > 0)) || exit 0
echo "clang-tidy over ${#known[@]} sources"
# The options of g++ that clang does not know are no fault of ours, and clang sees a change of sign
# in a list of literals where g++ sees a constant.
printf '%s\0' "${known[@]}" |
  xargs -0 -P "$(nproc)" -n 4 clang-tidy -p "$database" --quiet \
    --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-sign-conversion 2> >(grep -v 'warnings\? \(and\|generated\)' >&2)
