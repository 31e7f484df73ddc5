#!/usr/bin/env bash
# What each built-in recipe drops, by set and by language: the tables of docs/recipes.md.
#   tools/recipe_table.sh [--check] [--pressmill FILE] [--shared FOLDER]
#   --check:  languages only; fails where a recipe drops more than half of one
set -euo pipefail
cd "$(dirname "$0")/.."
exec /usr/bin/python3 bench/score/recipe_table.py "$@"
