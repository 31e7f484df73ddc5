#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Measures pressmill against the floor, zstd -dc | zstd -3 over the same dump, and against DuckDB.

  floor.py                                makes a dump of 1 GiB, five rounds, writes bench/results/
  floor.py --readme                       ... and the README's speed table
  floor.py --dump news.jsonl.zst          on a dump of your own
  floor.py --update-readme RESULT.json    measures nothing

The floor reads and writes what any mill must read and write and does nothing else. Each round runs
every case in turn, so that a busy machine is busy for all of them, and ratios are taken within a
round: the floor, as many floors at once as there are cores (what more cores are worth today),
pressmill and DuckDB on one thread and on one for each core. All answers are checked first.

Builds nothing. Python's standard library, zstd and, for DuckDB, npm; without npm DuckDB is left out.
tools/compare_bench.py compares two results.
"""
import argparse
import os
import pathlib
import shlex
import shutil
import statistics
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import answers  # noqa: E402
import bench_results  # noqa: E402  (its folder has to be named first)
import cases  # noqa: E402
import dump as dumps  # noqa: E402
import table  # noqa: E402
from measure import bytes_in, measure  # noqa: E402

README = ROOT / "README.md"
# Below that nobody can say what changed: the program or where its code happens to lie in memory.
LEAST_CHANGE = 0.02


def say(text):
    print(text, file=sys.stderr, flush=True)


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    release = ROOT / "build/release"
    parser.add_argument("--bytes", default="1G", help="size of the dump's JSONL, default 1G")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--from", dest="source", type=pathlib.Path, metavar="FILE",
                        help="a real dump whose sentences corpusgen mixes in")
    parser.add_argument("--dump", metavar="FILE", help="measure on this zst file, make none")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)),
                        help="default: one for each core")
    parser.add_argument("--pressmill", type=pathlib.Path, default=release / "pressmill")
    parser.add_argument("--corpusgen", type=pathlib.Path,
                        default=release / "tools/corpusgen/corpusgen")
    parser.add_argument("--scratch", type=pathlib.Path, default=ROOT / "build",
                        help="where everything goes for a while, default build/")
    parser.add_argument("--results", type=pathlib.Path, default=ROOT / "bench/results")
    parser.add_argument("--duckdb", metavar="FOLDER", help="where npm installs DuckDB, once; "
                        "default: a folder in build/floor")
    parser.add_argument("--no-duckdb", action="store_true")
    parser.add_argument("--readme", action="store_true", help="rewrite the README's speed table")
    parser.add_argument("--update-readme", type=pathlib.Path, metavar="RESULT",
                        help="only rewrite the README's speed table, from a result")
    return parser.parse_args()


def check_arguments(a):
    """Says what to do before minutes are spent."""
    needed = [a.pressmill.resolve()] + ([] if a.dump else [a.corpusgen.resolve()])
    for program in needed:
        if not os.access(program, os.X_OK):
            raise SystemExit(f"{program} is missing: cmake --preset release && "
                             "cmake --build --preset release")
    for file in (a.dump, a.source):
        if file and not pathlib.Path(file).is_file():
            raise SystemExit(f"{file}: no such file")
    if a.rounds < 1 or a.threads < 1:
        raise SystemExit("--rounds and --threads want 1 or more")


def install_duckdb(a):
    """DuckDB ready for use, or None after saying why."""
    if a.no_duckdb:
        return None
    folder = a.duckdb or ROOT / "build/floor" / f"duckdb-{cases.DUCKDB_VERSION}"
    database = cases.DuckDB(pathlib.Path(folder).resolve())
    fault = database.install()
    if fault:
        say(f"DuckDB is left out: {fault}")
    return None if fault else database


def run_rounds(plan, rounds, scratch):
    """{case: [cost of each round]}"""
    costs = {case.name: [] for case in plan}
    for number in range(rounds):
        for case in plan:
            cost = measure(case, scratch)
            costs[case.name].append(cost)
            say(f"round {number + 1} of {rounds}  {case.name:24} {cost.wall:7.2f} s wall "
                f"{cost.cpu:7.2f} s CPU {cost.peak_mib:7.0f} MiB")
    return costs


def compared(name, unit, better, values):
    """A figure that is held against us later; so little change is none even after one round."""
    return bench_results.figure(name, unit, better, values, tolerance_ratio=LEAST_CHANGE)


def ratios(above, below):
    return [a / b for a, b in zip(above, below)]


def figures_of_case(name, costs, floor):
    """One case's figures. Only ratios, memory and bytes of pressmill are held against it later:
    seconds depend on the machine's day, and the others' figures are not ours to improve."""
    figure = compared if name.startswith("pressmill/") else bench_results.figure
    better = "lower" if figure is compared else None
    figures = [
        bench_results.figure(f"{name}/wall", "s", None, [c.wall for c in costs]),
        bench_results.figure(f"{name}/cpu", "s", None, [c.cpu for c in costs]),
        figure(f"{name}/peak", "MiB", better, [c.peak_mib for c in costs]),
        figure(f"{name}/bytes_out", "bytes", better, [c.bytes_out for c in costs]),
    ]
    if name.split("/")[0] != cases.FLOOR:
        figures += [
            figure(f"{name}/cpu_over_floor", "ratio", better,
                   ratios([c.cpu for c in costs], [c.cpu for c in floor])),
            figure(f"{name}/wall_over_floor", "ratio", better,
                   ratios([c.wall for c in costs], [c.wall for c in floor])),
        ]
    return figures


def gain_figures(costs, threads):
    """What threads gain, what as many floors at once gain, and one over the other, by round."""
    if threads == 1:
        return []
    walls = {name: [c.wall for c in rounds] for name, rounds in costs.items()}
    side_by_side, many = cases.at_once(threads), cases.pressmill(threads)
    pipes = [threads * r for r in ratios(walls[cases.FLOOR], walls[side_by_side])]
    gained = ratios(walls[cases.pressmill(1)], walls[many])
    return [bench_results.figure(f"{side_by_side}/gain", "ratio", None, pipes),
            compared(f"{many}/gain", "ratio", "higher", gained),
            compared(f"{many}/gain_over_floors", "ratio", "higher", ratios(gained, pipes))]


def versions_of(a, database):
    return {
        "pressmill": bench_results.version_of([str(a.pressmill.resolve()), "--version"]),
        "zstd": bench_results.version_of(["zstd", "--version"]),
        "duckdb": cases.DUCKDB_VERSION if database else "none",
        "g++": bench_results.version_of(["g++", "--version"]),
    }


def command_of(a):
    """The command line that gives the result again, with files by their names alone."""
    words = ["bench/floor/floor.py"]
    if a.dump:
        words += ["--dump", pathlib.Path(a.dump).name]
    else:
        words += ["--bytes", a.bytes, "--seed", str(a.seed)]
        words += ["--from", a.source.name] if a.source else []
    return shlex.join(words + ["--rounds", str(a.rounds)])


def measure_all(a, scratch):
    """Everything, from the dump to the result."""
    commit = bench_results.commit(ROOT)  # now: the checkout may change while this takes its time
    database = install_duckdb(a)
    say("making the dump" if not a.dump else "reading the dump")
    path, content, described = dumps.obtain(a.dump, a.corpusgen.resolve(), scratch, a.bytes,
                                            a.seed, a.source)
    say(f"checking answers on {table.human(content.bytes)} of JSONL, {content.lines:,} lines")
    answers.check_floor(path, content, scratch)
    stats = answers.check_pressmill(a.pressmill.resolve(), path, content, a.threads, scratch)
    if database:
        answers.check_duckdb(database, path, stats, a.threads, scratch)
    plan = cases.all_cases(path, scratch, a.pressmill.resolve(), a.threads, database)
    kept = bytes_in(scratch / cases.OUT / "kept")
    costs = run_rounds(plan, a.rounds, scratch)
    figures = [compared("pressmill/kept_bytes", "bytes", "lower", [kept])]
    figures += [f for name, rounds in costs.items()
               for f in figures_of_case(name, rounds, costs[cases.FLOOR])]
    described |= {"threads": a.threads, "rounds": a.rounds, "measured_by": command_of(a)}
    result = bench_results.result(ROOT, "floor", versions_of(a, database), described,
                                  figures + gain_figures(costs, a.threads))
    return {**result, "commit": commit}


def print_result(result):
    """Medians, and how far the rounds lie apart: the first thing to look at."""
    print(f"{'medians':26} {'wall s':>8} {'CPU s':>8} {'CPU/floor':>10} {'peak MiB':>9} "
          f"{'written':>10}   wall of each round")
    figures = {f["name"]: f for f in result["figures"]}
    for case in table.case_names(result):
        of = {what: figures[f"{case}/{what}"] for what in ("wall", "cpu", "peak", "bytes_out")}
        over = figures.get(f"{case}/cpu_over_floor")
        walls = " ".join(f"{v:.2f}" for v in of["wall"]["values"])
        print(f"{case:26} {of['wall']['median']:8.2f} {of['cpu']['median']:8.2f} "
              f"{over['median'] if over else 1:10.2f} {of['peak']['median']:9.0f} "
              f"{table.human(of['bytes_out']['median']):>10}   {walls}")
    print(table.gains(result))
    floor = figures[f"{cases.FLOOR}/wall"]["values"]
    spread = (max(floor) - min(floor)) / statistics.median(floor)
    if spread > 0.1:
        print(f"The floor's own wall time varied by {100 * spread:.0f} %: the machine is busy.")


def main():
    a = parse_arguments()
    if a.update_readme:
        try:
            table.update_readme(README, bench_results.read(a.update_readme))
        except ValueError as error:
            raise SystemExit(str(error)) from error
        return
    check_arguments(a)
    a.scratch.mkdir(parents=True, exist_ok=True)
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="floor-", dir=a.scratch)).resolve()
    try:
        result = measure_all(a, scratch)
    finally:
        shutil.rmtree(scratch)
    print_result(result)
    print(f"Result: {bench_results.write(result, a.results)}")
    if a.readme:
        table.update_readme(README, result)


if __name__ == "__main__":
    main()
