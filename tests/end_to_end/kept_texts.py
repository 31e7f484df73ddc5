# SPDX-License-Identifier: Apache-2.0
"""Prints a hash of each text in OUT/kept, sorted: which texts stay, whatever their order."""
import hashlib
import json
import sys

from dump_files import parts

for digest in sorted(hashlib.sha256(json.loads(line)["text"].encode()).hexdigest()
                     for line in parts(sys.argv[1], "kept")):
    print(digest)
