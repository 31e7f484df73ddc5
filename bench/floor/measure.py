# SPDX-License-Identifier: Apache-2.0
"""Runs commands and tells what they cost: wall and CPU time, memory, bytes written."""
import os
import pathlib
import shutil
import subprocess
import time
from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True)
class Case:
    """Commands that run at once in bash, in the scratch folder, and what they leave there."""
    name: str
    commands: tuple
    outputs: tuple


@dataclass(frozen=True)
class Cost:
    wall: float      # seconds, until the last of the commands has ended
    cpu: float       # seconds, user and system, of all processes
    # Of the largest process, not of all together. Linux counts this process's own 20 MiB as the
    # least that its children have had; only tiny dumps show it.
    peak_mib: float
    bytes_out: int


def remove(path):
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def bytes_in(path):
    """The size of a file or of all files in a folder; 0 where there is nothing."""
    files = [path, *path.rglob("*")] if path.is_dir() else [path]
    return sum(f.stat().st_size for f in files if f.is_file())


def start(command, scratch):
    # pipefail: a floor whose decoder fails is no floor.
    return subprocess.Popen(["bash", "-o", "pipefail", "-c", command], cwd=scratch,
                            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                            stderr=subprocess.PIPE)


def await_child(child):
    """Waits for one child and its own children; its resource usage."""
    errors = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    child.stderr.close()
    if child.returncode != 0:
        raise SystemExit(f"exit {child.returncode} of: {child.args[-1]}\n"
                         + errors.decode(errors="replace")[-2000:])
    return usage


def measure(case, scratch):
    """Runs a case once, from an empty place on a disk at rest."""
    outputs = [pathlib.Path(scratch) / name for name in case.outputs]
    for output in outputs:
        remove(output)
    os.sync()  # else the bytes of the case before are written on this one's time
    began = time.monotonic()
    children = [start(command, scratch) for command in case.commands]
    usages = [await_child(child) for child in children]
    wall = time.monotonic() - began
    return Cost(wall, sum(u.ru_utime + u.ru_stime for u in usages),
                max(u.ru_maxrss for u in usages) * 1024 / MIB, sum(map(bytes_in, outputs)))
