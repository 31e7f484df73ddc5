#!/usr/bin/env python3
"""Makes a dump of any size from real articles: their sentences, shuffled.

  make_dump.py NEWS_FOLDER OUT.jsonl.zst [--bytes 1G] [--seed 1]

Each article takes sentences of one source article's language in random order, with that article's
fields, so that words, scripts and line lengths are those of real news while hardly any text is a
duplicate. Same arguments, same bytes. Standard library and the zstd command only.
"""
import argparse
import json
import pathlib
import random
import re
import subprocess

UNITS = {"K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
SENTENCE_END = re.compile(r"(?<=[.!?。！？؟])\s+|\n+")


def size(text):
    unit = UNITS.get(text[-1].upper())
    return int(float(text[:-1]) * unit) if unit else int(text)


def read_set(path):
    data = subprocess.run(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE, check=True).stdout
    articles, sentences = [], []
    for line in data.decode().split("\n"):
        if not line:
            continue
        article = json.loads(line)
        parts = [s for s in SENTENCE_END.split(article.get("text") or "") if s.strip()]
        sentences += parts
        articles.append((article, len(parts)))
    return articles, sentences


def articles_of(folder, seed):
    dice = random.Random(seed)
    sets = [read_set(path) for path in sorted(pathlib.Path(folder).glob("*.jsonl.zst"))]
    weights = [len(articles) for articles, _ in sets]
    number = 0
    while True:
        articles, sentences = dice.choices(sets, weights)[0]
        article, count = dice.choice(articles)
        article = dict(article)
        article["id"] = f"made-{number}"
        picked = dice.choices(sentences, k=max(1, count))
        article["text"] = "\n\n".join(picked)
        number += 1
        yield json.dumps(article, ensure_ascii=False) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news")
    parser.add_argument("out")
    parser.add_argument("--bytes", type=size, default=1 << 30)
    parser.add_argument("--seed", type=int, default=1)
    a = parser.parse_args()
    with open(a.out, "wb") as out:
        pipe = subprocess.Popen(["zstd", "-3", "-q", "-T1"], stdin=subprocess.PIPE, stdout=out)
        written = 0
        for line in articles_of(a.news, a.seed):
            encoded = line.encode()
            pipe.stdin.write(encoded)
            written += len(encoded)
            if written >= a.bytes:
                break
        pipe.stdin.close()
        if pipe.wait() != 0:
            raise SystemExit("zstd failed")


if __name__ == "__main__":
    main()
