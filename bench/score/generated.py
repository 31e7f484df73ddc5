# SPDX-License-Identifier: Apache-2.0
"""Scores on made-up articles, of which everything is known (tools/corpusgen/README.md)."""
import hashlib
import pathlib
import subprocess

import mill

DUMP = ["--articles", "6000", "--seed", "5", "--codec", "zst", "--files", "3", "--exact-share",
        "4%", "--near-share", "8%", "--spun-share", "2%", "--excerpt-share", "3%",
        "--longer-share", "3%", "--roundup-share", "2%", "--scrape-share", "3%", "--update-share",
        "3%", "--report-share", "3%", "--garbled-share", "2%", "--malformed-share", "4%",
        "--personal-share", "5%"]


# Five articles or so of each site: there copies that counted would make bodies furniture.
FEW = ["--articles", "45", "--seed", "6", "--only-named", "--personal-share", "0"]


# What an article is removed for because another one stays.
REMOVALS = ("exact", "near", "contained")
# Of two articles that truth has no line for.
NO_PAIR = {"verdict": "not_dup", "kind": ""}


def make(corpusgen, folder, arguments, scrape=0):
    pathlib.Path(folder).mkdir(exist_ok=True)
    dump, truth = pathlib.Path(folder, f"dump{scrape}"), pathlib.Path(folder, f"truth{scrape}")
    subprocess.run([corpusgen, "--out", str(dump), "--truth", str(truth), "--scrape", str(scrape),
                    *arguments], check=True, stderr=subprocess.DEVNULL)
    return dump, truth


def group_of(row):
    """Near copies by their similarity, others by their kind."""
    if row["kind"] != "near":
        return row["kind"]
    tenth = int(float(row["jaccard"]) * 10)
    return f"near_{tenth / 10:.1f}"


def duplicates(truth, out):
    clusters = mill.cluster_of(out)
    found, all_of, right, wrong = mill.Counts(), mill.Counts(), 0, 0
    listed = {}
    for row in mill.rows(truth / "truth.dups.tsv"):
        a, b = row["id_a"], row["id_b"]
        together = a in clusters and clusters[a] == clusters.get(b)
        listed[frozenset((a, b))] = row["verdict"]
        if row["verdict"] == "dup":
            all_of[group_of(row)] += 1
            found[group_of(row)] += together
    members = {}
    for article, cluster in clusters.items():
        members.setdefault(cluster, []).append(article)
    for group in members.values():
        for i, a in enumerate(group):
            for b in group[:i]:
                verdict = listed.get(frozenset((a, b)), "not_dup")
                right += verdict == "dup"
                wrong += verdict == "not_dup"
    for kind in sorted(all_of):
        yield f"generated/recall/{kind}", "higher", mill.ratio(found[kind], all_of[kind])
    yield "generated/pair_precision", "higher", mill.ratio(right, right + wrong)
    yield "generated/pair_recall", "higher", mill.ratio(sum(found.values()), sum(all_of.values()))


def removals(truth, out):
    """Articles that were removed for what another one has: by reason, how many of them are what
    truth calls a duplicate of that other. Grey pairs do not count; an exact copy's pair is to be
    exact."""
    listed = {frozenset((row["id_a"], row["id_b"])): row
              for row in mill.rows(truth / "truth.dups.tsv")}
    right, judged = mill.Counts(), mill.Counts()
    for article in mill.articles(out):
        reason = article["reason"]
        pair = listed.get(frozenset((article["id"], article["of"])), NO_PAIR)
        if reason not in REMOVALS or (pair["verdict"] == "grey" and reason != "exact"):
            continue
        judged[reason] += 1
        right[reason] += (pair["kind"] == "exact" if reason == "exact"
                          else pair["verdict"] == "dup")
    for reason in REMOVALS:
        yield f"generated/{reason}_removals_judged", None, judged[reason]
        yield (f"generated/{reason}_removal_precision", "higher",
               mill.ratio(right[reason], judged[reason]))


def tokens(line):
    """Words for languages that part them, characters for Chinese: near enough to weigh lines."""
    return len(line.split()) if line.isascii() or " " in line else len(line)


def before(dump):
    """Texts as they were, by id; lines that are no article are passed over."""
    texts = {}
    for path in sorted(dump.iterdir()):
        for line in mill.lines(path):
            try:
                record = mill.json.loads(line)
                texts[mill.id_of(record)] = mill.text_of(record)
            except (ValueError, AttributeError):
                continue
    return texts


