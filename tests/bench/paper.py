#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A PDF made by Klash beside LibreOffice making one of the same document as ODT, in one run: seconds and memory of each,
the best of several. At most a twentieth of its time and an eighth of its memory. Needs libreoffice-writer (skipped without).

paper.py KLASH KLASH_DOCUMENTS"""
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from tap import end, test  # noqa: E402

KLASH, DOCUMENTS = map(os.path.abspath, sys.argv[1:3])
MEASURE = """import resource, subprocess, sys, time
begun = time.monotonic()
subprocess.run(sys.argv[1:], stdin=open("lines", "rb"), stdout=open("out", "wb"), stderr=subprocess.DEVNULL, check=True)
print(time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"""


def measure(*command, times=5):
    """The least seconds and kilobytes of so many runs."""
    runs = [subprocess.run([sys.executable, "-c", MEASURE, *command], capture_output=True, check=True).stdout.split()
            for _ in range(times)]
    return min(float(r[0]) for r in runs), min(int(r[1]) for r in runs)


def lines_of():
    """What Klash says of a decision, as its helper gets it."""
    os.makedirs("copy/bin")
    os.makedirs("copy/libexec/klash")
    shutil.copy(KLASH, "copy/bin/klash")
    with open("copy/libexec/klash/klash-documents", "w", encoding="utf-8") as file:
        file.write(f"#!/bin/sh\ncat >{os.getcwd()}/lines\n")
    os.chmod("copy/libexec/klash/klash-documents", 0o755)
    subprocess.run([KLASH, "--db", "d.db", "demo", "--at", "end"], capture_output=True, check=True)
    subprocess.run(["copy/bin/klash", "--db", "d.db", "document", "make", "decision", "D-6", "--lang", "fi", "--format", "pdf"],
                   capture_output=True, check=False)


def main():
    if shutil.which("soffice") is None:
        print("ok 1 - LibreOffice # SKIP is not installed\n1..1")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        lines_of()
        seconds, memory = measure(DOCUMENTS, "write-pdf", times=20)
        measure(DOCUMENTS, "write-odt")
        shutil.move("out", "d.odt")
        office = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf", "d.odt"]
        theirs, their_memory = measure(*office)
        print(f"# Klash {seconds:.3f} s, {memory / 1024:.0f} MB; LibreOffice {theirs:.2f} s, {their_memory / 1024:.0f} MB")
        test("a twentieth of the time", seconds * 20 <= theirs, (seconds, theirs))
        test("an eighth of the memory", memory * 8 <= their_memory, (memory, their_memory))
    return end()


if __name__ == "__main__":
    sys.exit(main())
