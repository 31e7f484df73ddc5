# SPDX-License-Identifier: Apache-2.0
"""check_samples.py OUT: looks up every sample of stats.json in the other results.

Removed articles are in dropped, for that reason, and their excerpts begin their texts; clusters
and members are those of clusters.jsonl.zst, and each passage stands in the text that it is of;
lines are those of lines.jsonl.zst. Articles without an id are not looked up. Prints how many there
are of each, and how many articles were looked up, as JSON.
"""
import collections
import json
import os
import sys

from dump_files import parts, read_result

CUT = "…"


def articles_of(out):
    found = {}
    for folder in ("kept", "dropped"):
        for line in parts(out, folder):
            article = json.loads(line)
            token = first(article, "id", "_id")
            if token is not None:  # others go by their place, which their lines do not say
                found[json.dumps(token)] = (folder, article)
    return found


def first(article, *names):
    return next((article[name] for name in names if article.get(name) is not None), None)


def text_of(article):
    return words(first(article, "text", "content") or "")


def words(text):
    return " ".join(text.split())


def bare(text):
    """Without the marks of what was left out, and where: in the middle of a passage, too."""
    return [words(piece) for piece in text.split(CUT) if words(piece)]


class Checker:
    def __init__(self, out):
        self.wrong = []
        self.looked_up = 0
        self.articles = articles_of(out)
        with open(os.path.join(out, "stats.json"), encoding="utf-8") as file:
            self.stats = json.load(file)
        self.clusters = {}
        for line in read_result(os.path.join(out, "clusters.jsonl.zst")).splitlines():
            cluster = json.loads(line)
            self.clusters[cluster["cluster"]] = cluster
        self.lines = collections.defaultdict(set)
        path = os.path.join(out, "lines.jsonl.zst")
        if os.path.exists(path):
            for line in read_result(path).splitlines():
                article = json.loads(line)
                for one in article.get("removed", []):
                    self.lines[json.dumps(article["id"])].add((one["rule"], one["text"]))

    def expect(self, holds, what):
        if not holds:
            self.wrong.append(what)

    def find(self, sample, folder=None):
        where, article = self.articles.get(json.dumps(sample["id"]), ("nowhere", None))
        if article is None and isinstance(sample["id"], str) and sample["id"].rpartition(":")[2].isdigit():
            return None
        self.looked_up += 1
        self.expect(where in ("kept", "dropped") and folder in (None, where), f"{sample['id']} is {where}")
        said = first(article, "title", "headline") or article["pressmill"].get("title") or ""
        told = sample.get("title", "")
        self.expect(said.startswith(told.removesuffix(CUT)), f"{sample['id']}: title {told}")
        return article

    def removed(self, sample):
        article = self.find(sample, "dropped")
        if article is None:
            return
        told = article["pressmill"]
        self.expect(told["reason"] == sample["reason"], f"{sample['id']} went for {told['reason']}")
        for name in ("measured", "threshold", "of", "similarity"):
            # Copies have a threshold by which they were found, and it is shown, too.
            self.expect(sample.get(name) == told.get(name), f"{sample['id']}: {name} {sample.get(name)}")
        start = sample.get("excerpt", "").removesuffix(CUT)
        self.expect(text_of(article).startswith(words(start)), f"{sample['id']}: excerpt {start}")

    def cluster(self, sample):
        cluster = self.clusters[sample["cluster"]]
        members = {json.dumps(member["id"]): member for member in cluster["members"]}
        everybody = [json.dumps(cluster["survivor"]["id"]), *members]
        self.expect(sample["size"] == len(everybody), f"cluster {sample['cluster']}: size")
        member = members.get(json.dumps(sample["member"]["id"]), {})
        for name in ("kind", "similarity", "removed"):
            self.expect(member.get(name) == sample["member"][name], f"cluster {sample['cluster']}: {name}")
        partner = member.get("of", cluster["survivor"]["id"])
        self.expect(partner == sample["survivor"]["id"], f"cluster {sample['cluster']}: survivor")
        survivor, copy = self.find(sample["survivor"], "kept"), self.find(sample["member"])
        if survivor is None or copy is None:
            return
        left, right = text_of(survivor), text_of(copy)
        for passage in sample["passages"]:
            self.expect(not passage["same"] or passage["left"] == passage["right"], "same, but differs")
            self.expect(passage["same"] or passage["left"] != passage["right"], "differs, but is the same")
            for text, side in ((left, passage["left"]), (right, passage["right"])):
                self.expect(all(piece in text for piece in bare(side)), f"cluster {sample['cluster']}: {side}")
        if member.get("kind") == "exact":
            self.expect(all(passage["same"] for passage in sample["passages"]), "exact copies differ")
        elif left != right:
            self.expect(not all(passage["same"] for passage in sample["passages"]),
                        f"cluster {sample['cluster']} shows nothing that differs")

    def line(self, sample):
        found = self.lines[json.dumps(sample["id"])]
        self.expect(any(rule == sample["rule"] and text.startswith(sample["line"].removesuffix(CUT)) for rule, text in found),
                    f"{sample['id']}: {sample['rule']} {sample['line']}")

    def shares(self):
        """Of each reason and rule as many as of any other, while there are any."""
        for name, key, most, totals in (("removed", "reason", 30, self.stats["dropped"]),
                                        ("lines", "rule", 40, self.stats["cleaning"]["rules"])):
            if not self.stats["samples"][name]:
                continue
            drawn = collections.Counter(sample[key] for sample in self.stats["samples"][name])
            self.expect(sum(drawn.values()) == min(most, sum(totals.values())), f"{name}: {drawn} of {totals}")
            for reason, count in totals.items():
                self.expect(drawn[reason] in (count, max(drawn.values()), max(drawn.values()) - 1),
                            f"{name}: {drawn[reason]} of {count} of {reason}")

    def check(self):
        samples = self.stats["samples"]
        for sample in samples["removed"]:
            self.removed(sample)
        for sample in samples["clusters"]:
            self.cluster(sample)
        for sample in samples["lines"]:
            self.line(sample)
        numbers = [sample["cluster"] for sample in samples["clusters"]]
        self.expect(len(set(numbers)) == len(numbers), "a cluster twice")
        self.shares()
        return {**{name: len(samples[name]) for name in samples}, "looked_up": self.looked_up}


def main(out):
    checker = Checker(out)
    print(json.dumps(checker.check()))
    print("\n".join(checker.wrong), file=sys.stderr)
    return 1 if checker.wrong else 0


sys.exit(main(*sys.argv[1:]))
