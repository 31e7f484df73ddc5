# SPDX-License-Identifier: Apache-2.0
"""Reads dumps and results from outside, with Python's own decompressors, for the other scripts."""
import bz2
import gzip
import io
import lzma
import os
import subprocess

import zstandard


def open_bytes(path):
    """The decompressed content as a binary stream; the codec is told by the name."""
    if path.endswith(".zst"):
        reader = zstandard.ZstdDecompressor().stream_reader(
            open(path, "rb"), read_across_frames=True)
        return io.BufferedReader(reader)
    if path.endswith(".gz"):
        return gzip.open(path, "rb")
    if path.endswith(".xz"):
        return lzma.open(path, "rb")
    if path.endswith(".bz2"):
        return bz2.open(path, "rb")
    if path.endswith(".lz4"):
        return io.BytesIO(subprocess.run(["lz4", "-dc", path], check=True,
                                         stdout=subprocess.PIPE).stdout)
    return open(path, "rb")


def input_lines(path):
    """(line number from 1, bytes without line end) of all lines."""
    with open_bytes(path) as stream:
        for number, line in enumerate(stream, 1):
            yield number, line.rstrip(b"\n")


def read_result(path):
    """A file of ours: zstd, by a reader without any options."""
    with open(path, "rb") as raw:
        return zstandard.ZstdDecompressor().stream_reader(raw).read()


def parts(out, folder):
    """The lines of all parts of OUT/kept or OUT/dropped."""
    folder = os.path.join(out, folder)
    if not os.path.isdir(folder):
        return
    for name in sorted(os.listdir(folder)):
        for line in read_result(os.path.join(folder, name)).split(b"\n"):
            if line:
                yield line
