# SPDX-License-Identifier: Apache-2.0
"""read_results.py OUT: reads every result with a zstd reader, csv and json that know no options,
and compares the number of rows with stats.json. Exits 1 where they differ."""
import collections
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


def table_rows(out, name):
    with open(os.path.join(out, "tables", name), encoding="utf-8", newline="") as file:
        return csv_rows(file.read())


def expect_of_clusters(out, clusters, told, expect):
    """Counts members, sizes and similarities again, from clusters.jsonl.zst."""
    members = [member for cluster in clusters for member in cluster["members"]]
    kinds = collections.Counter(member["kind"] for member in members)
    expect("members", {kind: count for kind, count in told["members"].items() if count}, kinds)
    expect("clustered", len(clusters) + len(members), told["clustered_articles"])
    by_size = sorted(clusters, key=lambda c: (-len(c["members"]), c["cluster"]))
    expect("largest", [(c["cluster"], c["size"], c["survivor"], c.get("site"), c.get("day"))
                       for c in told["largest"]],
           [(c["cluster"], len(c["members"]) + 1,
             *(c["survivor"].get(key) for key in ("id", "site", "day"))) for c in by_size[:20]])
    # A title that was found in the text stands in kept, not in clusters.
    for c, told_one in zip(by_size, told["largest"]):
        if "title" in c["survivor"]:
            expect("title", told_one["title"], c["survivor"]["title"])
    sizes = collections.Counter(len(cluster["members"]) + 1 for cluster in clusters)
    expect("sizes", table_rows(out, "clusters.csv"),
           [{"size": str(size), "clusters": str(count), "articles": str(size * count)}
            for size, count in sorted(sizes.items())])
    # The ratio is rounded down in the table and half to even in the line: of what reads 0.7300,
    # the ratio may be below. So hundredths may differ by one where the rest is 00.
    table = table_rows(out, "similarities.csv")
    for kind in ("near", "contained", "contains"):
        rows = [row for row in table if row["kind"] == kind]
        expect(f"similarities of {kind}", sum(int(row["articles"]) for row in rows), kinds[kind])
        for row in rows:
            low = float(row["similarity"])
            alike = [m["similarity"] for m in members if m["kind"] == kind]
            inside = sum(low < s < low + 0.00999 for s in alike)
            at_most = sum(low - 0.00001 < s < low + 0.01001 for s in alike)
            expect(f"{kind} from {low}", inside <= int(row["articles"]) <= at_most, True)


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
    clusters = json_rows(os.path.join(out, "clusters.jsonl.zst"))
    expect("clusters", len(clusters), stats["duplicates"]["clusters"])
    expect_of_clusters(out, clusters, stats["duplicates"], expect)

    removed = json_rows(os.path.join(out, "lines.jsonl.zst"))
    expect("lines", sum(len(row.get("removed", [])) for row in removed),
           stats["cleaning"]["lines_removed"])
    expect("guarded", sum("spared" in row for row in removed), stats["cleaning"]["guarded"])

    table = csv_rows(read_result(os.path.join(out, "articles.csv.zst")).decode("utf-8"))
    expect("articles", len(table), articles)
    expect("articles kept", sum(row["verdict"] == "kept" for row in table), kept)
    expect("columns", {len(row) for row in table}, {100})
    expect("stray cells", sum(None in row or None in row.values() for row in table), 0)
    ids = {row["id"] for row in table}
    for awkward in ('comma, quote " and\nline break', "=1+1", " spaces ", "007"):
        expect(f"id {awkward!r}", awkward in ids, True)
    for name in ("sites", "days", "languages", "site_days", "inputs"):
        rows = table_rows(out, name + ".csv")
        expect(name, len(rows), len(stats[name]))
        expect(name + " articles", sum(int(row["articles"]) for row in rows), articles)
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
