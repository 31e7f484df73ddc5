# SPDX-License-Identifier: Apache-2.0
"""A result for people: the README's speed table, between its markers."""
import re

import cases

BEGIN = "<!-- speed table: bench/floor/floor.py -->"
END = "<!-- end of speed table -->"

LABELS = {"duckdb_dedup": "DuckDB, exact copies", "duckdb_words": "DuckDB, words and lengths"}


def human(count):
    for unit in ("bytes", "KiB", "MiB"):
        if count < 1024:
            return f"{count:.3g} {unit}" if count < 999.5 else f"{count:.0f} {unit}"
        count /= 1024
    return f"{count:.2f} GiB"


def label(case):
    """pressmill/2_threads -> pressmill, 2 threads"""
    program, _, rest = case.partition("/")
    program = LABELS.get(program, program)
    return f"{program}, {rest.replace('_', ' ')}" if rest else program


def medians(result):
    return {f["name"]: f["median"] for f in result["figures"]}


def case_names(result):
    return [f["name"].removesuffix("/wall") for f in result["figures"]
            if f["name"].endswith("/wall")]


def table_row(case, of):
    out = of[f"{case}/bytes_out"]
    return (f"| {label(case)} | {of.get(f'{case}/cpu_over_floor', 1):.2f} "
            f"| {of[f'{case}/wall']:.1f} s | {of[f'{case}/peak']:.0f} MiB "
            f"| {human(out) if out else 'nothing'} |")


def table(result):
    """The rows. Floors side by side are no case of a reader's interest; gains() tells of them."""
    of = medians(result)
    rows = [table_row(case, of) for case in case_names(result)
            if not case.startswith(f"{cases.FLOOR}/")]
    return "\n".join(["| | CPU over the floor's | wall | peak memory | written |",
                      "|---|---|---|---|---|", *rows])


def gains(result):
    of = medians(result)
    cores = result["input"]["threads"]
    if cores == 1:
        return "Measured on one core: nothing is said of more threads."
    return (f"With {cores} threads instead of one pressmill is "
            f"{of[f'{cases.pressmill(cores)}/gain']:.2f} times as fast; {cores} floors at once "
            f"move {of[f'{cases.at_once(cores)}/gain']:.2f} times as much as one.")


def introduction(result):
    host, measured = result["machine"], result["input"]
    return (f"Against the floor, `zstd -dc | zstd -3` over the same dump in the same round: "
            f"{human(measured['bytes'])} of JSONL in one zst file.\n"
            f"Medians of {measured['rounds']} rounds on {host['cores']} cores of a shared "
            f"machine ({host['cpu']}), {result['date']}, commit {result['commit']}.")


def duckdb_note(result):
    if result["versions"]["duckdb"] == "none":
        return ""
    return (f"\nDuckDB {result['versions']['duckdb']} does a part of it in each row: it keeps the "
            "first of each equal text and writes the rest, or counts\nwords and takes quantiles "
            "of lengths. It normalises nothing and accounts for nothing that it leaves out.\n")


def section(result):
    """What stands between the markers."""
    return (f"{introduction(result)}\n\n{table(result)}\n\n{gains(result)}\n"
            f"{duckdb_note(result)}\n```\n{result['input']['measured_by']} --readme\n```\n")


def update_readme(path, result):
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(BEGIN)}\n.*?{re.escape(END)}", re.S)
    if len(pattern.findall(text)) != 1:
        raise SystemExit(f"{path}: wants one pair of lines {BEGIN} and {END}")
    path.write_text(pattern.sub(lambda _: f"{BEGIN}\n{section(result)}{END}", text),
                    encoding="utf-8")
