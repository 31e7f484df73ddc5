# SPDX-License-Identifier: Apache-2.0
"""Checks what the cases answer before anything is timed: a fast wrong answer is worth nothing."""
import json
import subprocess

import cases
import dump as dumps
from measure import measure


def demand(claim, message):
    if not claim:
        raise SystemExit(f"wrong answer, nothing was timed: {message}")


def check_floor(path, content, scratch):
    """The floor passes the dump through: the same bytes come out."""
    measure(cases.floor_case(cases.FLOOR, path, 1), scratch)
    got = dumps.content_of(scratch / cases.FLOOR_OUT)
    demand(got == content, f"the floor made {got} of {content}")


def count_lines(folder):
    return sum(dumps.content_of(part).lines for part in sorted(folder.glob("*.jsonl.zst")))


def check_pressmill(binary, path, content, threads, scratch):
    """Each line is accounted for, and the files hold as many lines as the account says. Returns
    stats.json."""
    measure(cases.pressmill_case(binary, path, threads), scratch)
    out = scratch / cases.OUT
    stats = json.loads((out / "stats.json").read_text(encoding="utf-8"))
    lines, kept = stats["lines"], stats["total"]["kept"]["articles"]
    dropped = sum(stats["dropped"].values())
    demand(lines["all"] == content.lines, f"{lines['all']} lines of {content.lines}")
    demand(kept + dropped + lines["malformed"] + lines["blank"] == lines["all"],
           f"kept, dropped, malformed and blank do not add up to {lines['all']} lines")
    demand(count_lines(out / "kept") == kept, f"kept holds other than {kept} lines")
    demand(count_lines(out / "dropped") == dropped, f"dropped holds other than {dropped} lines")
    return stats


def ask(database, mode, path, scratch, threads):
    done = subprocess.run(database.command(mode, path, scratch, threads), check=True,
                          stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def check_duckdb(database, path, stats, threads, scratch):
    """DuckDB sees the same articles and about the same distinct texts. They may differ where the
    two mean other things: pressmill mends lines with bad bytes, which DuckDB skips; DuckDB reads
    some lines that are no JSON by the letter (a comma before the last bracket); texts that become
    equal when they are normalised are distinct to DuckDB, and it takes numbers and lists for
    texts. Each of these bounds the difference."""
    ask(database, "columns", path, scratch, threads)
    seen = ask(database, "check", path, scratch, threads)
    lost, gained = stats["repairs"]["lines_mended"], stats["malformed"].get("not_json", 0)
    normalised = stats["repairs"]["texts_normalised"]
    empty = stats["dropped"].get("empty", 0)  # of invisible characters only, perhaps
    with_text = stats["total"]["in"]["articles"] - empty
    distinct = with_text - stats["dropped"].get("exact", 0)
    demand(-lost <= seen["articles"] - with_text <= gained + empty,
           f"DuckDB sees {seen['articles']} articles with text, pressmill {with_text}")
    demand(-lost <= seen["distinct"] - distinct <= gained + empty + normalised,
           f"DuckDB sees {seen['distinct']} distinct texts, pressmill {distinct}")
    kept = ask(database, "dedup", path, scratch, threads)["kept"]
    written = dumps.content_of(scratch / cases.DUCKDB_OUT).lines
    no_text = stats["malformed"].get("text_type", 0)
    demand(kept == written, f"DuckDB keeps {kept} articles and writes {written}")
    demand(-lost <= kept - seen["distinct"] <= lost + no_text,
           f"DuckDB keeps {kept} of {seen['distinct']} distinct texts")
