# SPDX-License-Identifier: Apache-2.0
"""bench/score/: what the figures are made from, on results small enough to count by hand."""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/score"))
import generated  # noqa: E402
import mill  # noqa: E402
import score  # noqa: E402

HELP = """Options:
  -h,--help               Print this
  --out                   Folder
  --dedup=exact           exact, or off; see --quality
  --near=0.5              Share of words
"""
PAIRS = ["verdict\tid_a\tid_b\tkind\tjaccard",
         "dup\ta\tb\texact\t1.0000",
         "dup\ta\tc\tnear\t0.7999",
         "dup\ta\te\tnear\t0.8000",
         "grey\ta\td\tnear\t0.4000"]


def write_zst(path, lines):
    text = "".join(line + "\n" for line in lines)
    packed = subprocess.run(["zstd", "-qc"], input=text.encode(), stdout=subprocess.PIPE,
                            check=True)
    pathlib.Path(path).write_bytes(packed.stdout)


def cluster(number, survivor, *members):
    return json.dumps({"cluster": number, "survivor": {"id": survivor},
                       "members": [{"id": m} for m in members]})


class Settings(unittest.TestCase):
    def test_only_settings_that_are_listed_are_given(self):
        self.assertEqual(mill.known_settings(HELP, mill.DUPLICATES), ["--near", "0.5"])
        self.assertEqual(mill.known_settings(HELP, mill.CLEANING), ["--dedup", "off"])


    def test_what_the_user_gives_takes_the_place_of_ours(self):
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "pressmill")
            program.write_text(f"#!/bin/sh\ncat <<'END'\n{HELP}END\n")
            program.chmod(0o755)
            runner = mill.Mill(str(program), ["--dedup=exact"])
        self.assertEqual(runner.more, ["--dedup", "exact"])
        self.assertEqual(runner.known(mill.CLEANING), [])
        self.assertEqual(runner.known(mill.DUPLICATES), ["--near", "0.5"])


class Duplicates(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        (self.folder / "truth.dups.tsv").write_text("\n".join(PAIRS) + "\n")

    def figures(self, *clusters):
        write_zst(self.folder / "clusters.jsonl.zst", clusters)
        return {name.removeprefix("generated/"): value
                for name, _, value in generated.duplicates(self.folder, self.folder)}

    def test_recall_goes_by_kind_and_by_tenths_of_jaccard(self):
        figures = self.figures(cluster(1, "a", "b", "c"))
        self.assertEqual(figures["recall/exact"], 1)
        self.assertEqual(figures["recall/near_0.7"], 1)
        self.assertEqual(figures["recall/near_0.8"], 0)
        self.assertAlmostEqual(figures["pair_recall"], 2 / 3)

    def test_grey_pairs_are_neither_right_nor_wrong(self):
        self.assertEqual(self.figures(cluster(1, "a", "d"))["pair_precision"], 1)

    def test_pairs_without_truth_are_wrong(self):
        # a-b is right; a-x and b-x are not.
        self.assertAlmostEqual(self.figures(cluster(1, "a", "b", "x"))["pair_precision"], 1 / 3)

    def test_removals_are_held_to_their_partners(self):
        rows = [{"id": "b", "reason": "exact", "of": "a"}, {"id": "c", "reason": "exact", "of": "a"},
                {"id": "e", "reason": "near", "of": "a"}, {"id": "a", "reason": "", "of": ""},
                {"id": "d", "reason": "near", "of": "a"}, {"id": "x", "reason": "near", "of": "a"},
                {"id": "y", "reason": "quality", "of": ""}]
        with open(self.folder / "articles.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        write_zst(self.folder / "articles.csv.zst",
                  (self.folder / "articles.csv").read_text().splitlines())
        figures = {name.removeprefix("generated/"): value
                   for name, _, value in generated.removals(self.folder, self.folder)}
        # c is near a, but no copy; d is grey; nobody knows of x.
        self.assertEqual(figures, {"exact_removals_judged": 2, "exact_removal_precision": 0.5,
                                   "near_removals_judged": 2, "near_removal_precision": 0.5,
                                   "contained_removals_judged": 0,
                                   "contained_removal_precision": 1})


class Lines(unittest.TestCase):
    def test_lines_are_compared_as_normalising_leaves_them(self):
        self.assertEqual(mill.lines_of("one\u00ad  two \r\n\r\n e\u0301\u2028x"),
                         ["one two", "\u00e9", "x"])

    def test_lone_surrogates_are_mended_first(self):
        self.assertEqual(mill.lines_of("one \ud83d two"), ["one \ufffd two"])

    def test_escaping_leaves_bad_bytes_alone(self):
        self.assertEqual(mill.json_escaped(b'a"\\\x01\xff'), b"a\\u0022\\u005c\\u0001\xff")


class Baseline(unittest.TestCase):
    def test_without_the_corpus_only_made_up_articles_are_compared(self):
        content = {"kind": "score",
                   "figures": [{"name": "generated/x"}, {"name": "dups/y"}],
                   "input": {"generated": "--seed 5", "generated/sha256": "00", "z.zst": "11"}}
        part = score.without_open_sets(content)
        self.assertEqual([f["name"] for f in part["figures"]], ["generated/x"])
        self.assertEqual(list(part["input"]), ["generated", "generated/sha256"])

    def test_the_stored_baseline_has_both_parts(self):
        stored = json.loads(score.BASELINE.read_text())
        names = [f["name"] for f in stored["figures"]]
        self.assertEqual(len(names), len(set(names)))
        for begin in ("generated/", "dups/", "lines/", "seed/", "repair/"):
            self.assertTrue(any(name.startswith(begin) for name in names), begin)


if __name__ == "__main__":
    unittest.main()
