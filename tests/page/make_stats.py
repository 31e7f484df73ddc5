#!/usr/bin/env python3
"""Writes a made-up stats.json with every member that the page can show, of any size.

    make_stats.py OUT/stats.json [--sites N] [--days N] [--stray] [--hostile]

Figures agree with each other where the page adds them up; they are the same for the same options.
With --stray a few articles lie decades before and behind all others. With --hostile all names,
titles, ids and texts are markup, scripts, controls and the like.
"""
import argparse
import datetime
import json
import random

HOSTILE = ("</script><script>window.pwned = 1</script>", "<img src=x onerror='window.pwned = 2'>",
           "<!--<script>", "]]>", "\u202egnp.exe\u202c", "\u2066left\u2069", "a\u2028b\u2029c", "\x1b[31mred\x1b[0m",
           "\"'`${window.pwned = 3}", "javascript:window.pwned=4", "\u200b\ufeff", "<style>*{display:none}</style>",
           "&lt;b&gt;&amp;", "\\u003cscript>", "<svg onload=window.pwned=5>", "__proto__", "x" * 5000)
WORDS = ("harbour council flood bridge ferry wool barley market weather court school river engine quarry "
         "lantern orchard minister ballot strike harvest").split()
LANGS = ("en", "de", "es", "ar", "zh", "fr", None)
REASONS = ("exact", "near", "contained", "language", "empty", "short_line_ratio")
RULES = ("model", "furniture", "headline", "pointer", "byline", "repeated")


