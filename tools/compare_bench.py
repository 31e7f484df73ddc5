#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Compares two results of bench/results/ and names what got slower, worse or better.

  compare_bench.py OLD.json NEW.json

A figure counts as changed when its medians differ by more than noise. Noise of a figure that was
measured in rounds follows from the spread of both results, and is at least 2 % of the old median:
two runs of the same binary differ by that much. A figure with one value is exact (a score, a count
of instructions): any change counts, unless the figure brings a tolerance. Figures that only inform
("better": null) are not compared.

Exits 0 when nothing got worse, 1 when something did, 2 when the two cannot be compared.
"""
import argparse
import pathlib
import statistics
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import bench_results  # noqa: E402  (its folder has to be named first)

# Of the old median: what repeated medians of one binary differ by on a quiet machine.
LEAST_NOISE = 0.02
# Median absolute deviation to standard deviation, for normally distributed values.
SIGMA_OF_MAD = 1.4826
# So many standard errors of the difference of both medians are noise.
ERRORS_OF_NOISE = 3.0
# Of the old median: where noise is more than that, "within noise" says little, and we say so.
MUCH_NOISE = 0.1


def squared_error(values):
    """The variance of a median, estimated from the spread; no single slow round moves it."""
    middle = statistics.median(values)
    sigma = SIGMA_OF_MAD * statistics.median(abs(v - middle) for v in values)
    # The median of n values spreads 1.25 times as much as their mean.
    return (1.2533 * sigma) ** 2 / len(values)


def tolerance_of(figure, median):
    if "tolerance" in figure:
        return figure["tolerance"]
    return figure.get("tolerance_ratio", 0.0) * abs(median)


def noise_between(old, new):
    """How far the medians of two figures may differ without meaning anything."""
    base = old["median"]
    allowed = max(tolerance_of(old, base), tolerance_of(new, base))
    if len(old["values"]) == 1 and len(new["values"]) == 1:
        return allowed
    error = (squared_error(old["values"]) + squared_error(new["values"])) ** 0.5
    return max(allowed, LEAST_NOISE * abs(base), ERRORS_OF_NOISE * error)


def verdict_on(old, new):
    """worse, better, or same (within noise)."""
    change = new["median"] - old["median"]
    # The last digits are rounding, as 0.95 - 0.93 against 0.02.
    if abs(change) <= noise_between(old, new) * (1 + 1e-9):
        return "same"
    return "better" if (change < 0) == (new["better"] == "lower") else "worse"


def compared(content):
    return {f["name"]: f for f in content["figures"] if f["better"] is not None}


def input_of(content):
    """What must agree: the hash of the input where there is one, else all that describes it."""
    measured = content["input"]
    return measured.get("sha256", measured) if isinstance(measured, dict) else measured


def row(what, old, new):
    base = old["median"]
    change = f"{100 * (new['median'] - base) / abs(base):+.1f} %" if base else "from zero"
    return (f"{what:7} {old['name']:56} {base:>12.6g} -> {new['median']:<12.6g} {change:>9}"
            f"   noise {noise_between(old, new):.3g} {old['unit']}")


def print_missing(before, after):
    for name in before:
        if name not in after:
            print(f"missing {name}: only in the old result")
    for name in after:
        if name not in before:
            print(f"missing {name}: only in the new result")


def print_noisy(before, after, names):
    """Names the figures of which this comparison cannot tell much. Exact figures have no noise."""
    for name in names:
        if len(before[name]["values"]) == len(after[name]["values"]) == 1:
            continue
        noise = noise_between(before[name], after[name])
        if noise > MUCH_NOISE * abs(before[name]["median"]):
            print(f"noisy   {name}: a change below {noise:.3g} would not show; measure more rounds")


def report(old, new):
    """Prints the comparison; true when something got worse."""
    before, after = compared(old), compared(new)
    both = [name for name in before if name in after]
    verdicts = {name: verdict_on(before[name], after[name]) for name in both}
    for what in ("worse", "better"):
        for name in both:
            if verdicts[name] == what:
                print(row(what, before[name], after[name]))
    print_noisy(before, after, [name for name in both if verdicts[name] == "same"])
    print_missing(before, after)
    counts = {what: list(verdicts.values()).count(what) for what in ("worse", "better", "same")}
    print(f"{len(both)} figures compared: {counts['worse']} worse, {counts['better']} better, "
          f"{counts['same']} within noise")
    return counts["worse"] > 0


def fault_of(old, new):
    """Why two results cannot be compared; None if they can."""
    if old["kind"] != new["kind"]:
        return f"kinds differ: {old['kind']} and {new['kind']}"
    if input_of(old) != input_of(new):
        return f"inputs differ: {old['input']} and {new['input']}"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("old")
    parser.add_argument("new")
    a = parser.parse_args()
    try:
        old, new = bench_results.read(a.old), bench_results.read(a.new)
    except ValueError as error:
        print(f"compare_bench.py: {error}", file=sys.stderr)
        return 2
    fault = fault_of(old, new)
    if fault:
        print(f"compare_bench.py: {fault}", file=sys.stderr)
        return 2
    print(f"{old['kind']}: {old['commit']} of {old['date']} -> {new['commit']} of {new['date']}")
    if old["machine"] != new["machine"]:
        print("The machines differ; differences may be theirs.")
    return 1 if report(old, new) else 0


if __name__ == "__main__":
    sys.exit(main())
