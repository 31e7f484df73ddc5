#!/usr/bin/env python3
"""Checks the times in OUT/manifest.json.   check_times.py OUT INPUT_BYTES STDERR_FILE

The passes are all there, in order; no stage is busier than its threads allow; bytes go through
survey and refine without a loss; --verbose printed a row for each stage. Prints what is wrong; exit 1.
"""
import json
import pathlib
import sys

PASSES = {"survey": ["read", "decode", "cut", "survey", "write", "count", "save"],
          "refine": ["read", "decode", "cut", "refine", "write"],
          "match": ["keys", "ids", "copies", "candidates", "sweep", "verify", "clusters",
                    "verdicts"],
          "emit": ["units", "articles", "malformed", "lines", "clusters"], "report": ["count", "write"]}


def faults(passes, input_bytes, shown):
    if [p["pass"] for p in passes] != list(PASSES):
        yield f"passes are {[p['pass'] for p in passes]}"
        return
    for p in passes:
        names = [s["stage"] for s in p["stages"]]
        if names != PASSES[p["pass"]]:
            yield f"{p['pass']}: stages are {names}"
        # Each figure is rounded down to a millisecond.
        if p["busy_milliseconds"] > p["threads"] * (p["milliseconds"] + 1):
            yield f"{p['pass']}: busier than its threads allow: {p}"
        if not 0 <= p["efficiency"] <= 1.001:
            yield f"{p['pass']}: efficiency {p['efficiency']}"
        for name in [p["pass"], *names]:
            if not any(line.split()[:1] == [name] for line in shown):
                yield f"--verbose has no row for {name}"
    for p in passes[:2]:
        stages = {s["stage"]: s for s in p["stages"]}
        if stages["read"]["bytes_in"] != input_bytes:
            yield f"{p['pass']}: read {stages['read']['bytes_in']} of {input_bytes} bytes"
    if stages["refine"]["bytes_in"] == 0 or stages["write"]["bytes_out"] == 0:
        yield "nothing was refined"


def main():
    out, input_bytes, stderr = sys.argv[1:4]
    manifest = json.loads(pathlib.Path(out, "manifest.json").read_text(encoding="utf-8"))
    shown = pathlib.Path(stderr).read_text(encoding="utf-8").splitlines()
    found = list(faults(manifest["run"]["passes"], int(input_bytes), shown))
    print("\n".join(found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
