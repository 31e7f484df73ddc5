# SPDX-License-Identifier: Apache-2.0
"""tools/compare_bench.py as it is called: what it names and how it exits."""
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import bench_results  # noqa: E402

CPU = "pressmill/1_thread/cpu_over_floor"
RECALL = "near/recall"


def result(*figures, kind="floor", sha256="00"):
    return {"schema": 1, "kind": kind, "date": "2026-01-01", "commit": "abcdef0",
            "machine": {"cpu": "Some CPU", "cores": 2, "memory_bytes": 1, "kernel": "6"},
            "versions": {}, "input": {"sha256": sha256}, "figures": list(figures)}


def cpu(*values, **tolerance):
    return bench_results.figure(CPU, "ratio", "lower", values, **tolerance)


def recall(*values, **tolerance):
    return bench_results.figure(RECALL, "ratio", "higher", values, **tolerance)


class CompareBench(unittest.TestCase):
    def compare(self, old, new):
        """(exit code, standard output and error)"""
        with tempfile.TemporaryDirectory() as folder:
            paths = [pathlib.Path(folder) / name for name in ("old.json", "new.json")]
            for path, content in zip(paths, (old, new)):
                path.write_text(content if isinstance(content, str) else json.dumps(content))
            done = subprocess.run([sys.executable, ROOT / "tools/compare_bench.py", *paths],
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout.decode()

    def test_a_slow_down_beyond_noise_is_named(self):
        code, text = self.compare(result(cpu(1.80, 1.81, 1.79, 1.80, 1.82)),
                                  result(cpu(1.95, 1.96, 1.94, 1.95, 1.97)))
        self.assertEqual(code, 1)
        self.assertRegex(text, rf"worse +{CPU} +1.8 -> 1.95 +\+8.3 %")

    def test_a_change_below_two_percent_is_noise(self):
        code, text = self.compare(result(cpu(1.80, 1.80, 1.80)), result(cpu(1.83, 1.83, 1.83)))
        self.assertEqual(code, 0)
        self.assertNotIn(CPU, text)
        self.assertIn("1 within noise", text)

    def test_exact_figures_are_never_called_noisy(self):
        code, text = self.compare(result(recall(0.0, tolerance=0.0001)),
                                  result(recall(0.0, tolerance=0.0001)))
        self.assertEqual(code, 0)
        self.assertNotIn("noisy", text)

    def test_a_wide_spread_is_noise(self):
        code, text = self.compare(result(cpu(1.5, 1.7, 1.9, 2.1, 2.3)),
                                  result(cpu(1.6, 1.8, 2.0, 2.2, 2.4)))
        self.assertEqual(code, 0)
        self.assertIn("1 within noise", text)
        self.assertIn(f"noisy   {CPU}", text)

    def test_one_slow_round_is_noise(self):
        code, _ = self.compare(result(cpu(1.80, 1.80, 1.81, 1.79, 1.80)),
                               result(cpu(1.80, 1.80, 1.81, 1.79, 9.00)))
        self.assertEqual(code, 0)

    def test_a_better_figure_passes(self):
        code, text = self.compare(result(cpu(1.80, 1.81, 1.79)), result(cpu(1.50, 1.51, 1.49)))
        self.assertEqual(code, 0)
        self.assertRegex(text, rf"better +{CPU}")

    def test_a_lost_score_is_named_however_small_the_loss(self):
        code, text = self.compare(result(recall(0.9731), kind="accuracy"),
                                  result(recall(0.9730), kind="accuracy"))
        self.assertEqual(code, 1)
        self.assertRegex(text, rf"worse +{RECALL}")

    def test_a_loss_within_its_tolerance_is_none(self):
        old = result(recall(0.973, tolerance=0.001))
        self.assertEqual(self.compare(old, result(recall(0.972, tolerance=0.001)))[0], 0)
        self.assertEqual(self.compare(old, result(recall(0.971, tolerance=0.001)))[0], 1)

    def test_a_tolerance_may_be_a_ratio(self):
        old = result(cpu(1000000, tolerance_ratio=0.01))
        self.assertEqual(self.compare(old, result(cpu(1009000)))[0], 0)
        self.assertEqual(self.compare(old, result(cpu(1011000)))[0], 1)

    def test_a_figure_that_informs_is_not_compared(self):
        seconds = [bench_results.figure("floor/wall", "s", None, [v]) for v in (1.0, 2.0)]
        code, text = self.compare(result(seconds[0]), result(seconds[1]))
        self.assertEqual(code, 0)
        self.assertIn("0 figures compared", text)

    def test_figures_in_one_result_alone_are_named(self):
        code, text = self.compare(result(cpu(1.8)), result(recall(0.9)))
        self.assertEqual(code, 0)
        self.assertIn(f"missing {CPU}: only in the old result", text)
        self.assertIn(f"missing {RECALL}: only in the new result", text)

    def test_different_kinds_cannot_be_compared(self):
        code, text = self.compare(result(cpu(1.8)), result(cpu(1.8), kind="accuracy"))
        self.assertEqual(code, 2)
        self.assertIn("kinds differ: floor and accuracy", text)

    def test_different_inputs_cannot_be_compared(self):
        code, text = self.compare(result(cpu(1.8)), result(cpu(1.8), sha256="11"))
        self.assertEqual(code, 2)
        self.assertIn("inputs differ", text)

    def test_what_is_no_result_is_refused(self):
        code, text = self.compare(result(cpu(1.8)), "{}")
        self.assertEqual(code, 2)
        self.assertIn("new.json: no result: schema, kind", text)
        self.assertEqual(self.compare("broken", result(cpu(1.8)))[0], 2)

    def test_a_written_result_is_read_again(self):
        content = result(cpu(1.8, 1.9), recall(0.97))
        with tempfile.TemporaryDirectory() as folder:
            path = bench_results.write(content, folder)
            self.assertEqual(path.name, "2026-01-01-some-2-cores-abcdef0.floor.json")
            self.assertEqual(bench_results.read(path), content)


if __name__ == "__main__":
    unittest.main()
