# SPDX-License-Identifier: Apache-2.0
"""What is measured: the command of each case, and the DuckDB that some of them need."""
import pathlib
import shlex
import shutil
import subprocess

from measure import Case

HERE = pathlib.Path(__file__).resolve().parent
DUCKDB_VERSION = "1.5.6-r.1"  # as in tests/end_to_end/CMakeLists.txt
FLOOR = "floor"
OUT = "out"                       # pressmill's folder in the scratch folder
FLOOR_OUT = "floor-0.zst"
DUCKDB_OUT = "duckdb.jsonl.zst"   # as in duckdb.mjs


def threads_in_words(count):
    return "1_thread" if count == 1 else f"{count}_threads"


def at_once(count):
    return f"{FLOOR}/{count}_at_once"


def pressmill(threads):
    return f"pressmill/{threads_in_words(threads)}"


def duckdb(mode, threads):
    return f"duckdb_{mode}/{threads_in_words(threads)}"


def floor_case(name, dump, copies):
    outputs = [f"floor-{i}.zst" for i in range(copies)]
    commands = [f"zstd -dcq {shlex.quote(str(dump))} | zstd -3 -q -f -o {o}" for o in outputs]
    return Case(name, tuple(commands), tuple(outputs))


def pressmill_case(binary, dump, threads):
    command = shlex.join(["exec", str(binary), "run", str(dump), "--out", OUT, "--threads",
                          str(threads), "--quiet"])
    return Case(pressmill(threads), (command,), (OUT,))


class DuckDB:
    """DuckDB from npm in a folder of its own, and duckdb.mjs with it."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)

    def install(self):
        """Installs DuckDB where it is not there yet; what stands against it, or None."""
        if (self.folder / "node_modules/@duckdb/node-api/package.json").is_file():
            return None
        if shutil.which("npm") is None or shutil.which("node") is None:
            return "there is no npm"
        self.folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund",
                               "--prefer-offline", "--prefix", str(self.folder),
                               f"@duckdb/node-api@{DUCKDB_VERSION}"], check=False)
        return f"npm install ended with {done.returncode}" if done.returncode != 0 else None

    def command(self, mode, dump, scratch, threads):
        return ["node", str(HERE / "duckdb.mjs"), str(self.folder), mode, str(dump), str(scratch),
                str(threads)]

    def case(self, mode, dump, scratch, threads):
        command = "exec " + shlex.join(self.command(mode, dump, scratch, threads))
        return Case(duckdb(mode, threads), (command,),
                    (DUCKDB_OUT,) if mode == "dedup" else ())


def all_cases(dump, scratch, binary, threads, database):
    """In the order of each round; `database` is None where there is no DuckDB."""
    numbers = sorted({1, threads})
    cases = [floor_case(FLOOR, dump, 1)]
    if threads > 1:
        cases.append(floor_case(at_once(threads), dump, threads))
    cases += [pressmill_case(binary, dump, n) for n in numbers]
    if database:
        cases += [database.case(mode, dump, scratch, n) for mode in ("dedup", "words")
                  for n in numbers]
    return cases
