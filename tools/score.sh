#!/usr/bin/env bash
# How right pressmill is: duplicates, cleaning, repair, dates, malformed lines, against what is
# known of real articles and of made-up ones.   tools/score.sh [--check | --update] [options]
#   --check:   fails where a figure is worse than in bench/score/baseline.json
#   --update:  writes that file anew; the difference is part of the change
# See bench/score/score.py --help.
set -euo pipefail
cd "$(dirname "$0")/.."
exec /usr/bin/python3 bench/score/score.py "$@"
