#!/usr/bin/env bash
# Makes corpus/sample and corpus/sample-truth anew.   tools/corpusgen/make_sample.sh [corpusgen]
#   corpusgen: the program, if it is not the release build's
# sample.args holds the arguments, one a line; the unit tests make the same sample from the same
# file and compare.
set -euo pipefail
cd "$(dirname "$0")/../.."
corpusgen=${1:-build/release/tools/corpusgen/corpusgen}
[[ -x $corpusgen ]] || {
  echo "no $corpusgen: cmake --preset release && cmake --build --preset release --target corpusgen" >&2
  exit 1
}

mapfile -t arguments < tools/corpusgen/sample.args
fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
"$corpusgen" --out "$fresh/sample" --truth "$fresh/sample-truth" "${arguments[@]}"
# Beyond this point the new sample is complete.
rm -rf corpus/sample corpus/sample-truth
mv "$fresh/sample" "$fresh/sample-truth" corpus/
