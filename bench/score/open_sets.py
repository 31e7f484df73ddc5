# SPDX-License-Identifier: Apache-2.0
"""Scores on real articles, with the corpus's own scorers. Nothing of the articles is kept."""
import json
import pathlib
import unicodedata
import subprocess
import sys

import mill

# Truth in dups/, articles beside it or among the news.
DUPLICATES = ["bbc_news", "abp_open", "ant_arabic_news", "xwlb_open", "extractors", "minhash_100",
              "minhash_1000", "minhash_2500"]
SCORED = [("pair_precision", "higher"), ("pair_recall", "higher"), ("pair_f1", "higher"),
          ("removal_precision", "higher"), ("removed", None)]

# Of all pages; "macro" is the mean over pages.
SCORED_LINES = [("P", "higher"), ("R", "higher"), ("F1", "higher"), ("tokP", "higher"),
                ("tokR", "higher"), ("tokF1", "higher"), ("macroF1", "higher"),
                ("macroTokF1", "higher"), ("boiler_tok_removed", "higher"),
                ("pages_lost_gt5pct_body", "lower"), ("pages", None)]

UTF8_TESTS = "utf8tests__utf8tests.bin"
UTF8_ANSWERS = "utf8tests__artifacts_utf8.replace.ref.txt"


def files(shared):
    """All that the figures are measured on, truth included."""
    corpus = shared / "corpus"
    pairs = [path for name in DUPLICATES for path in files_of(shared, name)]
    return [*pairs, corpus / "clean/pages.jsonl.zst", corpus / "seed/article.jsonl",
            corpus / "encoding/ftfy_mojibake.jsonl.zst", corpus / "encoding" / UTF8_TESTS,
            corpus / "encoding" / UTF8_ANSWERS]


def scorer(shared, name, *arguments):
    done = subprocess.run([sys.executable, str(shared / "eval" / name), *map(str, arguments),
                           "--json"], stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def files_of(shared, name):
    """(articles, truth) of a set."""
    dups = shared / "corpus" / "dups"
    own = dups / f"{name}.jsonl.zst"
    articles = own if own.exists() else shared / "corpus" / "news" / f"{name}.jsonl.zst"
    truth = dups / f"{name}.truth.tsv"
    return articles, truth if truth.exists() else dups / f"{name}.jaccard.truth.tsv"


def duplicates(shared, runner):
    for name in DUPLICATES:
        articles, truth = files_of(shared, name)
        out = runner.run([articles], mill.DUPLICATES)
        score = scorer(shared, "score_dups.py", truth, out / "clusters.jsonl.zst", "--texts",
                       articles)
        for key, better in SCORED:
            if key in score:
                yield f"dups/{name}/{key}", better, score[key]


def cleaned_file(out):
    """What score_lines.py reads: id and text of every article that came out."""
    path = pathlib.Path(out, "cleaned.jsonl")
    with path.open("w", encoding="utf-8") as file:
        for record in mill.written(out):
            file.write(json.dumps({"id": mill.id_of(record), "text": mill.text_of(record)}) + "\n")
    return path


def cleaning(shared, runner):
    pages = shared / "corpus" / "clean" / "pages.jsonl.zst"
    cleaned = cleaned_file(runner.run([pages], mill.CLEANING))
    score = scorer(shared, "score_lines.py", pages, cleaned)
    for variant in ("light", "full"):
        for key, better in SCORED_LINES:
            yield f"lines/{variant}/{key}", better, score[f"*/{variant}"][key]


def seed(shared, runner):
    """The article that the project was started for: body lines kept, furniture lines gone."""
    article = shared / "corpus" / "seed" / "article.jsonl"
    gold = mill.records(article)[0]
    out = runner.run([article], mill.CLEANING)
    kept = {line for record in mill.written(out) for line in mill.lines_of(mill.text_of(record))}
    seen = mill.Counts()
    for line, label in zip(mill.lines_of(gold["text"]), gold["gold"]):
        seen[label, line in kept] += 1
    body, furniture = seen[1, True] + seen[1, False], seen[0, True] + seen[0, False]
    yield "seed/body_lines_kept", "higher", mill.ratio(seen[1, True], body)
    yield "seed/furniture_lines_removed", "higher", mill.ratio(seen[0, False], furniture)


# The set's answers went through a step that we leave out, as it changes texts that are right: it
# makes quotes straight, wide signs narrow, and several letters of ligatures. White space is
# normalised by the mill.
PLAIN = {**dict.fromkeys("\u2018\u2019\u201a\u201b", "'"), **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
         "\u0149": "'n", "\u01cc": "nj", "\u01c9": "lj", "\ufb01": "fi", "\uff0c": ","}


def plain(text):
    folded = "".join(PLAIN.get(c, "" if unicodedata.category(c) == "Cc" else c) for c in text)
    return unicodedata.normalize("NFC", " ".join(folded.split()))


def mojibake(shared, runner):
    path = shared / "corpus" / "encoding" / "ftfy_mojibake.jsonl.zst"
    wanted = {mill.id_of(r): r["fixed"] for r in mill.records(path) if r.get("expect") == "pass"}
    out = runner.run([path], mill.REPAIR)
    found = {mill.id_of(r): mill.text_of(r) for r in mill.written(out)}
    exact = sum(found.get(i) == fixed for i, fixed in wanted.items())
    folded = sum(plain(found.get(i, "")) == plain(fixed) for i, fixed in wanted.items())
    yield "repair/mojibake_exact", "higher", mill.ratio(exact, len(wanted))
    yield "repair/mojibake_exact_but_quotes", "higher", mill.ratio(folded, len(wanted))


def bad_bytes(shared, runner):
    """Lines with bytes that are no UTF-8, each as the text of an article; each bad sequence becomes
    U+FFFD. Compared as normalising leaves them."""
    encoding = shared / "corpus" / "encoding"
    texts = mill.lines(encoding / UTF8_TESTS)
    wanted = [line.decode() for line in mill.lines(encoding / UTF8_ANSWERS)]
    path = pathlib.Path(runner.folder.name, "bad_bytes.jsonl")
    path.write_bytes(b"".join(b'{"id":"%d","text":"%s"}\n' % (i, mill.json_escaped(text))
                              for i, text in enumerate(texts)))
    out = runner.run([path], mill.REPAIR)
    found = {mill.id_of(r): mill.lines_of(mill.text_of(r)) for r in mill.written(out)}
    right = sum(found.get(str(i)) == mill.lines_of(text) for i, text in enumerate(wanted))
    yield "repair/bad_bytes_exact", "higher", mill.ratio(right, len(wanted))


def figures(shared, runner):
    for part in (duplicates, cleaning, seed, mojibake, bad_bytes):
        yield from part(shared, runner)
