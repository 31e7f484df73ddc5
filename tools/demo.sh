#!/usr/bin/env bash
# Builds pressmill and mills the sample dump, to show what it does.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-pressmill-demo}

tools/setup.sh
cmake --preset release > /dev/null
cmake --build --preset release --target pressmill_cli

build/release/pressmill run corpus/sample --out "$out" --fresh
echo
echo "Look into it:"
echo "  zstdcat $out/kept/part-00000.jsonl.zst | head -n 2"
echo "  zstdcat $out/dropped/part-00000.jsonl.zst | head -n 2"
echo "  zstdcat $out/clusters.jsonl.zst | head -n 2"
echo "  zstdcat $out/malformed.jsonl.zst | head -n 2"