class Maker:
    def __init__(self, options):
        self.options = options
        self.random = random.Random(7)

    def text(self, words=8):
        if self.options.hostile and self.random.random() < 0.8:
            return " ".join(self.random.sample(HOSTILE, 2))
        return " ".join(self.random.choice(WORDS) for _ in range(words)).capitalize()

    def site(self, i):
        if i == 0:
            return "-"
        return f"{HOSTILE[i % len(HOSTILE)]}{i}" if self.options.hostile else f"{WORDS[i % len(WORDS)]}-{i}.example"

    def volume(self, articles):
        words = articles * 320
        return {"articles": articles, "bytes": words * 8, "text_bytes": words * 6, "chars": words * 6, "words": words,
                "lines": articles * 9}

    def flow(self, articles, kept):
        return {"in": self.volume(articles), "kept": self.volume(kept)}

    def day(self, i):
        return (datetime.date(2015, 1, 1) + datetime.timedelta(days=i)).isoformat()

    def article(self):
        return {"id": self.random.choice([self.text(1), 12345678901234567890, self.text(2)]),
                "site": self.site(self.random.randrange(1, 30)), "day": self.day(self.random.randrange(300)),
                "title": self.text()}

    def sites(self):
        rows = []
        for i in range(self.options.sites):
            articles = 3 + 40000 // (i + 1)
            gone = self.random.randrange(0, max(1, articles // 8))
            row = {"site": self.site(i), **self.flow(articles, articles - gone)}
            if gone:
                row["dropped"] = {self.random.choice(REASONS[:5]): gone}
            rows.append(row)
        return sorted(rows, key=lambda row: row["site"])

    def days(self):
        rows = [{"day": None, **self.flow(500, 480)}]
        for i in range(self.options.days):
            if i % 97 < 5:  # a gap
                continue
            articles = 40 + self.random.randrange(60)
            rows.append({"day": self.day(i), **self.flow(articles, articles - self.random.randrange(9))})
        if self.options.stray:
            rows.insert(1, {"day": "1970-01-01", **self.flow(3, 3)})
            rows.append({"day": "2066-03-25", **self.flow(2, 2)})
        return rows

    def site_days(self):
        return [{"site": self.site(i), "day": self.day(d), "articles": 4, "kept": 3, "words": 1200, "kept_words": 900}
                for i in range(1, min(self.options.sites, 15)) for d in range(0, self.options.days, i + 2)]

    def measure(self, name, unit, scale):
        bins = [{"from": round(b * scale, 4), "to": round((b + 1) * scale, 4), "in": 1000 // (1 + abs(b - 6)),
                 "kept": 900 // (1 + abs(b - 6))} for b in range(30)]
        values = {"articles": 9000, "mean": 7 * scale, "min": 0, "max": 40 * scale}
        for i, name_of in enumerate(("p01", "p05", "p25", "p50", "p75", "p95", "p99")):
            values[name_of] = round((1 + 4 * i) * scale, 4)
        return {"name": name, "unit": unit, "in": values, "kept": values, "error": 0.0078, "histogram": bins}

    def measures(self):
        names = [("words", "count", 50), ("lines", "count", 2), ("upper_case_ratio", "ratio", 0.01),
                 ("mean_word_length", "mean", 0.4), ("stop_words", "count", 20), ("digit_ratio", "ratio", 0.004)]
        return [self.measure(*name) for name in names]

    def months(self):
        return [{"month": f"{2015 + m // 12}-{m % 12 + 1:02}", **self.flow(1000, 950)} for m in range(24)]

    def top(self, item):
        return [{item: self.text(2 if item != "line" else 9), "count": 90000 // (i + 1), "error": i % 3,
                 **({} if item == "line" else {"stop_words": int(i % 5 == 0)})} for i in range(200)]

    def words(self):
        def estimate(n):
            return {"in": {"estimate": n, "error": 0.0081}, "kept": {"estimate": n - n // 50, "error": 0.0081}}
        growth = [{"articles": i * 500, "words": i * 160000, "distinct_words": int(900 * (i * 160) ** 0.55)}
                  for i in range(1, 41)]
        return {"distinct_words": estimate(210000), "distinct_lines": estimate(880000), "distinct_sites": estimate(900),
                "growth": growth}

    def names(self):
        return [{"month": month["month"], "names": [{"name": self.text(2), "articles": 90 - i, "error": i % 3}
                                                    for i in range(12)]} for month in self.months()]

    def copying(self):
        return {"pairs": [{"site": self.site(i), "from_site": self.site(i + 3), "exact": 40 - i % 40, "near": i % 7,
                           "contained": i % 3, "contains": i % 2, "median_lag_days": None if i % 5 == 0 else i % 4 - 1}
                          for i in range(1, 60)], "pairs_left_out": 4, "articles_left_out": 9}

    def coverage(self):
        return [{"site": self.site(i), "first_day": self.day(0), "last_day": self.day(200 + i),
                 "days_with_articles": 150 + i, "days": 201 + i,
                 "longest_gap": {"from": self.day(20), "to": self.day(30 + i), "days": 11 + i},
                 "silent_since": self.day(201 + i) if i % 4 == 0 else None} for i in range(1, 40)]

    def look(self):
        return [{"kind": "site_dropped", "text": f"Nearly all of {self.site(3)} goes: {self.text()}", "site": self.site(3),
                 "count": 990, "of": 1000, "command": f"pressmill sample OUT --reason near # {self.text(2)}"},
                {"kind": "undated", "text": "Articles without a date", "count": 500, "of": 60000},
                *({"kind": "gap", "text": f"{self.site(i)} has no articles for {20 + i} days.", "site": self.site(i),
                   "count": 20 + i, "of": 300} for i in range(1, 9))]

    def baseline(self):
        def changes(key, names):
            return [{key: name, "before": 100 + 7 * i, "now": 90 + 13 * i} for i, name in enumerate(names)]
        return {"out_before": self.text(), "version_before": 2, "mode_before": "run", "mode_now": "run",
                "volume": changes("name", ("articles", "bytes", "words")),
                "words_per_article": {"before": 310.5, "now": 320.25}, "reasons": changes("reason", REASONS),
                "malformed": changes("reason", ("not_json",)), "languages": changes("lang", LANGS),
                "sites": {"before": 50, "now": 60, "new": 12, "vanished": 2,
                          "changed": changes("site", [self.site(i) for i in range(1, 20)]),
                          "largest_new": [{"site": self.site(i), "articles": 90 - i} for i in range(20, 26)],
                          "largest_vanished": [{"site": self.site(40), "articles": 8}]}}

    def passages(self, same):
        if same:
            return [{"left": self.text(40), "right": self.text(40), "same": True}]
        return [{"left": "… " + self.text(6), "right": "… " + self.text(6), "same": True},
                {"left": self.text(5), "right": self.text(4), "same": False},
                {"left": self.text(6) + " …", "right": self.text(6) + " …", "same": True},
                {"left": "", "right": self.text(4), "same": False}]

    def samples(self):
        clusters = [{"cluster": i + 1, "size": 20 - i, "survivor": self.article(),
                     "member": {**self.article(), "kind": ("near", "exact", "contained")[i % 3],
                                "similarity": round(1 - 0.02 * (i % 3), 4), "removed": i % 4 != 3},
                     "passages": self.passages(i % 3 == 1), "more_passages": i % 2} for i in range(12)]
        removed = [{"reason": REASONS[i % len(REASONS)], **self.article(), "excerpt": self.text(40),
                    "measured": 0.71, "threshold": 0.67} for i in range(30)]
        lines = [{"rule": RULES[i % len(RULES)], "line": self.text(9), **self.article(), "chance": 0.03, "articles": 9,
                  "of": 12} for i in range(40)]
        return {"clusters": clusters, "removed": removed, "lines": lines}

    def duplicates(self):
        largest = [{"cluster": i + 1, "size": 60 - i, "survivor": self.text(1), "site": self.site(i + 1),
                    "day": self.day(i), "title": self.text()} for i in range(20)]
        return {"clusters": 900, "clustered_articles": 2400,
                "members": {"exact": 900, "near": 500, "contained": 80, "contains": 20},
                "sizes": [{"size": size, "clusters": 900 // size} for size in (2, 3, 4, 7, 15, 60, 2000)],
                "similarities": [{"kind": kind, "similarity": round(s / 100, 4), "articles": 3 + (s * 7) % 40}
                                 for kind in ("near", "contained") for s in range(70, 101)],
                "largest": largest, "candidates": 9000, "pairs": 8000, "links": 1500, "components": 900,
                "largest_component": 60, "comparisons": 8000, "unverified": 3, "cut_stars": 0, "large_buckets": 2,
                "largest_bucket": 700}

    def inputs(self, total, malformed):
        n = 8
        each = [total["in"]["articles"] // n] * n
        each[0] += total["in"]["articles"] - sum(each)
        kept = [total["kept"]["articles"] // n] * n
        kept[0] += total["kept"]["articles"] - sum(kept)
        rows = [{"name": f"{self.text(1)}-{i}.jsonl.zst", "codec": "zst", "file_bytes": 10_000_000, "bytes": 60_000_000,
                 "lines": a, "blank": 0, "malformed": 0, "not_sampled": 0, "articles": a, "kept": k, "dropped": a - k}
                for i, (a, k) in enumerate(zip(each, kept))]
        rows[1].update(malformed=malformed, lines=rows[1]["lines"] + malformed, damage="frame 3 is damaged (byte 918273)")
        return rows

    def counts(self, gone):
        parts = [gone // len(REASONS)] * len(REASONS)
        parts[0] += gone - sum(parts)
        return dict(sorted(zip(REASONS, parts)))

    def stats(self):
        sites = self.sites()
        articles = sum(row["in"]["articles"] for row in sites)
        kept = sum(row["kept"]["articles"] for row in sites)
        total = self.flow(articles, kept)
        malformed = 41
        return {
            "version": 4, "total": total,
            "lines": {"all": articles + malformed, "blank": 0, "not_sampled": 0, "malformed": malformed,
                      "articles": articles},
            "dropped": self.counts(articles - kept), "malformed": {"not_json": 30, "text_type": 11},
            "duplicates": self.duplicates(), "ids": {"repeated": 3, "missing": 0},
            "dates": {"from_field": articles - 500, "from_url": 0, "missing": 400, "unparsable": 100},
            "repairs": {"texts_normalised": 900, "tags": 70, "mojibake": 4},
            "cleaning": {"articles": 8000, "lines_removed": 21000, "words_removed": 160000, "guarded": 12,
                         "rules": {rule: 3500 for rule in RULES}, "guarded_sites": [{"site": self.site(2), "articles": 12}]},
            "personal_data": {"mode": "mask", "articles": 30, "emails": 20, "ips": 4, "card_numbers": 1, "phones": 9},
            "quality": {"recipe": "fineweb", "found": 90, "dropped": 30, "rules": {"short_line_ratio": 60, "list": 30},
                        "conditions": {"short_line_ratio": "short_line_ratio > 0.6700", "list": "prose_word_ratio < 0.1"}},
            "inputs": self.inputs(total, malformed), "sites": sites, "days": self.days(),
            "languages": [{"lang": lang, **self.flow(9000 // (i + 1), 8000 // (i + 1))} for i, lang in enumerate(LANGS)],
            "site_days": self.site_days(), "measures": self.measures(), "months": self.months(),
            "vocabulary": self.words(),
            "top": {"words": self.top("word"), "bigrams": self.top("bigram"), "lines": self.top("line")},
            "names": self.names(), "copying": self.copying(),
            "originality": [{"site": self.site(i), "articles": 500, "original": 500 - 7 * i,
                             "share": round(1 - 7 * i / 500, 4)} for i in range(1, 40)],
            "furniture": [{"site": self.site(i), "lines": [{"line": self.text(5), "removed": 300 - j, "rule": "furniture"}
                                                           for j in range(6)]} for i in range(1, 20)],
            "coverage": self.coverage(), "look": self.look(),
            "baseline": self.baseline(),
            "samples": self.samples(),
        }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("path")
    parser.add_argument("--sites", type=int, default=60)
    parser.add_argument("--days", type=int, default=300)
    parser.add_argument("--stray", action="store_true")
    parser.add_argument("--hostile", action="store_true")
    options = parser.parse_args()
    with open(options.path, "w", encoding="utf-8") as out:
        json.dump(Maker(options).stats(), out, ensure_ascii=False, indent=1)
        out.write("\n")


if __name__ == "__main__":
    main()
