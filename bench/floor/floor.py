#!/usr/bin/env python3
"""Times pressmill against the floor: zstd -dc | zstd -3 over the same dump, in the same run.

  floor.py DUMP.jsonl.zst [--pressmill build/release/pressmill] [--rounds 5] [--scratch DIR]

Each round runs, in turn: the floor, two floors at once, pressmill on one thread and on two. The
floor reads and writes what any mill must read and write and does nothing else; two at once show
what a second processor is worth on this machine today. Prints medians, the ratios that
docs/tuning.md speaks of, and peak memory. Standard library only.
"""
import argparse
import os
import resource
import shutil
import statistics
import subprocess
import tempfile
import time


def measure(commands, work):
    """Runs shell commands at once; (wall, CPU of all, largest process in KiB)."""
    began = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    children = [subprocess.Popen(c, shell=True, cwd=work, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL) for c in commands]
    peak = 0
    for child in children:
        _, status, usage = os.wait4(child.pid, 0)
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"failed: {child.args}")
        child.returncode = 0
        peak = max(peak, usage.ru_maxrss)
    wall = time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, peak


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump")
    parser.add_argument("--pressmill", default="build/release/pressmill")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--scratch", help="where the results go for a while; default: $TMPDIR")
    a = parser.parse_args()
    work = tempfile.mkdtemp(prefix="floor-", dir=a.scratch)
    dump, mill = os.path.abspath(a.dump), os.path.abspath(a.pressmill)

    def floor(name):
        return f"zstd -dcq '{dump}' | zstd -3 -q -f -o {name}.zst"

    def run(threads):
        return f"exec '{mill}' run '{dump}' --out out --threads {threads} --quiet --fresh"

    cases = {
        "floor": [floor("a")],
        "two floors": [floor("a"), floor("b")],
        "1 thread": [run(1)],
        "2 threads": [run(2)],
    }
    figures = {name: [] for name in cases}
    for _ in range(a.rounds):
        for name, commands in cases.items():
            figures[name].append(measure(commands, work))
    shutil.rmtree(work)

    median = {name: [statistics.median(column) for column in zip(*rows)]
              for name, rows in figures.items()}
    print(f"{'':12} {'wall s':>8} {'CPU s':>8} {'peak MiB':>9}   wall of each round")
    for name, (wall, cpu, peak) in median.items():
        walls = " ".join(f"{row[0]:.2f}" for row in figures[name])
        print(f"{name:12} {wall:8.2f} {cpu:8.2f} {peak / 1024:9.1f}   {walls}")
    one, two = median["1 thread"], median["2 threads"]
    pipes = 2 * median["floor"][0] / median["two floors"][0]
    gain = one[0] / two[0]
    print(f"CPU over the floor's       {one[1] / median['floor'][1]:.2f} on one thread, "
          f"{two[1] / median['floor'][1]:.2f} on two")
    print(f"gain of a second thread    {gain:.2f}; of a second pipe {pipes:.2f}; "
          f"ratio {gain / pipes:.2f}")


if __name__ == "__main__":
    main()