def cleaning(truth, dump, out, prefix="generated"):
    """Tokens by label, and how many of them came out. Garbled articles are left out: where they
    are mended, and they have a figure of their own, no line is what it was."""
    texts = before(dump)
    garbled = {record["id"] for record in mill.records(truth / "truth.garbled.jsonl")}
    after = {mill.id_of(r): set(mill.lines_of(mill.text_of(r))) for r in mill.written(out)}
    all_of, kept = mill.Counts(), mill.Counts()
    for gold in mill.records(truth / "truth.lines.jsonl"):
        if gold["id"] in garbled or gold["id"] not in after or gold["id"] not in texts:
            continue
        for line, label in zip(mill.lines_of(texts[gold["id"]]), gold["gold"]):
            all_of[label] += tokens(line)
            kept[label] += tokens(line) * (line in after[gold["id"]])
    yield f"{prefix}/body_tokens_kept", "higher", mill.ratio(kept[1], all_of[1])
    yield f"{prefix}/furniture_tokens_removed", "higher", 1 - mill.ratio(kept[0], all_of[0])


def fates(truth, out):
    """Lines that are no article, or hardly one: how many met the fate that truth has for them."""
    aside = {(r["input"], r["line"]) for r in mill.records(out / "malformed.jsonl.zst")}
    reasons = {mill.id_of(r): r["pressmill"].get("reason") for r in mill.written(out)}
    met, all_of = mill.Counts(), mill.Counts()
    for row in mill.rows(truth / "truth.malformed.tsv"):
        is_aside = (row["file"], int(row["line"])) in aside
        fate, reason = row["fate"], reasons.get(row["id"])
        right = {"malformed": is_aside, "blank": not is_aside,
                 "empty": reason == "empty"}.get(fate, not is_aside and row["id"] in reasons)
        all_of[fate] += 1
        met[fate] += right
    for fate in sorted(all_of):
        yield f"generated/fate/{fate}", "higher", mill.ratio(met[fate], all_of[fate])


def days(truth, out):
    found = {row["id"]: row["day"] for row in mill.articles(out)}
    right, all_of = mill.Counts(), mill.Counts()
    for row in mill.rows(truth / "truth.dates.tsv"):
        all_of[row["kind"]] += 1
        wanted = "" if row["source"] == "none" else row["day"]
        right[row["kind"]] += found.get(row["id"]) == wanted
    for kind in sorted(all_of):
        yield f"generated/day/{kind}", "higher", mill.ratio(right[kind], all_of[kind])


def repair(truth, out):
    found = {mill.id_of(r): mill.lines_of(mill.text_of(r)) for r in mill.written(out)}
    garbled = mill.records(truth / "truth.garbled.jsonl")
    # Lines that cleaning took are none of its business: those that are left must be right.
    exact = sum(bool(found.get(r["id"])) and set(found[r["id"]]) <= set(mill.lines_of(r["text"]))
                for r in garbled)
    yield "generated/mojibake_exact", "higher", mill.ratio(exact, len(garbled))


def personal(truth, out):
    """Planted personal data that is gone, and what only looks like it and stands where it stood."""
    texts = {mill.id_of(r): mill.text_of(r) for r in mill.written(out)}
    right, all_of = mill.Counts(), mill.Counts()
    for row in mill.rows(truth / "truth.personal.tsv"):
        is_decoy = row["decoy"] == "yes"
        name = ("decoys_left/" if is_decoy else "masked/") + row["kind"]
        all_of[name] += 1
        right[name] += (row["value"] in texts.get(row["id"], "")) == is_decoy
    for name in sorted(all_of):
        yield f"generated/personal_{name}", "higher", mill.ratio(right[name], all_of[name])


def digest(dump, truth):
    """Another generator may make another dump of the same arguments. Lines count, not the bytes of
    the codec: those differ with the version of zstd."""
    hashed = hashlib.sha256()
    for path in [*sorted(dump.iterdir()), *sorted(truth.iterdir())]:
        for line in mill.lines(path):
            hashed.update(line + b"\n")
    return hashed.hexdigest()


def figures(dump, truth, runner):
    out = runner.run([dump], [*mill.DUPLICATES, ["--drop", ",".join(REMOVALS)]])
    yield from duplicates(truth, out)
    yield from removals(truth, out)
    yield from fates(truth, out)
    yield from days(truth, out)
    out = runner.run([dump], mill.CLEANING)
    yield from cleaning(truth, dump, out)
    yield from repair(truth, out)
    yield from personal(truth, runner.run([dump], mill.MASKING))
