# SPDX-License-Identifier: Apache-2.0
"""check_measures.py OUT: works out every figure about measures again, from the table of articles:
means, quantiles from a sort, histograms, groups, months. Exits 1 where one is off by more than it
says."""
import bisect
import collections
import csv
import io
import json
import os
import sys

from dump_files import read_result

RANKS = {"p01": 100, "p05": 500, "p25": 2500, "p50": 5000, "p75": 7500, "p95": 9500, "p99": 9900}
MEDIAN_ERROR = 1 / 32
MOST_MEDIANS = {"day": 4096, "site_day": 0}  # groups of a kind that have them
MOST_MEDIANS_ELSE = 1024
LEAST_FOR_ALL = 32  # articles of those that have means of all measures
FEW = 12  # measures of other groups
GROUPS = {"site": ["site"], "lang": ["lang"], "month": ["month"], "day": ["day"],
          "input": ["input"], "site_day": ["site", "day"]}
IN_STATS = {"site": "sites", "lang": "languages", "month": "months", "day": "days",
            "input": "inputs", "site_day": "site_days"}


def quantile(values, rank):
    """The value at place ceil(rank / 10,000 * n), from 1 on. Needs: sorted values."""
    return values[max(-(-len(values) * rank // 10_000), 1) - 1]


def scaled(text, unit):
    """Whole numbers, so that nothing is rounded here: ratios and means times ten thousand."""
    if unit == "count":
        return int(text)
    whole, digits = text.split(".")
    return int(whole) * 10_000 + int(digits)


def figure(number, unit):
    return round(number if unit == "count" else number * 10_000)


class Checker:
    def __init__(self, out):
        self.out = out
        self.wrong = []
        with open(os.path.join(out, "stats.json"), encoding="utf-8") as file:
            self.stats = json.load(file)
        text = read_result(os.path.join(out, "articles.csv.zst")).decode("utf-8")
        self.rows = list(csv.DictReader(io.StringIO(text, newline="")))
        for row in self.rows:
            row["month"] = row["day"][:7]
        # Articles without text have no measures; of their lengths the table says 0.
        self.with_text = [row for row in self.rows if row["reason"] != "empty"]

    def table(self, name):
        with open(os.path.join(self.out, "tables", name), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def expect(self, what, is_right):
        if not is_right:
            self.wrong.append(what)

    def near(self, what, got, right, error):
        self.expect(f"{what}: {got}, wanted {right}", abs(got - right) <= error * right)

    def values(self, rows, measure):
        name, unit = measure["name"], measure["unit"]
        return sorted(scaled(row[name], unit) for row in rows if row[name] != "")

    def mean(self, what, got, values, unit):
        right = sum(values) / len(values) / (1 if unit == "count" else 10_000)
        self.expect(f"{what}: {got}, wanted {right}", abs(got - right) <= 0.000051)

    def spread(self, what, told, values, unit):
        self.expect(f"{what}: articles {told['articles']}", told["articles"] == len(values))
        self.expect(f"{what}: sum {told['sum']}", figure(told["sum"], unit) == sum(values))
        if not values:
            self.expect(what, all(told[key] is None for key in ("mean", "min", "max", *RANKS)))
            return
        self.mean(f"{what} mean", told["mean"], values, unit)
        for key, right in (("min", values[0]), ("max", values[-1])):
            self.expect(f"{what} {key}", figure(told[key], unit) == right)
        for key, rank in RANKS.items():
            right = quantile(values, rank)
            error = 0 if right < 256 else 1 / 256
            self.near(f"{what} {key}", figure(told[key], unit), right, error)

    def histogram(self, measure, values_in, values_kept):
        edges = set()
        for bin_ in measure["histogram"]:
            low, high = (figure(bin_[key], measure["unit"]) for key in ("from", "to"))
            edges |= {low, high}
            for key, values in (("in", values_in), ("kept", values_kept)):
                right = bisect.bisect_left(values, high) - bisect.bisect_left(values, low)
                self.expect(f"{measure['name']} {bin_}: {right}", bin_[key] == right)
        self.expect(f"{measure['name']} edges", len(edges) == len(measure["histogram"]) + 1)
        for key in ("in", "kept"):
            total = sum(bin_[key] for bin_ in measure["histogram"])
            self.expect(f"{measure['name']} {key}", total == measure[key]["articles"])

    def measures(self):
        kept = [row for row in self.with_text if row["verdict"] == "kept"]
        for measure in self.stats["measures"]:
            values_in = self.values(self.with_text, measure)
            values_kept = self.values(kept, measure)
            self.spread(measure["name"], measure["in"], values_in, measure["unit"])
            self.spread(measure["name"] + " kept", measure["kept"], values_kept, measure["unit"])
            self.histogram(measure, values_in, values_kept)

    def tables_say_the_same(self):
        for row, measure in zip(self.table("measures.csv"), self.stats["measures"], strict=True):
            self.expect(f"{measure['name']} also",
                        row["also"].split() == measure.get("also", []))
            for prefix, side in (("", "in"), ("kept_", "kept")):
                for key, value in measure[side].items():
                    if key == "sum":  # the table has mean and articles
                        continue
                    got = row[prefix + key]
                    self.expect(f"measures.csv {measure['name']} {prefix}{key}: {got}",
                                (float(got) if got else None) == value)
        told = [(measure["name"], *bin_.values()) for measure in self.stats["measures"]
                for bin_ in measure["histogram"]]
        rows = [(row["measure"], float(row["from"]), float(row["to"]), int(row["articles"]),
                 int(row["kept"])) for row in self.table("histograms.csv")]
        self.expect("histograms.csv", rows == told)

    def groups(self, kind):
        keys = GROUPS[kind]
        by_name = collections.defaultdict(list)
        for row in self.with_text:
            by_name[tuple(row[key] for key in keys)].append(row)
        told = collections.defaultdict(dict)
        for row in self.table(f"measures_by_{kind}.csv"):
            told[tuple(row[key] for key in keys)][row["measure"]] = row
        self.expect(f"groups of {kind}", set(told) == set(by_name))
        self.expect(f"{kind} in order", list(told) == sorted(told, key=lambda name: [
            part.encode() for part in name]))
        self.chosen(kind, told)
        for name, measures in told.items():
            for measure in self.stats["measures"]:
                if measure["name"] in measures:
                    self.of_group(kind, name, measure, measures[measure["name"]], by_name[name])
        self.groups_in_stats(kind, told)

    def of_group(self, kind, name, measure, row, articles):
        for prefix in ("", "kept_"):
            rows = [r for r in articles if not prefix or r["verdict"] == "kept"]
            values = self.values(rows, measure)
            what = f"{kind} {name} {prefix}{measure['name']}"
            self.expect(what, int(row[prefix + "articles"]) == len(values))
            if not values:
                self.expect(what, row[prefix + "mean"] == row[prefix + "p50"] == "")
                continue
            self.mean(what, float(row[prefix + "mean"]), values, measure["unit"])
            if row[prefix + "p50"] == "":  # chosen() has looked at that
                continue
            right = quantile(values, 5000)
            self.near(what, scaled(row[prefix + "p50"], measure["unit"]), right,
                      0 if right < 32 else MEDIAN_ERROR)

    def chosen(self, kind, told):
        """Those groups have medians that have most articles; all measures, where they are some."""
        names = [measure["name"] for measure in self.stats["measures"]]
        few = self.stats["measures_by"]["few"]
        self.expect("few", len(few) == FEW and set(few) <= set(names))
        articles = collections.Counter(tuple(row[key] for key in GROUPS[kind])
                                       for row in self.rows)
        having, lacking = [], []
        for name, measures in told.items():
            with_median = {measure for measure, row in measures.items() if row["p50"]}
            (having if with_median else lacking).append(articles[name])
            self.expect(f"medians of {kind} {name}", not with_median or with_median ==
                        {measure for measure in few if measures[measure]["articles"] != "0"})
            has_all = with_median and articles[name] >= LEAST_FOR_ALL
            self.expect(f"measures of {kind} {name}", list(measures) ==
                        [measure for measure in names if has_all or measure in few])
        most = MOST_MEDIANS.get(kind, MOST_MEDIANS_ELSE)
        if len(articles) <= most:
            self.expect(f"medians of {kind}", not lacking)
        else:
            self.expect(f"medians of {kind}", len(having) <= most and
                        max(lacking) <= min(having, default=max(lacking)))

    def groups_in_stats(self, kind, told):
        """stats.json has the figures of the table."""
        few = self.stats["measures_by"]["few"]
        all_ = {measure["name"]: measure["unit"] for measure in self.stats["measures"]}
        groups = self.stats["measures_by"][IN_STATS[kind]]
        self.expect(f"{kind} in stats.json",
                    [tuple(group[key] or ("-" if key == "site" else "") for key in GROUPS[kind]) for group in groups] ==
                    list(told))
        for group, measures in zip(groups, told.values(), strict=True):
            names = list(all_) if group["all"] else few
            for prefix, side in (("", group["in"]), ("kept_", group.get("kept", group["in"]))):
                for name, articles, total in zip(names, side["articles"], side["sum"],
                                                 strict=True):
                    row = measures[name]
                    self.expect(f"{kind} {group} {name}",
                                int(row[prefix + "articles"]) == articles)
                    if articles:
                        self.expect(f"{kind} {group} {name} mean", abs(
                            float(row[prefix + "mean"]) - total / articles) <= 0.000051)
                for name, median in zip(few, side.get("p50", [])):
                    if measures[name][prefix + "p50"]:
                        self.expect(f"{kind} {group} {name} p50",
                                    float(measures[name][prefix + "p50"]) == median)

    def months(self):
        articles = collections.Counter(row["month"] or None for row in self.rows)
        told = {month["month"]: month["in"]["articles"] for month in self.stats["months"]}
        self.expect(f"months {told}", told == dict(articles))
        self.expect("words of months", sum(m["in"]["words"] for m in self.stats["months"]) ==
                    self.stats["total"]["in"]["words"])
        self.expect("months.csv", {row["month"] or None: int(row["articles"])
                                   for row in self.table("months.csv")} == told)


def main(out):
    checker = Checker(out)
    checker.measures()
    checker.tables_say_the_same()
    for kind in GROUPS:
        checker.groups(kind)
    checker.months()
    print("\n".join(checker.wrong[:50]))
    print(len(checker.rows), "articles,", len(checker.stats["measures"]), "measures,",
          len(checker.wrong), "wrong")
    return 1 if checker.wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
