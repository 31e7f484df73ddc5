#!/usr/bin/env python3
"""Holds the documents to the tree: what they name exists, and they stay free of what helps no reader.

Run from the repository's root; prints every fault and exits 1. In every Markdown file it looks at

- code spans that are paths of the repository (`src/io/store.h`, `tools/test.sh --all`): they must
  exist, patterns with * must match, and a folder written with a slash must be a folder;
- links to other files, and to headings in them: both must exist;
- words that must not stand there, see FORBIDDEN.
"""
import pathlib
import re
import sys

# Folders that are not ours or not kept.
SKIPPED = {".git", "build", "node_modules", "pressmill-demo", "__pycache__"}

# A code span is a path of the repository if it begins with one of these ...
FOLDERS = ("src", "tests", "tools", "docs", "bench", "corpus", ".ci")
# ... or is a file of this kind without any folder.
ROOT_FILE = re.compile(r"^[A-Z][A-Za-z]*(\.md|\.txt|\.json)$|^LICENSE$|^NOTICE$")

# What is wrong -> how it looks. Looked for outside of code spans and links' targets.
FORBIDDEN_WORDS = {
    "work that is not done": re.compile(r"\b(TODO|FIXME|TBD|XXX)\b"),
    "words about who did the work": re.compile(r"\b(helpers?|sessions?|assistants?)\b", re.I),
}
# Looked for everywhere.
FORBIDDEN_TEXT = {
    "a path of somebody's machine": re.compile(r"(?<![\w.}])/(work|home|root|tmp|mnt|Users)/\w"),
    "the host of a package registry": re.compile(
        r"\b(registry|proxy|index|static|files)\.[\w-]+\.(org|com|io|net)\b", re.I),
}

FENCE = re.compile(r"^ {0,3}(```|~~~)")
CODE_SPAN = re.compile(r"(`+)(.+?)\1")
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+\s+(.*?)\s*$")


def markdown_files(root):
    for path in sorted(root.rglob("*.md")):
        if not SKIPPED.intersection(path.relative_to(root).parts):
            yield path


def lines_of(path):
    """Yields (number, line, is inside a code block)."""
    inside = False
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if FENCE.match(line):
            inside = not inside
            continue
        yield number, line, inside


def anchors_of(path):
    """The anchors that a viewer makes of headings: lower case, spaces as dashes, no punctuation."""
    anchors = set()
    for _, line, inside in lines_of(path):
        heading = None if inside else HEADING.match(line)
        if heading:
            text = re.sub(r"[^\w\- ]", "", heading.group(1).lower())
            anchors.add(text.replace(" ", "-"))
    return anchors


def path_in(span):
    """The path that a code span names, without arguments and line numbers; None if it names none."""
    words = span.split()
    if not words:
        return None
    word = re.sub(r":\d+(-\d+)?$", "", words[0])
    word = word[2:] if word.startswith("./") else word
    if ROOT_FILE.match(word) or ("/" in word and word.split("/")[0] in FOLDERS):
        return word
    return None


def path_fault(root, name):
    if any(c in name for c in "<>{}$"):
        return None  # a placeholder, as in tests/unit/<module>
    if "*" in name:
        return None if any(root.glob(name)) else f"nothing matches {name}"
    target = root / name
    if not target.exists():
        return f"{name} does not exist"
    if name.endswith("/") and not target.is_dir():
        return f"{name} is no folder"
    return None


def link_fault(root, page, target):
    if re.match(r"^[a-z][a-z0-9+.-]*:", target):
        return None
    name, _, anchor = target.partition("#")
    path = (page.parent / name).resolve() if name else page
    if not path.exists():
        return f"link to {target}: no such file"
    if not path.is_relative_to(root):
        return f"link to {target}: outside of the repository"
    if anchor and path.suffix == ".md" and anchor not in anchors_of(path):
        return f"link to {target}: no such heading"
    return None


def line_faults(root, page, line, inside):
    for what, pattern in FORBIDDEN_TEXT.items():
        for found in pattern.finditer(line):
            yield f"{what}: {found.group(0)}"
    if inside:
        return
    for span in CODE_SPAN.finditer(line):
        name = path_in(span.group(2))
        fault = path_fault(root, name) if name else None
        if fault:
            yield fault
    prose = CODE_SPAN.sub("", line)
    for link in LINK.finditer(prose):
        fault = link_fault(root, page, link.group(1))
        if fault:
            yield fault
    prose = LINK.sub("", prose)
    for what, pattern in FORBIDDEN_WORDS.items():
        for found in pattern.finditer(prose):
            yield f"{what}: {found.group(0)}"


def faults(root):
    for page in markdown_files(root):
        for number, line, inside in lines_of(page):
            for fault in line_faults(root, page, line, inside):
                yield f"{page.relative_to(root)}:{number}: {fault}"


def main():
    root = pathlib.Path.cwd().resolve()
    found = list(faults(root))
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
