# SPDX-License-Identifier: Apache-2.0
"""Running pressmill for a score, and reading what it wrote."""
import collections
import csv
import io
import json
import pathlib
import re
import subprocess
import tempfile
import unicodedata

# Settings of later versions are passed on only where this one has them.
DUPLICATES = [["--near", "0.5"], ["--contained", "0.8"], ["--clean", "off"], ["--quality", "none"]]
CLEANING = [["--dedup", "off"], ["--quality", "none"]]
# What is known of a site, seen alone.
SITES = [*CLEANING, ["--line-model", "off"]]
# What repair does, seen alone.
REPAIR = [*CLEANING, ["--clean", "off"]]

# What --pii does, seen alone.
MASKING = [*REPAIR, ["--pii", "mask"]]


def known_settings(help_text, settings):
    """Those settings that a help text lists, as words of a command. It lists a flag first on its
    line, with its default behind it: "  --dedup=exact  exact: ..."; mentions elsewhere do not count."""
    listed = set(re.findall(r"^ *(?:-\w,)?(--[a-z-]+)", help_text, re.M))
    return [word for setting in settings if setting[0] in listed for word in setting]


class Mill:
    """One binary under test; each run has an OUT folder of its own, gone at the end."""

    def __init__(self, pressmill, more=()):
        self.pressmill = pressmill
        # Flags and values one by one: --dedup=off is --dedup off.
        self.more = [word for given in more for word in given.split("=", 1)]
        self.help = subprocess.run([pressmill, "run", "--help"], stdout=subprocess.PIPE,
                                   check=True).stdout.decode()
        self.folder = tempfile.TemporaryDirectory(prefix="score-")
        self.runs = 0

    def known(self, settings):
        """Settings for one run; what the user gave takes the place of ours."""
        ours = [s for s in settings if s[0] not in self.more]
        return known_settings(self.help, ours)

    def run(self, inputs, settings):
        self.runs += 1
        out = pathlib.Path(self.folder.name, str(self.runs))
        command = [self.pressmill, "run", *map(str, inputs), "--out", str(out), "--quiet",
                   *self.known(settings), *self.more]
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
                              check=False)
        # 1: done, but some input was damaged; utf8tests and their like may be.
        if done.returncode not in (0, 1):
            raise SystemExit(f"score.py: {' '.join(command)}: exit {done.returncode}\n"
                             f"{done.stderr.decode(errors='replace')}")
        return out


def lines(path):
    """Lines of a file that may be compressed, as bytes."""
    data = (subprocess.run(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE, check=True).stdout
            if str(path).endswith(".zst") else pathlib.Path(path).read_bytes())
    return [line for line in data.split(b"\n") if line.strip()]


def records(path):
    return [json.loads(line) for line in lines(path)]


def rows(path):
    """Rows of a table of ours, by the names in its first line."""
    table = [line.decode().split("\t") for line in lines(path)]
    return [dict(zip(table[0], row)) for row in table[1:]]


def id_of(record):
    return str(record.get("id", record.get("_id")))


def text_of(record):
    return record.get("text", record.get("content")) or ""


def written(out, folders=("kept", "dropped")):
    """All articles that a run wrote, whatever became of them."""
    return [record for folder in folders
            for part in sorted(pathlib.Path(out, folder).glob("part-*.jsonl.zst"))
            for record in records(part)]


def articles(out):
    """The rows of the table of articles (docs/outputs.md)."""
    table = b"\n".join(lines(pathlib.Path(out, "articles.csv.zst"))).decode()
    return list(csv.DictReader(io.StringIO(table)))


def cluster_of(out):
    """Cluster number by id; a cluster's survivor has it, too."""
    found = {}
    for cluster in records(out / "clusters.jsonl.zst"):
        for member in [cluster["survivor"], *cluster["members"]]:
            found[str(member["id"])] = cluster["cluster"]
    return found


# Halves of a pair that stand alone: mended before anything else is done.
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# What normalising takes away or folds (docs/outputs.md): lines are compared without it.
INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\x00-\x08\x0e-\x1f\x7f-\x9f]")


def lines_of(text):
    """The lines of a text that have something on them, as normalising leaves them."""
    text = LONE_SURROGATE.sub("\ufffd", text)
    text = unicodedata.normalize("NFC", INVISIBLE.sub("", text.replace("\r\n", "\n")))
    folded = (" ".join(line.split()) for line in re.split("[\n\r\u2028\u2029]", text))
    return [line for line in folded if line]


def json_escaped(line):
    """Bytes as they stand between the quotes of a JSON string; none of them but quotes, backslashes
    and control characters is touched, bad UTF-8 least of all."""
    def escaped(found):
        return b"\\u%04x" % found.group()[0]
    return re.sub(rb'[\x00-\x1f"\\]', escaped, line)


def ratio(part, whole):
    return part / whole if whole else 1.0


Counts = collections.Counter
