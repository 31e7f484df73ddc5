# SPDX-License-Identifier: Apache-2.0
"""check_readme.py PRESSMILL PROJECT: runs what README.md shows first, and compares what it prints
with what stands there. Time and memory are left out there, and told to be: "..." stands for them.
Exits 1 where they differ.
"""
import difflib
import os
import subprocess
import sys
import tempfile


def shown(readme):
    """Command and output of the first block that begins with a prompt."""
    for block in readme.split("```\n")[1::2]:
        if block.startswith("$ pressmill "):
            lines = block.splitlines()
            return lines[0][len("$ pressmill "):].split(), lines[1:]
    sys.exit("README.md shows no command")


def main():
    pressmill, project = map(os.path.abspath, sys.argv[1:3])
    with open(os.path.join(project, "README.md"), encoding="utf-8") as file:
        command, expected = shown(file.read())
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(os.path.join(project, "corpus"), os.path.join(folder, "corpus"))
        done = subprocess.run([pressmill, *command], cwd=folder, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, encoding="utf-8", check=True)
    printed = [line for line in done.stdout.splitlines() if not line.startswith(("Time ", "Memory "))]
    expected = [line for line in expected if line != "..."]
    for line in difflib.unified_diff(expected, printed, "README.md", "printed", lineterm="", n=0):
        print(line)
    sys.exit(printed != expected)


main()
