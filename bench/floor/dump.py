# SPDX-License-Identifier: Apache-2.0
"""The dump that is measured on: made by corpusgen, or given."""
import hashlib
import pathlib
import subprocess
from dataclasses import dataclass

BLOCK = 1 << 20


@dataclass(frozen=True)
class Content:
    """What is in a zst file, decompressed."""
    bytes: int
    lines: int
    sha256: str


def content_of(path):
    """Reads a zst file once, block by block: this process stays small, and with it what the
    kernel takes for the least memory of the processes that it starts."""
    digest, size, lines, last = hashlib.sha256(), 0, 0, b"\n"
    with subprocess.Popen(["zstd", "-dcq", str(path)], stdout=subprocess.PIPE) as pipe:
        while block := pipe.stdout.read(BLOCK):
            digest.update(block)
            size += len(block)
            lines += block.count(b"\n")
            last = block[-1:]
    if pipe.returncode != 0:
        raise SystemExit(f"{path}: zstd cannot read it")
    return Content(size, lines + (last != b"\n"), digest.hexdigest())


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def make(corpusgen, scratch, size, seed, source):
    """Makes the dump, one zst frame in one file; (path, description). The description names
    programs and files without their folders, and the file that sentences come from by its hash."""
    arguments = ["--bytes", size, "--seed", str(seed)]
    shown = list(arguments)
    described = {}
    if source:
        arguments += ["--from", str(source)]
        shown += ["--from", source.name]
        described["from_sha256"] = sha256_of(source)
    folder = scratch / "dump"
    done = subprocess.run([str(corpusgen), "--out", str(folder), *arguments], check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode != 0:
        raise SystemExit(f"corpusgen failed: {done.stdout.decode(errors='replace')}")
    (path,) = folder.iterdir()
    return path, {"command": " ".join(["corpusgen", "--out", "dump", *shown]), **described}


def obtain(given, corpusgen, scratch, size, seed, source):
    """The dump's path and the result's description of it. Its hash is that of the JSONL: another
    version of zstd packs the same dump into other bytes."""
    if given:
        path, described = pathlib.Path(given).resolve(), {"command": f"given as {pathlib.Path(given).name}"}
    else:
        path, described = make(corpusgen, scratch, size, seed, source)
    content = content_of(path)
    return path, content, {**described, "bytes": content.bytes, "lines": content.lines,
                           "sha256": content.sha256, "file_bytes": path.stat().st_size}
