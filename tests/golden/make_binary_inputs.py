#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Makes the inputs of those golden cases that are no text: compressed, damaged, of other formats.

The files are committed, so that tests do not depend on the libraries that made them; this script
says how they came about. Run it from anywhere; it needs python3-zstandard and the lz4 command.
"""
import bz2
import gzip
import io
import json
import lzma
import pathlib
import struct
import subprocess
import tarfile
import zipfile

import zstandard

CASES = pathlib.Path(__file__).resolve().parent / "cases"


def articles(name, count):
    """JSONL of `count` articles; each has a text of its own."""
    lines = []
    for i in range(count):
        text = f"The {name} desk filed story {i}.\nIt has two lines and belongs to no other file."
        lines.append(json.dumps({"id": f"{name}-{i}", "date": "2024-04-01", "text": text}) + "\n")
    return "".join(lines).encode()


def write(case, name, data):
    path = CASES / case / "in" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def gz(data):
    return gzip.compress(data, mtime=0)


def zst(data, **options):
    return zstandard.ZstdCompressor(**options).compress(data)


def halves(data):
    """Cut in the middle of a line: members and frames need not end where lines do."""
    middle = len(data) // 2 + 7
    return data[:middle], data[middle:]


def skippable(payload):
    return struct.pack("<II", 0x184D2A53, len(payload)) + payload


def lz4(data, *options):
    return subprocess.run(["lz4", "-cq", *options], input=data, stdout=subprocess.PIPE,
                          check=True).stdout


def codecs():
    case = "codecs"
    write(case, "a.plain", articles("plain", 3))
    data = articles("zst", 6)
    frames = [data[i:i + 50] for i in range(0, len(data), 50)]
    many = b"".join(zst(frame) + skippable(b"index") for frame in frames)
    write(case, "b.zst", skippable(b"a header of some tool") + many)
    first, second = halves(articles("gz", 4))
    write(case, "c.gz", gz(first) + gz(second))
    first, second = halves(articles("xz", 4))
    write(case, "d.xz", lzma.compress(first) + lzma.compress(second))
    first, second = halves(articles("bz2", 4))
    write(case, "e.bz2", bz2.compress(first) + bz2.compress(second))
    first, second = halves(articles("lz4", 4))
    write(case, "f.lz4", lz4(first) + lz4(second, "-B4", "-BD", "--content-size"))
    # The name lies; the bytes tell.
    write(case, "g.jsonl.gz", zst(articles("misnamed", 2)))


def noise(count):
    """Text that hardly compresses, so that a file cut in half still holds whole articles."""
    state = 1
    lines = []
    for i in range(count):
        letters = []
        for _ in range(400):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            letters.append("abcdefghijklmnopqrstuvwxyz     "[(state >> 33) % 31])
        text = "".join(letters)
        lines.append(json.dumps({"id": f"noise-{i}", "text": text}) + "\n")
    return "".join(lines).encode()


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 0x10]) + data[at + 1:]


def damaged():
    good = articles("good", 3)
    data = noise(12)
    cut = [data[i:i + 900] for i in range(0, len(data), 900)]
    framed = b"".join(zst(part, write_checksum=True) for part in cut)
    write("damaged_zst_cut", "a.jsonl.zst", framed[:len(framed) * 6 // 10])
    write("damaged_zst_cut", "b.jsonl", good)
    write("damaged_zst_flipped", "a.jsonl.zst", flipped(framed, len(framed) // 2))
    write("damaged_zst_flipped", "b.jsonl", good)
    write("damaged_gz_cut", "a.jsonl.gz", gz(data)[:len(gz(data)) * 6 // 10])
    write("damaged_gz_cut", "b.jsonl", good)
    first, second = gz(data[:2000]), gz(data[2000:])
    write("damaged_gz_flipped", "a.jsonl.gz", flipped(first + second, len(first + second) - 900))
    write("damaged_gz_flipped", "b.jsonl", good)
    write("damaged_tail", "a.jsonl.zst", zst(data) + b"something else behind the frame")
    write("damaged_tail", "b.jsonl", good)
    write("damaged_only", "a.jsonl.zst", zst(data)[:7])


def other_formats():
    line = articles("inside", 1)
    write("parquet", "a.parquet", b"PAR1" + bytes(64) + b"PAR1")
    write("warc", "a.warc", b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n")
    write("warc", "b.warc.gz", gz((CASES / "warc/in/a.warc").read_bytes()))
    tar = io.BytesIO()
    with tarfile.open(fileobj=tar, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        member = tarfile.TarInfo("articles.jsonl")
        member.size = len(line)
        archive.addfile(member, io.BytesIO(line))
    write("tar", "a.tar", tar.getvalue())
    write("tar", "b.tar.gz", gz(tar.getvalue()))
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w") as archive:
        archive.writestr(zipfile.ZipInfo("articles.jsonl", (1980, 1, 1, 0, 0, 0)), line)
    write("zip", "a.zip", zipped.getvalue())


if __name__ == "__main__":
    codecs()
    damaged()
    other_formats()
