# SPDX-License-Identifier: Apache-2.0
"""bench/instructions/count.py: how instructions are told apart, and what is said of them."""
import contextlib
import io
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "bench/instructions"))
sys.path.insert(0, str(ROOT / "tools"))
import bench_results  # noqa: E402
import count  # noqa: E402

STATE = "(pressmill::pipeline::RunState&, pressmill::pipeline::SegmentTable const&)"
SURVEY = "pressmill::pipeline::survey(pressmill::pipeline::RunState&)"
REFINE = "pressmill::pipeline::refine(pressmill::pipeline::RunState&)"
MATCH, EMIT, REPORT = (f"pressmill::pipeline::{f}{STATE}"
                       for f in ("match", "emit", "collect_stats"))
LAMBDA = EMIT + "::{lambda(pressmill::pipeline::(anonymous namespace)::Piece)#1}::operator()"


def write_counts(folder, *parts):
    """Files as callgrind writes them: (instructions, function at whose entry); the last at exit."""
    for i, (instructions, entered) in enumerate(parts, 1):
        last = i == len(parts)
        trigger = "Program termination" if last else f"--dump-before={entered}"
        path = pathlib.Path(folder, "counts" if last else f"counts.{i}")
        path.write_text(f"# callgrind format\ndesc: Trigger: {trigger}\n\nfn=(1) x\n1 2\n"
                        f"summary: {instructions}\n")


def result(**medians):
    figures = [bench_results.figure(f"instructions/{name}", "instructions", "lower", [value])
               for name, value in medians.items()]
    return {"figures": figures, "versions": {"valgrind": "3.19.0"}}


class Attribution(unittest.TestCase):
    def counts(self, *parts):
        with tempfile.TemporaryDirectory() as folder:
            write_counts(folder, *parts)
            return count.counts_of(folder)

    def test_a_part_belongs_to_the_pass_that_was_entered_before_it(self):
        counts = self.counts((1, SURVEY), (2, REFINE), (20, MATCH), (3, EMIT), (40, REPORT),
                             (5, ""))
        self.assertEqual(counts, {"start": 1, "survey": 2, "refine": 20, "match": 3, "emit": 40,
                                  "report": 5})

    def test_lambdas_of_a_pass_begin_no_pass(self):
        counts = self.counts((1, SURVEY), (2, REFINE), (20, MATCH), (3, EMIT), (4, LAMBDA),
                             (6, LAMBDA), (30, REPORT), (5, ""))
        self.assertEqual(counts["emit"], 40)
        self.assertEqual(sum(counts.values()), 71)

    def test_more_than_nine_parts_stay_in_order(self):
        counts = self.counts((1, SURVEY), (2, REFINE), (20, MATCH), (3, EMIT), *[(1, LAMBDA)] * 9,
                             (31, REPORT), (5, ""))
        self.assertEqual(counts, {"start": 1, "survey": 2, "refine": 20, "match": 3, "emit": 40,
                                  "report": 5})

    def test_a_pass_that_is_never_entered_is_named(self):
        with self.assertRaisesRegex(SystemExit, "match"):
            self.counts((1, SURVEY), (2, REFINE), (3, EMIT), (40, REPORT), (5, ""))


class Scratch(unittest.TestCase):
    def test_its_path_has_one_length_wherever_it_lies(self):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory(prefix="lo") as two:
            lengths = {len(count.of_fixed_length(folder)) for folder in (one, two)}
        self.assertEqual(lengths, {count.PATH_LENGTH})

    def test_a_folder_too_deep_is_refused(self):
        with self.assertRaisesRegex(SystemExit, "TMPDIR"):
            count.of_fixed_length("/" + "x" * count.PATH_LENGTH)


class Advice(unittest.TestCase):
    def advice(self, budget, found, over=False):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            count.print_advice(budget, found, over)
        return printed.getvalue()

    def test_a_gain_beyond_the_margin_lowers_the_budget(self):
        text = self.advice(result(refine=1000, emit=1000), result(refine=900, emit=960))
        self.assertIn("instructions/refine is 10.0 % under budget", text)
        self.assertNotIn("emit", text)

    def test_other_versions_are_named(self):
        found = {**result(refine=1000), "versions": {"valgrind": "3.22.0"}}
        self.assertIn("valgrind is 3.22.0; the budget's was 3.19.0",
                      self.advice(result(refine=1000), found))

    def test_nothing_is_said_of_what_stays_within(self):
        self.assertEqual(self.advice(result(refine=1000), result(refine=1049)), "")


if __name__ == "__main__":
    unittest.main()
