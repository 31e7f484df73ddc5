# SPDX-License-Identifier: Apache-2.0
"""What site memory does: with the rules and without them, on made-up sites and on real pages, and
whether other scrapes of the same articles change it. The line model is off in all of it."""
import json
import pathlib
import re
import shutil
import tempfile
import unicodedata

import generated
import mill

# Why a line went: rules that ask what other articles of the site have. Rules that need no memory
# come first, so lines that both would take do not count here.
MEMORY_RULES = frozenset({"furniture", "other_headline", "between"})
LEAST_PAGES = 3  # of a site, to be one
NO_SITE = "-"
# Tokens as the corpus's scorer of lines counts them: words, and single signs of scripts without
# spaces.
UNSPACED = ("\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af"
            "\u0e00-\u0e7f\u1000-\u109f")
TOKEN = re.compile(f"[{UNSPACED}]|[^\\W_{UNSPACED}]+")


def gone_lines(out, rules):
    """By id: number and text of the lines that went by one of the rules; by any where None."""
    return {str(r["id"]): [(gone["line"], line) for gone in r.get("removed", [])
                           if rules is None or gone["rule"] in rules
                           for line in mill.lines_of(gone["text"])]
            for r in mill.records(pathlib.Path(out, "lines.jsonl.zst"))}


def numbered(text):
    """Lines that are not blank, with their numbers."""
    return [(number, line) for number, one in enumerate(text.split("\n"), 1)
            for line in mill.lines_of(one)]


def places_of(gone, lines):
    """Which lines those are that went. Mending may move lines a little, so of several with the same
    text the one with the nearest number is taken."""
    by_text, places = {}, set()
    for place, (number, line) in enumerate(lines):
        by_text.setdefault(line, {})[place] = number
    for number, line in gone:
        found = by_text.get(line)
        if found:
            place = min(found, key=lambda p: abs(found[p] - number))
            del found[place]
            places.add(place)
    return places


def judged(golds, texts, out, prefix, rules=MEMORY_RULES):
    """Tokens of labelled lines, and how many of them went by memory alone, or by other rules."""
    gone = gone_lines(out, rules)
    all_of, went = mill.Counts(), mill.Counts()
    for name, labels in golds.items():
        lines = numbered(texts[name])
        if len(lines) != len(labels):  # garbled, or with lines of invisible characters
            continue
        places = places_of(gone.get(name, []), lines)
        for place, ((_, line), label) in enumerate(zip(lines, labels)):
            tokens = len(TOKEN.findall(unicodedata.normalize("NFKC", line)))
            all_of[label] += tokens
            went[label] += tokens * (place in places)
    yield f"{prefix}/body_tokens_kept", "higher", 1 - mill.ratio(went[1], all_of[1])
    yield f"{prefix}/furniture_tokens_removed", "higher", mill.ratio(went[0], all_of[0])


def golds_of(dump, truth):
    """Labels of articles that came through as they were made, and all texts."""
    texts = generated.before(dump)
    garbled = {r["id"] for r in mill.records(truth / "truth.garbled.jsonl")}
    return {r["id"]: r["gold"] for r in mill.records(truth / "truth.lines.jsonl")
            if r["id"] in texts and r["id"] not in garbled}, texts


def copied(dump, runner):
    """A run over three copies of a dump."""
    with tempfile.TemporaryDirectory(prefix="score-") as folder:
        for path in sorted(dump.iterdir()):
            for time in "abc":
                shutil.copyfile(path, pathlib.Path(folder, f"{time}-{path.name}"))
        return runner.run([folder], mill.SITES)


def made_up(many, few, runner):
    """Both are scrapes of the same articles, each a dump and its truth; the lines of the first one
    are scored. Many articles a site, and few."""
    dump, truth = many[0]
    everyone = [one for one, _ in many]
    golds, texts = golds_of(dump, truth)
    for name, out in (("", runner.run([dump], mill.SITES)),
                      ("_scraped_thrice", copied(dump, runner)),
                      ("_scraped_by_three", runner.run(everyone, mill.SITES))):
        yield from generated.cleaning(truth, dump, out, f"sites{name}")
        yield from judged(golds, texts, out, f"memory/generated{name}")
    dump, truth = few[0]
    golds, texts = golds_of(dump, truth)
    for name, dumps in (("", [dump]), ("_scraped_by_three", [one for one, _ in few])):
        yield from judged(golds, texts, runner.run(dumps, mill.SITES), f"memory/few{name}")


def real_pages(shared, runner):
    """Each variant by itself: light and full are two scrapes of one page."""
    pages = mill.records(shared / "corpus" / "clean" / "pages.jsonl.zst")
    for variant in ("light", "full"):
        these = {page["id"]: page for page in pages if page["variant"] == variant}
        with tempfile.TemporaryDirectory(prefix="score-") as folder:
            path = pathlib.Path(folder, "pages.jsonl")
            path.write_text("".join(json.dumps(page) + "\n" for page in these.values()))
            out = runner.run([path], mill.SITES)
            site_of = {row["id"]: row["site"] for row in mill.articles(out)}
            pages_of = mill.Counts(site_of.values())
            golds = {name: page["gold"] for name, page in these.items()
                     if site_of[name] != NO_SITE and pages_of[site_of[name]] >= LEAST_PAGES}
            texts = {name: page["text"] for name, page in these.items()}
            yield from judged(golds, texts, out, f"memory/{variant}")
            yield from judged(golds, texts, out, f"sites/{variant}", None)
