#!/usr/bin/env python3
"""Holds the layers: who may include whom, and which module may see which library.

Run from the repository's root; prints every include that goes the wrong way and exits 1.
"""
import pathlib
import re
import sys

# module -> modules whose headers it may include besides its own. Arrows go down only.
LAYERS = {
    "base": [],
    "io": ["base"],
    "text": ["base"],
    "doc": ["base", "text", "io"],
    "dedup": ["base", "text", "io"],
    "stats": ["base", "io"],
    "clean": ["base", "io", "text", "stats"],
    "config": ["base", "io", "text", "doc", "dedup", "stats", "clean"],
    "pipeline": ["base", "io", "text", "doc", "dedup", "stats", "clean", "config"],
    "inspect": ["base", "io", "text", "doc", "dedup", "stats", "clean", "config", "pipeline"],
    "report": ["base", "io", "text", "doc", "dedup", "stats", "clean", "config", "pipeline"],
    "pressmill": ["base", "io", "text", "doc", "dedup", "stats", "clean", "config", "pipeline", "inspect",
                  "report"],
    "cli": ["base", "io", "text", "doc", "dedup", "stats", "clean", "config", "pipeline", "inspect",
            "report", "pressmill"],
}
# The public headers (std only) may be included from everywhere.
PUBLIC = {"pressmill/error.h", "pressmill/plan.h", "pressmill/run.h", "pressmill/summary.h",
          "pressmill/summary_news.h", "pressmill/summary_page.h", "pressmill/summary_measures.h",
          "pressmill/summary_words.h"}

# third-party header prefix -> modules that may see it.
LIBRARIES = {
    "fmt/": None,  # from base up
    "xxhash.h": ["base"],
    "zstd": ["io"],
    "isa-l": ["io"],
    "lzma.h": ["io"],
    "bzlib.h": ["io"],
    "lz4": ["io"],
    "unicode/": ["text"],
    "hwy/": ["text", "clean"],
    "simdjson": ["doc"],
    "libpsl.h": ["doc"],
    "cld2/": ["clean"],
    "toml": ["config"],
    "tbb/": ["pipeline", "dedup"],
    "CLI/": ["cli"],
}
# What decides which articles are alike compares texts: it must not come to see what they were
# found by, not even by way of other headers.
VERIFIES = ("component", "pair_comparer", "shingle_set", "similarity", "star", "star_survivor")
FOUND_BY = {"dedup/candidates.h", "dedup/lsh.h", "dedup/signature.h", "dedup/signature_table.h"}

SYSTEM = re.compile(r"^(c?[a-z_]+|(sys|arpa|netinet)/[a-z_]+\.h|[a-z_]+\.h)$")
INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]', re.M)


def library_of(name):
    for prefix in LIBRARIES:
        if name == prefix or name.startswith(prefix):
            return prefix
    return None


def own_include(path, module, name):
    target = name.split("/")[0]
    if name in PUBLIC or target == module:
        return None
    if target not in LAYERS:
        return f'{path}: "{name}" is no header of a module'
    if target not in LAYERS[module]:
        return f"{path}: {module} may not include {target} ({name})"
    return None


def system_include(path, module, name):
    library = library_of(name)
    if library is None:
        return None if SYSTEM.match(name) else f"{path}: <{name}> is not in the list of libraries"
    allowed = LIBRARIES[library]
    if allowed is not None and module not in allowed:
        return f"{path}: {module} may not see <{name}>"
    if path.suffix == ".h" and library not in ("fmt/", "tbb/") and not path.name.endswith("-inl.h"):
        return f"{path}: <{name}> belongs into a .cc file"
    return None


def public_header(path, name, bracket):
    if bracket == '"' and name not in PUBLIC:
        return f"{path}: a public header includes {name}"
    if bracket == "<" and not re.match(r"^[a-z_]+$", name):
        return f"{path}: a public header includes <{name}>, which is not of the standard library"
    return None


def includes_of(path):
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    return [name for bracket, name in INCLUDE.findall(text) if bracket == '"']


def verifying_code():
    for name in VERIFIES:
        for path in (pathlib.Path("src/dedup", name + end) for end in (".h", ".cc")):
            if not path.is_file():
                yield f"{path}: named in VERIFIES, but not there"
            seen, left = set(), includes_of(path)
            while left:
                header = left.pop()
                if header not in seen:
                    seen.add(header)
                    left += includes_of(pathlib.Path("src", header))
            for header in sorted(seen & FOUND_BY):
                yield f"{path}: compares texts, and must not see {header}"


def problems():
    yield from verifying_code()
    for path in sorted(pathlib.Path("src").rglob("*")):
        if path.suffix not in (".h", ".cc"):
            continue
        module = path.parts[1]
        if module not in LAYERS:
            yield f"{path}: unknown module {module}"
            continue
        text = path.read_text(encoding="utf-8")
        for bracket, name in INCLUDE.findall(text):
            if str(path.relative_to("src")) in PUBLIC:
                found = public_header(path, name, bracket)
            elif bracket == '"':
                found = own_include(path, module, name)
            else:
                found = system_include(path, module, name)
            if found:
                yield found


def main():
    found = list(problems())
    print("\n".join(found), file=sys.stderr, end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
