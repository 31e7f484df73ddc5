#!/usr/bin/env bash
# Fast checks that need no build: format, layers, documents.
set -euo pipefail
cd "$(dirname "$0")/.."

git ls-files '*.cc' '*.h' | xargs clang-format --dry-run -Werror
python3 tools/check_includes.py
python3 tools/check_docs.py
