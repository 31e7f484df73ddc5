# SPDX-License-Identifier: Apache-2.0
"""check_news.py OUT: counts news statistics again, from articles.csv.zst and lines.jsonl.zst, and
compares them with the tables and stats.json. Needs: ids that are unique. Exits 1 where they differ.
"""
import collections
import csv
import datetime
import io
import json
import os
import sys

from dump_files import read_result

csv.field_size_limit(1 << 30)


def read_table(out, name):
    with open(os.path.join(out, "tables", name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def days_between(day, other):
    return (datetime.date.fromisoformat(day) - datetime.date.fromisoformat(other)).days


def recount_copying(articles, kinds):
    """`kinds`: by id, of members of clusters."""
    by_id = {row["id"]: row for row in articles}
    clusters = collections.defaultdict(list)
    for row in articles:
        if row["of"]:
            clusters[row["of"]].append(row)
    pairs = collections.Counter()
    lags = collections.defaultdict(list)
    for centre, members in clusters.items():
        source = by_id[centre]
        for row in members if source["day"] else []:
            if kinds[row["id"]] in ("exact", "near") and row["day"] and row["day"] < source["day"]:
                source = row
        for row in [by_id[centre], *members]:
            if row is source:
                continue
            pair = row["site"], source["site"]
            pairs[pair] += 1
            if row["day"] and source["day"]:
                lags[pair].append(days_between(row["day"], source["day"]))
    medians = {pair: str(sorted(of)[(len(of) - 1) // 2]) for pair, of in lags.items()}
    return pairs, medians


def kinds_of_members(out):
    kinds = {}
    for line in read_result(os.path.join(out, "clusters.jsonl.zst")).decode("utf-8").split("\n"):
        if line:
            kinds.update((member["id"], member["kind"]) for member in json.loads(line)["members"])
    return kinds


def check_copying(out, articles, stats, expect):
    table = read_table(out, "copying.csv")
    if stats["mode"] == "run":  # stats lists no clusters
        pairs, medians = recount_copying(articles, kinds_of_members(out))
        expect("pairs", {(r["site"], r["from_site"]): int(r["articles"]) for r in table},
               dict(pairs))
        expect("lags", {(r["site"], r["from_site"]): r["median_lag_days"]
                        for r in table if r["median_lag_days"]}, medians)
    for kind, count in stats["duplicates"]["members"].items():
        expect(f"copying, {kind}", sum(int(row[kind]) for row in table), count)
    expect("pairs in stats.json", [p["exact"] + p["near"] + p["contained"] + p["contains"]
                                   for p in stats["copying"]["pairs"]],
           [int(row["articles"]) for row in table][:1000])
    copies = collections.Counter()
    for row in table:
        if row["site"] != row["from_site"]:
            copies[row["site"]] += sum(int(row[k]) for k in ("exact", "near", "contained"))
    not_compared = {"exact", "near", "contained", ""}
    compared = collections.Counter(r["site"] for r in articles if r["reason"] in not_compared)
    expect("originality", {row["site"]: (int(row["articles"]), int(row["original"]))
                           for row in read_table(out, "originality.csv")},
           {site: (count, count - copies[site]) for site, count in compared.items() if site != "-"})


def check_coverage(out, articles, stats, expect):
    first, last = stats["dates"]["first_day"], stats["dates"]["last_day"]
    dated = [row for row in articles if row["day"]]
    expect("before and after the days that count", (stats["dates"]["before"], stats["dates"]["after"]),
           (sum(row["day"] < first for row in dated), sum(row["day"] > last for row in dated)))
    every = collections.defaultdict(set)
    days = collections.defaultdict(set)
    for row in dated:
        every[row["site"]].add(row["day"])
        if first <= row["day"] <= last:
            days[row["site"]].add(row["day"])
    for site, of in every.items():
        days[site] = days[site] or of
    expect("coverage", {row["site"]: (row["first_day"], row["last_day"], int(row["days"]),
                                      int(row["days_with_articles"]))
                        for row in read_table(out, "coverage.csv")},
           {site: (min(of), max(of), days_between(max(of), min(of)) + 1, len(of))
            for site, of in days.items()})
    for gap in read_table(out, "gaps.csv"):
        if gap["kind"] == "silent":
            expect(f"silent {gap}", max(days[gap["site"]]) < gap["from"], True)
            continue
        inside = [day for day in days[gap["site"]] if gap["from"] <= day <= gap["to"]]
        expect(f"gap {gap}", inside, [])
        expect(f"length {gap}", int(gap["days"]), days_between(gap["to"], gap["from"]) + 1)


def check_rules(out, name, column, articles, lines, expect):
    counts = collections.Counter()
    for row in articles:
        if row["verdict"] == "dropped":
            counts[row[column], "dropped", row["reason"]] += 1
        if row["quality"]:
            counts[row[column], "quality", row["quality"]] += 1
    for row, removed in lines:
        for line in removed:
            counts[row[column], "line", line["rule"]] += 1
    table = read_table(out, name)
    key = name.removeprefix("rules_by_").removesuffix(".csv")
    expect(name, {(r[key], r["kind"], r["rule"]): int(r["count"]) for r in table}, dict(counts))
    for rule in {(row["kind"], row["rule"]) for row in table}:
        of_rule = [row for row in table if (row["kind"], row["rule"]) == rule]
        count = sum(int(row["count"]) for row in of_rule)
        expect(f"elsewhere, {rule}", {int(r["count"]) + int(r["count_elsewhere"]) for r in of_rule},
               {count})


def check_reasons(articles, stats, expect):
    """What each site lost by reason, and all of them together."""
    lost = collections.defaultdict(collections.Counter)
    for row in articles:
        if row["verdict"] == "dropped":
            lost[row["site"]][row["reason"]] += 1
    expect("reasons by site", {site["site"] or "": site["dropped"] for site in stats["sites"]
                               if "dropped" in site}, dict(lost))
    expect("reasons", stats["dropped"], dict(sum(lost.values(), collections.Counter())))


def check_furniture(out, lines, expect):
    counts = collections.Counter()
    for row, removed in lines:
        for line in removed:
            counts[row["site"], line["text"]] += 1
    table = read_table(out, "furniture.csv")
    found = {(r["site"], r["line"]): int(r["removed"]) for r in table
             if not r["line"].endswith("...")}
    expect("furniture", found, {key: counts[key] for key in found})
    for site in {row["site"] for row in table}:
        told = [int(row["removed"]) for row in table if row["site"] == site]
        most = sorted((c for (of, _), c in counts.items() if of == site and c > 1), reverse=True)
        expect(f"most removed of {site}", told, most[:20])


def main(out):
    wrong = []

    def expect(what, got, wanted):
        if got != wanted:
            wrong.append(f"{what}: {str(got)[:2000]}, wanted {str(wanted)[:2000]}")

    with open(os.path.join(out, "stats.json"), encoding="utf-8") as file:
        stats = json.load(file)
    text = read_result(os.path.join(out, "articles.csv.zst")).decode("utf-8")
    articles = list(csv.DictReader(io.StringIO(text, newline="")))
    expect("unique ids", len({row["id"] for row in articles}), len(articles))
    by_place = {(row["input"], int(row["line"])): row for row in articles}
    lines = []
    if os.path.exists(os.path.join(out, "lines.jsonl.zst")):
        for one in read_result(os.path.join(out, "lines.jsonl.zst")).decode("utf-8").split("\n"):
            if one:
                record = json.loads(one)
                lines.append((by_place[record["input"], record["line"]],
                              record.get("removed", [])))
        check_furniture(out, lines, expect)
    check_copying(out, articles, stats, expect)
    check_coverage(out, articles, stats, expect)
    check_reasons(articles, stats, expect)
    check_rules(out, "rules_by_site.csv", "site", articles, lines, expect)
    check_rules(out, "rules_by_lang.csv", "lang", articles, lines, expect)
    expect("look", [row["text"] for row in read_table(out, "look.csv")],
           [found["text"] for found in stats["look"]])
    print("\n".join(wrong))
    return 1 if wrong else 0


sys.exit(main(sys.argv[1]))
