#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Counts the instructions of each pass over a small fixed dump and holds them to a budget.

  count.py [--update] [--pressmill P] [--corpusgen C] [--preload libpressmill_no_timer.so]

callgrind executes the release build on one thread and writes a count down each time a pass is
entered. Counts do not depend on how busy the machine is; they do depend on the compiler and on the
versions of the libraries, so the budget goes with Debian 12. Fails where a pass takes more than
5 % above its budget, and says where one takes more than 5 % less. --update writes the budget anew:
the difference is then part of the change, and is explained in it. Standard library, and valgrind.
"""
import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "tools"))
import bench_results  # noqa: E402  (its folder has to be named first)
import compare_bench  # noqa: E402

BUDGET = HERE / "budget.json"
TOLERANCE = 0.05
# Length of the path of the scratch folder, whatever the machine's folder for such things is called:
# lengths of paths decide how strings are allocated, which moved a pass by 3 %.
PATH_LENGTH = 120
# A few megabytes with everything that is planted; enough that start-up is a small part.
DUMP = ["--articles", "1500", "--seed", "11", "--codec", "zst", "--frame", "64K"]
# The functions that begin a pass, in order; what stands before the first is start-up and preflight.
PASSES = [("survey", "survey"), ("refine", "refine"), ("match", "match"), ("emit", "emit"),
          ("report", "collect_stats")]


def make_dump(corpusgen, folder):
    """The dump and the hash of its bytes: another zstd makes another dump, hence another budget."""
    subprocess.run([corpusgen, "--out", f"{folder}/dump", *DUMP], check=True,
                   stderr=subprocess.DEVNULL)
    digest = hashlib.sha256()
    for path in sorted(pathlib.Path(folder, "dump").iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def of_fixed_length(folder):
    """A new folder in a scratch folder, so deep that its path is PATH_LENGTH long."""
    rest = PATH_LENGTH - len(folder) - 1
    if rest < 1:
        raise SystemExit(f"count.py: {folder}: too long a path; set TMPDIR to another folder")
    path = pathlib.Path(folder, "x" * rest)
    path.mkdir()
    return str(path)


def run_callgrind(pressmill, preload, folder):
    for name, target in (("pressmill", pressmill), ("preload.so", preload)):
        os.symlink(target, f"{folder}/{name}")
    pressmill, preload = f"{folder}/pressmill", f"{folder}/preload.so"
    command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={folder}/counts"]
    command += [f"--dump-before=pressmill::pipeline::{function}(*" for _, function in PASSES]
    command += [pressmill, "run", f"{folder}/dump", "--out", f"{folder}/out", "--threads", "1",
                "--progress", "off", "--quiet"]
    # A fixed environment: its size shifts the stack, its variables reach the loader.
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "LD_BIND_NOW": "1",
                   "LD_PRELOAD": preload}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, check=False)
    if done.returncode != 0:
        raise SystemExit(f"count.py: exit {done.returncode}\n{done.stdout.decode()}")


def parts_of(folder):
    """The counts that callgrind wrote, in order: (instructions, function at whose entry)."""
    numbered = sorted(pathlib.Path(folder).glob("counts.*"), key=lambda p: int(p.suffix[1:]))
    for path in [*numbered, pathlib.Path(folder, "counts")]:
        text = path.read_text()
        entered = re.search(r"^desc: Trigger: --dump-before=(.*)$", text, re.M)
        yield int(re.search(r"^summary: (\d+)", text, re.M).group(1)), (
            entered.group(1) if entered else "")


def counts_of(folder):
    """Instructions by pass. A pass lasts until another is entered; its own lambdas begin with its
    name, too, and enter nothing."""
    current, counts = "start", {"start": 0}
    for instructions, entered in parts_of(folder):
        counts[current] += instructions
        for name, function in PASSES:
            if re.fullmatch(rf"pressmill::pipeline::{function}\([^()]*\)", entered):
                current = name
                counts.setdefault(name, 0)
    missing = [name for name, _ in PASSES if name not in counts]
    if missing:
        raise SystemExit(f"count.py: never entered: {', '.join(missing)}; was it renamed?")
    return counts


def print_advice(budget, found, over):
    """What to do about figures that left their margin, and what may have moved them."""
    for what, version in found["versions"].items():
        if budget["versions"].get(what) != version:
            print(f"{what} is {version}; the budget's was {budget['versions'].get(what, 'none')}")
    if over:
        print("over budget: make it cheaper, or raise the budget on purpose with --update")
    now = {f["name"]: f["median"] for f in found["figures"]}
    for figure in budget["figures"]:
        name, before = figure["name"], figure["median"]
        if name in now and now[name] < before * (1 - TOLERANCE):
            print(f"{name} is {100 * (1 - now[name] / before):.1f} % under budget: lower it with "
                  "--update, so that the gain is held")


def measure(a):
    with tempfile.TemporaryDirectory(prefix="instructions-") as scratch:
        folder = of_fixed_length(os.path.realpath(scratch))
        sha256 = make_dump(os.path.abspath(a.corpusgen), folder)
        run_callgrind(os.path.abspath(a.pressmill), os.path.abspath(a.preload), folder)
        counts = counts_of(folder)
    figures = [bench_results.figure(f"instructions/{name}", "instructions", "lower", [count],
                                    tolerance_ratio=TOLERANCE) for name, count in counts.items()]
    versions = {"valgrind": bench_results.version_of(["valgrind", "--version"]),
                "g++": bench_results.version_of(["g++", "--version"]),
                "zstd": bench_results.version_of(["zstd", "--version"])}
    measured = {"corpusgen": " ".join(DUMP), "sha256": sha256}
    return bench_results.result(ROOT, "instructions", versions, measured, figures)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    build = ROOT / "build" / "release"
    parser.add_argument("--pressmill", default=str(build / "pressmill"))
    parser.add_argument("--corpusgen", default=str(build / "tools/corpusgen/corpusgen"))
    parser.add_argument("--preload",
                        default=str(build / "bench/instructions/libpressmill_no_timer.so"))
    parser.add_argument("--update", action="store_true", help="write the budget anew")
    a = parser.parse_args()
    found = measure(a)
    if a.update:
        bench_results.write_to(found, BUDGET)
        print(f"budget written: {BUDGET.relative_to(ROOT)}")
        return 0
    budget = bench_results.read(BUDGET)
    fault = compare_bench.fault_of(budget, found)
    if fault:
        print(f"count.py: {fault}\nanother dump than the budget's: bench/instructions/count.py "
              "--update, and say why in the change")
        return 1
    worse = compare_bench.report(budget, found)
    print_advice(budget, found, worse)
    return 1 if worse else 0


if __name__ == "__main__":
    sys.exit(main())
