# SPDX-License-Identifier: Apache-2.0
"""Compares the members of every cluster with each other, in the inputs themselves.

check_clusters.py OUT INPUT_FOLDER: texts of a cluster must be equal once white space is folded,
invisible characters are taken away and accents are composed; and texts that are equal as they
stand must be in one cluster. Prints how many pairs of copies each input holds,
as JSON.
"""
import collections
import json
import os
import sys
import unicodedata

from dump_files import input_lines, parts, read_result

JOINERS = "\u200c\u200d"


def folded(text):
    visible = "".join(" " if c.isspace() else c for c in text
                      if c.isspace() or c in JOINERS or unicodedata.category(c) not in ("Cc", "Cf"))
    return unicodedata.normalize("NFC", " ".join(visible.split()))


def texts_of(folder):
    texts = {}
    for name in sorted(os.listdir(folder)):
        for number, line in input_lines(os.path.join(folder, name)):
            try:
                text = json.loads(line)["text"]
            except (ValueError, KeyError, TypeError):  # no article
                continue
            if isinstance(text, str) and folded(text):
                texts[name, number] = text
    return texts


def main(out, folder):
    texts = texts_of(folder)
    wrong = []
    removed = 0
    pairs = collections.Counter()
    cluster_of = {}
    for line in read_result(os.path.join(out, "clusters.jsonl.zst")).splitlines():
        cluster = json.loads(line)
        survivor = cluster["survivor"]["input"], cluster["survivor"]["line"]
        cluster_of[survivor] = cluster["cluster"]
        inputs = collections.Counter([survivor[0]])
        for member in cluster["members"]:
            place = member["input"], member["line"]
            cluster_of[place] = cluster["cluster"]
            removed += member["removed"]
            inputs[place[0]] += 1
            if folded(texts[place]) != folded(texts[survivor]):
                wrong.append(f"{place} is not what {survivor} is")
        for name, count in inputs.items():
            pairs[name] += count * (count - 1) // 2
    groups = collections.defaultdict(list)
    for place, text in texts.items():
        groups[text].append(place)
    for places in groups.values():
        if len(places) > 1 and len({cluster_of.get(place) for place in places}) > 1:
            wrong.append(f"{places} are equal, but not in one cluster")
    dropped = sum(1 for line in parts(out, "dropped")
                  if json.loads(line)["pressmill"]["reason"] == "exact")
    if dropped != removed:
        wrong.append(f"{dropped} were dropped as exact, clusters remove {removed}")
    print(json.dumps(pairs))
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main(*sys.argv[1:]))
