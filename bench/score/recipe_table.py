#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What each built-in recipe would drop, by set and by language: the tables of docs/recipes.md.

Every set goes through the mill once for each recipe, with --drop none, so that all that a recipe finds
is counted, copies too. lingua_open holds single sentences; rules about length would find nothing but
that. So its sentences also go in as made-up articles, twenty of a language each, in lines of four:
that shows whether a rule minds a language. --check fails where a recipe drops more than half of them
in any language."""
import argparse
import collections
import json
import pathlib
import tempfile

import mill

RECIPES = ["news", "fineweb", "gopher", "c4"]
SETS = ["news/abp_open", "news/bbc_news", "news/spanish_fake_news", "news/ant_arabic_news",
        "news/xwlb_open", "language/lingua_open", "clean/pages", "dups/extractors",
        "dups/minhash_2500"]
SENTENCES, LINE = 20, 4
MOST = 0.5


def articles_of_sentences(path, to):
    """Twenty sentences an article. The few that are left at the end of a language are left out."""
    sentences = collections.defaultdict(list)
    for record in mill.records(path):
        sentences[record["lang"]].append(record["text"].replace("\n", " "))
    with open(to, "w", encoding="utf-8") as file:
        for lang, texts in sorted(sentences.items()):
            for i in range(0, len(texts) - SENTENCES + 1, SENTENCES):
                lines = [" ".join(texts[k:k + LINE]) for k in range(i, i + SENTENCES, LINE)]
                file.write(json.dumps({"id": f"{lang}:{i // SENTENCES}", "text": "\n".join(lines)})
                           + "\n")
    return to


def rows_of(runner, path, recipe):
    out = runner.run([path], [["--quality", recipe], ["--drop", "none"], ["--audit", "off"]])
    return [row for row in mill.articles(out) if row["reason"] != "empty"]


def percent(part, whole):
    return f"{100 * part / whole:.1f}" if whole else "-"


def by_rule(rows):
    """The rules that decided, most frequent first."""
    counts = collections.Counter(row["quality"] for row in rows if row["quality"])
    return ", ".join(f"{name} {percent(n, len(rows))}" for name, n in counts.most_common())


def sets_table(runner, shared):
    yield "| set | articles | recipe | dropped % | by rule, % of articles |\n|---|---:|---|---:|---|"
    for name in SETS:
        for recipe in RECIPES:
            rows = rows_of(runner, shared / "corpus" / f"{name}.jsonl.zst", recipe)
            dropped = sum(bool(row["quality"]) for row in rows)
            yield (f"| {name.split('/')[1]} | {len(rows):,} | {recipe} "
                   f"| {percent(dropped, len(rows))} | {by_rule(rows)} |")


def languages(runner, articles):
    """{language: {recipe: (dropped, all, rules)}}"""
    found = collections.defaultdict(dict)
    for recipe in RECIPES:
        groups = collections.defaultdict(list)
        for row in rows_of(runner, articles, recipe):
            groups[row["id"].split(":")[0]].append(row)
        for lang, rows in groups.items():
            dropped = sum(bool(row["quality"]) for row in rows)
            found[lang][recipe] = (dropped, len(rows), by_rule(rows))
    return found


def languages_table(found):
    yield "| language | articles | " + " | ".join(f"{r} %" for r in RECIPES) + " |"
    yield "|---|---:|" + "---:|" * len(RECIPES)
    for lang, recipes in sorted(found.items()):
        shares = " | ".join(percent(*recipes[recipe][:2]) for recipe in RECIPES)
        yield f"| {lang} | {recipes['news'][1]} | {shares} |"


def too_many(found):
    for lang, recipes in sorted(found.items()):
        for recipe, (dropped, all_of, rules) in recipes.items():
            if dropped > MOST * all_of:
                yield f"{recipe} drops {dropped} of {all_of} articles in {lang}: {rules}"


def main():
    root = pathlib.Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pressmill", default=root / "build/release/pressmill")
    parser.add_argument("--shared", type=pathlib.Path, default=root.parent / "shared")
    parser.add_argument("--check", action="store_true", help="languages only; prints what is wrong")
    options = parser.parse_args()
    sentences = options.shared / "corpus/language/lingua_open.jsonl.zst"
    if not sentences.exists():
        print(f"skipped: no shared corpus at {options.shared}")
        return 77
    runner = mill.Mill(options.pressmill)
    with tempfile.TemporaryDirectory() as folder:
        articles = articles_of_sentences(sentences, pathlib.Path(folder, "sentences.jsonl"))
        found = languages(runner, articles)
    if options.check:
        wrong = list(too_many(found))
        print("\n".join(wrong) or f"{len(found)} languages, none dropped whole")
        return 1 if wrong else 0
    print("\n".join(sets_table(runner, options.shared)))
    print()
    print("\n".join(languages_table(found)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
