# SPDX-License-Identifier: Apache-2.0
"""read_results.py OUT: reads every result with a zstd reader, csv and json that know no options,
and compares the number of rows with stats.json. Exits 1 where they differ."""
import csv
import glob
import io
import json
import os
import sys

from dump_files import read_result


def json_rows(path):
    return [json.loads(line) for line in read_result(path).decode("utf-8").split("\n") if line]


def csv_rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def main(out):
    wrong = []

    def expect(what, got, wanted):
        if got != wanted:
            wrong.append(f"{what}: {got}, wanted {wanted}")

    with open(os.path.join(out, "stats.json"), encoding="utf-8") as file:
        stats = json.load(file)
    kept = stats["total"]["kept"]["articles"]
    articles = stats["total"]["in"]["articles"]
    for folder, wanted in (("kept", kept), ("dropped", articles - kept)):
        parts = sorted(glob.glob(os.path.join(out, folder, "*.jsonl.zst")))
        rows = [row for part in parts for row in json_rows(part)]
        expect(folder, len(rows), wanted)
        expect(folder + " objects", sum(isinstance(row["pressmill"], dict) for row in rows), wanted)
    expect("malformed", len(json_rows(os.path.join(out, "malformed.jsonl.zst"))),
           stats["lines"]["malformed"])
    expect("clusters", len(json_rows(os.path.join(out, "clusters.jsonl.zst"))),
           stats["duplicates"]["clusters"])

    removed = json_rows(os.path.join(out, "lines.jsonl.zst"))
    expect("lines", sum(len(row.get("removed", [])) for row in removed),
           stats["cleaning"]["lines_removed"])
    expect("guarded", sum("spared" in row for row in removed), stats["cleaning"]["guarded"])

    table = csv_rows(read_result(os.path.join(out, "articles.csv.zst")).decode("utf-8"))
    expect("articles", len(table), articles)
    expect("articles kept", sum(row["verdict"] == "kept" for row in table), kept)
    expect("columns", {len(row) for row in table}, {67})
    expect("stray cells", sum(None in row or None in row.values() for row in table), 0)
    ids = {row["id"] for row in table}
    for awkward in ('comma, quote " and\nline break', "=1+1", " spaces ", "007"):
        expect(f"id {awkward!r}", awkward in ids, True)
    for name in ("sites", "days", "languages", "site_days", "inputs"):
        with open(os.path.join(out, "tables", name + ".csv"), encoding="utf-8", newline="") as file:
            rows = csv_rows(file.read())
        expect(name, len(rows), len(stats[name]))
        expect(name + " articles", sum(int(row["articles"]) for row in rows), articles)
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
