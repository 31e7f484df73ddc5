# SPDX-License-Identifier: Apache-2.0
"""The files of bench/results/: what was measured, on what, and how each figure is to be read.

One file is one result: a kind (floor, accuracy, ...), the input it was measured on, the machine,
the commit, the versions, and figures. A figure keeps the value of every round, so that
tools/compare_bench.py can tell a change from noise:

  {"name": "pressmill/1_thread/cpu_over_floor", "unit": "ratio", "better": "lower",
   "values": [1.9, 1.8], "median": 1.85}

"better" is lower, higher, or null for figures that inform and are not compared, such as seconds of
a shared machine. A figure may say with "tolerance" (absolute) or "tolerance_ratio" how much of a
change is none. No machine's name and no path of it enters a result. Standard library only.
"""
import datetime
import json
import os
import pathlib
import platform
import re
import statistics
import subprocess

SCHEMA = 1
REQUIRED = ("schema", "kind", "date", "commit", "machine", "versions", "input", "figures")


def first_line_of(command):
    """The first line that a command prints; "none" where it cannot be run."""
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "none"
    return (done.stdout.decode(errors="replace").splitlines() or ["none"])[0].strip()


def version_of(command):
    """The version number in what a command prints first, such as 12.2.0."""
    line = first_line_of(command)
    found = re.search(r"\d+(\.\d+)+", re.sub(r"\(.*?\)", "", line))
    return found.group(0) if found else line


def cpu_name():
    for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith(("model name", "Model")):
            return " ".join(line.split(":", 1)[1].split())
    return platform.machine()


def machine():
    return {
        "cpu": cpu_name(),
        "cores": len(os.sched_getaffinity(0)),
        "memory_bytes": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "kernel": platform.release(),
    }


def commit(root):
    """The short hash of the checkout at root, with (+dirty) where files that git knows differ."""
    short = first_line_of(["git", "-C", str(root), "rev-parse", "--short=7", "HEAD"])
    changed = first_line_of(["git", "-C", str(root), "status", "--porcelain", "-uno"])
    return short if changed == "none" else f"{short} (+dirty)"


def figure(name, unit, better, values, **tolerance):
    """One figure; tolerance= or tolerance_ratio= where a change of that size is none."""
    rounded = [v if isinstance(v, int) else round(v, 6) for v in values]
    return {"name": name, "unit": unit, "better": better, "values": rounded,
            "median": statistics.median(rounded), **tolerance}


def result(root, kind, versions, measured, figures):
    """A whole result; `measured` describes the input, best with its sha256."""
    return {"schema": SCHEMA, "kind": kind, "date": datetime.date.today().isoformat(),
            "commit": commit(root), "machine": machine(), "versions": versions,
            "input": measured, "figures": figures}


def slug(text):
    """A CPU's name as a part of a file name: without trade marks, clock and generic words."""
    text = re.sub(r"\((R|TM|C)\)|@.*|\b(CPU|Processor|with|\d+-Core)\b", " ", text, flags=re.I)
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def file_name(content):
    hash_and_state = re.sub(r"[^0-9a-z]+", "-", content["commit"]).strip("-")
    host = f"{slug(content['machine']['cpu'])}-{content['machine']['cores']}-cores"
    return f"{content['date']}-{host}-{hash_and_state}.{content['kind']}.json"


def write_to(content, path):
    """Writes a result, a figure a line, so that a change of one is a change of one line."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    figures = ",\n  ".join(json.dumps(f, ensure_ascii=False) for f in content["figures"])
    head = json.dumps({k: v for k, v in content.items() if k != "figures"}, indent=1,
                      ensure_ascii=False)
    path.write_text(f'{head[:-2]},\n "figures": [\n  {figures}\n ]\n}}\n', encoding="utf-8")
    return path


def write(content, folder):
    """Writes a result under its proper name and returns the path. A run of the same day, machine
    and commit replaces the one before."""
    return write_to(content, pathlib.Path(folder) / file_name(content))


def read(path):
    """A result from its file; ValueError says what is wrong with it."""
    try:
        content = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise ValueError(f"{path}: {error.strerror}") from error
    except ValueError as error:
        raise ValueError(f"{path}: no JSON: {error}") from error
    missing = [k for k in REQUIRED if not isinstance(content, dict) or k not in content]
    if missing:
        raise ValueError(f"{path}: no result: {', '.join(missing)} missing")
    if content["schema"] != SCHEMA:
        raise ValueError(f"{path}: schema {content['schema']}; this tool reads {SCHEMA}")
    return content
