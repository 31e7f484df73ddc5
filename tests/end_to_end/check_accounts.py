# SPDX-License-Identifier: Apache-2.0
"""kept + dropped + malformed = lines that are not blank, for each input, counted from outside.

check_accounts.py OUT INPUT_FOLDER: prints what does not add up, and exits 1 where anything does.
"""
import collections
import csv
import io
import json
import os
import sys

from dump_files import input_lines, parts, read_result


def main(out, folder):
    rows = collections.defaultdict(collections.Counter)
    table = read_result(os.path.join(out, "articles.csv.zst")).decode("utf-8")
    for row in csv.DictReader(io.StringIO(table, newline="")):
        rows[row["input"]][row["verdict"]] += 1
    for line in read_result(os.path.join(out, "malformed.jsonl.zst")).splitlines():
        rows[json.loads(line)["input"]]["malformed"] += 1
    with open(os.path.join(out, "stats.json"), encoding="utf-8") as file:
        stats = json.load(file)

    wrong = []
    total = collections.Counter()
    for entry in stats["inputs"]:
        name = entry["name"]
        wanted = sum(1 for _, line in input_lines(os.path.join(folder, name)) if line.strip(b" \t\r"))
        for kind in ("kept", "dropped", "malformed"):
            total[kind] += rows[name][kind]
            if rows[name][kind] != entry[kind]:
                wrong.append(f"{name}: {kind} {rows[name][kind]}, stats.json says {entry[kind]}")
        accounted = sum(rows[name][kind] for kind in ("kept", "dropped", "malformed"))
        if accounted != wanted:
            wrong.append(f"{name}: {wanted} lines are not blank, {accounted} are accounted for")
        if entry["lines"] - entry["blank"] != wanted:
            wrong.append(f"{name}: stats.json counts {entry['lines'] - entry['blank']} lines")
    for kind in ("kept", "dropped"):
        count = sum(1 for _ in parts(out, kind))
        if count != total[kind]:
            wrong.append(f"{kind}/ has {count} lines, articles.csv.zst {total[kind]}")
    if set(rows) - {entry["name"] for entry in stats["inputs"]}:
        wrong.append("rows of inputs that stats.json does not know")
    print("\n".join(wrong))
    print(json.dumps(total))
    return 1 if wrong or not total["kept"] else 0


sys.exit(main(*sys.argv[1:]))
