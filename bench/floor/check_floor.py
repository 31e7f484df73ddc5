# SPDX-License-Identifier: Apache-2.0
"""check_floor.py PRESSMILL CORPUSGEN [DUCKDB]: bench/floor/floor.py over a tiny dump, one round.

Holds that it ends, that its result has every figure, and that a README can be made of it. DUCKDB is
the folder of npm that has it; without one those cases are left out, and this says so. The times
mean nothing here and are not looked at.
"""
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import bench_results  # noqa: E402  (its folder has to be named first)
import table  # noqa: E402

THREADS = 2
OF_EACH_CASE = ("wall", "cpu", "peak", "bytes_out")
OVER_FLOOR = ("cpu_over_floor", "wall_over_floor")


def expected_figures(with_duckdb):
    mills = ["pressmill"] + (["duckdb_dedup", "duckdb_words"] if with_duckdb else [])
    runs = [f"{mill}/{threads}" for mill in mills for threads in ("1_thread", "2_threads")]
    names = {f"{case}/{what}" for case in ["floor", "floor/2_at_once", *runs]
             for what in OF_EACH_CASE}
    names |= {f"{case}/{what}" for case in runs for what in OVER_FLOOR}
    return names | {"pressmill/kept_bytes", "floor/2_at_once/gain", "pressmill/2_threads/gain",
                    "pressmill/2_threads/gain_over_floors"}


def run_floor(folder, pressmill, corpusgen, duckdb):
    command = [sys.executable, ROOT / "bench/floor/floor.py", "--bytes", "2M", "--rounds", "1",
               "--threads", str(THREADS), "--pressmill", pressmill, "--corpusgen", corpusgen,
               "--scratch", folder / "scratch", "--results", folder / "results"]
    command += ["--duckdb", duckdb] if duckdb else ["--no-duckdb"]
    subprocess.run(command, check=True)
    left = list((folder / "scratch").iterdir())
    assert not left, f"left behind: {left}"
    (path,) = (folder / "results").iterdir()
    return path


def check_result(path, folder, with_duckdb):
    result = bench_results.read(path)
    names = [f["name"] for f in result["figures"]]
    assert len(names) == len(set(names)), "a figure twice"
    differing = set(names) ^ expected_figures(with_duckdb)
    assert not differing, f"figures missing or unknown: {sorted(differing)}"
    for figure in result["figures"]:
        assert len(figure["values"]) == 1, figure
        assert figure["median"] > 0 or figure["name"].startswith("duckdb_words/"), figure
    assert str(folder) not in path.read_text(encoding="utf-8"), "a path of this machine"
    assert result["kind"] == "floor" and result["input"]["bytes"] > 2_000_000, result["input"]
    return result


def check_readme(result, folder):
    """The table lands between the markers, twice the same, and nothing else changes."""
    readme = folder / "README.md"
    readme.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")
    table.update_readme(readme, result)
    once = readme.read_text(encoding="utf-8")
    table.update_readme(readme, result)
    assert readme.read_text(encoding="utf-8") == once, "the second time differs"
    assert once.startswith(f"before\n{table.BEGIN}\n") and once.endswith(f"{table.END}\nafter\n")
    assert "| pressmill, 2 threads |" in once and "old" not in once.split(), once


def main():
    pressmill, corpusgen, *duckdb = sys.argv[1:]
    if not duckdb:
        print("no npm: the DuckDB cases are left out")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = run_floor(folder, pressmill, corpusgen, duckdb[0] if duckdb else None)
        result = check_result(path, folder, bool(duckdb))
        check_readme(result, folder)
        compare = [sys.executable, ROOT / "tools/compare_bench.py", path, path]
        subprocess.run(compare, check=True)
    print(json.dumps(result["versions"]))


if __name__ == "__main__":
    main()
