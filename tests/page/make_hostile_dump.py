#!/usr/bin/env python3
"""Writes a small dump of which every field is markup, scripts, controls or bidi marks.

    make_hostile_dump.py FOLDER

Some articles are copies or nearly so, some lines repeat on their site, some lines are no JSON: each
part of a report has something hostile to show. What gets run sets `window.pwned`.
"""
import json
import pathlib
import sys

ATTACKS = ("</script><script>window.pwned = 1</script>", "<img src=x onerror='window.pwned = 2'>", "<!--<script>",
           "--><svg onload=window.pwned=3>", "\u202egnp.exe\u202c", "\u2066isolated\u2069 and \u2067not closed",
           "line\u2028separators\u2029here", "\x1b[31mred\x1b[0m", "\"'`${window.pwned = 4}", "javascript:window.pwned=5",
           "{{window.pwned=6}}", "</style><style>*{display:none}</style>", "&lt;script&gt;window.pwned=7&lt;/script&gt;",
           "\\u003cscript\\u003ewindow.pwned=8", "__proto__", "constructor", "</title><base href='http://example.org/'>")


def body(i):
    """An article of its own: sentences that no other one has, with an attack in each."""
    lines = [f"Sentence {i}-{j} tells of barrel {i * 31 + j * 7} and {ATTACKS[(i + j) % len(ATTACKS)]} on quay number "
             f"{(i + 3) * (j + 5)}, where nobody had counted the {i + j} crates before." for j in range(9)]
    return lines


def articles():
    for i in range(60):
        attack = ATTACKS[i % len(ATTACKS)]
        lines = body(i // 2 if i % 3 == 0 else i)  # some twice
        if i % 4 == 1:
            lines = body(i - 1)
            lines[4] = f"Only this sentence differs: {attack} stands in it, which the other one has not."
        furniture = [f"Read more: {ATTACKS[i % 5]} | Share this {attack}"] if i % 2 else []
        yield {"id": f"{attack} {i}", "title": f"{attack} number {i // 2}", "text": "\n".join(furniture + lines),
               "url": f"https://site-{i % 6}.example/{i}?{attack}", "date": f"2024-03-{1 + i % 28:02}",
               "outlet": f"{ATTACKS[(i % 6) * 2]}", "lang": "en"}


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "<script>window.pwned=9<>&'.jsonl", "w", encoding="utf-8") as out:
        for article in articles():
            # Without the url the site is the outlet: as hostile as the rest.
            if article["id"].endswith(("0", "5")):
                del article["url"]
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
        out.write('{"text": </script><script>window.pwned=10</script>\n[1]\n')


if __name__ == "__main__":
    main()
