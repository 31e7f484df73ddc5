#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores pressmill against truth: real articles where the shared corpus is there, made-up ones.

  score.py [--check | --update] [--pressmill P] [--corpusgen C] [--shared DIR] [-- SETTINGS]

Without options the figures go into bench/results/, beside the speeds. --check compares them with
bench/score/baseline.json and fails where one is worse; --update writes the baseline anew. Settings
behind -- are given to every run: `-- --dedup off` shows what a loss looks like.

Figures are exact: the same binary gives the same ones on every machine. Standard library, the zstd
command, and the scorers of the corpus.
"""
import argparse
import hashlib
import os
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import bench_results  # noqa: E402  (its folder has to be named first)
import compare_bench  # noqa: E402
import generated  # noqa: E402
import mill  # noqa: E402
import open_sets  # noqa: E402
import site_memory  # noqa: E402

BASELINE = HERE / "baseline.json"
# The scorers round to four decimals.
TOLERANCE = 0.00011
# Dumps of the same articles that are made, the first of them the one that all is scored on.
SCRAPES = 3


def find_shared(given):
    """The shared corpus, or None: beside the checkout, or where PRESSMILL_SHARED says."""
    path = pathlib.Path(given or os.environ.get("PRESSMILL_SHARED") or ROOT.parent / "shared")
    return path if (path / "eval" / "score_dups.py").exists() else None


def input_of(shared, many, few):
    """What a result was measured on; two results are compared only where this agrees."""
    parts = {"generated": " ".join(generated.DUMP),
             "generated/sha256": generated.digest(*many[0])}
    for name, scrapes in (("scrape", many[1:]), ("few", few)):
        for number, (dump, truth) in enumerate(scrapes, 1):
            parts[f"generated/{name}{number}/sha256"] = generated.digest(dump, truth)
    for path in open_sets.files(shared) if shared else []:
        name = str(path.relative_to(shared / "corpus"))
        parts[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return parts


def measure(a, shared):
    if not shared:
        if os.environ.get("PRESSMILL_REQUIRE_SHARED"):
            raise SystemExit("score.py: the shared corpus is required and not there")
        print("score.py: no shared corpus; only made-up articles are scored")
    runner = mill.Mill(os.path.abspath(a.pressmill), a.settings)
    with tempfile.TemporaryDirectory(prefix="score-") as folder:
        many, few = [[generated.make(os.path.abspath(a.corpusgen), pathlib.Path(folder, name),
                                     arguments, scrape) for scrape in range(SCRAPES)]
                     for name, arguments in (("many", generated.DUMP), ("few", generated.FEW))]
        measured = input_of(shared, many, few)
        found = list(generated.figures(*many[0], runner))
        found += site_memory.made_up(many, few, runner)
    if shared:
        found += open_sets.figures(shared, runner)
        found += site_memory.real_pages(shared, runner)
    figures = [bench_results.figure(name, "count" if isinstance(value, int) and better is None
                                    else "ratio", better, [value], tolerance=TOLERANCE)
               for name, better, value in found]
    versions = {"pressmill": bench_results.version_of([a.pressmill, "--version"])}
    return bench_results.result(ROOT, "score", versions, measured, figures)


def without_open_sets(content):
    """The part of a baseline that can be compared where the shared corpus is missing."""
    figures = [f for f in content["figures"] if f["name"].startswith("generated/")]
    measured = {k: v for k, v in content["input"].items() if k.startswith("generated")}
    return {**content, "figures": figures, "input": measured}


def check(found, shared):
    baseline = bench_results.read(BASELINE)
    if not shared:
        baseline = without_open_sets(baseline)
    fault = compare_bench.fault_of(baseline, found)
    if fault:
        print(f"score.py: {fault}\nnew sets need a new baseline: tools/score.sh --update")
        return 1
    worse = compare_bench.report(baseline, found)
    names = {f["name"] for f in found["figures"]}
    gone = [f["name"] for f in baseline["figures"] if f["name"] not in names]
    if worse or gone:
        print("less right than before: mend it, or say in the change why it is worth it and run "
              "tools/score.sh --update")
    return 1 if worse or gone else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    build = ROOT / "build" / "release"
    parser.add_argument("--pressmill", default=str(build / "pressmill"))
    parser.add_argument("--corpusgen", default=str(build / "tools/corpusgen/corpusgen"))
    parser.add_argument("--shared")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("settings", nargs="*", help="for pressmill, behind --")
    a = parser.parse_args()
    shared = find_shared(a.shared)
    found = measure(a, shared)
    if a.check:
        return check(found, shared)
    path = (bench_results.write_to(found, BASELINE) if a.update
            else bench_results.write(found, ROOT / "bench" / "results"))
    for figure in found["figures"]:
        print(f"{figure['name']:48} {figure['median']:.4f}")
    print(f"written: {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
